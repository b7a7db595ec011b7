"""Photos and features to groups and suggestions, behind the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from organizer.clusters import apply_edits, cluster_photos
from organizer.library import Library
from organizer.models import Clusters, Features, Photo, RuleKind, Signal, Status, Suggestion
from organizer.pipeline.analysing import load_features
from organizer.pipeline.best_shots import as_said
from organizer.pipeline.counting import count_faces_of_events
from organizer.pipeline.naming import name_place
from organizer.pipeline.permitting import permitted
from organizer.pipeline.speaking import language_of
from organizer.pipeline.teaching import find_taught
from organizer.places import correct_homes, find_homes
from organizer.progress import Progress
from organizer.suggestions import suggest_albums, with_lasting_ids
from organizer.themes import find_documents, score_themes


def propose(
    library: Library, *, progress: Progress, threads: int | None = None
) -> list[Suggestion]:
    """Group the photos anew, count faces where that may help, and keep what is proposed.

    Args:
        threads: Count faces; None takes one a core.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.GROUPING)
    progress.step("Finding albums", 0, None)
    # opened for writing first: a store of an older format is brought up to date before it is read
    with library.writing_derived() as derived:
        all_photos = filter(may_be_grouped, library.photos.all())
        photos = list(permitted(library, all_photos))
        derived.forget_features(library.hidden.withheld())
        features = load_features(library, photos)
        clusters = _group(library, photos, features)
        progress.check()
        themes = score_themes(features, clusters.events)
        documents = find_documents(features)
        faces = count_faces_of_events(
            library, photos, clusters, documents, progress=progress, threads=threads
        )
        progress.step("Finding albums", 0, None)
        language = language_of(library)
        found = suggest_albums(
            photos,
            features,
            clusters,
            themes,
            dates=library.dates.all(),
            decisions=library.decisions.all(),
            rules=library.rules.all(),
            edits=library.event_edits.all(),
            taught=find_taught(library, features),
            faces=faces,
            documents=documents,
            name_place=partial(name_place, language=language),
            today=date.today(),
            language=language,
        )
        progress.check()
        found = with_lasting_ids(found, _former(library), decided_ids(library))
        derived.replace_groups([photo.id for photo in photos], clusters, themes, documents)
        derived.replace_suggestions(found)
    progress.step("Finding albums", 1, 1)
    return list(found)


def _former(library: Library) -> list[Suggestion]:
    with library.derived() as reader:
        return [] if reader is None else reader.suggestions()


def decided_ids(library: Library) -> set[str]:
    """The suggestions that the user saved or dismissed."""
    return {decision.suggestion_id for decision in library.decisions.all()}


def may_be_grouped(photo: Photo) -> bool:
    """Whether anything is worked out from a photo: it can be read, and is not hidden."""
    return photo.status is Status.OK and not photo.withheld


def _group(library: Library, photos: Sequence[Photo], features: Features) -> Clusters:
    """Find groups and homes, and change them as the user said."""
    any_place = library.gate.is_open(Signal.PLACES)
    homes = correct_homes(find_homes(photos), library.home_words.all()) if any_place else ()
    clusters = cluster_photos(photos, features, homes=homes)
    rules = library.rules.all()
    not_events = [rule.photo_ids for rule in rules if rule.kind is RuleKind.NOT_AN_EVENT]
    edits = library.event_edits.all()
    events = apply_edits(clusters.events, photos, edits, not_events=not_events)
    like = as_said(library, clusters.likeness_groups)
    return replace(clusters, events=events, likeness_groups=like)
