"""Copies of the catalog: made by SQLite while it is in use, checked before an older one goes."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from organizer.errors import LibraryError

_NAME = "catalog-%Y-%m-%dT%H%M%S.sqlite"
_PAGES_A_STEP = 1000


def copies(folder: Path) -> list[Path]:
    """The copies in *folder*, newest first."""
    return sorted(folder.glob("catalog-*.sqlite"), reverse=True)


def copied_at(copy: Path) -> datetime:
    """When a copy was made."""
    return datetime.strptime(copy.name, _NAME)


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


def _make_copy(connection: sqlite3.Connection, folder: Path, now: datetime, keep: int) -> Path:
    folder.mkdir(mode=0o700, exist_ok=True)
    unfinished = folder / "unfinished"
    unfinished.unlink(missing_ok=True)  # a crash may have left one
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy, pages=_PAGES_A_STEP)
        copy.execute("PRAGMA journal_mode = DELETE")
        _require_sound(copy)
    finally:
        copy.close()
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    finished = folder / now.strftime(_NAME)
    unfinished.replace(finished)
    for old in copies(folder)[keep:]:
        old.unlink()
    return finished


def _require_sound(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)


def put_back(copy: Path, place: Path, *, now: datetime) -> Path | None:
    """Put a copy in the place of the catalog; what was there is kept aside.

    Returns:
        Where the former catalog is now; None if there was none.

    Raises:
        LibraryError: If the copy is not sound or cannot be put there; nothing was changed.
    """
    try:
        return _put_back(copy, place, now)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(f"“{copy}” cannot be put back: {error}.") from error


def _put_back(copy: Path, place: Path, now: datetime) -> Path | None:
    checking = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)
    try:
        _require_sound(checking)
    finally:
        checking.close()
    incoming = place.with_name(place.name + ".incoming")
    incoming.write_bytes(copy.read_bytes())
    with incoming.open("r+b") as file:
        os.fsync(file.fileno())
    aside = _set_aside(place, now)
    incoming.replace(place)
    return aside


def _set_aside(place: Path, now: datetime) -> Path | None:
    """Move the catalog with its journal files to names that nothing opens."""
    aside = None
    for ending in ("-wal", "-shm", ""):
        former = place.with_name(place.name + ending)
        if former.exists():
            aside = former.with_name(f"{place.stem}-replaced-{now:%Y-%m-%dT%H%M%S}.sqlite{ending}")
            former.replace(aside)
    return aside
