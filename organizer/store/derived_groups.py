"""Questions about the groups that photos fall into, as the derived store keeps them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

from organizer.models import Event, LikenessGroup, PhotoId, PlaceGroup
from organizer.store.derived_rows import Membership, membership_of
from organizer.store.photo_rows import json_ids

_GROUPED = "SELECT photo_id FROM membership"
# groups that have two photos at least without some; one pass over what is grouped
_LEFT_TWO = """
    SELECT COUNT(*) FROM (
        SELECT 1 FROM membership WHERE likeness_group_id IS NOT NULL GROUP BY likeness_group_id
        HAVING TOTAL(photo_id NOT IN (SELECT value FROM json_each(?))) >= 2)
"""


class GroupReader:
    """Events, spots and look-alikes, and who is in them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def memberships(self) -> dict[PhotoId, Membership]:
        """The groups of every photo that is in one."""
        rows = self._connection.execute("SELECT * FROM membership")
        return {PhotoId(row["photo_id"]): membership_of(row) for row in rows}

    def membership_of(self, photo_id: PhotoId) -> Membership:
        """The groups of one photo."""
        row = self._connection.execute(
            "SELECT * FROM membership WHERE photo_id = ?", (photo_id,)
        ).fetchone()
        return membership_of(row) if row else Membership()

    def last_number(self, table: str) -> int:
        """The greatest number of an event, a spot or a look-alike group; 0 without any."""
        (last,) = self._connection.execute(f"SELECT MAX(id) FROM {table}").fetchone()
        return int(last or 0)

    def place_groups(self) -> list[PlaceGroup]:
        """All spots by number, without their photos."""
        rows = self._connection.execute("SELECT * FROM place_group ORDER BY id")
        return [
            PlaceGroup(
                id=row["id"], latitude=row["latitude"], longitude=row["longitude"], photo_ids=()
            )
            for row in rows
        ]

    def members_like(
        self, column: str, photo_ids: Iterable[PhotoId]
    ) -> dict[int, tuple[PhotoId, ...]]:
        """The groups of one kind that these photos are in, each with all of its photos."""
        rows = self._connection.execute(
            f"SELECT {column}, photo_id FROM membership WHERE {column} IN ("
            f"SELECT {column} FROM membership"
            " WHERE photo_id IN (SELECT value FROM json_each(?))) ORDER BY photo_id",
            (json_ids(photo_ids),),
        )
        found: dict[int, list[PhotoId]] = {}
        for group_id, photo_id in rows:
            found.setdefault(group_id, []).append(PhotoId(photo_id))
        return {group_id: tuple(members) for group_id, members in found.items()}

    def events(self) -> list[Event]:
        """All events by time."""
        photo_ids = self._members("event_id")
        rows = self._connection.execute("SELECT * FROM event ORDER BY id").fetchall()
        return [
            Event(
                id=row["id"],
                start=datetime.fromisoformat(row["start"]),
                end=datetime.fromisoformat(row["end"]),
                photo_ids=photo_ids.get(row["id"], ()),
            )
            for row in rows
        ]

    def event(self, event_id: int) -> Event | None:
        """One event."""
        row = self._connection.execute("SELECT * FROM event WHERE id = ?", (event_id,)).fetchone()
        return (
            Event(
                id=row["id"],
                start=datetime.fromisoformat(row["start"]),
                end=datetime.fromisoformat(row["end"]),
                photo_ids=self._members_of("event_id", event_id),
            )
            if row
            else None
        )

    def likeness_group(self, group_id: int) -> LikenessGroup | None:
        """One group of near-identical shots."""
        row = self._connection.execute(
            "SELECT * FROM likeness_group WHERE id = ?", (group_id,)
        ).fetchone()
        return (
            LikenessGroup(
                id=row["id"],
                best_id=PhotoId(row["best_id"]),
                photo_ids=self._members_of("likeness_group_id", group_id),
            )
            if row
            else None
        )

    def likeness_groups(self) -> list[LikenessGroup]:
        """All groups of near-identical shots."""
        photo_ids = self._members("likeness_group_id")
        rows = self._connection.execute("SELECT * FROM likeness_group ORDER BY id").fetchall()
        return [
            LikenessGroup(
                id=row["id"],
                best_id=PhotoId(row["best_id"]),
                photo_ids=photo_ids.get(row["id"], ()),
            )
            for row in rows
        ]

    def likeness_rows(self) -> list[tuple[int, int, int]]:
        """Group, photo and best of the group for every shot that is like others, by group."""
        cursor = self._connection.cursor()
        cursor.row_factory = None  # a whole library is asked for: plain tuples
        return cursor.execute(
            "SELECT likeness_group.id, photo_id, best_id FROM membership"
            " JOIN likeness_group ON likeness_group.id = likeness_group_id"
            " ORDER BY likeness_group.id, photo_id"
        ).fetchall()

    def count_likeness_groups(self, without: Collection[PhotoId] = ()) -> int:
        """How many groups of near-identical shots there are, two left at least *without* these."""
        rows = self._connection.execute(_LEFT_TWO, (json_ids(without),))
        return int(rows.fetchone()[0])

    def grouped(self) -> set[PhotoId]:
        """Every photo that was there when photos were grouped."""
        return {PhotoId(row[0]) for row in self._connection.execute(_GROUPED)}

    def _members_of(self, column: str, group_id: int) -> tuple[PhotoId, ...]:
        rows = self._connection.execute(
            f"SELECT photo_id FROM membership WHERE {column} = ? ORDER BY photo_id", (group_id,)
        )
        return tuple(PhotoId(row[0]) for row in rows)

    def _members(self, column: str) -> dict[int, tuple[PhotoId, ...]]:
        rows = self._connection.execute(
            f"SELECT {column}, photo_id FROM membership "
            f"WHERE {column} IS NOT NULL ORDER BY photo_id"
        )
        found: dict[int, list[PhotoId]] = {}
        for group_id, photo_id in rows:
            found.setdefault(group_id, []).append(PhotoId(photo_id))
        return {group_id: tuple(photo_ids) for group_id, photo_ids in found.items()}
