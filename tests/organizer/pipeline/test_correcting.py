"""The user's word on a date wins, survives, and can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import UsageError
from organizer.library import Library
from organizer.models import DateSource, Photo, Trust
from organizer.pipeline import correcting
from organizer.progress import Progress
from tests.builders import a_photo_file, fingerprints

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
REALLY = datetime(1987, 6, 5, 4, 3, 2)


@pytest.fixture
def photos(library: Library, tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for number in range(3):
        a_photo_file(folder / f"{number}.jpg", TAKEN.replace(day=number + 1))
    a_photo_file(folder / "other.jpg", TAKEN, make="Compact")
    pipeline.add_folders(library, [folder])
    pipeline.organize(library, progress=Progress(), workers=1)
    return folder


def the_photo(library: Library, name: str) -> Photo:
    return next(photo for photo in library.photos.all() if photo.path.name == name)


def test_a_correction_wins_and_the_file_stays_as_it_is(library: Library, photos: Path) -> None:
    originals = fingerprints(photos)

    correcting.set_date(library, [the_photo(library, "0.jpg").id], REALLY)

    photo = the_photo(library, "0.jpg")
    assert photo.taken_at == REALLY
    assert (photo.captured.source, photo.captured.trust) == (DateSource.USER, Trust.HIGH)
    assert fingerprints(photos) == originals


def test_a_correction_survives_a_rescan_of_a_touched_and_moved_file(
    library: Library, photos: Path
) -> None:
    correcting.set_date(library, [the_photo(library, "0.jpg").id], REALLY)
    (photos / "0.jpg").touch()
    pipeline.organize(library, progress=Progress(), workers=1)
    (photos / "0.jpg").rename(photos / "moved.jpg")

    pipeline.organize(library, progress=Progress(), workers=1)

    assert the_photo(library, "moved.jpg").taken_at == REALLY


def test_a_camera_with_a_wrong_clock_is_shifted_as_a_whole(library: Library, photos: Path) -> None:
    of_camera = correcting.same_camera(library, the_photo(library, "0.jpg"))

    correcting.shift_dates(library, of_camera, timedelta(hours=-7))

    assert len(of_camera) == 3
    assert the_photo(library, "1.jpg").taken_at == datetime(2024, 5, 2, 3, 11, 12)
    assert the_photo(library, "other.jpg").taken_at == TAKEN


def test_corrections_are_taken_back_one_by_one(library: Library, photos: Path) -> None:
    photo_id = the_photo(library, "0.jpg").id
    first = correcting.set_date(library, [photo_id], REALLY)
    second = correcting.shift_dates(library, [photo_id], timedelta(days=1))

    correcting.take_back(library, second)
    assert the_photo(library, "0.jpg").taken_at == REALLY
    correcting.take_back(library, first)

    photo = the_photo(library, "0.jpg")
    assert photo.taken_at == TAKEN.replace(day=1)
    assert photo.captured.source is DateSource.EXIF_ORIGINAL


def test_photos_without_a_date_cannot_be_shifted(library: Library) -> None:
    with pytest.raises(UsageError):
        correcting.shift_dates(library, [], timedelta(hours=1))
