"""The borders of an opened suggestion: what a slider goes through, and keeping what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from organizer.clusters.borders import Borders, Level, find_borders
from organizer.library import Library
from organizer.models import EventEdit, Kind, Photo, PhotoId, Suggestion, SuggestionKind
from organizer.pipeline.analysing import load_features
from organizer.pipeline.event_edits import merge_events, move_photos, split_event

AROUND = timedelta(days=2)
BORDERED = (SuggestionKind.EVENT, SuggestionKind.OCCASION, SuggestionKind.TRIP)
ALBUM_KINDS = (Kind.PHOTO, Kind.VIDEO, Kind.RAW)


def borders_of(library: Library, suggestion: Suggestion) -> Borders:
    """The levels from many small albums to one with what lies around; one level for others."""
    if suggestion.kind not in BORDERED or suggestion.start is None or suggestion.end is None:
        return Borders(levels=((suggestion.photo_ids,),), now=0)
    ids = set(suggestion.photo_ids)
    # what lies around a trip is home, or another trip
    wide = timedelta(0) if suggestion.kind is SuggestionKind.TRIP else AROUND
    near = library.photos.taken_between(suggestion.start - wide, suggestion.end + wide)
    spare = _spare(library, near)
    inside = [photo for photo in near if photo.id in ids]
    around = [
        photo
        for photo in near
        if suggestion.kind is not SuggestionKind.TRIP
        and photo.id not in ids
        and photo.id not in spare
        and photo.kind in ALBUM_KINDS
    ]
    return find_borders(inside, around, load_features(library, [*inside, *around]))


def keep_borders(library: Library, borders: Borders, level: Level) -> list[EventEdit]:
    """Group as a level shows, from now on; returns the edits, which can be taken back."""
    (now,) = borders.levels[borders.now]
    if len(level) > 1:
        return [split_event(library, now, part[0]) for part in level[1:]]
    added = [photo_id for photo_id in level[0] if photo_id not in set(now)]
    return _take_in(library, now, added) if added else []


def _take_in(library: Library, now: Sequence[PhotoId], added: Sequence[PhotoId]) -> list[EventEdit]:
    """Join whole events where the photos have one; single shots are moved."""
    with library.derived() as derived:
        events = {} if derived is None else {one: derived.membership_of(one) for one in added}
    of_event: dict[int, list[PhotoId]] = {}
    alone = []
    for photo_id in added:
        member = events.get(photo_id)
        if member is None or member.event_id is None:
            alone.append(photo_id)
        else:
            of_event.setdefault(member.event_id, []).append(photo_id)
    edits = [merge_events(library, now, others) for _, others in sorted(of_event.items())]
    return [*edits, move_photos(library, alone, now)] if alone else edits


def _spare(library: Library, photos: Sequence[Photo]) -> set[PhotoId]:
    """Documents, and near-identical shots of which a better one is there."""
    spare: set[PhotoId] = set()
    with library.derived() as derived:
        if derived is None:
            return spare
        for photo in photos:
            member = derived.membership_of(photo.id)
            group = member.likeness_group_id
            found = derived.likeness_group(group) if group is not None else None
            if member.is_document or (found is not None and found.best_id != photo.id):
                spare.add(photo.id)
    return spare
