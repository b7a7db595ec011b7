"""Thumbnails: our own JPEGs, in a file of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from organizer.models import PhotoId


class ThumbnailRepository:
    """One small JPEG a photo; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, photo_id: PhotoId) -> bytes | None:
        """The JPEG of a photo, upright, short side 256 px (or the camera's smaller one)."""
        try:
            row = self._connection.execute(
                "SELECT jpeg FROM thumbnail WHERE photo_id = ?", (photo_id,)
            ).fetchone()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # a damaged page: as if there were none
            return None
        return bytes(row[0]) if row else None

    def each(self, photo_ids: Sequence[PhotoId]) -> Iterator[tuple[PhotoId, bytes]]:
        """The JPEGs of these photos, leaving out those without one."""
        for photo_id in photo_ids:
            jpeg = self.get(photo_id)
            if jpeg is not None:
                yield photo_id, jpeg

    def keep(self, photo_id: PhotoId, jpeg: bytes | None, *, passed: int) -> None:
        """Keep *jpeg*; None removes what an earlier photo with this id may have left."""
        if jpeg is None:
            self.remove([photo_id])
        else:
            self._connection.execute(
                "INSERT OR REPLACE INTO thumbnail (photo_id, pass, jpeg) VALUES (?, ?, ?)",
                (photo_id, passed, jpeg),
            )

    def remove(self, photo_ids: Iterable[PhotoId]) -> None:
        """Drop the thumbnails of photos that went."""
        self._connection.executemany(
            "DELETE FROM thumbnail WHERE photo_id = ?", ((photo_id,) for photo_id in photo_ids)
        )

    def complete(self) -> set[PhotoId]:
        """Photos that have our own thumbnail."""
        rows = self._connection.execute("SELECT photo_id FROM thumbnail WHERE pass = 2")
        return {PhotoId(row[0]) for row in rows}

    def count(self) -> int:
        """How many there are."""
        return int(self._connection.execute("SELECT COUNT(*) FROM thumbnail").fetchone()[0])
