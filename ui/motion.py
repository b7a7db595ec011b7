"""Whether the user wants things to move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def wants_no_motion() -> bool:
    """Whether the system asks for no animations."""
    return not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
