"""A card with a heading and lines below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayoutItem, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.texts import label


class SectionCard(Card):
    """Subclasses and owners put lines into ``body``, and what stays below them into ``foot``."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(4)
        column.addWidget(label(title, "heading"))
        if hint:
            column.addWidget(label(hint, "soft", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        column.addLayout(self.body)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)

    def add(self, widget: QWidget) -> None:
        """Put *widget* below the others."""
        self.body.addWidget(widget)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put *buttons* side by side at the foot, in as many lines as they need."""
        self.foot.setContentsMargins(0, 8, 0, 2)
        row = FlowLayout(gap_px=8)
        for made in buttons:
            row.addWidget(made)
        self.foot.addLayout(row)

    def refill(self, lines: Sequence[QWidget]) -> None:
        """Show other lines; a keyboard that stood on a button stays at its place among them."""
        place = self._place_of_focus()
        self.clear()
        for line in lines:
            self.add(line)
            line.show()
        buttons = [made for line in lines for made in line.findChildren(QPushButton)]
        if place is not None:
            stay = buttons[min(place, len(buttons) - 1)] if buttons else self.parentWidget()
            stay.setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of_focus(self) -> int | None:
        """The place of the focused button among those of all lines."""
        lines = [self.body.itemAt(place).widget() for place in range(self.body.count())]
        buttons = [made for line in lines for made in line.findChildren(QPushButton)]
        return next((place for place, made in enumerate(buttons) if made.hasFocus()), None)

    def clear(self) -> None:
        """Take everything out."""
        while (item := self.body.takeAt(0)) is not None:
            _remove(item)


def _remove(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
