"""Faces counted on a few photos of each event, from stored thumbnails, behind the gate."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from time import monotonic

from organizer.features.faces import FACES, count_faces
from organizer.library import Library
from organizer.models import Clusters, Photo, PhotoId, Signal
from organizer.paths import RESOURCES
from organizer.pipeline.permitting import to_be_seen
from organizer.progress import Progress
from organizer.store.derived_writer import DerivedWriter

MODELS = RESOURCES / "models"
MIN_EVENT_PHOTOS = 6
SAMPLE = 12
_COMMIT_SECONDS = 1.0


def count_faces_of_events(
    library: Library,
    photos: Sequence[Photo],
    clusters: Clusters,
    documents: frozenset[PhotoId],
    *,
    progress: Progress,
    threads: int | None,
    forgets: bool = True,
) -> dict[PhotoId, int]:
    """Count what was not counted yet; gives what is known of the photos, by photo.

    Without the user's yes to counting faces nothing is counted, and nothing is known. With
    *forgets*, *photos* are all there are: what was counted on others is dropped.

    Raises:
        SwitchOffError: If suggestions went off in between.
        Cancelled: If the user stopped it; what was counted so far is kept.
    """
    if not library.gate.is_open(Signal.FACE_COUNT):
        return {}
    by_id = {photo.id: photo for photo in to_be_seen(library, Signal.FACE_COUNT, photos)}
    with library.writing_derived() as derived:
        known = _known(library)
        if forgets:
            derived.forget_face_counts([photo_id for photo_id in known if photo_id not in by_id])
        todo = [
            photo
            for photo in sample_of_events(by_id, clusters, documents)
            if known.get(photo.id, ("", 0))[0] != photo.content_hash
        ]
        if todo:
            _count(library, derived, todo, progress, threads or os.cpu_count() or 1)
    return {
        photo_id: faces
        for photo_id, (mark, faces) in _known(library).items()
        if photo_id in by_id and by_id[photo_id].content_hash == mark
    }


def sample_of_events(
    photos: dict[PhotoId, Photo], clusters: Clusters, documents: frozenset[PhotoId]
) -> Iterator[Photo]:
    """Choose up to twelve photos of each event of six or more, look-alikes once.

    By content hash: any order of photos gives the same, and later photos displace few.
    """
    spare = {
        photo_id
        for group in clusters.likeness_groups
        for photo_id in group.photo_ids
        if photo_id != group.best_id
    }
    for event in clusters.events:
        members = [
            photos[photo_id]
            for photo_id in event.photo_ids
            if photo_id in photos and photo_id not in spare and photo_id not in documents
        ]
        if len(event.photo_ids) >= MIN_EVENT_PHOTOS:
            fit = [photo for photo in members if photo.content_hash]
            yield from sorted(fit, key=lambda photo: photo.content_hash)[:SAMPLE]


def _known(library: Library) -> dict[PhotoId, tuple[str, int]]:
    with library.derived() as reader:
        return {} if reader is None else reader.face_counts(FACES)


def _count(
    library: Library,
    derived: DerivedWriter,
    todo: Sequence[Photo],
    progress: Progress,
    threads: int,
) -> None:
    marks = {photo.id: photo.content_hash for photo in todo}
    rows: list[tuple[PhotoId, str, int]] = []
    committed_at = monotonic()
    counted = count_faces(library.thumbnails.each(list(marks)), models=MODELS, threads=threads)
    for photo_id, faces in progress.track(counted, "Counting faces", total=len(todo)):
        rows.append((photo_id, marks[photo_id], faces))
        if monotonic() - committed_at >= _COMMIT_SECONDS:
            derived.keep_face_counts(FACES, rows)
            rows, committed_at = [], monotonic()
    derived.keep_face_counts(FACES, rows)
