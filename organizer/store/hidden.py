"""Photos that the user hid; rules about places and days hide others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from organizer.models import PhotoId
from organizer.store.photo_rows import json_ids


class HiddenRepository:
    """Marks on photos, and what they and the rules withhold; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def mark(self, photo_ids: Iterable[PhotoId]) -> None:
        """Hide photos."""
        self._set(photo_ids, hidden=1)

    def unmark(self, photo_ids: Iterable[PhotoId]) -> None:
        """Take marks back; a place or a day may still withhold the photos."""
        self._set(photo_ids, hidden=0)

    def marked(self) -> set[PhotoId]:
        """The photos that were hidden one by one."""
        return {PhotoId(row[0]) for row in self._connection.execute(_MARKED)}

    def withheld(self) -> set[PhotoId]:
        """Every photo that is not to be seen, whatever withholds it."""
        return {PhotoId(row[0]) for row in self._connection.execute(_WITHHELD)}

    def _set(self, photo_ids: Iterable[PhotoId], *, hidden: int) -> None:
        self._connection.execute(
            "UPDATE photo SET hidden = :hidden WHERE hidden <> :hidden"
            " AND (id IN (SELECT value FROM json_each(:ids))"  # and what belongs to them
            " OR part_of IN (SELECT value FROM json_each(:ids)))",
            {"hidden": hidden, "ids": json_ids(photo_ids)},
        )


_MARKED = "SELECT id FROM photo WHERE hidden"
_WITHHELD = "SELECT id FROM photo WHERE withheld"
