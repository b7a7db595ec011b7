"""What the user said of events: cut here, join these, move those; and what is no event at all.

Edits name photos, not events: found events have no name that lasts, but the photos beside a border
do. So an edit holds after every new grouping, for new photos too, which fall on one of its sides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from organizer.models import EditKind, Event, EventEdit, Photo, PhotoId

# What the user called no event is not found again while most of it is the same.
SAME_SHARE = 0.6

Members = set[PhotoId]
Order = dict[PhotoId, tuple[datetime, str, int]]


def apply_edits(
    events: Sequence[Event],
    photos: Sequence[Photo],
    edits: Sequence[EventEdit],
    *,
    not_events: Collection[frozenset[PhotoId]] = (),
) -> tuple[Event, ...]:
    """Change events as the user said.

    Args:
        events: As they were found.
        photos: Those that events may hold; only photos with a capture time can be moved.
        edits: In the order in which they were made: a later one wins.
        not_events: Sets of photos that are no event.

    Returns:
        Events in order of time, numbered from 1; empty ones are gone.
    """
    if not edits and not not_events:
        return tuple(events)
    order: Order = {
        photo.id: (photo.taken_at, photo.content_hash, photo.id)
        for photo in photos
        if photo.taken_at is not None
    }
    groups = _Groups(event for event in events if not _is_ruled_out(event, not_events))
    for edit in edits:
        match edit.kind:
            case EditKind.SPLIT:
                groups.split(edit, order)
            case EditKind.MERGE:
                groups.merge(edit)
            case EditKind.MOVE:
                groups.move(edit, order)
    kept = [sorted(group, key=order.__getitem__) for group in groups.all()]
    kept.sort(key=lambda group: order[group[0]])
    return tuple(_event(number, group, order) for number, group in enumerate(kept, start=1))


def _is_ruled_out(event: Event, not_events: Collection[frozenset[PhotoId]]) -> bool:
    """Tell whether most of an event, or most of what was called none, is the same."""
    ids = frozenset(event.photo_ids)
    return any(
        len(ids & none) > SAME_SHARE * max(len(ids), len(none)) for none in not_events if none
    )


class _Groups:
    """Sets of photos, and which of them a photo is in; an edit touches only those it names."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._of: dict[PhotoId, Members] = {}
        for event in events:
            members = set(event.photo_ids)
            self._of.update(dict.fromkeys(members, members))

    def all(self) -> list[Members]:
        """Every group that holds a photo."""
        return list({id(group): group for group in self._of.values()}.values())

    def split(self, edit: EventEdit, order: Order) -> None:
        """Cut the event that holds the photos nearest to the border on both sides."""
        last = next((one for one in reversed(edit.ones) if one in self._of), None)
        first = next((one for one in edit.others if one in self._of), None)
        if last is None or first is None or order[first] <= order[last]:
            return
        found = self._of[last]
        if first not in found:
            return
        after = {one for one in found if order[one] > order[last]}
        found -= after
        self._of.update(dict.fromkeys(after, after))

    def merge(self, edit: EventEdit) -> None:
        """Join the events of both sides."""
        one, other = self._group_of(edit.ones), self._group_of(edit.others)
        if one is None or other is None or one is other:
            return
        one |= other
        self._of.update(dict.fromkeys(other, one))

    def move(self, edit: EventEdit, order: Order) -> None:
        """Take photos out of their events and, if there is one, put them into another."""
        target = self._group_of(edit.others)
        if edit.others and target is None:
            return
        for one in edit.ones:
            if one not in order or (target is not None and one in target):
                continue
            if one in self._of:
                self._of.pop(one).discard(one)
            if target is not None:
                target.add(one)
                self._of[one] = target

    def _group_of(self, anchors: Sequence[PhotoId]) -> Members | None:
        """Give the group that holds the first anchor that any group holds."""
        return next((self._of[anchor] for anchor in anchors if anchor in self._of), None)


def _event(number: int, group: Sequence[PhotoId], order: Order) -> Event:
    """Make the event of photos in order."""
    return Event(
        id=number, start=order[group[0]][0], end=order[group[-1]][0], photo_ids=tuple(group)
    )
