"""Folders to photos: the two passes of a scan, written to the library as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar

from organizer.library import Library
from organizer.models import (
    CaptureTime,
    ImageFile,
    Kind,
    Metadata,
    PhotoId,
    Status,
)
from organizer.progress import Progress
from organizer.scan.dates import choose_capture_time, is_screenshot_name
from organizer.scan.formats import RAW_ENDINGS, VIDEO_ENDINGS, decoders_for
from organizer.scan.reading import (
    FILES_A_LOOK,
    FirstLook,
    SecondLook,
    look_first,
    look_twice,
)
from organizer.scan.walk import find_image_files
from organizer.scan.workers import WorkerPool
from organizer.store.files import FIRST_PASS, SECOND_PASS, KnownFile

# what a kill can cost: the batch that is being gathered
BATCH_SECONDS, BATCH_PHOTOS = 1.0, 200

T = TypeVar("T")


@dataclass(slots=True)
class ScanResult:
    """What a scan found and did."""

    list_s: float = 0.0
    read_s: float = 0.0
    photos_read: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """What the listing leaves to be done."""

    unseen: list[ImageFile] = field(default_factory=list)
    unread: list[ImageFile] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def scan(
    library: Library,
    *,
    progress: Progress,
    workers: int,
    on_batch: Callable[[], None],
) -> ScanResult:
    """Bring the library in line with its folders. Commits as it goes.

    Raises:
        Cancelled: If the user stopped it; what was read so far is kept.
    """
    result = ScanResult()
    started = monotonic()
    work = _list(library, progress, result)
    result.list_s = monotonic() - started
    if work.unseen or work.unread:
        needed = decoders_for(file.path for file in (*work.unseen, *work.unread))
        with WorkerPool(workers, loads=needed) as pool:
            _first_pass(library, pool, work.unseen, progress, on_batch)
            todo = work.unseen + work.unread
            _second_pass(library, pool, todo, progress, on_batch)
            result.photos_read = len(todo)
    _sweep(library, work.gone)
    result.read_s = monotonic() - started - result.list_s
    return result


# -- listing --------------------------------------------------------------------------------------


def _list(library: Library, progress: Progress, result: ScanResult) -> _Work:
    work, found = _Work(), 0
    bare = library.photos.readable_ids() - library.thumbnails.complete()
    for folder in library.folders.all():
        offline = not folder.path.is_dir()
        if offline != folder.offline:
            with library.transaction():
                library.folders.mark_offline(folder.id, offline=offline)
        if offline:
            result.notes.append(f"The folder “{folder.path}” is offline; its photos stay.")
            continue
        known = library.files.known(folder.id)
        troubled: list[str] = []
        for file in find_image_files(folder, note=troubled.append):
            found += 1
            progress.step("Looking for photos", found, None)
            _sort(file, known.pop(file.relative_path, None), work, bare)
        result.notes.extend(troubled)
        if not troubled:  # a folder that cannot be listed just now may still hold its files
            work.gone.extend(left.id for left in known.values())
    progress.step("Looking for photos", found, found)
    return work


def _sort(file: ImageFile, known: KnownFile | None, work: _Work, bare: set[PhotoId]) -> None:
    """Decide what is to be done with a file; *bare* photos have no thumbnail of ours."""
    unchanged = known is not None and (known.size_bytes, known.mtime_ns) == (
        file.size_bytes,
        file.mtime_ns,
    )
    if known is None or not unchanged:
        work.unseen.append(file)
    elif known.passed < SECOND_PASS or known.photo_id in bare:
        work.unread.append(file)


# -- first pass: dates, places, embedded thumbnails ---------------------------------------------


def _first_pass(
    library: Library,
    pool: WorkerPool,
    files: Sequence[ImageFile],
    progress: Progress,
    on_batch: Callable[[], None],
) -> None:
    looks = pool.map(look_first, _chunks(files, FILES_A_LOOK))
    flat = (look for some in looks for look in some)
    tracked = progress.track(flat, "Finding dates and places", total=len(files))
    for batch in _timed_batches(tracked):
        with library.transaction():
            for look in batch:
                _keep_first_look(library, look)
        on_batch()


def _keep_first_look(library: Library, look: FirstLook) -> None:
    file = look.file
    photo_id = _photo_to_change(library, file)
    if photo_id is None:
        photo_id = library.photos.add()
    library.photos.describe(photo_id, look.metadata, size_bytes=file.size_bytes)
    library.files.keep(
        file,
        photo_id,
        passed=FIRST_PASS,
        kind=_kind(file.path, look.metadata.kind),
        captured=_captured(file, look.metadata),
    )
    library.photos.take_date_from_files(photo_id)
    library.thumbnails.keep(photo_id, look.embedded_jpeg, passed=FIRST_PASS)


def _photo_to_change(library: Library, file: ImageFile) -> PhotoId | None:
    """The photo that a changed file was, if it was no other file's photo too."""
    before = library.files.photo_of(file)
    if before is None or library.files.count_of(before) > 1:
        return None
    return before


# -- second pass: content, thumbnail, sharpness ----------------------------------------------------


def _second_pass(
    library: Library,
    pool: WorkerPool,
    files: Sequence[ImageFile],
    progress: Progress,
    on_batch: Callable[[], None],
) -> None:
    looks = pool.map(look_twice, files)
    tracked = progress.track(looks, "Reading photos", total=len(files))
    for batch in _timed_batches(tracked):
        with library.transaction():
            for look in batch:
                _keep_second_look(library, look)
        on_batch()


def _keep_second_look(library: Library, look: SecondLook) -> None:
    before = library.files.photo_of(look.file)
    if before is None:  # its folder was removed while it was read
        return
    same = library.photos.with_content(look.content_hash) if look.content_hash else None
    if same is not None and same != before:
        _move_file(library, look, before, same)
        return
    shared = same is None and library.files.count_of(before) > 1
    _settle(library, look, library.photos.add() if shared else before)


def _move_file(library: Library, look: SecondLook, before: PhotoId, same: PhotoId) -> None:
    """The bytes are known: this file is another path of a photo that is there already."""
    if library.files.count_of(before) == 1:
        library.photos.merge(before, into=same)
        library.thumbnails.remove([before])
    library.files.mark(look.file, same, passed=SECOND_PASS, captured=_recaptured(look))
    library.photos.take_date_from_files(same)
    if look.status is Status.OK:
        library.photos.revive(same)


def _settle(library: Library, look: SecondLook, photo_id: PhotoId) -> None:
    if look.metadata is not None:
        library.photos.describe(photo_id, look.metadata, size_bytes=look.file.size_bytes)
    library.photos.settle(
        photo_id,
        status=look.status,
        reason=look.reason,
        content_hash=look.content_hash,
        sharpness=look.sharpness,
    )
    # a file that could not even be opened is tried again by the next scan
    passed = SECOND_PASS if look.content_hash else FIRST_PASS
    library.files.mark(look.file, photo_id, passed=passed, captured=_recaptured(look))
    library.photos.take_date_from_files(photo_id)
    library.thumbnails.keep(photo_id, look.jpeg, passed=SECOND_PASS)


def _recaptured(look: SecondLook) -> CaptureTime | None:
    return None if look.metadata is None else _captured(look.file, look.metadata)


# -- end -------------------------------------------------------------------------------------------


def _sweep(library: Library, gone: Iterable[int]) -> None:
    """Drop what is no longer there; last, so that a moved file has met its photo by now."""
    with library.transaction():
        library.files.forget(gone)
        library.thumbnails.remove(library.photos.sweep())


def _captured(file: ImageFile, metadata: Metadata) -> CaptureTime:
    return choose_capture_time(
        metadata,
        Path(os.fsdecode(file.relative_path)),
        modified_at=datetime.fromtimestamp(file.mtime_ns / 1e9),
        now=datetime.now(),
    )


def _kind(path: Path, seen: Kind) -> Kind:
    """By content; by name where that could not be opened, and for screenshots."""
    ending = path.suffix.lower()
    if seen is not Kind.PHOTO:
        return seen
    if ending in VIDEO_ENDINGS:
        return Kind.VIDEO
    if ending in RAW_ENDINGS:
        return Kind.RAW
    return Kind.SCREENSHOT if is_screenshot_name(path.name) else Kind.PHOTO


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _timed_batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Lists of what came within a second; what is in hand when the source fails is given first."""
    batch: list[T] = []
    started = monotonic()
    waiting = iter(items)
    try:
        for item in waiting:
            batch.append(item)
            if len(batch) >= BATCH_PHOTOS or monotonic() - started >= BATCH_SECONDS:
                yield batch
                batch, started = [], monotonic()
    except BaseException:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
