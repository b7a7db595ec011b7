"""What goes is overwritten, unlinked and told to the disk, in an order that survives a crash."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import LibraryWriteError
from organizer.library import Library, open_library
from organizer.models import Signal
from organizer.pipeline import starting_over
from organizer.privacy.erasure import erase_files
from organizer.progress import Progress
from organizer.store import scrubbing
from tests.builders import SPRING, a_photo_file

ROOT = Path(__file__).resolve().parents[3]
CANARY = b"canary-51d0 of what was worked out"
NEEDS_STRACE = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace (Linux) shows the system calls"
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("erasure")
    for number in range(3):
        a_photo_file(base / f"photos/{number}.jpg", SPRING.replace(minute=number))
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "photos"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base / "library"


@pytest.fixture
def organized(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path)
    with open_library(library_path) as library:
        yield library


def test_what_goes_is_overwritten_to_its_last_byte(tmp_path: Path) -> None:
    """Seen by another name of the same file, which stays."""
    file, other = tmp_path / "a", tmp_path / "other name"
    file.write_bytes(CANARY * 100_000)  # more than is written at a time
    os.link(file, other)

    overwritten = erase_files([file])

    assert not file.exists()
    assert overwritten == len(CANARY) * 100_000
    assert not any(other.read_bytes())
    assert other.stat().st_size == overwritten


def test_a_link_among_our_files_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    photo, link = tmp_path / "a.jpg", tmp_path / "derived.sqlite-wal"
    photo.write_bytes(CANARY)
    link.symlink_to(photo)

    assert erase_files([link]) == 0

    assert not link.is_symlink()
    assert photo.read_bytes() == CANARY


def traced(program: str, library: Path, *calls: str, **environment: str) -> list[str]:
    """The system calls of a program that gets a library, in order."""
    log = library.parent / "strace.log"
    watched = ["strace", "-y", "-qq", "-s", "200", "-e", f"trace={','.join(calls)}", "-o", str(log)]
    subprocess.run(
        [*watched, sys.executable, "-c", program, str(library)],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
    )
    return log.read_text(errors="replace").splitlines()


OFF = """
import sys
from pathlib import Path
from organizer import pipeline
from organizer.library import open_library
with open_library(Path(sys.argv[1])) as library:
    pipeline.turn_suggestions_off(library)
"""


@NEEDS_STRACE
def test_the_disk_is_told_everything_in_the_order_that_survives_a_crash(organized: Library) -> None:
    organized.close()
    folder = re.escape(str(organized.path))

    calls = traced(OFF, organized.path, "write", "fsync", "fdatasync", "rename", "unlink")

    steps = [
        rf"fsync\(\d+<{folder}/erasing\.new>",
        rf'rename\("{folder}/erasing\.new"',
        rf"fsync\(\d+<{folder}>",  # the name of the mark
        rf'write\(\d+<{folder}/derived\.sqlite>, "\\0\\0',
        rf"fsync\(\d+<{folder}/derived\.sqlite>",
        rf'unlink\("{folder}/derived\.sqlite"',
        rf"fsync\(\d+<{folder}>",  # that it went
        rf'unlink\("{folder}/erasing"',
        rf"fsync\(\d+<{folder}>",
    ]
    left = iter(calls)
    missing = [step for step in steps if not any(re.match(step, call) for call in left)]
    assert missing == []
    mark = next(n for n, call in enumerate(calls) if re.match(steps[1], call))
    assert not any("derived.sqlite" in call and "unlink" in call for call in calls[:mark])


PLACES_OFF = """
import sys
from pathlib import Path
from organizer.library import open_library
from organizer.models import Signal
from organizer.pipeline import consenting
with open_library(Path(sys.argv[1])) as library:
    receipt = consenting.say_no(library, [Signal.PLACES])
assert receipt.complete and not receipt.notes, receipt
"""


@NEEDS_STRACE
def test_taking_rows_out_puts_nothing_into_a_folder_for_scratch(
    organized: Library, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(organized.path / "derived.sqlite")) as derived, derived:
        derived.execute("UPDATE feature SET embedding = randomblob(4000000)")  # too much for memory
    organized.close()
    (tmp_path / "scratch").mkdir()
    scratch = {name: str(tmp_path / "scratch") for name in ("TMPDIR", "SQLITE_TMPDIR")}

    calls = traced(PLACES_OFF, organized.path, "open", "openat", "creat", **scratch)

    assert any("derived.sqlite" in call for call in calls)
    assert [call for call in calls if str(tmp_path / "scratch") in call] == []
    assert [call for call in calls if "etilqs" in call] == []  # as SQLite names what is temporary


def test_every_file_that_a_crash_may_leave_of_the_store_goes(organized: Library) -> None:
    left = (
        *("derived.sqlite-wal", "derived.sqlite-shm", "derived.sqlite-journal"),
        *("derived.sqlite.new", "derived.sqlite.new-journal", "QtProject.conf"),
    )
    for name in left:
        (organized.path / name).write_bytes(CANARY)

    receipt = pipeline.turn_suggestions_off(organized)

    assert receipt.complete
    assert [name for name in left if (organized.path / name).exists()] == []


def test_every_file_of_ours_goes_with_everything(organized: Library) -> None:
    organized.close()
    left = (
        *("catalog.sqlite-wal", "catalog.sqlite-shm", "catalog.sqlite-journal"),
        *("catalog.sqlite.new", "catalog.sqlite.new-journal", "thumbnails.sqlite-wal"),
        *("catalog-replaced-2024-05-01T101112.sqlite", "catalog.sqlite.incoming"),
        *("catalog-replaced-2024-05-01T101112.sqlite-wal", "catalog.sqlite.incoming-wal"),
        *("backups/catalog-2024-05-01T101112.sqlite", "backups/unfinished"),
        *("backups/unfinished-journal", "QtProject.conf", "QtProject.ini", "Homeroll.conf"),
    )
    (organized.path / "backups").mkdir(exist_ok=True)
    for name in left:
        (organized.path / name).write_bytes(CANARY)

    receipt = pipeline.erase_everything(organized.path)

    assert receipt.complete
    assert list(organized.path.rglob("*")) == []


def test_everything_is_not_said_to_be_gone_while_something_is_there(organized: Library) -> None:
    organized.close()
    stubborn = organized.path / "thumbnails.sqlite"
    stubborn.unlink()
    stubborn.mkdir()

    with pytest.raises(LibraryWriteError, match="thumbnails"):
        pipeline.erase_everything(organized.path)

    assert (organized.path / "erasing").exists()
    stubborn.rmdir()
    assert starting_over.resume_everything(organized.path) is not None
    assert list(organized.path.rglob("*")) == []


def test_nothing_of_it_is_left_in_the_journal_either(organized: Library) -> None:
    with organized.writing_derived() as derived:
        connection = derived._connection
        connection.execute("INSERT INTO home VALUES (?, 0, '', '', 0)", (CANARY,))
        connection.execute("DELETE FROM home")
        scrubbing.scrub(connection)

        journal = organized.path / "derived.sqlite-wal"
        assert not journal.exists() or journal.stat().st_size == 0
        assert CANARY not in (organized.path / "derived.sqlite").read_bytes()


class _Careless(sqlite3.Connection):
    """A SQLite that was built to overwrite nothing."""

    def execute(self, sql: str, *words: object) -> sqlite3.Cursor:  # type: ignore[override]
        told = "SELECT 0" if sql == "PRAGMA secure_delete" else sql
        return super().execute(told, *words)  # type: ignore[arg-type]


def test_a_database_that_would_not_overwrite_is_told_of(organized: Library) -> None:
    careless = sqlite3.connect(":memory:", factory=_Careless)

    with pytest.raises(sqlite3.DatabaseError, match="not be overwritten"):
        scrubbing.delete_securely(careless)
    careless.close()
    assert organized.erase_derived(dict.fromkeys([Signal.PLACES])) is not None
