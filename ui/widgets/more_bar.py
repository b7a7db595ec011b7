"""Below a grid that shows only the first of many photos: how many, and more of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import messages
from ui.widgets.texts import button, label


class MoreBar(QFrame):
    """Hidden while everything is shown.

    Signals:
        more_asked: More photos are to be shown.
    """

    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._counts = label("", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self._counts)
        row.addStretch(1)
        row.addWidget(button(self.tr("Show more"), self.more_asked.emit))
        self.hide()

    def show_counts(self, shown: int, of: int) -> None:
        """The first *shown* photos of so many are seen."""
        self.setVisible(shown < of)
        text = self.tr("The first {} of {}")
        self._counts.setText(text.format(messages.number(shown), messages.photos(of)))
