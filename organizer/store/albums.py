"""Albums: the user's own, in the user's order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from organizer.models import Album, AlbumId, PhotoId
from organizer.store.instants import now_text


class AlbumRepository:
    """Albums and what is in them; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Album]:
        """Every album in the order of making."""
        rows = self._connection.execute("SELECT * FROM album ORDER BY id").fetchall()
        return [self._album(row) for row in rows]

    def get(self, album_id: AlbumId) -> Album | None:
        """One album, or None when it is gone."""
        row = self._connection.execute("SELECT * FROM album WHERE id = ?", (album_id,)).fetchone()
        return self._album(row) if row else None

    def of_photo(self, photo_id: PhotoId) -> list[Album]:
        """The albums that a photo is in."""
        rows = self._connection.execute(
            """
            SELECT DISTINCT album.* FROM album
            JOIN album_photo ON album_photo.album_id = album.id
            WHERE album_photo.photo_id = ? ORDER BY album.id
            """,
            (photo_id,),
        ).fetchall()
        return [self._album(row) for row in rows]

    def add(
        self,
        title: str,
        photo_ids: Sequence[PhotoId],
        cover_id: PhotoId | None = None,
        suggestion_id: str | None = None,
    ) -> Album:
        """Make an album."""
        cursor = self._connection.execute(
            "INSERT INTO album (title, cover_id, suggestion_id, created_at) VALUES (?, ?, ?, ?)",
            (title, cover_id, suggestion_id, now_text()),
        )
        album_id = AlbumId(cursor.lastrowid or 0)
        self.set_photos(album_id, photo_ids)
        return Album(
            id=album_id,
            title=title,
            photo_ids=tuple(photo_ids),
            cover_id=cover_id,
            suggestion_id=suggestion_id,
        )

    def put_back(self, album: Album) -> None:
        """Make a removed album again, under its old id."""
        self._connection.execute(
            """
            INSERT INTO album (id, title, cover_id, suggestion_id, created_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            (
                album.id,
                album.title,
                album.cover_id,
                album.suggestion_id,
                now_text(),
            ),
        )
        self.set_photos(album.id, album.photo_ids)

    def rename(self, album_id: AlbumId, title: str) -> None:
        """Give an album another title."""
        self._connection.execute("UPDATE album SET title = ? WHERE id = ?", (title, album_id))

    def set_cover(self, album_id: AlbumId, photo_id: PhotoId | None) -> None:
        """Choose the cover."""
        self._connection.execute("UPDATE album SET cover_id = ? WHERE id = ?", (photo_id, album_id))

    def set_photos(self, album_id: AlbumId, photo_ids: Sequence[PhotoId]) -> None:
        """Put exactly these photos into an album, in this order, each once."""
        self._connection.execute("DELETE FROM album_photo WHERE album_id = ?", (album_id,))
        self._connection.executemany(
            # a photo may be gone by the time that a change is undone
            "INSERT INTO album_photo (album_id, position, photo_id) "
            "SELECT ?, ?, id FROM photo WHERE id = ?",
            (
                (album_id, position, photo_id)
                for position, photo_id in enumerate(dict.fromkeys(photo_ids))
            ),
        )

    def remove(self, album_id: AlbumId) -> None:
        """Remove an album; its photos stay."""
        self._connection.execute("DELETE FROM album WHERE id = ?", (album_id,))

    def _album(self, row: sqlite3.Row) -> Album:
        photo_ids = self._connection.execute(
            "SELECT photo_id FROM album_photo WHERE album_id = ? ORDER BY position", (row["id"],)
        )
        return Album(
            id=AlbumId(row["id"]),
            title=row["title"],
            photo_ids=tuple(dict.fromkeys(PhotoId(entry[0]) for entry in photo_ids)),
            cover_id=row["cover_id"],
            suggestion_id=row["suggestion_id"],
        )
