"""Buttons side by side of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from organizer.plain_text import on_one_line
from ui.widgets.texts import as_shown


def choices(texts: Sequence[str], parent: QObject) -> QButtonGroup:
    """A button for each text, numbered from 0; the first one is chosen."""
    group = QButtonGroup(parent)
    for number, text in enumerate(texts):
        made = QPushButton(as_shown(text))
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setAccessibleName(on_one_line(text))
        group.addButton(made, number)
    group.button(0).setChecked(True)
    return group


def in_row(group: QButtonGroup) -> QHBoxLayout:
    """The buttons in a row."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for made in group.buttons():
        row.addWidget(made)
    row.addStretch(1)
    return row
