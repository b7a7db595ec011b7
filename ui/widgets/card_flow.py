"""Cards in as many equal columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

MIN_CARD_PX, GAP_PX = 308, 17


class CardFlow(QWidget):
    """Lays its cards out again whenever another number of columns fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_PX)
        self._grid.setVerticalSpacing(GAP_PX - 4)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show other cards; those that were there already stay as they are."""
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._flow()

    @property
    def cards(self) -> Sequence[QWidget]:
        """The cards, in order."""
        return tuple(self._cards)

    def minimumSizeHint(self) -> QSize:
        """One column: what needs more room now is laid out again when there is less."""
        return QSize(MIN_CARD_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow again."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        columns = max(1, (self.width() + GAP_PX) // (MIN_CARD_PX + GAP_PX))
        if columns == self._columns:
            return
        for old in range(self._grid.columnCount()):
            self._grid.setColumnStretch(old, 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
