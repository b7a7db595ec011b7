"""Folders and names that are left out, and taken in again: nothing the user said is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import PhotoId, Status
from organizer.pipeline import correcting
from organizer.progress import Progress
from tests.builders import a_photo_file, fingerprints

TAKEN = datetime(2024, 5, 4, 10, 11, 12)
TRUE_DATE = datetime(1999, 1, 2, 3, 4, 5)


def scan(library: Library) -> pipeline.Timing:
    return pipeline.organize(library, progress=Progress(), workers=1)


@pytest.fixture
def photos(library: Library, tmp_path: Path) -> Path:
    """Six photos, read: two at the top, two in phone/Sent, two GIF-like in phone."""
    folder = tmp_path / "photos"
    for number, name in enumerate(
        ("a.jpg", "b.jpg", "phone/Sent/c.jpg", "phone/Sent/d.jpg", "phone/e.png", "phone/f.png")
    ):
        a_photo_file(folder / name, TAKEN.replace(day=number + 1), seed=number)
    pipeline.add_folders(library, [folder])
    scan(library)
    assert library.photos.count() == 6
    return folder


def photo_named(library: Library, name: str) -> PhotoId:
    (found,) = [photo.id for photo in library.photos.all() if photo.path.name == name]
    return found


def shown(library: Library) -> set[str]:
    return {p.path.name for p in library.photos.all() if p.status is Status.OK}


def test_a_left_out_folder_leaves_the_timeline_and_comes_back(
    library: Library, photos: Path
) -> None:
    originals = fingerprints(photos)

    left_out = pipeline.leave_out(library, photos / "phone")

    assert left_out.photos == 4
    assert "Left out, as you asked: 1 folder." in scan(library).notes
    assert shown(library) == {"a.jpg", "b.jpg"}
    assert [(one.folders, one.files) for one in pipeline.left_out(library)] == [(1, 0)]
    assert library.thumbnails.count() == 2
    pipeline.take_in_again(library, left_out.id)
    assert scan(library).notes == ()
    assert library.photos.count() == 6
    assert fingerprints(photos) == originals


def test_stars_albums_and_corrected_dates_come_back_with_the_photos(
    library: Library, photos: Path
) -> None:
    starred, named, corrected = (photo_named(library, name) for name in ("c.jpg", "d.jpg", "e.png"))
    with library.transaction():
        library.photos.set_favourite(starred, is_favourite=True)
        album = library.albums.add("Mine", [named])
    correcting.set_date(library, [corrected], TRUE_DATE)
    left_out = pipeline.leave_out(library, photos / "phone")
    scan(library)

    assert library.albums.get(album.id).photo_ids == (named,)  # type: ignore[union-attr]
    assert {p.reason for p in library.photos.problems()} == {"Its folder is left out of Homeroll."}
    scan(library)  # and the reason stays true
    assert {p.reason for p in library.photos.problems()} == {"Its folder is left out of Homeroll."}

    pipeline.take_in_again(library, left_out.id)
    scan(library)

    assert not library.photos.problems()
    back = library.photos.get(starred)
    assert back is not None
    assert back.favourite
    again = library.photos.get(photo_named(library, "e.png"))
    assert again is not None
    assert again.taken_at == TRUE_DATE
    scan(library)
    assert library.photos.get(again.id).taken_at == TRUE_DATE  # type: ignore[union-attr]
    assert library.corrections.all() == {again.id: TRUE_DATE}


def test_a_pattern_leaves_out_files_and_folders_of_that_name(
    library: Library, photos: Path
) -> None:
    with library.transaction():
        library.photos.set_favourite(photo_named(library, "e.png"), is_favourite=True)

    assert pipeline.count_fitting(library, "*.png") == 2
    pipeline.leave_out(library, "*.png")
    pipeline.leave_out(library, "sent/")
    timing = scan(library)

    assert shown(library) == {"a.jpg", "b.jpg"}
    assert "Left out, as you asked: 1 folder and 2 files." in timing.notes
    (kept,) = library.photos.problems()
    assert kept.reason == "It is left out of Homeroll, like everything named “*.png”."


def test_a_copy_elsewhere_keeps_the_photo(library: Library, photos: Path) -> None:
    (photos / "copy.jpg").write_bytes((photos / "phone/Sent/c.jpg").read_bytes())
    scan(library)

    pipeline.leave_out(library, "Sent")
    scan(library)

    assert shown(library) == {"a.jpg", "b.jpg", "copy.jpg", "e.png", "f.png"}


def test_an_unplugged_folder_shows_no_longer_what_is_left_out_of_it(
    library: Library, photos: Path
) -> None:
    photos.rename(photos.with_name("unplugged"))

    pipeline.leave_out(library, photos / "phone")
    scan(library)

    assert shown(library) == {"a.jpg", "b.jpg"}


def test_a_moved_folder_takes_along_what_is_left_out_of_it(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    pipeline.leave_out(library, photos / "phone")
    scan(library)
    photos.rename(tmp_path / "new drive")

    pipeline.relocate_folder(library, library.folders.all()[0].id, tmp_path / "new drive")
    scan(library)

    assert shown(library) == {"a.jpg", "b.jpg"}
    assert [one.folder for one in pipeline.left_out(library)] == [tmp_path / "new drive/phone"]


def test_a_removed_folder_is_whole_when_it_is_added_again(library: Library, photos: Path) -> None:
    pipeline.leave_out(library, photos / "phone")
    pipeline.remove_folder(library, library.folders.all()[0].id)

    pipeline.add_folders(library, [photos])
    scan(library)

    assert pipeline.left_out(library) == []
    assert library.photos.count() == 6


def test_what_is_left_out_is_not_watched(library: Library, photos: Path) -> None:
    pipeline.leave_out(library, "sent")

    watched = pipeline.folders_to_watch(library, limit=100)

    assert watched == [photos, photos / "phone"]


def test_adding_a_left_out_folder_says_why_nothing_happens(library: Library, photos: Path) -> None:
    pipeline.leave_out(library, photos / "phone")

    (note,) = pipeline.add_folders(library, [photos / "phone/Sent"]).notes

    assert "left out" in note


def test_what_cannot_be_left_out_is_one_sentence(library: Library, photos: Path) -> None:
    pipeline.leave_out(library, photos / "phone")
    pipeline.leave_out(library, "*.tif")

    for wish, reason in (
        (photos, "remove it from Homeroll instead"),
        (photos.parent, "remove that from Homeroll instead"),
        (photos.parent / "other", "does not lie in a folder you added"),
        (photos / "nowhere", "There is no folder"),
        (photos / "a.jpg", "is a file"),
        (photos / "phone", "left out already"),
        (photos / "phone/Sent", "left out already"),
        ("*.TIF", "left out already"),
        ("  ", "Say which name"),
        ("/", "Say which name"),
        ("*.*", "everything"),
        ("a\nb", "No file"),
        ("x" * 201, "No file"),
    ):
        with pytest.raises(UsageError, match=reason):
            pipeline.leave_out(library, wish)
    assert len(pipeline.left_out(library)) == 2


def test_taking_in_what_is_not_left_out_is_a_sentence(library: Library, photos: Path) -> None:
    left_out = pipeline.leave_out(library, photos / "phone")
    pipeline.take_in_again(library, left_out.id)

    with pytest.raises(NotFoundError, match="not left out"):
        pipeline.take_in_again(library, left_out.id)
