"""Contrast of what is written, in both schemes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ui import theme

WRITTEN = [
    ("ink", "bg"),
    ("ink", "panel"),
    ("ink", "side"),
    ("ink", "accent_soft"),
    ("soft", "bg"),
    ("soft", "panel"),
    ("soft", "side"),
    ("soft", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize(("text", "ground"), WRITTEN)
def test_text_can_be_read_on_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = theme.tokens(scheme)

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_the_edge_of_a_switch_can_be_seen(scheme: str) -> None:
    colours = theme.tokens(scheme)

    assert contrast(colours["track"], colours["panel"]) >= 3


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_a_check_box_shows_its_edge_its_tick_and_its_focus(scheme: str, qtbot: QtBot) -> None:
    colours = theme.tokens(scheme)
    box = QCheckBox("Keep")
    box.setPalette(theme.palette(scheme))
    box.setStyleSheet(
        theme.style_sheet(scheme) + f"QCheckBox {{ background: {colours['panel']}; }}"
    )
    qtbot.addWidget(box)

    empty = across(box)
    box.setChecked(True)
    ticked = across(box)

    assert max(contrast(colour, colours["panel"]) for colour in empty) >= 3
    assert max(contrast(colour, colours["accent"]) for colour in ticked[2:-2]) >= 4.5
    assert "QCheckBox::indicator:focus { border: 2px solid " + colours["ink"] in box.styleSheet()


def across(box: QCheckBox) -> list[str]:
    """The colours from left to right through the middle of the square."""
    box.resize(box.sizeHint())
    picture = box.grab().toImage()
    middle = picture.height() // 2
    return [picture.pixelColor(x, middle).name() for x in range(18)]


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_every_colour_of_the_style_sheet_is_known(scheme: str) -> None:
    sheet = theme.style_sheet(scheme)

    assert "@" not in sheet


def test_amber_is_never_the_colour_of_text() -> None:
    sheet = theme.style_sheet(theme.LIGHT)
    amber = theme.tokens(theme.LIGHT)["accent"]

    assert not re.search(rf"(?<![-\w])color:\s*{amber}", sheet)
