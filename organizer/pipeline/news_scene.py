"""What lies around a batch of new photos, and what stands for the rest of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b

import numpy as np

from organizer.clusters.likeness import COPY_HASH_BITS
from organizer.features.model import EMBEDDING
from organizer.library import Library
from organizer.models import Features, Photo, PhotoId, Signal, Suggestion, SuggestionKind
from organizer.pipeline import regrouping
from organizer.pipeline.analysing import load_features
from organizer.pipeline.permitting import permitted
from organizer.store.derived import DerivedReader

# Smaller libraries are grouped whole in a second, larger batches are no news but a library.
LEAST_GROUPED, MOST_NEW = 3_000, 500
# A trip may be silent for two weeks and still be the same.
AROUND = timedelta(days=16)
SAMPLE_WEEKS, SAMPLE_PHOTOS = 60, 1_500
MOST_PHOTOS = 15_000

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is looked at.

    Attributes:
        photos: All of it; what is in neither of the others stands for the library.
        inside: What is grouped anew.
        alike: The same, and photos of any time that may be like the new ones.
    """

    photos: tuple[Photo, ...]
    features: Features
    inside: frozenset[PhotoId]
    alike: frozenset[PhotoId]


def find_scene(library: Library, reader: DerivedReader) -> Scene | None:
    """Find what is new and what lies around it; None where it is too much, or nothing."""
    there, grouped = library.photos.groupable_ids(), reader.grouped()
    there -= library.gate.refused_photos(Signal.GROUPING)
    new = [photo_id for photo_id in reader.ungrouped(EMBEDDING) if photo_id in there]
    if regrouping.is_due(library) or grouped - there or len(grouped) < LEAST_GROUPED:
        return None
    if not 0 < len(new) <= MOST_NEW:
        return None
    photos = {photo.id: photo for photo in library.photos.get_many(new)}
    spans = _spans(list(photos.values()), reader.suggestions())
    photos |= _photos_of(library, reader, spans)
    inside = frozenset(photos)
    if len(inside) > MOST_PHOTOS:
        return None
    for photo in _likes(library, reader, new, inside):
        photos.setdefault(photo.id, photo)
    alike = frozenset(photos)
    for photo in _sample(library, spans):
        photos.setdefault(photo.id, photo)
    kept = tuple(permitted(library, photos.values()))
    seen = frozenset(photo.id for photo in kept)
    return Scene(kept, load_features(library, kept), inside & seen, alike & seen)


def _spans(new: Sequence[Photo], suggestions: Sequence[Suggestion]) -> list[Span]:
    """Give the stretches of time around new photos, and the trips that reach into them."""
    times = (photo.taken_at for photo in new if photo.has_trusted_date)
    spans = [(at - AROUND, at + AROUND) for at in times if at is not None]
    trips = [
        (found.start, found.end)
        for found in suggestions
        if found.kind is SuggestionKind.TRIP and found.start and found.end
    ]
    reached = [trip for trip in trips if any(_overlap(trip, span) for span in spans)]
    return _united([*spans, *reached])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _united(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap."""
    united: list[Span] = []
    for first, last in sorted(spans):
        if united and first <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], last)
        else:
            united.append((first, last))
    return united


def _photos_of(
    library: Library, reader: DerivedReader, spans: Sequence[Span]
) -> dict[PhotoId, Photo]:
    """Give the photos of spans, and the rest of the events that reach into them."""
    found = {photo.id: photo for span in spans for photo in library.photos.taken_between(*span)}
    events = reader.members_like("event_id", list(found))
    rest = {one for members in events.values() for one in members} - set(found)
    return found | {photo.id: photo for photo in library.photos.get_many(sorted(rest))}


def _likes(
    library: Library, reader: DerivedReader, new: Sequence[PhotoId], inside: frozenset[PhotoId]
) -> list[Photo]:
    """Give photos of any time that new ones may be copies of, with all that are like them."""
    ids, packed = reader.likeness_hashes(EMBEDDING)
    hashes = np.frombuffer(b"".join(packed), dtype="<u8")
    wanted = hashes[np.isin(np.array(ids), np.array(new))]
    near = np.zeros(len(hashes), dtype=bool)
    for one in wanted:
        near |= np.bitwise_count(hashes ^ one) <= COPY_HASH_BITS
    like = {ids[row] for row in np.flatnonzero(near).tolist()} | inside
    groups = reader.members_like("likeness_group_id", list(like))
    like |= {one for members in groups.values() for one in members}
    return library.photos.get_many(sorted(like - inside))


def _sample(library: Library, spans: Sequence[Span]) -> list[Photo]:
    """Give the photos of weeks that stand for the library, drawn by the hash of their Monday."""
    bounds = library.photos.first_and_last()
    if bounds is None:
        return []
    monday = bounds[0].date() - timedelta(days=bounds[0].weekday())
    weeks = [
        monday + timedelta(weeks=week) for week in range((bounds[1].date() - monday).days // 7 + 1)
    ]
    photos: list[Photo] = []
    for week in sorted(weeks, key=_lot)[:SAMPLE_WEEKS]:
        span = datetime.combine(week, time()), datetime.combine(week + timedelta(days=7), time())
        if len(photos) < SAMPLE_PHOTOS and not any(_overlap(span, taken) for taken in spans):
            photos += library.photos.taken_between(span[0], span[1] - timedelta(seconds=1))
    return photos


def _lot(week: date) -> bytes:
    return blake2b(week.isoformat().encode(), digest_size=8).digest()
