"""The user's corrections of dates. They live in the catalog only; no file is touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import CaptureTime, DateSource, PhotoId
from organizer.pipeline import regrouping, settling
from organizer.scan.dates import OLDEST

# the dates as they were, with where they came from: enough to take a change back
Before = Mapping[PhotoId, CaptureTime]


def set_date(library: Library, photo_ids: Sequence[PhotoId], at: datetime) -> Before:
    """Say when photos were taken; returns what undoes it.

    Raises:
        UsageError: If no photo can have been taken then.
        NotFoundError: If none of the photos is there any more.
    """
    require_possible(at, at)
    known = _known(library, photo_ids)
    return _correct(library, known, dict.fromkeys(known, at))


def shift_dates(library: Library, photo_ids: Sequence[PhotoId], by: timedelta) -> Before:
    """Move the dates of photos, such as those of a camera with a wrong clock.

    What has no date but that of its file's last change stays as it is.

    Raises:
        UsageError: If none of them has a date that could be moved, or one came to lie where no
            photo can have been taken.
        NotFoundError: If none of the photos is there any more.
    """
    known = _known(library, photo_ids)
    dated = {
        photo_id: captured.taken_at
        for photo_id, captured in known.items()
        if captured.taken_at is not None and captured.source is not DateSource.FILE
    }
    if not dated:
        raise UsageError("None of these photos has a date that could be shifted.")
    require_possible(min(dated.values()), max(dated.values()), by=by)
    return _correct(library, known, {photo_id: at + by for photo_id, at in dated.items()})


def forget(library: Library, photo_ids: Sequence[PhotoId]) -> Before:
    """Believe the files again; returns what undoes it.

    Raises:
        UsageError: If none of these dates was corrected.
        NotFoundError: If none of the photos is there any more.
    """
    known = _known(library, photo_ids)
    said = dates_by_files(library, photo_ids)
    if not said:
        raise UsageError("None of these dates was corrected.")
    with library.transaction():
        library.corrections.forget(said)
        library.scanned.set_dates(said)
        regrouping.mark_due(library)
    return {photo_id: known[photo_id] for photo_id in said}


def dates_by_files(library: Library, photo_ids: Sequence[PhotoId]) -> dict[PhotoId, CaptureTime]:
    """What the files say of the photos among these whose date was corrected."""
    known = library.photos.dates_of(photo_ids)
    corrected = [photo_id for photo_id, at in known.items() if at.source is DateSource.USER]
    if not corrected:
        return {}
    settled = settling.settled_dates(library.files.facts())
    return {photo_id: settled[photo_id] for photo_id in corrected if photo_id in settled}


def first_by_files(
    library: Library, photo_ids: Sequence[PhotoId]
) -> tuple[datetime, datetime | None] | None:
    """The first corrected date among these, and what the files say of it."""
    said = dates_by_files(library, photo_ids)
    known = library.photos.dates_of(list(said))
    pairs = [
        (corrected.taken_at, said[photo_id].taken_at)
        for photo_id, corrected in known.items()
        if corrected.taken_at is not None
    ]
    return min(pairs, key=lambda pair: (pair[0], pair[1] or pair[0]), default=None)


def same_camera(library: Library, photo_ids: Sequence[PhotoId]) -> list[PhotoId]:
    """All photos by the one camera that took these; none if they do not say, or are of several."""
    cameras = library.photos.cameras_of(photo_ids)
    if len(cameras) != 1 or cameras == {("", "")}:
        return []
    return library.photos.by_camera(*cameras.pop())


def take_back(library: Library, before: Before) -> None:
    """Undo a change; of photos that are gone there is nothing left to undo.

    Raises:
        NotFoundError: If none of the photos is there any more.
    """
    there = _known(library, list(before))
    by_user, by_files = {}, {}
    for photo_id in there:
        captured = before[photo_id]
        if captured.source is DateSource.USER and captured.taken_at is not None:
            by_user[photo_id] = captured.taken_at
        else:
            by_files[photo_id] = captured
    with library.transaction():
        library.corrections.keep(by_user)
        library.corrections.forget(by_files)
        library.scanned.set_dates(by_files)
        regrouping.mark_due(library)
    if by_files:  # they may say something else by now
        settling.mark_due(library)


def require_possible(first: datetime, last: datetime, *, by: timedelta = timedelta(0)) -> None:
    """Photos dated from *first* to *last* can be dated *by* later.

    Raises:
        UsageError: If one of them could not have been taken then.
    """
    if first < OLDEST - by:
        raise UsageError(f"No photo is older than {OLDEST.year}, when photography began.")
    if last > datetime.now() + timedelta(days=1) - by:
        raise UsageError("No photo can have been taken later than tomorrow.")


def _known(library: Library, photo_ids: Sequence[PhotoId]) -> dict[PhotoId, CaptureTime]:
    known = library.photos.dates_of(photo_ids)
    if photo_ids and not known:
        raise NotFoundError("These photos are not in the library any more.")
    return known


def _correct(library: Library, known: Before, corrections: Mapping[PhotoId, datetime]) -> Before:
    with library.transaction():
        library.corrections.keep(corrections)
        regrouping.mark_due(library)
    return {photo_id: known[photo_id] for photo_id in corrections}
