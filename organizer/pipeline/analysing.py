"""Photos to features, from stored thumbnails, behind the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic

import numpy as np

from organizer.features.describe import Seen, Small, describe_thumbnails
from organizer.features.looks import COLOURS_LENGTH
from organizer.features.model import EMBEDDING, EMBEDDING_LENGTH, theme_names
from organizer.library import Library
from organizer.models import Features, Photo, Signal, Status
from organizer.paths import RESOURCES
from organizer.pipeline.permitting import to_be_seen
from organizer.progress import Progress
from organizer.store.derived_rows import FeatureRow
from organizer.store.derived_writer import DerivedWriter

MODELS = RESOURCES / "models"
_COMMIT_SECONDS = 1.0
_FEW = 5_000


def analyse(
    library: Library, *, progress: Progress, threads: int, on_batch: Callable[[], None]
) -> int:
    """Look at every photo that was not looked at yet; returns how many that were.

    Raises:
        SwitchOffError: If suggestions are off, also when they go off in between.
        Cancelled: If the user stopped it; what was seen so far is kept.
    """
    library.gate.require(Signal.CONTENT)
    photos = {photo.id: photo for photo in to_be_seen(library, Signal.CONTENT, _readable(library))}
    with library.writing_derived() as derived:
        with library.derived() as reader:
            seen = reader.described(EMBEDDING) if reader is not None else {}
        derived.forget_features([photo_id for photo_id in seen if photo_id not in photos])
        todo = [photo for photo in photos.values() if seen.get(photo.id) != photo.content_hash]
        if todo:
            _describe(library, derived, todo, progress, threads, on_batch)
    return len(todo)


def _readable(library: Library) -> list[Photo]:
    return [
        photo
        for photo in library.photos.all()
        if photo.status is Status.OK and photo.content_hash and not photo.withheld
    ]


def _describe(
    library: Library,
    derived: DerivedWriter,
    todo: Sequence[Photo],
    progress: Progress,
    threads: int,
    on_batch: Callable[[], None],
) -> None:
    hashes = {photo.id: photo.content_hash for photo in todo}
    rows: list[FeatureRow] = []
    committed_at = monotonic()

    def commit() -> None:
        nonlocal committed_at
        derived.keep_features(EMBEDDING, rows)
        rows.clear()
        committed_at = monotonic()
        on_batch()

    batches = describe_thumbnails(_smalls(library, todo), models=MODELS, threads=threads)
    flat = (seen for batch in batches for seen in batch)
    for seen in progress.track(flat, "Looking at photos", total=len(todo)):
        rows.append(_row(seen, hashes[seen.photo_id]))
        if monotonic() - committed_at >= _COMMIT_SECONDS:
            commit()
    commit()


def _smalls(library: Library, photos: Sequence[Photo]) -> Iterator[Small]:
    sharpness = {photo.id: photo.sharpness or 0.0 for photo in photos}
    for photo_id, jpeg in library.thumbnails.each([photo.id for photo in photos]):
        yield Small(photo_id, jpeg, sharpness[photo_id])


def _row(seen: Seen, content_hash: str) -> FeatureRow:
    return FeatureRow(
        photo_id=seen.photo_id,
        content_hash=content_hash,
        embedding=seen.embedding,
        theme_log_probabilities=seen.theme_log_probabilities,
        likeness_hash=seen.likeness_hash,
        quality=seen.quality,
        colourfulness=seen.colourfulness,
        colours=seen.colours,
    )


def load_features(library: Library, photos: Sequence[Photo]) -> Features:
    """The stored features of these photos, without those not looked at or not to be."""
    by_id = {photo.id: photo for photo in to_be_seen(library, Signal.CONTENT, photos)}
    some = list(by_id) if len(by_id) < _FEW else None  # many are read quicker all at once
    with library.derived() as reader:
        rows = (
            []
            if reader is None
            else [
                row
                for row in reader.features(EMBEDDING, some)
                if row.photo_id in by_id and by_id[row.photo_id].content_hash == row.content_hash
            ]
        )
    names = theme_names(MODELS)
    return Features(
        photos=tuple(by_id[row.photo_id] for row in rows),
        theme_names=names,
        embeddings=_matrix([row.embedding for row in rows], "<f2", EMBEDDING_LENGTH),
        theme_log_probabilities=_matrix(
            [row.theme_log_probabilities for row in rows], "<f2", len(names)
        ),
        likeness_hashes=np.frombuffer(b"".join(row.likeness_hash for row in rows), dtype="<u8"),
        quality=np.array([row.quality for row in rows], dtype=np.float32),
        colourfulness=np.array([row.colourfulness for row in rows], dtype=np.float32),
        colours=_matrix([row.colours for row in rows], "u1", COLOURS_LENGTH),
    )


def _matrix(rows: Sequence[bytes], stored: str, columns: int) -> np.ndarray:
    flat = np.frombuffer(b"".join(rows), dtype=stored).reshape(-1, columns)
    return flat.astype(np.float32)
