"""Photos and features to groups and suggestions, behind the gate."""

from __future__ import annotations

from datetime import date

from organizer.clusters import cluster_photos
from organizer.library import Library
from organizer.models import Signal, Status, Suggestion
from organizer.pipeline.analysing import load_features
from organizer.pipeline.naming import name_place
from organizer.places.homes import find_homes
from organizer.progress import Progress
from organizer.suggestions import suggest_albums
from organizer.themes import find_documents, score_themes


def propose(library: Library, *, progress: Progress) -> list[Suggestion]:
    """Group the photos anew and keep what is proposed.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.GROUPING)
    progress.step("Finding albums", 0, None)
    photos = [photo for photo in library.photos.all() if photo.status is Status.OK]
    features = load_features(library, photos)
    clusters = cluster_photos(photos, features, homes=find_homes(photos))
    progress.check()
    themes = score_themes(features, clusters.events)
    found = suggest_albums(
        photos,
        features,
        clusters,
        themes,
        dates=library.dates.all(),
        decisions=library.decisions.all(),
        name_place=name_place,
        today=date.today(),
    )
    progress.check()
    with library.writing_derived() as derived:
        derived.replace_groups(clusters, themes, find_documents(features))
        derived.replace_suggestions(found)
    progress.step("Finding albums", 1, 1)
    return list(found)
