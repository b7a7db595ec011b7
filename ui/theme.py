"""Colours and shapes: the tokens of the design as a palette and a style sheet.

Widgets that paint by hand read their colours from the palette, so they follow a change of the
system's colours by themselves. Which role holds which token is said once, in `_ROLES`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QColor, QFont, QPalette

from organizer.paths import RESOURCES

LIGHT, DARK = "light", "dark"
FONT_FAMILIES = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "sans-serif"]
FONT_PT = 9.75

_STYLES = RESOURCES / "styles"
_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.Base: "panel",
    _Role.AlternateBase: "side",
    _Role.Button: "panel",
    _Role.WindowText: "ink",
    _Role.Text: "ink",
    _Role.ButtonText: "ink",
    _Role.PlaceholderText: "soft",
    # a style sheet waters PlaceholderText down; what is painted by hand reads this one
    _Role.Shadow: "soft",
    _Role.Mid: "line",
    _Role.Dark: "track",
    _Role.Midlight: "accent_soft",
    _Role.Light: "blank",
    _Role.Highlight: "accent",
    _Role.Accent: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.ToolTipBase: "panel",
    _Role.ToolTipText: "ink",
    _Role.Link: "ink",
}

BG, PANEL, SIDE = _Role.Window, _Role.Base, _Role.AlternateBase
INK, SOFT, LINE, TRACK, BLANK = (
    _Role.WindowText,
    _Role.Shadow,
    _Role.Mid,
    _Role.Dark,
    _Role.Light,
)
ACCENT, ON_ACCENT, ACCENT_SOFT = _Role.Highlight, _Role.HighlightedText, _Role.Midlight


@cache
def tokens(scheme: str) -> Mapping[str, str]:
    """The colours of *scheme* by name."""
    schemes: dict[str, dict[str, str]] = json.loads(
        (_STYLES / "tokens.json").read_text(encoding="utf-8")
    )
    return schemes[scheme]


@cache
def palette(scheme: str) -> QPalette:
    """The palette of *scheme*; disabled text is the soft ink."""
    colours = tokens(scheme)
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(colours[name]))
    for role in (_Role.Text, _Role.ButtonText, _Role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["soft"]))
    return made


@cache
def style_sheet(scheme: str) -> str:
    """The style sheet with every ``@name`` replaced by its colour in *scheme*."""
    colours = {**tokens(scheme), "icons": (RESOURCES / "icons").as_posix()}
    template = (_STYLES / "homeroll.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: colours[found[1]], template)


def ui_font() -> QFont:
    """The font of the window: Inter where there is one, else the system's sans serif."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(FONT_PT)
    return font
