"""Removes rows from the derived store; the only part that may do so while the gate is closed.

It deletes and clears and writes no value, so it cannot be used to work anything out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from organizer.models import PhotoId, Signal
from organizer.store.database import BUSY_TIMEOUT_S, latest_version
from organizer.store.photo_rows import json_ids
from organizer.store.scrubbing import delete_securely, scrub


@dataclass(frozen=True, slots=True)
class Made:
    """What a signal made.

    Attributes:
        by_photo: Tables with rows of single photos.
        mixed: Tables whose rows come of many photos and of other signals too: they go whole and
            are made anew from what remains.
        links: Columns of memberships that lead to what goes.
    """

    by_photo: tuple[str, ...]
    mixed: tuple[str, ...]
    links: tuple[str, ...]


_GROUPS = ("home", "event", "place_group", "likeness_group", "theme", "suggestion")
MADE = {
    Signal.GROUPING: Made(
        ("feature", "face_count", "membership"),
        _GROUPS,
        ("event_id", "place_group_id", "likeness_group_id", "look_group_id"),
    ),
    # events are cut where the place jumps, and themes are weighed within events
    Signal.PLACES: Made(
        (), ("home", "place_group", "event", "theme", "suggestion"), ("event_id", "place_group_id")
    ),
    Signal.CONTENT: Made(
        ("feature", "face_count"),
        ("likeness_group", "event", "theme", "suggestion"),
        ("event_id", "likeness_group_id", "look_group_id"),
    ),
    Signal.FACE_COUNT: Made(("face_count",), ("suggestion",), ()),
}


class DerivedEraser:
    """Opens the store as it is, migrating nothing.

    Raises:
        sqlite3.DatabaseError: If it is no store of this format, or will not overwrite.
    """

    def __init__(self, path: Path) -> None:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        self._connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None
        )
        try:
            delete_securely(self._connection)
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            if version != latest_version("derived"):
                raise sqlite3.DatabaseError("a store of another format")
        except sqlite3.Error:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def erase(self, photos: Mapping[Signal, Collection[PhotoId] | None]) -> dict[str, int]:
        """Remove what signals made of these photos (None: of all), and leave no trace of it.

        Returns:
            How many rows of each table went.

        Raises:
            sqlite3.Error: If it could not be done, or something is left.
        """
        gone: dict[str, int] = {}
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for signal, some in photos.items():
                self._erase(MADE[signal], some, gone)
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:  # a full disk may have ended it already
                self._connection.execute("ROLLBACK")
            raise
        scrub(self._connection)
        if any(self._left(MADE[signal], some) for signal, some in photos.items()):
            raise sqlite3.DatabaseError("something is left")
        return gone

    def _erase(self, made: Made, some: Collection[PhotoId] | None, gone: dict[str, int]) -> None:
        for link in made.links:
            self._connection.execute(
                f"UPDATE membership SET {link} = NULL WHERE {link} IS NOT NULL"
            )
        if "likeness_group" in made.mixed:
            self._connection.execute("UPDATE membership SET is_document = 0 WHERE is_document")
        for table in made.mixed:
            cursor = self._connection.execute(f"DELETE FROM {table} WHERE 1")
            gone[table] = gone.get(table, 0) + cursor.rowcount
        for table in made.by_photo:
            cursor = self._connection.execute(
                f"DELETE FROM {table} WHERE {_SOME}", {"some": _ids(some)}
            )
            gone[table] = gone.get(table, 0) + cursor.rowcount

    def _left(self, made: Made, some: Collection[PhotoId] | None) -> int:
        """How many rows are still there that should not be."""
        counted = [
            f"(SELECT COUNT(*) FROM {table}{where})"
            for tables, where in ((made.mixed, ""), (made.by_photo, f" WHERE {_SOME}"))
            for table in tables
        ]
        (left,) = self._connection.execute(
            f"SELECT {' + '.join(counted)}", {"some": _ids(some)}
        ).fetchone()
        return int(left)


_SOME = ":some IS NULL OR photo_id IN (SELECT value FROM json_each(:some))"


def _ids(photo_ids: Collection[PhotoId] | None) -> str | None:
    return None if photo_ids is None else json_ids(photo_ids)
