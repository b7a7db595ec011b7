"""Which of several like shots the user likes best, kept by content."""

from __future__ import annotations

import sqlite3

from organizer.models import PhotoId


class BestShotRepository:
    """What was said of single photos; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> dict[PhotoId, str]:
        """When each photo was said to be the best, as text that sorts by time."""
        return {
            PhotoId(photo_id): said_at
            for photo_id, said_at in self._connection.execute(
                "SELECT photo.id, said_at FROM best_shot JOIN photo USING (content_hash)"
            )
        }

    def said_of(self, photo_id: PhotoId) -> str | None:
        """When this photo was said to be the best; None if it never was."""
        row = self._connection.execute(
            "SELECT said_at FROM best_shot JOIN photo USING (content_hash) WHERE photo.id = ?",
            (photo_id,),
        ).fetchone()
        return row[0] if row else None

    def say(self, photo_id: PhotoId, said_at: str) -> bool:
        """Keep that this photo is the best; False if its content is not known yet."""
        cursor = self._connection.execute(
            "INSERT OR REPLACE INTO best_shot (content_hash, said_at)"
            " SELECT content_hash, ? FROM photo WHERE id = ? AND content_hash IS NOT NULL",
            (said_at, photo_id),
        )
        return cursor.rowcount > 0

    def take_back(self, photo_id: PhotoId) -> None:
        """Say nothing of this photo any more."""
        self._connection.execute(
            "DELETE FROM best_shot WHERE content_hash ="
            " (SELECT content_hash FROM photo WHERE id = ?)",
            (photo_id,),
        )
