"""Choosing from menus that were made and not opened."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def chosen(menu: QMenu, *titles: str) -> QAction:
    """The action under these titles, from menu to submenu."""
    title, *rest = titles
    action = next(one for one in menu.actions() if one.text() == title)
    return chosen(action.menu(), *rest) if rest else action
