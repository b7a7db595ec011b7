"""The list of like shots: which are the best, which are kept beside them, which are the others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from organizer.models import PhotoId
from organizer.pipeline.look_alikes import LikeShots
from ui.models.group_list_model import Group
from ui.thumbnails import Thumbnails
from ui.views.group_delegates import Heading, ShotDelegate
from ui.views.group_list import GroupList


class ShotList(GroupList):
    """A list of groups, with marks on their shots.

    Attributes:
        kept: Shots that are kept beside the best of their group, until the window closes.
    """

    def __init__(
        self,
        thumbnails: Thumbnails,
        heading: Heading,
        say: Callable[[Group], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say, parent)
        self.kept: set[PhotoId] = set()
        self.paint_by(ShotDelegate(thumbnails, heading, self.kept, self), thumbnails)

    def row_of(self, photo_id: PhotoId | None) -> int | None:
        """The row of the group of a photo; None for a photo like no other."""
        groups = self.groups.groups
        return groups.row_of(photo_id) if photo_id is not None and groups else None

    def group_of(self, photo_id: PhotoId | None) -> LikeShots | None:
        """The group of a photo."""
        row = self.row_of(photo_id)
        return None if row is None else self.groups.groups[row]

    def stand_on_photo(self, photo_id: PhotoId | None) -> None:
        """Stand on a photo, if it is there."""
        row = self.row_of(photo_id)
        if row is not None:
            ids = [entry.id for entry in self.groups.groups[row].entries]
            self.stand_on(row, ids.index(photo_id))

    def mark_best(self, photo_id: PhotoId | None) -> bool:
        """Show a photo as the best of its group; False where it is that already."""
        row = self.row_of(photo_id)
        if row is None or photo_id is None or self.groups.groups[row].best_id == photo_id:
            return False
        self.groups.change(self.groups.groups.with_best(row, photo_id))
        self.viewport().update()
        return True

    def turn_kept(self, photo_id: PhotoId | None) -> bool:
        """Keep a photo beside the best, or no more; False for the best, which is always kept."""
        group = self.group_of(photo_id)
        if group is None or photo_id is None or group.best_id == photo_id:
            return False
        self.kept.symmetric_difference_update({photo_id})
        self.viewport().update()
        return True

    def chosen_best(self) -> list[PhotoId]:
        """The best, and what is kept beside it, of the selected groups or of all."""
        groups = self.groups.groups
        return groups.kept(self.chosen(), self.kept) if groups else []

    def chosen_others(self) -> list[PhotoId]:
        """The others of the selected groups or of all."""
        groups = self.groups.groups
        return groups.others(self.chosen(), self.kept) if groups else []
