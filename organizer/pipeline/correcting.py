"""The user's corrections of dates. They live in the catalog only; no file is touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from organizer.errors import UsageError
from organizer.library import Library
from organizer.models import Photo, PhotoId

# what was corrected before, None where the files spoke: enough to take a change back
Before = Mapping[PhotoId, datetime | None]


def set_date(library: Library, photo_ids: Sequence[PhotoId], at: datetime) -> Before:
    """Say when photos were taken; returns what undoes it."""
    return _correct(library, dict.fromkeys(photo_ids, at))


def shift_dates(library: Library, photo_ids: Sequence[PhotoId], by: timedelta) -> Before:
    """Move the dates of photos, such as those of a camera with a wrong clock.

    Raises:
        UsageError: If none of them has a date that could be moved.
    """
    dated = [photo for photo in library.photos.get_many(photo_ids) if photo.taken_at is not None]
    if not dated:
        raise UsageError("None of these photos has a date that could be shifted.")
    return _correct(library, {p.id: p.taken_at + by for p in dated if p.taken_at is not None})


def same_camera(library: Library, photo: Photo) -> list[PhotoId]:
    """All photos by the camera that took this one."""
    camera = (photo.camera_make, photo.camera_model)
    return [p.id for p in library.photos.all() if (p.camera_make, p.camera_model) == camera]


def take_back(library: Library, before: Before) -> None:
    """Undo a correction."""
    earlier = {photo_id: at for photo_id, at in before.items() if at is not None}
    fresh = [photo_id for photo_id, at in before.items() if at is None]
    with library.transaction():
        library.corrections.keep(earlier)
        library.corrections.forget(fresh)
        for photo_id in fresh:
            library.photos.take_date_from_files(photo_id)


def _correct(library: Library, corrections: Mapping[PhotoId, datetime]) -> Before:
    known = library.corrections.all()
    with library.transaction():
        library.corrections.keep(corrections)
    return {photo_id: known.get(photo_id) for photo_id in corrections}
