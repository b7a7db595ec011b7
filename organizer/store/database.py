"""Opening a SQLite file of the library: checked, migrated, in WAL mode."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from functools import lru_cache
from importlib import resources
from pathlib import Path

from organizer.errors import LibraryDamagedError, LibraryTooNewError, LibraryWriteError

BUSY_TIMEOUT_S = 10.0
SOUND = "ok"


def open_database(path: Path, kind: str, *, check: bool = True) -> sqlite3.Connection:
    """Open, or make, the *kind* of database ("catalog", "thumbnails", "derived") at *path*.

    Args:
        check: Look whether every page is sound; reads the whole file.

    Raises:
        LibraryDamagedError: If the file is not a sound SQLite database; it is left as it is.
        LibraryWriteError: If it cannot be opened for writing.
        LibraryTooNewError: If a newer Homeroll wrote it.
    """
    try:
        is_new = not path.exists()
        if is_new:
            _make(path, kind)
        elif path.stat().st_size == 0:
            raise LibraryDamagedError(path, "the file is empty")
        connection = _connect(path)
        if check and not is_new:
            _check(connection, path)
        _migrate(connection, path, _migration_scripts(kind))
    except sqlite3.OperationalError as error:  # a full disk, a folder that may not be written
        raise LibraryWriteError(path.parent, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise LibraryDamagedError(path, str(error)) from error
    return connection


def check_ahead(path: Path) -> None:
    """Look whether every page is sound, in a thread; the next opening takes the answer.

    Nobody else may write the file meanwhile.
    """
    if path.exists():
        _ahead[path] = _CheckAhead(path)


class _CheckAhead:
    """A check that goes on beside what its maker does; SQLite does it without Python's lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._verdict = ""
        self._thread = threading.Thread(target=self._look, name="check", daemon=True)
        self._thread.start()

    def found_sound(self) -> bool:
        """Whether every page is; False also where it could not look: then look properly."""
        self._thread.join()
        return self._verdict == SOUND

    def _look(self) -> None:
        try:
            with closing(
                sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            ) as connection:
                self._verdict = _verdict_on(connection)
        except sqlite3.Error:
            self._verdict = ""


_ahead: dict[Path, _CheckAhead] = {}


@lru_cache
def latest_version(kind: str) -> int:
    """The format that this program writes."""
    return len(_migration_scripts(kind))


def unfinished_files(path: Path) -> tuple[Path, ...]:
    """Where a database is made before it gets its name; a crash may leave them behind."""
    return tuple(path.with_name(f"{path.name}.new{ending}") for ending in ("", "-journal"))


def _make(path: Path, kind: str) -> None:
    """Make a database under another name first: a kill must not leave an empty file."""
    for left in unfinished_files(path):
        left.unlink(missing_ok=True)
    unfinished = unfinished_files(path)[0]
    connection = sqlite3.connect(unfinished, isolation_level=None)
    try:
        _migrate(connection, path, _migration_scripts(kind))
    finally:
        connection.close()
    unfinished.replace(path)


def connect_again(path: Path) -> sqlite3.Connection:
    """Open a database that this program has checked already (another thread needs it).

    Raises:
        LibraryWriteError: If it cannot be opened for writing, such as on a full disk.
    """
    try:
        return _connect(path)
    except sqlite3.OperationalError as error:
        raise LibraryWriteError(path.parent, str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    # a lost power supply may take the last batch, never the file: WAL allows that
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    ahead = _ahead.pop(path, None)
    if ahead is not None and ahead.found_sound():
        return
    verdict = _verdict_on(connection)
    if verdict != SOUND:
        raise LibraryDamagedError(path, verdict)


def _verdict_on(connection: sqlite3.Connection) -> str:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return str(verdict)


def _migration_scripts(kind: str) -> list[str]:
    folder = resources.files("organizer.store") / "migrations" / kind
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def _migrate(connection: sqlite3.Connection, path: Path, scripts: list[str]) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(scripts):
        raise LibraryTooNewError(path, found=version, known=len(scripts))
    for number, script in enumerate(scripts[version:], start=version + 1):
        try:
            connection.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
