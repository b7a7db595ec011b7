"""One word of the user on a line: what was said, and the buttons that change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.texts import label

# with less room for the text the buttons go below it
LEAST_TEXT_PX = 240


class WordLine(QWidget):
    """A sentence with a soft line below it, if need be photos before it, buttons behind it."""

    def __init__(
        self,
        text: str,
        note: str = "",
        buttons: Sequence[QWidget] = (),
        *,
        before: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for made in buttons:
            self._buttons.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 5, 0, 5)
        self._row.setSpacing(8)
        self._row.addLayout(self._texts(text, note, before), 1)
        self._row.addLayout(self._buttons)
        self._row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight)

    def _texts(self, text: str, note: str, before: QWidget | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if before is not None:
            row.addWidget(before, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(text, "strong" if note else "", wrap=True))
        if note:
            column.addWidget(label(note, "soft", wrap=True))
        row.addLayout(column, 1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the buttons behind the text or below it."""
        super().resizeEvent(event)
        fits = self.width() - self._buttons.sizeHint().width() >= LEAST_TEXT_PX
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons are."""
        return QSize(self._buttons.minimumSize().width(), super().minimumSizeHint().height())
