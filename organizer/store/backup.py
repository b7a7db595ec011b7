"""Copies of the catalog: made by SQLite while it is in use, checked before an older one goes."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from organizer.errors import LibraryError, LibraryTooNewError
from organizer.store.database import latest_version

_NAME = "catalog-%Y-%m-%dT%H%M%S.sqlite"
_ASIDE = "catalog-replaced-%Y-%m-%dT%H%M%S.sqlite"
# what no catalog of any version was without
_TABLES = frozenset({"folder", "photo", "file", "album", "setting"})
_PAGES_A_STEP = 1000


def copies(folder: Path) -> list[Path]:
    """The copies in *folder*, newest first."""
    return _named(folder, _NAME)


def set_aside(folder: Path) -> list[Path]:
    """The catalogs that a copy was put in place of, and that are whole by themselves."""
    return [one for one in _named(folder, _ASIDE) if _is_whole(one)]


def files_set_aside(folder: Path) -> list[Path]:
    """The catalogs that a copy was put in place of, whole or not, with their journal files."""
    return [
        file
        for one in _named(folder, _ASIDE)
        for ending in ("", "-wal", "-shm")
        if (file := _beside(one, ending)).exists()
    ]


def unfinished_copies(folder: Path) -> list[Path]:
    """Where copies are written before they get their names; a crash may leave them behind."""
    return [
        _beside(folder / name, ending)
        for name in ("unfinished", "catalog.sqlite.incoming")
        for ending in ("", "-journal", "-wal", "-shm")
    ]


def copied_at(copy: Path) -> datetime:
    """When a copy was made, or a catalog set aside: by its name, else by its time."""
    for pattern in (_NAME, _ASIDE):
        with contextlib.suppress(ValueError):
            return datetime.strptime(copy.name, pattern)
    return datetime.fromtimestamp(copy.stat().st_mtime)


def _named(folder: Path, pattern: str) -> list[Path]:
    found = {}
    for path in folder.glob("catalog-*.sqlite"):
        with contextlib.suppress(ValueError):  # the user's own, in our folder
            found[datetime.strptime(path.name, pattern)] = path
    return [found[at] for at in sorted(found, reverse=True)]


def _is_whole(file: Path) -> bool:
    """Whether nothing of it is still in a journal beside it."""
    journal = _beside(file, "-wal")
    return not journal.exists() or journal.stat().st_size == 0


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def make_copy(connection: sqlite3.Connection, folder: Path, *, now: datetime, keep: int) -> Path:
    """Copy the database behind *connection* into *folder*, and keep the newest *keep* copies.

    Raises:
        LibraryError: If the copy cannot be made or is not sound; older copies stay.
    """
    try:
        return _make_copy(connection, folder, now, keep)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            f"The catalog could not be copied to “{folder}” ({error}); older copies are kept."
        ) from error


def save_copy(connection: sqlite3.Connection, file: Path) -> None:
    """Copy the database behind *connection* to *file*, which must not be there yet.

    Raises:
        LibraryError: If it is there, cannot be written or is not sound; nothing is left then.
    """
    unfinished = _beside(file, ".unfinished")
    try:
        with contextlib.ExitStack() as on_failure:
            for path in (file, unfinished):  # claims the name: nothing is ever written over
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                on_failure.callback(path.unlink, missing_ok=True)
            _write_copy(connection, unfinished)
            unfinished.replace(file)
            on_failure.pop_all()
    except FileExistsError as error:
        raise LibraryError(
            f"“{file.name}” is there already, and nothing is written over it: choose another name."
        ) from error
    except (sqlite3.Error, OSError) as error:
        cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise LibraryError(
            f"The copy could not be written to “{file.parent}” ({cause}); nothing is left there."
        ) from error


def _make_copy(connection: sqlite3.Connection, folder: Path, now: datetime, keep: int) -> Path:
    folder.mkdir(mode=0o700, exist_ok=True)
    unfinished = folder / "unfinished"
    unfinished.unlink(missing_ok=True)  # a crash may have left one
    _write_copy(connection, unfinished)
    finished = folder / now.strftime(_NAME)
    unfinished.replace(finished)
    for old in copies(folder)[keep:]:
        old.unlink()
    return finished


def _write_copy(connection: sqlite3.Connection, file: Path) -> None:
    copy = sqlite3.connect(file)
    try:
        connection.backup(copy, pages=_PAGES_A_STEP)
        copy.execute("PRAGMA journal_mode = DELETE")
        _require_sound(copy)
    finally:
        copy.close()
    with file.open("r+b") as written:
        os.fsync(written.fileno())


def _require_sound(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)


def check_copy(copy: Path) -> None:
    """Look whether a file is a sound copy of a catalog that this program can use.

    Raises:
        LibraryError: If it is not; says why.
    """
    if not _is_whole(copy):
        raise LibraryError(
            f"“{copy.name}” belongs to a library that is open or was not closed; close it first."
        )
    try:  # as it is: a copy on a stick is not to get journals beside it
        checking = sqlite3.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)
        try:
            found = checking.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            is_catalog = {row[0] for row in found} >= _TABLES
            _require_sound(checking)
            (version,) = checking.execute("PRAGMA user_version").fetchone()
        finally:
            checking.close()
    except sqlite3.Error as error:
        raise LibraryError(f"“{copy.name}” cannot be put back: {error}.") from error
    if not is_catalog:
        raise LibraryError(f"“{copy.name}” is no copy of a Homeroll catalog; nothing was changed.")
    if version > latest_version("catalog"):
        raise LibraryTooNewError(copy, found=version, known=latest_version("catalog"))


def bring(copy: Path, place: Path) -> Path:
    """Write a checked copy beside the catalog, safely on the disk, and give where it is.

    Raises:
        LibraryError: If there is no room for it; nothing was changed.
    """
    incoming = _beside(place, ".incoming")
    try:
        incoming.write_bytes(copy.read_bytes())
        with incoming.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        with contextlib.suppress(OSError):
            incoming.unlink(missing_ok=True)
        cause = error.strerror or str(error)
        raise LibraryError(f"“{copy.name}” cannot be put back: {cause}.") from error
    return incoming


def put_back(incoming: Path, place: Path, *, now: datetime) -> Path | None:
    """Put what was brought in the place of the catalog; what was there is kept aside.

    Returns:
        Where the former catalog is now; None if there was none.

    Raises:
        LibraryError: If it cannot be put there; the former catalog is where it was.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for former, aside in _asides(place, now):
            former.replace(aside)
            moved.append((former, aside))
        incoming.replace(place)
    except OSError as error:
        for former, aside in reversed(moved):
            aside.replace(former)
        with contextlib.suppress(OSError):
            incoming.unlink(missing_ok=True)
        cause = error.strerror or str(error)
        raise LibraryError(f"The copy cannot be put back: {cause}.") from error
    return moved[-1][1] if moved else None


def _asides(place: Path, now: datetime) -> list[tuple[Path, Path]]:
    """The catalog with its journal files, itself last, and names for them that nothing opens."""
    while place.with_name(now.strftime(_ASIDE)).exists():  # one was set aside this very second
        now += timedelta(seconds=1)
    return [
        (former, former.with_name(now.strftime(_ASIDE) + ending))
        for ending in ("-wal", "-shm", "")
        if (former := _beside(place, ending)).exists()
    ]


def drop(database: Path) -> None:
    """Remove a database that is not needed any more, with its journal files."""
    for ending in ("-wal", "-shm", ""):
        with contextlib.suppress(OSError):
            _beside(database, ending).unlink(missing_ok=True)
