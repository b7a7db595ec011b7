"""What a search goes by, read in a few statements for all photos."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from organizer.models import FolderId, PhotoId
from organizer.store.timelines import SHOWN, TRUSTED


class SearchRow(NamedTuple):
    """What is known of a photo that can be looked for.

    Attributes:
        taken_at_s: Local seconds since 1970; None where the date is not trusted.
    """

    id: PhotoId
    taken_at_s: int | None
    latitude: float | None
    longitude: float | None
    kind: str
    favourite: int
    camera_make: str
    camera_model: str


class SearchReader:
    """Rows for the index of the search; what is hidden is not among them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def photos(self) -> list[SearchRow]:
        """Every photo to be seen."""
        rows = self._plain(
            f"""
            SELECT id, CASE WHEN {TRUSTED} THEN taken_at_s END, latitude, longitude, kind,
                favourite, camera_make, camera_model
            FROM photo WHERE {SHOWN}
            """
        )
        return [SearchRow(*row) for row in rows]

    def files(self) -> list[tuple[PhotoId, FolderId, bytes]]:
        """Photo, folder and relative path of every file."""
        return self._plain("SELECT photo_id, folder_id, relative_path FROM file")

    def captions(self) -> list[tuple[PhotoId, str]]:
        """What the user wrote under photos."""
        return self._plain("SELECT photo.id, text FROM caption JOIN photo USING (content_hash)")

    def _plain(self, sql: str) -> list[Any]:
        cursor = self._connection.cursor()
        cursor.row_factory = None  # 100,000 rows: plain tuples are twice as fast
        return cursor.execute(sql).fetchall()
