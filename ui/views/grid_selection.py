"""Which photos are selected, and which one the keyboard stands on. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.models import PhotoId


class GridSelection:
    """Selected photos by id, so that they stay selected when the grid is filled anew.

    Attributes:
        current: Index the keyboard stands on, or None.
        chosen: Ids of the selected photos.
    """

    def __init__(self) -> None:
        self.ids: Sequence[PhotoId] = ()
        self.current: int | None = None
        self.chosen: set[PhotoId] = set()
        self._anchor = 0

    def refill(self, ids: Sequence[PhotoId]) -> None:
        """Go on with other photos; what is gone is no longer selected."""
        standing_on = self.ids[self.current] if self.current is not None else None
        anchored_at = self.ids[self._anchor] if self._anchor < len(self.ids) else None
        self.ids = ids
        if standing_on is not None:
            self.current = _place_of(standing_on, ids)
            self._anchor = _place_of(anchored_at, ids) or self.current or 0
        if self.chosen:
            self.chosen.intersection_update(ids)

    def in_order(self) -> list[PhotoId]:
        """The selected photos, in the order of the grid."""
        return [photo_id for photo_id in self.ids if photo_id in self.chosen]

    def only(self, index: int) -> None:
        """Select this photo alone."""
        self.chosen = {self.ids[index]}
        self.current = self._anchor = index

    def toggle(self, index: int) -> None:
        """Add this photo to the selection, or take it out."""
        self.chosen ^= {self.ids[index]}
        self.current = self._anchor = index

    def reach_to(self, index: int) -> None:
        """Select everything from the last plain click to here."""
        low, high = sorted((self._anchor, index))
        self.chosen = set(self.ids[low : high + 1])
        self.current = index

    def stand_on(self, index: int) -> None:
        """Move the keyboard without selecting."""
        self.current = index

    def take(self, indices: Sequence[int]) -> None:
        """Select exactly these photos."""
        self.chosen = {self.ids[index] for index in indices}

    def take_all(self) -> None:
        """Select everything."""
        self.chosen = set(self.ids)

    def clear(self) -> None:
        """Select nothing; the keyboard stays where it is."""
        self.chosen = set()


def _place_of(photo_id: PhotoId | None, ids: Sequence[PhotoId]) -> int | None:
    """A search in a list is quicker than making a dictionary of it."""
    return ids.index(photo_id) if photo_id in ids else None
