"""Copies of the catalog, and what putting one back must never do."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from organizer import library as library_module
from organizer import pipeline
from organizer.errors import (
    ExportError,
    LibraryDamagedError,
    LibraryError,
    LibraryTooNewError,
    NotFoundError,
)
from organizer.library import Library, open_library
from organizer.pipeline import correcting
from organizer.progress import Progress
from organizer.store import database
from tests.builders import a_photo_file, fingerprints

MONDAY = datetime(2031, 3, 3, 9)  # later than the copy that the first scan made


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    for number in range(3):
        a_photo_file(tmp_path / f"photos/{number}.jpg", MONDAY)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    with library.transaction():
        library.albums.add("Mine", [library.photos.all()[0].id])
    return library


def copies(library: Library) -> list[Path]:
    return [copy for _, copy in pipeline.list_copies(library.path)]


def test_a_copy_is_made_once_a_day_and_the_newest_five_are_kept(filled: Library) -> None:
    for copy in copies(filled):
        copy.unlink()
    for day in range(7):
        assert pipeline.back_up(filled, now=MONDAY + timedelta(days=day))
        assert pipeline.back_up(filled, now=MONDAY + timedelta(days=day, hours=3)) is None

    assert len(copies(filled)) == 5
    assert copies(filled)[0].name.startswith("catalog-2031-03-09")


def test_a_damaged_catalog_is_put_back_with_its_albums(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    filled.close()
    (filled.path / "catalog.sqlite").write_bytes(b"ruined" * 2000)
    library_module._checked.clear()
    with pytest.raises(LibraryDamagedError) as damaged:
        open_library(filled.path)
    assert "homeroll restore" in damaged.value.hint

    pipeline.restore(filled.path)

    with open_library(filled.path) as restored:
        assert [album.title for album in restored.albums.all()] == ["Mine"]
        assert restored.photos.count() == 3
    (aside,) = filled.path.glob("catalog-replaced-*.sqlite")
    assert aside.read_bytes().startswith(b"ruined")


def test_putting_back_a_copy_with_the_switch_on_leaves_it_off(filled: Library) -> None:
    pipeline.turn_suggestions_on(filled)
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    pipeline.turn_suggestions_off(filled)
    filled.close()

    pipeline.restore(filled.path)

    with open_library(filled.path) as restored:
        assert not pipeline.suggestions_are_on(restored)
        pipeline.resume_erasure(restored)
        assert not pipeline.suggestions_are_on(restored)
        assert not any(path.exists() for path in restored.derived_files)


def test_a_damaged_copy_is_refused_and_nothing_is_changed(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    copy = copies(filled)[0]
    content = bytearray(copy.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    copy.write_bytes(content)
    filled.close()
    before = (filled.path / "catalog.sqlite").read_bytes()

    with pytest.raises(LibraryError, match="cannot be put back"):
        pipeline.restore(filled.path, copy)

    assert (filled.path / "catalog.sqlite").read_bytes() == before


def test_without_a_copy_there_is_nothing_to_put_back(library: Library) -> None:
    with pytest.raises(NotFoundError):
        pipeline.restore(library.path)


# -- a copy of the user's own ----------------------------------------------------------------------


def test_what_the_user_said_is_carried_to_a_new_computer(filled: Library, tmp_path: Path) -> None:
    mine, starred, corrected = filled.photos.all()
    with filled.transaction():
        filled.photos.set_favourite(starred.id, is_favourite=True)
    correcting.set_date(filled, [corrected.id], datetime(1999, 1, 2, 3, 4))
    (tmp_path / "photos/left out").mkdir()
    pipeline.leave_out(filled, tmp_path / "photos/left out")
    stick, there = tmp_path / "stick/mine.homeroll", tmp_path / "new/pictures"
    stick.parent.mkdir()
    pipeline.save_copy(filled, stick)
    filled.close()
    shutil.copytree(tmp_path / "photos", there)  # with new times, as a copy by hand may have
    shutil.rmtree(tmp_path / "photos")
    for path in there.glob("*.jpg"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    originals = fingerprints(there)

    pipeline.restore(tmp_path / "new/library", stick)
    with open_library(tmp_path / "new/library") as library:
        pipeline.organize(library, progress=Progress(), workers=1)
        (folder,) = library.folders.all()
        assert folder.offline
        pipeline.relocate_folder(library, folder.id, there)
        pipeline.organize(library, progress=Progress(), workers=1)

        assert [library.photos.get(i).path.parent for i in library.albums.all()[0].photo_ids] == [  # type: ignore[union-attr]
            there
        ]
        assert library.albums.all()[0].photo_ids == (mine.id,)
        photos = {photo.path.name: photo for photo in library.photos.all()}
        assert photos[starred.path.name].favourite
        assert photos[corrected.path.name].taken_at == datetime(1999, 1, 2, 3, 4)
        assert library.thumbnails.count() == 3
        assert [one.folder for one in pipeline.left_out(library)] == [there / "left out"]
    assert fingerprints(there) == originals


def test_a_saved_copy_is_one_private_file_and_never_takes_the_place_of_another(
    filled: Library, tmp_path: Path
) -> None:
    file = tmp_path / "stick/mine.homeroll"
    file.parent.mkdir()
    pipeline.save_copy(filled, file)
    assert list(file.parent.iterdir()) == [file]
    if os.name != "nt":
        assert file.stat().st_mode & 0o077 == 0
    file.write_bytes(b"something else")

    with pytest.raises(LibraryError, match="is there already"):
        pipeline.save_copy(filled, file)

    assert file.read_bytes() == b"something else"
    assert list(file.parent.iterdir()) == [file]


def test_a_copy_is_never_saved_among_the_photos_or_to_nowhere(
    filled: Library, tmp_path: Path
) -> None:
    originals = fingerprints(tmp_path / "photos")

    with pytest.raises(ExportError, match="never writes there"):
        pipeline.save_copy(filled, tmp_path / "photos/mine.homeroll")
    with pytest.raises(LibraryError, match="could not be written"):
        pipeline.save_copy(filled, tmp_path / "nowhere/mine.homeroll")

    assert fingerprints(tmp_path / "photos") == originals


def test_a_copy_that_does_not_fit_on_the_stick_leaves_nothing_there(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match="No space left"):
        pipeline.save_copy(filled, tmp_path / "stick/mine.homeroll")

    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("kind", ["text", "database", "newer", "thumbnails"])
def test_what_is_no_copy_is_refused_and_suggestions_stay_as_they_are(
    filled: Library, tmp_path: Path, kind: str
) -> None:
    pipeline.turn_suggestions_on(filled)
    file = tmp_path / "some file"
    match kind:
        case "text":
            file.write_bytes(b"no database at all")
        case "thumbnails":
            shutil.copy(filled.path / "thumbnails.sqlite", file)
        case "newer":
            pipeline.save_copy(filled, file)
            with sqlite3.connect(file) as newer:
                newer.execute("PRAGMA user_version = 99")
        case _:
            with sqlite3.connect(file) as other:
                other.execute("CREATE TABLE bookmark (id)")
    filled.close()
    before = (filled.path / "catalog.sqlite").read_bytes()

    with pytest.raises(LibraryTooNewError if kind == "newer" else LibraryError):
        pipeline.restore(filled.path, file)

    assert (filled.path / "catalog.sqlite").read_bytes() == before
    with open_library(filled.path) as library:
        pipeline.resume_erasure(library)  # as the next start does
        assert pipeline.suggestions_are_on(library)


@pytest.mark.parametrize("when", ["it is written", "it takes its place"])
def test_a_copy_that_cannot_be_put_back_leaves_catalog_and_suggestions_as_they_were(
    filled: Library, tmp_path: Path, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "copy"
    pipeline.save_copy(filled, file)
    pipeline.turn_suggestions_on(filled)
    filled.close()
    before = (filled.path / "catalog.sqlite").read_bytes()
    if when == "it is written":
        (filled.path / "catalog.sqlite.incoming").mkdir()
    else:
        replace = Path.replace

        def fail(path: Path, target: Path) -> Path:
            if path.name.endswith(".incoming"):
                raise OSError(5, "Input/output error")
            return replace(path, target)

        monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(LibraryError, match="cannot be put back"):
        pipeline.restore(filled.path, file)

    assert (filled.path / "catalog.sqlite").read_bytes() == before
    with open_library(filled.path) as library:
        assert not library.erasure_flag.exists()
        assert pipeline.suggestions_are_on(library)
        assert library.photos.count() == 3


def test_the_thumbnails_of_another_catalog_are_not_shown(filled: Library, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    pipeline.save_copy(filled, file)
    with open_library(tmp_path / "other library") as other:
        for number in range(3):  # other photos under the same numbers
            a_photo_file(tmp_path / f"others/{number}.jpg", MONDAY, seed=50 + number)
        pipeline.add_folders(other, [tmp_path / "others"])
        pipeline.organize(other, progress=Progress(), workers=1)
    right = {photo.id: filled.thumbnails.get(photo.id) for photo in filled.photos.all()}

    pipeline.restore(tmp_path / "other library", file)

    with open_library(tmp_path / "other library") as restored:
        assert restored.thumbnails.count() == 0
        pipeline.organize(restored, progress=Progress(), workers=1)
        assert {one: restored.thumbnails.get(one) for one in right} == right


def test_a_copy_of_an_older_format_is_brought_up_to_date_in_the_same_program(
    filled: Library, tmp_path: Path
) -> None:
    file = tmp_path / "old"
    with contextlib.closing(sqlite3.connect(file)) as older:
        for script in database._migration_scripts("catalog")[:2]:
            older.executescript(script)
        older.executescript(
            "PRAGMA user_version = 2;"
            "INSERT INTO album (title, created_at) VALUES ('Old', '2024-05-01T10:00:00');"
        )
    filled.close()

    pipeline.restore(filled.path, file)

    with open_library(filled.path) as library:
        assert [album.title for album in library.albums.all()] == ["Old"]
        assert pipeline.left_out(library) == []
        assert library.rules.all() == []


def test_what_was_replaced_can_be_put_back_too(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    with filled.transaction():
        filled.albums.add("Later", [])
    filled.close()
    pipeline.restore(filled.path)
    with open_library(filled.path) as library:
        assert [album.title for album in library.albums.all()] == ["Mine"]
        assert any("before a copy" in item.what for item in pipeline.kept_items(library))
        assert library.ledger.all()[0].action == "copy put back"
    ((_, replaced),) = pipeline.list_replaced(filled.path)

    pipeline.restore(filled.path, replaced)

    with open_library(filled.path) as library:
        assert [album.title for album in library.albums.all()] == ["Mine", "Later"]
    assert len(pipeline.list_replaced(filled.path)) == 2  # though it was the same second


def test_a_file_of_the_users_among_the_copies_harms_nobody(filled: Library) -> None:
    pipeline.back_up(filled, now=MONDAY, even_if_recent=True)
    (filled.path / "backups/catalog-of-mine.sqlite").touch()

    assert all(copy.name != "catalog-of-mine.sqlite" for copy in copies(filled))
    assert copies(filled)


def test_looking_at_a_copy_leaves_nothing_beside_it(filled: Library, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    file = tmp_path / "stick/catalog.sqlite"
    filled.close()
    shutil.copy(filled.path / "catalog.sqlite", file)  # as the library has it, with a journal

    pipeline.check_copy(file)

    assert list(file.parent.iterdir()) == [file]


def test_a_catalog_that_is_open_elsewhere_is_refused(filled: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="not closed"):
        pipeline.restore(tmp_path / "other library", filled.path / "catalog.sqlite")
