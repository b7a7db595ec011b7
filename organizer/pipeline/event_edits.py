"""Cutting, joining and changing events; what the user said holds after every new grouping."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.errors import UsageError
from organizer.library import Library
from organizer.models import EditKind, EventEdit, EventEditId, Photo, PhotoId
from organizer.pipeline import regrouping

# Enough that one that is deleted does not take the edit with it.
ANCHORS = 5


def split_event(library: Library, photo_ids: Sequence[PhotoId], first: PhotoId) -> EventEdit:
    """Cut an event before a photo.

    Args:
        photo_ids: The photos of the event.
        first: The one that begins the second part.

    Raises:
        UsageError: If nothing lies before it.
    """
    ordered = _in_order(library, photo_ids)
    place = next((place for place, photo in enumerate(ordered) if photo.id == first), 0)
    if place == 0:
        raise UsageError("There is nothing before this photo that could be cut off.")
    return keep_edit(
        library,
        EventEdit(
            kind=EditKind.SPLIT,
            ones=tuple(photo.id for photo in ordered[max(0, place - ANCHORS) : place]),
            others=tuple(photo.id for photo in ordered[place : place + ANCHORS]),
        ),
    )


def merge_events(library: Library, ones: Sequence[PhotoId], others: Sequence[PhotoId]) -> EventEdit:
    """Join two events, given by their photos."""
    return keep_edit(
        library,
        EventEdit(kind=EditKind.MERGE, ones=_anchors(ones), others=_anchors(others)),
    )


def move_photos(
    library: Library, photo_ids: Sequence[PhotoId], into: Sequence[PhotoId] = ()
) -> EventEdit:
    """Move photos into the event of others, or out of every event."""
    anchors = [photo_id for photo_id in into if photo_id not in set(photo_ids)]
    if into and not anchors:
        raise UsageError("These photos are in that event already.")
    return keep_edit(
        library,
        EventEdit(kind=EditKind.MOVE, ones=tuple(photo_ids), others=_anchors(anchors)),
    )


def keep_edit(library: Library, edit: EventEdit) -> EventEdit:
    """Keep an edit, also one that was taken back; proposals are to be made anew."""
    with library.transaction():
        kept = library.event_edits.keep(edit)
        regrouping.mark_due(library)
    return kept


def take_edit_back(library: Library, edit_id: EventEditId) -> None:
    """Group as if an edit had not been made."""
    with library.transaction():
        library.event_edits.remove(edit_id)
        regrouping.mark_due(library)


def edited_photos(library: Library, edit: EventEdit) -> list[Photo]:
    """The photos that an edit names, to show what it is about."""
    return library.photos.get_many([*edit.ones, *edit.others])


def _in_order(library: Library, photo_ids: Sequence[PhotoId]) -> list[Photo]:
    dated = [(p.taken_at, p.content_hash, p) for p in library.photos.get_many(photo_ids)]
    known = [(at, content, photo) for at, content, photo in dated if at is not None]
    return [photo for _, _, photo in sorted(known, key=lambda entry: entry[:2])]


def _anchors(photo_ids: Sequence[PhotoId]) -> tuple[PhotoId, ...]:
    """A few photos spread over an event."""
    step = max(1, len(photo_ids) // ANCHORS)
    return tuple(photo_ids[::step][:ANCHORS])
