"""The table of what is kept, and where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from organizer.models import KeptItem
from ui.core_words import in_own_words
from ui.models.kept_table_model import KeptTableModel
from ui.widgets.card import Card
from ui.widgets.texts import label

ROW_PX, HEADER_PX = 36, 34


class KeptCard(Card):
    """A table as high as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KeptTableModel(self)
        self._where = label("", "smallSoft", wrap=True, has_lines=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._table = _table(self._model)
        self._table.setAccessibleName(self.tr("What is kept, and where"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(4)
        heading = label(self.tr("What is kept, and where"), "heading")
        for text in (heading, self._where):
            text.setContentsMargins(18, 0, 18, 0)
        column.addWidget(heading)
        column.addWidget(self._table)
        column.addWidget(self._where)

    def show_items(self, items: Sequence[KeptItem], note: str | None = None) -> None:
        """Show these lines, and a *note* on the room there is."""
        self._model.show(items)
        self._table.setFixedHeight(HEADER_PX + ROW_PX * len(items) + 2)
        folders = sorted({str(item.path.parent) for item in items})
        where = self.tr("Everything is in {}").format(", ".join(folders))
        self._where.setText("\n".join(filter(None, (where, note and in_own_words(note)))))


def _table(model: KeptTableModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    table.setTabKeyNavigation(False)  # Tab leads on, not from cell to cell for ever
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setFixedHeight(HEADER_PX)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return table
