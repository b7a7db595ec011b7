"""Questions to the derived store about what photos look like, made for a whole library at once."""

from __future__ import annotations

import sqlite3
from typing import Any

from organizer.models import PhotoId


class LookReader:
    """Reads little of each photo, as plain tuples: it is asked for 100,000 of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def embeddings(self, maker: str) -> list[tuple[PhotoId, bytes, bytes]]:
        """Photo, content hash as looked at, and embedding (float16, little-endian) of each."""
        return self._plain(
            "SELECT photo_id, content_hash, embedding FROM feature WHERE maker = ?", maker
        )

    def best_of_alike(self) -> dict[PhotoId, PhotoId]:
        """The best of the near-identical shots that a photo is one of."""
        return dict(
            self._plain(
                "SELECT photo_id, best_id FROM membership"
                " JOIN likeness_group ON likeness_group.id = likeness_group_id"
            )
        )

    def sort_of(self, photo_id: PhotoId) -> list[PhotoId]:
        """Every photo of the same sort of picture; none where a photo is of no sort."""
        rows = self._plain(
            "SELECT photo_id FROM membership WHERE look_group_id ="
            " (SELECT look_group_id FROM membership WHERE photo_id = ?) ORDER BY photo_id",
            photo_id,
        )
        return [row[0] for row in rows]

    def sorts(self) -> dict[int, list[PhotoId]]:
        """Every sort of picture by number."""
        found: dict[int, list[PhotoId]] = {}
        for number, photo_id in self._plain(
            "SELECT look_group_id, photo_id FROM membership"
            " WHERE look_group_id IS NOT NULL ORDER BY photo_id"
        ):
            found.setdefault(number, []).append(photo_id)
        return found

    def _plain(self, sql: str, *parameters: object) -> list[Any]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()
