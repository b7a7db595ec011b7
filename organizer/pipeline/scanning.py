"""Folders to photos: the two passes of a scan, written to the library as they come."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import PurePath
from time import monotonic

from organizer.library import Library
from organizer.models import (
    ImageFile,
    Metadata,
    Note,
    PhotoId,
    Status,
)
from organizer.pipeline.archives import read_archives
from organizer.pipeline.batches import chunks, timed_batches
from organizer.pipeline.beside import (
    Found,
    keep_troubles,
    look_around,
    with_place,
)
from organizer.pipeline.leaving_out import say_why_lost
from organizer.pipeline.listing import list_work
from organizer.pipeline.scan_work import ScanWork
from organizer.pipeline.settling import mark_due, settle_if_due
from organizer.progress import Progress
from organizer.scan.dates import NOTHING_BESIDE, Beside, choose_capture_time
from organizer.scan.facts import beside_from
from organizer.scan.formats import decoders_for
from organizer.scan.names import kind_of
from organizer.scan.reading import FILES_A_LOOK, SecondLook, in_portions, look_twice
from organizer.scan.workers import WorkerPool
from organizer.store.files import FIRST_PASS, SECOND_PASS, Seen, Standing


@dataclass(slots=True)
class ScanResult:
    """What a scan found and did; *dates_s*, the first pass, is a part of *read_s*."""

    list_s: float = 0.0
    dates_s: float = 0.0
    read_s: float = 0.0
    photos_read: int = 0
    notes: list[Note] = field(default_factory=list)


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
    work = list_work(library, progress)
    result.notes = work.notes
    result.list_s = monotonic() - started
    if work.needs_workers or work.gone:
        mark_due(library)
    if work.needs_workers:
        with WorkerPool(workers, loads=decoders_for(file.path for file in work.files())) as pool:
            read_archives(library, pool, work)
            _first_pass(library, pool, work, progress, on_batch)
            result.dates_s = monotonic() - started - result.list_s
            _redate(library, pool, work, progress)
            # newest first: that is what the window shows at the top
            todo = sorted(work.unseen + work.unread, key=lambda file: -file.mtime_ns)
            _second_pass(library, pool, todo, progress, on_batch)
            result.photos_read = len(todo)
    _sweep(library, work.gone)
    settle_if_due(library)
    result.read_s = monotonic() - started - result.list_s
    return result


# -- first pass: dates, places, embedded thumbnails ---------------------------------------------


def _first_pass(
    library: Library,
    pool: WorkerPool,
    work: ScanWork,
    progress: Progress,
    on_batch: Callable[[], None],
) -> None:
    look = partial(look_around, work)
    looks = pool.map(look, chunks(work.unseen, FILES_A_LOOK))
    flat = (found for some in looks for found in some)
    tracked = progress.track(flat, "Finding dates and places", total=len(work.unseen))
    for batch in timed_batches(tracked):
        with library.transaction():
            there = library.folders.ids()  # one may have been removed meanwhile
            for found in batch:
                if found.look.file.folder_id in there:
                    _keep_first_look(library, found)
            keep_troubles(library, work, batch)
        on_batch()


def _keep_first_look(library: Library, found: Found) -> None:
    file, seen = found.look.file, _seen(found.look.file, found.look.metadata, found.beside)
    before = library.files.standing(file)
    if before is None or before.copies > 1:  # of several copies only this one changed
        photo_id = library.scanned.add(seen)
    else:
        photo_id = before.photo_id
        library.scanned.describe(photo_id, seen)
    library.files.keep(file, photo_id, seen, passed=FIRST_PASS, beside=found.kept)
    if before is not None or found.look.embedded_jpeg:
        library.thumbnails.keep(photo_id, found.look.embedded_jpeg, passed=FIRST_PASS)


def _redate(library: Library, pool: WorkerPool, work: ScanWork, progress: Progress) -> None:
    """Date the unchanged files anew beside which something changed; no picture is decoded."""
    look = partial(look_around, work)
    looks = pool.map(look, chunks(work.undated, FILES_A_LOOK))
    flat = (found for some in looks for found in some)
    tracked = progress.track(flat, "Reading what lies beside photos", total=len(work.undated))
    for batch in timed_batches(tracked):
        with library.transaction():
            for found in batch:
                _keep_new_date(library, found)
            keep_troubles(library, work, batch)


def _keep_new_date(library: Library, found: Found) -> None:
    file = found.look.file
    photo_id = library.files.photo_of(file)
    if photo_id is None:  # its folder was removed meanwhile
        return
    library.files.redate(file, _seen(file, found.look.metadata, found.beside), found.kept)
    library.scanned.take_date_from_files(photo_id)


# -- second pass: content, thumbnail, sharpness ----------------------------------------------------


def _second_pass(
    library: Library,
    pool: WorkerPool,
    files: Sequence[ImageFile],
    progress: Progress,
    on_batch: Callable[[], None],
) -> None:
    """Read whole files. Those under whose name something new lies come last, once more.

    Names may have been handed on (002 is 001 now): the photo that lay there is met elsewhere
    first, and keeps what the user said of it.
    """
    waiting: list[ImageFile] = []
    for todo, may_wait in ((files, True), (waiting, False)):
        looks = pool.map(look_twice, in_portions(todo))
        flat = (look for some in looks for look in some)
        tracked = progress.track(flat, "Reading photos", total=len(todo))
        for batch in timed_batches(tracked) if todo else ():
            with library.transaction():
                waiting.extend(
                    look.file
                    for look in batch
                    if not _keep_second_look(library, look, may_wait=may_wait)
                )
            on_batch()


def _keep_second_look(library: Library, look: SecondLook, *, may_wait: bool) -> bool:
    """Keep a look; False if it is to come again, when all others are kept."""
    before = library.files.standing(look.file)
    if before is None:  # its folder was removed while it was read
        return True
    seen = None
    if look.metadata is not None:
        beside = beside_from(json.loads(before.says)) if before.says else NOTHING_BESIDE
        seen = _seen(look.file, look.metadata, beside)
    same = library.scanned.with_content(look.content_hash) if look.content_hash else None
    if same is not None and same != before.photo_id:
        _move_file(library, look, seen, before, same)
    elif may_wait and same is None and look.content_hash and not before.is_fresh:
        return False
    else:
        _settle(library, look, seen, before, is_new=same is None and before.copies > 1)
    return True


def _move_file(
    library: Library, look: SecondLook, seen: Seen | None, before: Standing, same: PhotoId
) -> None:
    """The bytes are known: this file is another path of a photo that is there already."""
    # a photo that was read before keeps what the user said of it: its file may only have been
    # renamed, and be met later; if not, the sweep takes it
    if before.copies == 1 and before.is_fresh:
        library.scanned.merge(before.photo_id, into=same)
        library.thumbnails.remove([before.photo_id])
    if seen is not None:  # the first look may have taken this photo for another content
        library.scanned.describe(same, seen)
    library.files.mark(look.file, same, seen, passed=SECOND_PASS)
    library.scanned.take_date_from_files(same)
    if look.status is Status.OK:
        library.scanned.revive(same)


def _settle(
    library: Library, look: SecondLook, seen: Seen | None, before: Standing, *, is_new: bool
) -> None:
    """Keep what reading gave of a photo; of a new one, if the file is no longer like its copies."""
    photo_id = library.scanned.add() if is_new else before.photo_id
    library.scanned.settle(
        photo_id,
        seen,
        status=look.status,
        reason=look.reason,
        content_hash=look.content_hash,
        sharpness=look.sharpness,
    )
    # a file that could not even be opened is tried again by the next scan; one that ended its
    # workers is not, or every look for new photos would take as long again
    passed = SECOND_PASS if look.is_final else FIRST_PASS
    library.files.mark(look.file, photo_id, seen, passed=passed)
    if before.copies > 1 or seen is None:
        library.scanned.take_date_from_files(photo_id)
    library.thumbnails.keep(photo_id, look.jpeg, passed=SECOND_PASS)


# -- end -------------------------------------------------------------------------------------------


def _sweep(library: Library, gone: Iterable[int]) -> None:
    """Drop what is no longer there; last, so that a moved file has met its photo by now."""
    with library.transaction():
        library.files.forget(gone)
        library.thumbnails.remove(library.scanned.sweep())
        say_why_lost(library)


def _seen(file: ImageFile, found: Metadata, beside: Beside) -> Seen:
    """What is known of a file by itself, by its name and by what lies beside it."""
    metadata = with_place(found, beside)
    captured = choose_capture_time(
        metadata,
        PurePath(os.fsdecode(file.relative_path)),
        modified_at=datetime.fromtimestamp(file.mtime_ns / 1e9),
        now=datetime.now(),
        beside=beside,
    )
    return Seen(metadata, kind_of(file.path, metadata.kind), captured, file.size_bytes)
