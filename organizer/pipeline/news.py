"""A batch of new photos, grouped and proposed without reading the whole library.

Only the weeks around the new photos are grouped anew. What a library usually looks like (its
light, its background for occasions, how large its events are) is learnt from some other weeks,
drawn by lot but always the same. What this changes stands beside the groups and proposals that are
there; the next quiet look groups everything, so that in the end nothing depends on the order in
which photos came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import blake2b

import numpy as np

from organizer.clusters import apply_edits
from organizer.clusters.events import find_events
from organizer.clusters.likeness import COPY_HASH_BITS, find_likeness
from organizer.features.model import EMBEDDING
from organizer.library import Library
from organizer.models import (
    Clusters,
    Event,
    Features,
    Photo,
    PhotoId,
    RuleKind,
    Signal,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.pipeline import regrouping
from organizer.pipeline.analysing import load_features
from organizer.pipeline.counting import count_faces_of_events
from organizer.pipeline.naming import name_place
from organizer.pipeline.news_groups import changed_groups
from organizer.pipeline.proposing import decided_ids
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from organizer.store.derived import DerivedReader
from organizer.suggestions import suggest_albums, with_lasting_ids
from organizer.suggestions.ranking import MAX_OF_KIND
from organizer.themes import find_documents, score_themes

# Smaller libraries are grouped whole in a second, larger batches are no news but a library.
LEAST_GROUPED, MOST_NEW = 3_000, 500
# A trip may be silent for two weeks and still be the same.
AROUND = timedelta(days=16)
SAMPLE_WEEKS, SAMPLE_PHOTOS = 60, 1_500
MOST_PHOTOS = 15_000
DATED = (SuggestionKind.EVENT, SuggestionKind.TRIP, SuggestionKind.OCCASION)
# What is found by looking at many years waits for the next whole grouping.
OF_MANY_YEARS = "anniversary"

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


def propose_news(library: Library, *, progress: Progress, threads: int | None = None) -> bool:
    """Group and propose what is new; False if everything has to be grouped anew instead.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.GROUPING)
    with library.writing_derived() as derived, library.derived() as reader:
        scene = _scene(library, reader) if reader is not None else None
        if scene is None or reader is None:
            return False
        progress.step("Finding albums", 0, None)
        clusters = _group(library, reader, scene)
        progress.check()
        themes = score_themes(scene.features, clusters.events)
        documents = find_documents(scene.features)
        faces = count_faces_of_events(
            library,
            scene.photos,
            _only(clusters, scene.inside),
            documents,
            progress=progress,
            threads=threads,
            forgets=False,
        )
        stored = reader.suggestions()
        fresh = with_lasting_ids(
            _propose(library, scene, clusters, themes, faces), stored, decided_ids(library)
        )
        touched = [photo for photo in scene.photos if photo.id in scene.alike]
        changes = changed_groups(reader, touched, scene.inside, clusters, themes, documents)
        progress.check()
        derived.change_groups(changes)
        derived.replace_suggestions(_beside(stored, fresh, scene.inside))
    progress.step("Finding albums", 1, 1)
    return True


def _scene(library: Library, reader: DerivedReader) -> Scene | None:
    """Find what is new and what lies around it; None where it is too much, or nothing."""
    there, grouped = library.photos.groupable_ids(), reader.grouped()
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
    kept = tuple(photos.values())
    return Scene(kept, load_features(library, kept), inside, alike)


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


def _group(library: Library, reader: DerivedReader, scene: Scene) -> Clusters:
    """Find events and look-alikes in the scene, as the user changed them."""
    not_events = [
        rule.photo_ids for rule in library.rules.all() if rule.kind is RuleKind.NOT_AN_EVENT
    ]
    events = apply_edits(
        find_events(scene.photos, scene.features),
        scene.photos,
        library.event_edits.all(),
        not_events=not_events,
    )
    return Clusters(
        events=events,
        likeness_groups=find_likeness(scene.features),
        homes=tuple(reader.homes()),
    )


def _only(clusters: Clusters, inside: frozenset[PhotoId]) -> Clusters:
    """Give the events that are grouped anew."""
    events: tuple[Event, ...] = tuple(
        event for event in clusters.events if inside.issuperset(event.photo_ids)
    )
    return Clusters(events=events, likeness_groups=clusters.likeness_groups)


def _propose(
    library: Library,
    scene: Scene,
    clusters: Clusters,
    themes: Mapping[PhotoId, tuple[ThemeScore, ...]],
    faces: Mapping[PhotoId, int],
) -> list[Suggestion]:
    """Propose what lies inside the scene and tells of one stretch of time."""
    language = language_of(library)
    found = suggest_albums(
        scene.photos,
        scene.features,
        clusters,
        themes,
        dates=library.dates.all(),
        decisions=library.decisions.all(),
        rules=library.rules.all(),
        faces=faces,
        name_place=partial(name_place, language=language),
        today=date.today(),
        language=language,
        within=scene.inside,
    )
    return [one for one in found if one.kind in DATED and one.occasion != OF_MANY_YEARS]


def _beside(
    stored: Sequence[Suggestion], fresh: Sequence[Suggestion], inside: frozenset[PhotoId]
) -> list[Suggestion]:
    """Put what is proposed anew beside what was proposed of other times, best first."""
    stays = [
        one for one in stored if one.kind not in DATED or not inside.intersection(one.photo_ids)
    ]
    ranked = sorted([*stays, *fresh], key=lambda one: (-one.score, one.id))
    counts: dict[SuggestionKind, int] = {}
    kept = []
    for one in ranked:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        if counts[one.kind] <= MAX_OF_KIND.get(one.kind, 1):
            kept.append(one)
    return kept
