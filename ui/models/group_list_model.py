"""The groups of look-alikes as rows of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from organizer.pipeline.look_alikes import ExactCopies, LikeShots

AnyIndex = QModelIndex | QPersistentModelIndex
Group: TypeAlias = LikeShots | ExactCopies


class GroupListModel(QAbstractListModel):
    """Groups, newest first; *say* puts one into words for a screen reader."""

    GroupRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, say: Callable[[Group], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.groups: Sequence[Group] = ()

    def show(self, groups: Sequence[Group]) -> None:
        """Take other groups."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def change(self, groups: Sequence[Group]) -> None:
        """Take the same groups with other marks.

        Says nothing, for a list view would lay out all of its rows anew; it is to be painted.
        """
        self.groups = groups

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many groups there are."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt and the delegate ask for."""
        if not index.isValid():
            return None
        group = self.groups[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._say(group)
            case self.GroupRole:
                return group
        return None
