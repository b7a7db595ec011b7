"""Opening, migrating and refusing database files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from organizer import library as library_module
from organizer.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryInUseError,
    LibraryTooNewError,
)
from organizer.library import Library, check_ahead, lock_library, open_library
from organizer.models import CaptureTime, ImageFile, Kind, Metadata
from organizer.store import database
from organizer.store.files import Seen

CATALOG = "catalog.sqlite"
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _as_a_new_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program checks each file once; every test here stands for a new program."""
    monkeypatch.setattr("organizer.library._checked", set())


def test_a_new_library_is_made_with_the_latest_format(library: Library, library_path: Path) -> None:
    with sqlite3.connect(library_path / CATALOG) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()

    assert version >= 1
    assert mode == "wal"
    assert not (library_path / "derived.sqlite").exists()


def test_a_newer_format_is_refused_in_a_sentence_and_nothing_is_changed(library_path: Path) -> None:
    with open_library(library_path):
        pass
    with sqlite3.connect(library_path / CATALOG) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (library_path / CATALOG).read_bytes()
    library_module._checked.clear()

    with pytest.raises(LibraryTooNewError, match="newer Homeroll"):
        open_library(library_path)

    assert (library_path / CATALOG).read_bytes() == before


def test_an_empty_file_counts_as_damage_and_is_left(library_path: Path) -> None:
    library_path.mkdir()
    (library_path / CATALOG).touch()

    with pytest.raises(LibraryDamagedError, match="the file is empty"):
        open_library(library_path)

    assert (library_path / CATALOG).stat().st_size == 0


@pytest.mark.parametrize("is_ahead", [False, True])
@pytest.mark.parametrize("position", [0, 100, 4096])
def test_flipped_bytes_are_noticed_on_opening(
    library_path: Path, position: int, is_ahead: bool
) -> None:
    with open_library(library_path) as library, library.transaction():
        for number in range(50):
            library.settings.set(f"key {number}", "value " * 40)
    content = bytearray((library_path / CATALOG).read_bytes())
    content[position : position + 64] = b"\xa5" * 64
    (library_path / CATALOG).write_bytes(content)
    for ending in ("-wal", "-shm"):
        (library_path / (CATALOG + ending)).unlink(missing_ok=True)
    library_module._checked.clear()

    if is_ahead:
        check_ahead(library_path)
    with pytest.raises(LibraryDamagedError):
        open_library(library_path)


def test_what_was_found_sound_ahead_is_not_looked_at_twice(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(library_path).close()
    library_module._checked.clear()
    looks: list[object] = []
    look = database._verdict_on
    monkeypatch.setattr(database, "_verdict_on", lambda one: (looks.append(one), look(one))[1])

    check_ahead(library_path)
    open_library(library_path).close()
    library_module._checked.clear()
    open_library(library_path).close()

    assert len(looks) == 2  # one ahead; and the answer is good for one opening only


def test_what_a_killed_program_left_is_checked_ahead_too(library_path: Path) -> None:
    """Its last words stand in the journal yet, and a reader alone may not be able to take them."""
    program = """
import os, sys
from pathlib import Path
from organizer.library import open_library
library = open_library(Path(sys.argv[1]))
with library.transaction():
    library.settings.set("last", "word")
os._exit(1)
"""
    command = [sys.executable, "-c", program, str(library_path)]
    subprocess.run(command, cwd=ROOT, check=False)
    assert (library_path / (CATALOG + "-wal")).stat().st_size

    check_ahead(library_path)
    with open_library(library_path) as library:
        assert library.settings.get("last", "") == "word"


def test_a_migration_that_fails_leaves_the_old_format(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(library_path) as library, library.transaction():
        library.settings.set("kept", "yes")
    scripts = database._migration_scripts("catalog")
    broken = [*scripts, "CREATE TABLE half (id INTEGER); SELECT nonsense FROM nowhere;"]
    monkeypatch.setattr(database, "_migration_scripts", lambda _kind: broken)
    library_module._checked.clear()

    with pytest.raises(LibraryError):
        open_library(library_path)

    with sqlite3.connect(library_path / CATALOG) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert version == len(scripts)
    assert "half" not in tables


def test_a_second_program_is_told_that_the_library_is_open(library_path: Path) -> None:
    with (
        lock_library(library_path),
        pytest.raises(LibraryInUseError, match="open in another Homeroll"),
    ):
        lock_library(library_path)

    lock_library(library_path).release()


def test_a_transaction_that_fails_keeps_nothing(library: Library) -> None:
    def fail_half_way() -> None:
        with library.transaction():
            library.settings.set("a", "b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert library.settings.get("a", "nothing") == "nothing"


def test_paths_that_are_no_text_come_back_as_they_were(library: Library, tmp_path: Path) -> None:
    folder_path = tmp_path / os.fsdecode(b"f\xfcr Oma")
    with library.transaction():
        folder = library.folders.add(folder_path)
        seen = Seen(Metadata(), Kind.PHOTO, CaptureTime(), size_bytes=1)
        photo_id = library.scanned.add(seen)
        library.files.keep(
            ImageFile(
                folder_id=folder.id,
                path=folder_path / "x",
                relative_path=b"\xff\xfe.jpg",
                size_bytes=1,
                mtime_ns=1,
            ),
            photo_id,
            seen,
            passed=1,
        )

    photo = library.photos.get(photo_id)

    assert photo is not None
    assert os.fsencode(photo.path) == os.fsencode(folder_path) + b"/\xff\xfe.jpg"


def test_a_program_that_dies_while_making_a_library_leaves_no_empty_file(
    library_path: Path,
) -> None:
    library_path.mkdir()
    dies = f"""
import os, sqlite3
from pathlib import Path
from organizer.store import database
database._migrate = lambda *_: os.kill(os.getpid(), 9)
database.open_database(Path({str(library_path / CATALOG)!r}), "catalog")
"""
    done = subprocess.run([sys.executable, "-c", dies], cwd=ROOT, check=False)
    assert done.returncode == -9

    with open_library(library_path) as library:
        assert library.photos.count() == 0
    assert not list(library_path.glob("*.new*"))
