"""Dates that the user corrected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from organizer.models import PhotoId
from organizer.store.instants import from_seconds, now_text, to_seconds


class CorrectionRepository:
    """The user's word on when photos were taken; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> dict[PhotoId, datetime]:
        """Every correction."""
        rows = self._connection.execute("SELECT photo_id, taken_at_s FROM correction")
        found = {PhotoId(row[0]): from_seconds(row[1]) for row in rows}
        return {photo_id: at for photo_id, at in found.items() if at is not None}

    def keep(self, corrections: Mapping[PhotoId, datetime]) -> None:
        """Correct dates, in place of earlier corrections."""
        now = now_text()
        self._connection.executemany(
            "INSERT OR REPLACE INTO correction (photo_id, taken_at_s, corrected_at) "
            "VALUES (?, ?, ?)",
            ((photo_id, to_seconds(at), now) for photo_id, at in corrections.items()),
        )

    def forget(self, photo_ids: Iterable[PhotoId]) -> None:
        """Take corrections back; the caller lets the files speak again."""
        self._connection.executemany(
            "DELETE FROM correction WHERE photo_id = ?", ((photo_id,) for photo_id in photo_ids)
        )
