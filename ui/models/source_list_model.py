"""What stands in the source list at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.texts import as_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A line of the source list.

    Attributes:
        page: The page it leads to, such as "photos" or "album:3"; "" for a heading.
        count: What stands at its right end; "" for nothing.
        badge: Whether the count stands in an amber badge.
        spoken: What a screen reader says, where title and count alone would not do.
        adds: What its “+” does, in words; "" for a line without one.
    """

    page: str
    title: str
    count: str = ""
    badge: bool = False
    tooltip: str = ""
    spoken: str = ""
    adds: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.page


class SourceListModel(QAbstractListModel):
    """The lines, top to bottom."""

    SourceRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()

    def show(self, sources: Sequence[Source]) -> None:
        """Take other lines; where the pages are the same, the selection is kept."""
        new = tuple(sources)
        if [line.page for line in new] != [line.page for line in self._sources]:
            self.beginResetModel()
            self._sources = new
            self.endResetModel()
            return
        changed = [row for row, line in enumerate(new) if line != self._sources[row]]
        self._sources = new
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, page: str) -> QModelIndex:
        """The line that leads to *page*; an invalid index for none."""
        for row, source in enumerate(self._sources):
            if source.page == page:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._sources)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if not index.isValid() or self._sources[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt and the delegate ask for."""
        if not index.isValid():
            return None
        source = self._sources[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source.title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(source.tooltip) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return source.spoken or f"{source.title} {source.count}".strip()
            case self.SourceRole:
                return source
        return None
