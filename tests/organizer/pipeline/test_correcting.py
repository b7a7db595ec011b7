"""The user's word on a date wins, survives, and can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import DateSource, Photo, SuggestionKind, Trust
from organizer.pipeline import correcting, regrouping
from organizer.progress import Progress
from tests.builders import a_life, a_photo_file, fingerprints

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
    of_camera = correcting.same_camera(library, [the_photo(library, "0.jpg").id])

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


def test_undo_gives_back_the_date_that_all_files_together_gave(
    library: Library, tmp_path: Path
) -> None:
    for number in range(30):  # as many at one time as only a clock that was never set gives
        a_photo_file(tmp_path / f"photos/{number}.jpg", datetime(2008, 1, 1))
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    photo = the_photo(library, "0.jpg")
    assert photo.captured.trust is not Trust.HIGH

    before = correcting.set_date(library, [photo.id], REALLY)
    correcting.take_back(library, before)
    assert the_photo(library, "0.jpg").captured == photo.captured

    correcting.set_date(library, [photo.id], REALLY)
    correcting.forget(library, [photo.id])
    assert the_photo(library, "0.jpg").captured == photo.captured


def test_believing_the_files_again_can_be_undone(library: Library, photos: Path) -> None:
    one, other = the_photo(library, "0.jpg").id, the_photo(library, "1.jpg").id
    correcting.set_date(library, [one], REALLY)

    before = correcting.forget(library, [one, other])
    assert the_photo(library, "0.jpg").taken_at == TAKEN.replace(day=1)
    correcting.take_back(library, before)

    assert set(before) == {one}
    assert the_photo(library, "0.jpg").taken_at == REALLY
    with pytest.raises(UsageError, match="corrected"):
        correcting.forget(library, [other])


@pytest.mark.parametrize("at", [datetime(1825, 12, 31), datetime(2999, 1, 1)])
def test_a_date_no_photo_can_have_is_refused(library: Library, photos: Path, at: datetime) -> None:
    photo = the_photo(library, "0.jpg")

    with pytest.raises(UsageError):
        correcting.set_date(library, [photo.id], at)
    with pytest.raises(UsageError):
        correcting.shift_dates(library, [photo.id], at - TAKEN)

    assert the_photo(library, "0.jpg") == photo


def test_the_time_a_file_was_written_is_no_date_to_shift(library: Library, photos: Path) -> None:
    a_photo_file(photos / "scan.png", None, make="")
    pipeline.organize(library, progress=Progress(), workers=1)
    scan, dated = the_photo(library, "scan.png"), the_photo(library, "0.jpg")

    changed = correcting.shift_dates(library, [scan.id, dated.id], timedelta(hours=1))

    assert set(changed) == {dated.id}
    assert the_photo(library, "scan.png") == scan
    with pytest.raises(UsageError):
        correcting.shift_dates(library, [scan.id], timedelta(hours=1))


def test_photos_that_do_not_name_one_camera_are_of_none(library: Library, photos: Path) -> None:
    a_photo_file(photos / "scan.png", None, make="")
    pipeline.organize(library, progress=Progress(), workers=1)
    scan, one = the_photo(library, "scan.png").id, the_photo(library, "0.jpg").id

    assert correcting.same_camera(library, [scan]) == []
    assert correcting.same_camera(library, [one, the_photo(library, "other.jpg").id]) == []


def test_undo_leaves_out_photos_that_are_gone_and_says_so_when_all_are(
    library: Library, photos: Path
) -> None:
    ids = [the_photo(library, f"{number}.jpg").id for number in range(2)]
    before = correcting.shift_dates(library, ids, timedelta(days=-1))
    (photos / "0.jpg").unlink()
    pipeline.organize(library, progress=Progress(), workers=1)

    correcting.take_back(library, before)
    assert the_photo(library, "1.jpg").taken_at == TAKEN.replace(day=2)

    (photos / "1.jpg").unlink()
    pipeline.organize(library, progress=Progress(), workers=1)
    with pytest.raises(NotFoundError):
        correcting.take_back(library, before)
    with pytest.raises(NotFoundError):
        correcting.set_date(library, ids, REALLY)


def test_a_corrected_trip_is_found_where_it_was_without_reading_a_photo(
    library: Library, tmp_path: Path
) -> None:
    a_life(tmp_path / "photos")
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=1)
    (trip,) = [s for s in pipeline.open_suggestions(library) if s.kind is SuggestionKind.TRIP]

    correcting.shift_dates(library, trip.photo_ids, timedelta(days=1, hours=7))
    (tmp_path / "photos").rename(tmp_path / "unplugged")
    regrouping.propose_if_due(library, progress=Progress())

    (found,) = [s for s in pipeline.open_suggestions(library) if s.kind is SuggestionKind.TRIP]
    assert found.start == trip.start + timedelta(days=1, hours=7)
    assert not regrouping.is_due(library)


def test_with_suggestions_off_a_correction_works_nothing_out(
    library: Library, photos: Path
) -> None:
    correcting.set_date(library, [the_photo(library, "0.jpg").id], REALLY)

    regrouping.propose_if_due(library, progress=Progress())

    assert not any(path.exists() for path in library.derived_files)
