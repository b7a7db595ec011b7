"""A card with a heading and lines below it."""

from __future__ import annotations

from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from ui.widgets.card import Card
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

    def clear(self) -> None:
        """Take everything out."""
        while (item := self.body.takeAt(0)) is not None:
            _remove(item)


def _remove(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
