"""What the window shows of photos: how many there are, and the little of each that a grid needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from organizer.models import FolderId, PhotoId, TimelineEntry
from organizer.store.photo_rows import json_ids

TRUSTED = "photo.taken_at_trust IN ('high', 'medium')"
SHOWN = "photo.status = 'ok' AND photo.part_of IS NULL AND NOT photo.withheld"
_NEWEST_FIRST = " ORDER BY trusted_at_s IS NULL, trusted_at_s DESC, photo.id DESC"
# upright sizes: orientations 5 to 8 lie on their side; a file that says no size is drawn square
_TIMELINE = f"""
    SELECT photo.id,
        CASE WHEN {TRUSTED} THEN photo.taken_at_s END AS trusted_at_s,
        MAX(1, COALESCE(CASE WHEN photo.orientation >= 5
            THEN photo.height_px ELSE photo.width_px END, 1)) AS upright_width_px,
        MAX(1, COALESCE(CASE WHEN photo.orientation >= 5
            THEN photo.width_px ELSE photo.height_px END, 1)) AS upright_height_px,
        photo.favourite, photo.latitude, photo.longitude, photo.kind
    FROM photo
"""
_ON_THEIR_SIDE = """
    SELECT photo.id FROM turned JOIN photo USING (content_hash) WHERE turned.quarter_turns <> 2
"""


class TimelineReader:
    """Counts and timelines."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many photos can be shown."""
        (count,) = self._connection.execute(f"SELECT COUNT(*) FROM photo WHERE {SHOWN}").fetchone()
        return int(count)

    def count_unread(self) -> int:
        """How many photos could not be read."""
        (count,) = self._connection.execute(
            "SELECT COUNT(*) FROM photo WHERE status <> 'ok' AND part_of IS NULL"
        ).fetchone()
        return int(count)

    def timeline(self) -> list[TimelineEntry]:
        """Every photo to be seen, newest first; those without a trusted date at the end."""
        rows = self._rows(f"{_TIMELINE} WHERE {SHOWN} {_NEWEST_FIRST}")
        return self._entries(rows)

    def timeline_in(self, folder_id: FolderId) -> list[TimelineEntry]:
        """The same for the photos of one folder."""
        rows = self._rows(
            f"{_TIMELINE} WHERE {SHOWN}"
            f" AND photo.id IN (SELECT photo_id FROM file WHERE folder_id = ?) {_NEWEST_FIRST}",
            (folder_id,),
        )
        return self._entries(rows)

    def hidden_timeline(self) -> list[TimelineEntry]:
        """The same for the photos that are hidden, by themselves or by their place or day."""
        rows = self._rows(
            f"{_TIMELINE} WHERE photo.status = 'ok' AND photo.part_of IS NULL"
            f" AND photo.withheld {_NEWEST_FIRST}"
        )
        return self._entries(rows)

    def timeline_of(
        self, photo_ids: Sequence[PhotoId], *, also_hidden: bool = False
    ) -> list[TimelineEntry]:
        """The same for these photos, in this order."""
        seen = "" if also_hidden else " AND NOT photo.withheld"
        rows = self._rows(
            f"{_TIMELINE} WHERE photo.id IN (SELECT value FROM json_each(?)){seen}",
            (json_ids(photo_ids),),
        )
        found = {entry.id: entry for entry in self._entries(rows)}
        return [found[photo_id] for photo_id in photo_ids if photo_id in found]

    def _entries(self, rows: Iterable[tuple[Any, ...]]) -> list[TimelineEntry]:
        """Entries as they are seen: those the user laid on their side have their sides changed.

        They are few: looking each row up in their set costs less than a join over all photos. What
        many photos have in common, such as their size, they share: 100,000 are kept at a time.
        """
        shared: dict[object, Any] = {}
        common = shared.setdefault
        entries = [
            TimelineEntry(
                photo_id,
                at_s,
                common(width, width),
                common(height, height),
                favourite,
                latitude,
                longitude,
                common(kind, kind),
            )
            for photo_id, at_s, width, height, favourite, latitude, longitude, kind in rows
        ]
        turned = {photo_id for (photo_id,) in self._connection.execute(_ON_THEIR_SIDE)}
        if not turned:
            return entries
        return [_on_its_side(entry) if entry.id in turned else entry for entry in entries]

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """One row after the other: all of them beside their entries would take twice the room."""
        cursor = self._connection.cursor()
        cursor.row_factory = None  # 100,000 rows: plain tuples are twice as fast
        return cursor.execute(sql, parameters)

    def _plain(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return list(self._rows(sql, parameters))


def _on_its_side(entry: TimelineEntry) -> TimelineEntry:
    return entry._replace(width_px=entry.height_px, height_px=entry.width_px)
