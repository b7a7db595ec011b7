"""Scans and rescans of real folders: what is kept, what converges, what survives a kill."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import LibraryWriteError, UsageError
from organizer.library import Library, open_library
from organizer.models import Status
from organizer.pipeline import correcting
from organizer.progress import Cancelled, Progress
from tests.builders import a_jpeg, a_photo_file, fingerprints, paths_of, report_of, without_ids

ROOT = Path(__file__).resolve().parents[3]
TAKEN = datetime(2024, 5, 4, 10, 11, 12)
KILLS = int(os.environ.get("HOMEROLL_KILLS", "10"))


def scan(library: Library, *folders: Path) -> pipeline.Timing:
    pipeline.add_folders(library, folders)
    return pipeline.organize(library, progress=Progress(), workers=2)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for number in range(4):
        a_photo_file(folder / f"IMG_{number}.jpg", TAKEN.replace(day=number + 1))
    return folder


def test_every_file_is_in_the_report_once_with_a_status_and_a_reason(
    library: Library, photos: Path
) -> None:
    (photos / "broken.jpg").write_bytes(a_jpeg()[:700])
    (photos / "empty.png").touch()
    (photos / "clip.mp4").write_bytes(b"\0\0\0\x20ftypisom" + b"\0" * 64)
    (photos / "copy.jpg").write_bytes((photos / "IMG_0.jpg").read_bytes())

    scan(library, photos)

    report = report_of(library)
    listed = [path for photo in report["photos"] for path in photo["paths"]]
    assert sorted(listed) == sorted(str(path) for path in photos.iterdir())
    assert all(photo["reason"] for photo in report["photos"] if photo["status"] != "ok")
    assert sum(photo["status"] == "ok" for photo in report["photos"]) == 4
    json.dumps(report)


def test_files_with_the_same_content_are_one_photo(library: Library, photos: Path) -> None:
    (photos / "backup").mkdir()
    shutil.copy(photos / "IMG_1.jpg", photos / "backup/IMG_1.jpg")

    scan(library, photos)

    (twins,) = [photo for photo in library.photos.all() if len(photo.paths) == 2]
    assert paths_of([twins]) == {"IMG_1.jpg"}
    assert library.photos.count() == 4


def test_a_copy_with_a_worse_name_does_not_spoil_the_date(library: Library, tmp_path: Path) -> None:
    for name in ("IMG-20200101-WA0001.jpg", "IMG_20191231_235959.jpg"):
        a_photo_file(tmp_path / "photos" / name, make="", seed=7)

    scan(library, tmp_path / "photos")

    (photo,) = library.photos.all()
    assert photo.taken_at == datetime(2019, 12, 31, 23, 59, 59)
    assert photo.has_trusted_date


def test_a_rescan_of_unchanged_files_reads_none_of_them(library: Library, photos: Path) -> None:
    scan(library, photos)

    assert scan(library).photos_read == 0


def test_what_could_not_be_read_is_read_again_on_wish(library: Library, photos: Path) -> None:
    (photos / "broken.jpg").write_bytes(a_jpeg()[:700])
    scan(library, photos)
    assert scan(library).photos_read == 0

    assert pipeline.try_problems_again(library) == 1

    assert scan(library).photos_read == 1
    assert len(library.photos.problems()) == 1


def test_a_moved_file_keeps_its_star_and_its_albums(library: Library, photos: Path) -> None:
    scan(library, photos)
    photo = next(p for p in library.photos.all() if p.path.name == "IMG_2.jpg")
    with library.transaction():
        library.photos.set_favourite(photo.id, is_favourite=True)
        album = library.albums.add("Mine", [photo.id])
    (photos / "sorted").mkdir()
    (photos / "IMG_2.jpg").rename(photos / "sorted/renamed.jpg")

    scan(library)

    (moved,) = library.photos.get_many(library.albums.get(album.id).photo_ids)  # type: ignore[union-attr]
    assert moved.path == photos / "sorted/renamed.jpg"
    assert moved.favourite
    assert library.photos.count() == 4


@pytest.mark.parametrize("how", ["swapped", "renumbered"])
def test_names_that_are_handed_on_take_no_star_along(
    library: Library, photos: Path, how: str
) -> None:
    scan(library, photos)
    photo = next(p for p in library.photos.all() if p.path.name == "IMG_1.jpg")
    with library.transaction():
        library.photos.set_favourite(photo.id, is_favourite=True)
    correcting.set_date(library, [photo.id], TAKEN.replace(year=2001))
    wanted = (photos / "IMG_1.jpg").read_bytes()
    if how == "swapped":
        moves = [("IMG_1", "aside"), ("IMG_2", "IMG_1"), ("aside", "IMG_2")]
    else:
        moves = [("IMG_3", "IMG_4"), ("IMG_2", "IMG_3"), ("IMG_1", "IMG_2")]
    for old, new in moves:
        (photos / f"{old}.jpg").rename(photos / f"{new}.jpg")
    if how == "renumbered":
        (photos / "IMG_1.jpg").write_bytes(a_jpeg(88, taken_at=TAKEN))

    scan(library)

    (starred,) = [p for p in library.photos.all() if p.favourite]
    assert starred.path.read_bytes() == wanted
    assert starred.taken_at == TAKEN.replace(year=2001)
    assert starred.id == photo.id
    assert library.photos.count() == len(list(photos.iterdir()))


def test_a_file_that_is_gone_leaves_the_timeline_but_not_the_album(
    library: Library, photos: Path
) -> None:
    scan(library, photos)
    kept, gone, *_ = library.photos.all()
    with library.transaction():
        album = library.albums.add("Mine", [kept.id])
    kept.path.unlink()
    gone.path.unlink()

    scan(library)

    assert library.photos.count() == 2
    assert library.photos.get(gone.id) is None
    assert library.thumbnails.get(gone.id) is None
    in_album = library.photos.get(kept.id)
    assert in_album is not None
    assert in_album.status is Status.VANISHED
    assert library.albums.get(album.id).photo_ids == (kept.id,)  # type: ignore[union-attr]


def test_a_file_that_comes_back_is_the_photo_it_was(library: Library, photos: Path) -> None:
    scan(library, photos)
    photo = library.photos.all()[0]
    with library.transaction():
        library.photos.set_favourite(photo.id, is_favourite=True)
    content = photo.path.read_bytes()
    photo.path.unlink()
    scan(library)
    photo.path.write_bytes(content)

    scan(library)

    back = library.photos.get(photo.id)
    assert back is not None
    assert (back.status, back.favourite) == (Status.OK, True)


def test_a_changed_file_is_read_again_and_stays_in_its_album(
    library: Library, photos: Path
) -> None:
    scan(library, photos)
    photo = next(p for p in library.photos.all() if p.path.name == "IMG_3.jpg")
    with library.transaction():
        album = library.albums.add("Mine", [photo.id])
    a_photo_file(photos / "IMG_3.jpg", datetime(2020, 1, 2, 3, 4, 5), seed=99)

    scan(library)

    (changed,) = library.photos.get_many(library.albums.get(album.id).photo_ids)  # type: ignore[union-attr]
    assert changed.taken_at == datetime(2020, 1, 2, 3, 4, 5)
    assert changed.content_hash != photo.content_hash


def test_a_changed_copy_becomes_a_photo_of_its_own(library: Library, photos: Path) -> None:
    shutil.copy(photos / "IMG_1.jpg", photos / "copy.jpg")
    scan(library, photos)
    a_photo_file(photos / "copy.jpg", TAKEN, seed=77)

    scan(library)

    assert library.photos.count() == 5
    assert all(len(photo.paths) == 1 for photo in library.photos.all())


def test_a_missing_folder_is_offline_and_its_photos_stay(library: Library, photos: Path) -> None:
    scan(library, photos)
    away = photos.with_name("unplugged")
    photos.rename(away)

    timing = scan(library)

    (folder,) = library.folders.all()
    assert folder.offline
    assert "offline" in timing.notes[0]
    assert library.photos.count() == 4
    away.rename(photos)
    scan(library)
    assert not library.folders.all()[0].offline


def test_a_folder_inside_an_added_one_is_not_added_twice(library: Library, photos: Path) -> None:
    inner = photos / "inner"
    a_photo_file(inner / "a.jpg", TAKEN)

    added = pipeline.add_folders(library, [photos, inner, photos / "IMG_0.jpg", photos / "nothing"])

    assert [folder.path for folder in added.added] == [photos]
    assert len(added.notes) == 3


def test_a_folder_around_an_added_one_takes_its_photos_in(library: Library, photos: Path) -> None:
    inner = photos / "inner"
    a_photo_file(inner / "a.jpg", TAKEN)
    scan(library, inner)
    before = {photo.id for photo in library.photos.all()}

    scan(library, photos)

    assert [folder.path for folder in library.folders.all()] == [photos]
    assert len(before) == 1
    assert before <= {photo.id for photo in library.photos.all()}


def test_removing_a_folder_touches_no_file_and_keeps_albums(library: Library, photos: Path) -> None:
    scan(library, photos)
    originals = fingerprints(photos)
    photo = library.photos.all()[0]
    with library.transaction():
        album = library.albums.add("Mine", [photo.id])

    pipeline.remove_folder(library, library.folders.all()[0].id)

    assert library.photos.count() == 0
    assert library.albums.get(album.id).photo_ids == (photo.id,)  # type: ignore[union-attr]
    assert fingerprints(photos) == originals


def test_removing_a_folder_may_take_its_photos_out_of_albums_too(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    other = a_photo_file(tmp_path / "other/a.jpg", TAKEN, seed=70)
    scan(library, photos, other.parent)
    with library.transaction():
        album = library.albums.add("Mine", [photo.id for photo in library.photos.all()])

    pipeline.remove_folder(library, library.folders.all()[0].id, keep_in_albums=False)

    (left,) = library.photos.get_many(library.albums.get(album.id).photo_ids)  # type: ignore[union-attr]
    assert left.path == other


def test_a_folder_that_lies_elsewhere_now_keeps_its_photos_without_reading_them_again(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    scan(library, photos)
    before = {photo.id for photo in library.photos.all()}
    photos.rename(tmp_path / "new drive")
    scan(library)

    pipeline.relocate_folder(library, library.folders.all()[0].id, tmp_path / "new drive")

    assert scan(library).photos_read == 0
    assert {photo.id for photo in library.photos.all()} == before
    assert not library.folders.all()[0].offline


def test_a_folder_cannot_be_moved_into_another_one_or_to_nowhere(
    library: Library, photos: Path, tmp_path: Path
) -> None:
    other = a_photo_file(tmp_path / "other/inner/a.jpg", TAKEN, seed=70)
    scan(library, photos, tmp_path / "other")
    folder_id = library.folders.all()[0].id

    for place in (other.parent, tmp_path / "nowhere"):
        with pytest.raises(UsageError):
            pipeline.relocate_folder(library, folder_id, place)


def test_a_cancelled_scan_keeps_what_was_read_and_goes_on_later(
    library: Library, photos: Path
) -> None:
    progress = Progress()
    pipeline.add_folders(library, [photos])

    with pytest.raises(Cancelled):
        pipeline.organize(library, progress=progress, workers=1, on_batch=progress.cancel)
    assert library.photos.count() == 4  # seen in the first pass

    scan(library)
    assert not library.photos.without_second_pass()


def test_the_order_of_adding_changes_nothing(tmp_path: Path, photos: Path) -> None:
    other = tmp_path / "other"
    for number in range(3):
        a_photo_file(other / f"b{number}.jpg", TAKEN.replace(month=number + 1), seed=50 + number)
    shutil.copy(photos / "IMG_0.jpg", other / "copy.jpg")
    reports = []
    for name, folders in (("one", [photos, other]), ("two", [other, photos])):
        with open_library(tmp_path / name) as library:
            for folder in folders:
                scan(library, folder)
            reports.append(without_ids(report_of(library)))

    assert reports[0] == reports[1]


# -- kill -9 ---------------------------------------------------------------------------------------


def start_scan(library_path: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "homeroll", "--library", str(library_path), "--quiet"]
    return subprocess.Popen(
        [*command, "organize", str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL
    )


@pytest.fixture(scope="module")
def many_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(150):
        a_photo_file(folder / f"{number % 7}/IMG_{number:03}.jpg", TAKEN, seed=number)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff" + b"\0" * 99)
    return folder


def test_a_scan_that_is_killed_at_any_moment_is_whole_after_a_rescan(
    many_photos: Path, tmp_path: Path
) -> None:
    originals = fingerprints(many_photos)
    started = time.monotonic()
    start_scan(tmp_path / "undisturbed", many_photos).wait()
    lasted_s = time.monotonic() - started
    with open_library(tmp_path / "undisturbed") as library:
        wanted = without_ids(report_of(library))
    moments = random.Random(1)

    for kill in range(KILLS):
        path = tmp_path / f"killed {kill}"
        scanning = start_scan(path, many_photos)
        try:
            scanning.wait(timeout=moments.uniform(0.05, lasted_s))
        except subprocess.TimeoutExpired:
            scanning.kill()
            scanning.wait()
        with open_library(path) as library:  # quick_check is part of opening
            scan(library, many_photos)
            assert without_ids(report_of(library)) == wanted
        shutil.rmtree(path)

    assert fingerprints(many_photos) == originals


def test_a_damaged_thumbnail_file_is_made_again(
    library_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(library_path) as library:
        scan(library, photos)
    (library_path / "thumbnails.sqlite").write_bytes(b"no database" * 1000)
    monkeypatch.setattr("organizer.library._checked", set())  # as a new program

    with open_library(library_path) as library:
        scan(library)

        assert library.thumbnails.count() == 4


def test_a_photo_that_lost_its_file_still_says_where_it_was(library: Library, photos: Path) -> None:
    scan(library, photos)
    photo = library.photos.all()[0]
    with library.transaction():
        library.albums.add("Mine", [photo.id])
    photo.path.unlink()

    scan(library)

    (problem,) = library.photos.problems()
    assert problem.path == photo.path


def test_a_full_disk_is_a_sentence_and_what_was_committed_stays(
    library: Library, photos: Path
) -> None:
    scan(library, photos)
    catalog = library._catalog
    (pages,) = catalog.execute("PRAGMA page_count").fetchone()
    catalog.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own way to run out of room

    def fill() -> None:
        with library.transaction():
            for number in range(5000):
                library.settings.set(f"key {number}", "value " * 50)

    with pytest.raises(LibraryWriteError, match="could not be written"):
        fill()

    assert library.photos.count() == 4
    assert library.settings.get("key 1", "nothing") == "nothing"
