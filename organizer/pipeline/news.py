"""A batch of new photos, grouped and proposed without reading the whole library.

Only the weeks around the new photos are grouped anew. What a library usually looks like (its
light, its background for occasions, how large its events are) is learnt from some other weeks,
drawn by lot but always the same. What this changes stands beside the groups and proposals that are
there; the next quiet look groups everything, so that in the end nothing depends on the order in
which photos came.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial

from organizer.clusters import apply_edits
from organizer.clusters.events import find_events
from organizer.clusters.likeness import find_likeness
from organizer.library import Library
from organizer.models import (
    Clusters,
    Event,
    PhotoId,
    RuleKind,
    Signal,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.pipeline.best_shots import as_said
from organizer.pipeline.counting import count_faces_of_events
from organizer.pipeline.naming import name_place
from organizer.pipeline.news_groups import changed_groups
from organizer.pipeline.news_scene import Scene, find_scene
from organizer.pipeline.proposing import decided_ids
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from organizer.store.derived import DerivedReader
from organizer.suggestions import suggest_albums, with_lasting_ids
from organizer.suggestions.ranking import MAX_OF_KIND
from organizer.themes import find_documents, score_themes

DATED = (SuggestionKind.EVENT, SuggestionKind.TRIP, SuggestionKind.OCCASION)


def propose_news(library: Library, *, progress: Progress, threads: int | None = None) -> bool:
    """Group and propose what is new; False if everything has to be grouped anew instead.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.GROUPING)
    with library.writing_derived() as derived, library.derived() as reader:
        scene = find_scene(library, reader) if reader is not None else None
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
            _propose(library, scene, clusters, themes, faces, documents),
            stored,
            decided_ids(library),
        )
        touched = [photo for photo in scene.photos if photo.id in scene.alike]
        changes = changed_groups(reader, touched, scene.inside, clusters, themes, documents)
        progress.check()
        derived.change_groups(changes)
        derived.replace_suggestions(_beside(stored, fresh, scene.inside))
    progress.step("Finding albums", 1, 1)
    return True


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
        likeness_groups=as_said(library, find_likeness(scene.features)),
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
    documents: Collection[PhotoId],
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
        edits=library.event_edits.all(),
        faces=faces,
        documents=documents,
        name_place=partial(name_place, language=language),
        today=date.today(),
        language=language,
        within=scene.inside,
    )
    return [one for one in found if one.kind in DATED and not is_of_many_years(one)]


def _beside(
    stored: Sequence[Suggestion], fresh: Sequence[Suggestion], inside: frozenset[PhotoId]
) -> list[Suggestion]:
    """Put what is proposed anew beside what was proposed of other times, best first."""
    stays = [
        one
        for one in stored
        if one.kind not in DATED
        or is_of_many_years(one)  # waits for the next whole grouping
        or not inside.intersection(one.photo_ids)
    ]
    ranked = sorted([*stays, *fresh], key=lambda one: (-one.score, one.id))
    counts: dict[SuggestionKind, int] = {}
    kept = []
    for one in ranked:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        if counts[one.kind] <= MAX_OF_KIND.get(one.kind, 1):
            kept.append(one)
    return kept


def is_of_many_years(one: Suggestion) -> bool:
    """Whether it was found by looking at many years; a date that the user entered was not."""
    return one.occasion == "anniversary" and not one.subject
