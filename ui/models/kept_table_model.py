"""The table of what is kept, and where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from organizer.models import KeptItem
from ui import messages
from ui.core_words import in_own_words
from ui.widgets.texts import as_text, as_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex


class KeptTableModel(QAbstractTableModel):
    """What, how much, size, why; the place is the tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[KeptItem, ...] = ()
        self._titles = (self.tr("What"), self.tr("How much"), self.tr("Size"), self.tr("Why"))

    def show(self, items: Sequence[KeptItem]) -> None:
        """Take other lines."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """A line for each kind of thing."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Four."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; the place of the file as its tooltip."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            size = messages.size(item.size_bytes)
            texts = (in_own_words(text) for text in (item.what, item.how_much, item.why))
            what, how_much, why = texts
            return (what, how_much, size, why)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(as_text(item.path))
        return None
