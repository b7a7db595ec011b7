"""What the user said of events: cut here, join these, move those; and what is no event at all.

Edits name photos, not events: found events have no name that lasts, but the photos beside a border
do. So an edit holds after every new grouping, for new photos too, which fall on one of its sides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from organizer.models import EditKind, Event, EventEdit, Photo, PhotoId

# What the user called no event is not found again while most of it is the same.
SAME_SHARE = 0.6

Members = list[PhotoId]
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
    groups = [list(event.photo_ids) for event in events if not _is_ruled_out(event, not_events)]
    for edit in edits:
        groups = _edited(groups, edit, order)
    kept = [sorted(group, key=order.__getitem__) for group in groups if group]
    kept.sort(key=lambda group: order[group[0]])
    return tuple(_event(number, group, order) for number, group in enumerate(kept, start=1))


def _is_ruled_out(event: Event, not_events: Collection[frozenset[PhotoId]]) -> bool:
    """Tell whether most of an event, or most of what was called none, is the same."""
    ids = frozenset(event.photo_ids)
    return any(
        len(ids & none) > SAME_SHARE * max(len(ids), len(none)) for none in not_events if none
    )


def _edited(groups: list[Members], edit: EventEdit, order: Order) -> list[Members]:
    """Apply one edit; nothing changes where its photos are not there any more."""
    match edit.kind:
        case EditKind.SPLIT:
            return _split(groups, edit, order)
        case EditKind.MERGE:
            return _merged(groups, edit)
        case EditKind.MOVE:
            return _moved(groups, edit, order)


def _split(groups: list[Members], edit: EventEdit, order: Order) -> list[Members]:
    """Cut the event that holds the photos on both sides of the border."""
    if not edit.ones or not edit.others:
        return groups
    last, first = edit.ones[-1], edit.others[0]
    found = _group_of(groups, (last,))
    if found is None or first not in found or order[first] <= order[last]:
        return groups
    before = [photo_id for photo_id in found if order[photo_id] <= order[last]]
    after = [photo_id for photo_id in found if order[photo_id] > order[last]]
    return [*(group for group in groups if group is not found), before, after]


def _merged(groups: list[Members], edit: EventEdit) -> list[Members]:
    """Join the events of both sides."""
    one, other = _group_of(groups, edit.ones), _group_of(groups, edit.others)
    if one is None or other is None or one is other:
        return groups
    return [*(group for group in groups if group is not one and group is not other), one + other]


def _moved(groups: list[Members], edit: EventEdit, order: Order) -> list[Members]:
    """Take photos out of their events and, if there is one, put them into another."""
    moved = [photo_id for photo_id in edit.ones if photo_id in order]
    target = _group_of(groups, edit.others)
    if edit.others and target is None:
        return groups
    gone = set(moved)
    left = [
        [photo_id for photo_id in group if photo_id not in gone or group is target]
        for group in groups
    ]
    if target is not None:
        into = left[next(place for place, group in enumerate(groups) if group is target)]
        into += [photo_id for photo_id in moved if photo_id not in set(into)]
    return left


def _group_of(groups: Sequence[Members], anchors: Sequence[PhotoId]) -> Members | None:
    """Give the group that holds the first anchor that any group holds."""
    for anchor in anchors:
        for group in groups:
            if anchor in group:
                return group
    return None


def _event(number: int, group: Members, order: Order) -> Event:
    """Make the event of photos in order."""
    return Event(
        id=number, start=order[group[0]][0], end=order[group[-1]][0], photo_ids=tuple(group)
    )
