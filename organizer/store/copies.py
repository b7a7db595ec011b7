"""Questions about exact copies: files with the same content, which are one photo."""

from __future__ import annotations

import sqlite3

from organizer.models import PhotoId
from organizer.store.timelines import SHOWN

_COPIED = f"""
    SELECT photo.id FROM photo
    WHERE photo.id IN (SELECT photo_id FROM file GROUP BY photo_id HAVING COUNT(*) > 1)
        AND {SHOWN}
"""


class CopyReader:
    """Reads which photos lie in several places."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ids(self) -> list[PhotoId]:
        """Every photo to be seen that has several files."""
        rows = self._connection.execute(f"{_COPIED} ORDER BY photo.id")
        return [PhotoId(row[0]) for row in rows]

    def count(self) -> int:
        """How many such photos there are."""
        (count,) = self._connection.execute(f"SELECT COUNT(*) FROM ({_COPIED})").fetchone()
        return int(count)
