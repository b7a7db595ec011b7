"""Albums: the user's own, in the user's order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from organizer.models import Album, AlbumId, AlbumSorting, PhotoId
from organizer.store.instants import now_text
from organizer.store.timelines import TRUSTED

_IN_ORDER = "ORDER BY album.place_in_list IS NULL, album.place_in_list, album.id"
_TIME = f"CASE WHEN {TRUSTED} THEN photo.taken_at_s END"
_SORTED = {
    AlbumSorting.OWN: "position",
    AlbumSorting.OLDEST: f"{_TIME} IS NULL, {_TIME}",
    AlbumSorting.NEWEST: f"{_TIME} IS NULL, {_TIME} DESC",
    # the name of the file without its folders: what stands behind the last slash
    AlbumSorting.NAME: """(
        SELECT MIN(LOWER(REPLACE(CAST(relative_path AS TEXT),
            RTRIM(CAST(relative_path AS TEXT), REPLACE(CAST(relative_path AS TEXT), '/', '')), '')))
        FROM file WHERE file.photo_id = photo.id)""",
}


class AlbumRepository:
    """Albums and what is in them; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Album]:
        """Every album in the user's order; where that is not said, in the order of making."""
        rows = self._connection.execute(f"SELECT * FROM album {_IN_ORDER}").fetchall()
        return [self._album(row) for row in rows]

    def count(self) -> int:
        """The number of albums."""
        return int(self._connection.execute("SELECT COUNT(*) FROM album").fetchone()[0])

    def counts(self) -> dict[AlbumId, int]:
        """How many photos of each album are to be seen; albums with none are not among them."""
        rows = self._connection.execute(
            """
            SELECT album_id, COUNT(*) FROM album_photo JOIN photo ON photo.id = photo_id
            WHERE NOT photo.withheld GROUP BY album_id
            """
        )
        return {AlbumId(album_id): count for album_id, count in rows}

    def titles(self) -> list[tuple[AlbumId, str]]:
        """Every album's number and title, in the same order, without reading what is in them."""
        rows = self._connection.execute(f"SELECT id, title FROM album {_IN_ORDER}").fetchall()
        return [(AlbumId(row["id"]), row["title"]) for row in rows]

    def get(self, album_id: AlbumId) -> Album | None:
        """One album, or None when it is gone."""
        row = self._connection.execute("SELECT * FROM album WHERE id = ?", (album_id,)).fetchone()
        return self._album(row) if row else None

    def of_photo(self, photo_id: PhotoId) -> list[Album]:
        """The albums that a photo is in."""
        rows = self._connection.execute(
            f"""
            SELECT DISTINCT album.* FROM album
            JOIN album_photo ON album_photo.album_id = album.id
            WHERE album_photo.photo_id = ? {_IN_ORDER}
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
            own_order=tuple(photo_ids),
        )

    def put_back(self, album: Album) -> None:
        """Make a removed album again, under its old id."""
        self._connection.execute(
            """
            INSERT INTO album
                (id, title, cover_id, suggestion_id, created_at, sorting, place_in_list)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            (
                album.id,
                album.title,
                album.cover_id,
                album.suggestion_id,
                now_text(),
                album.sorting,
                album.place_in_list,
            ),
        )
        self.set_photos(album.id, album.own_order)

    def rename(self, album_id: AlbumId, title: str) -> None:
        """Give an album another title."""
        self._connection.execute("UPDATE album SET title = ? WHERE id = ?", (title, album_id))

    def set_cover(self, album_id: AlbumId, photo_id: PhotoId | None) -> None:
        """Choose the cover."""
        self._connection.execute("UPDATE album SET cover_id = ? WHERE id = ?", (photo_id, album_id))

    def set_sorting(self, album_id: AlbumId, sorting: AlbumSorting) -> None:
        """Say in which order the photos stand; the user's own order is kept beside it."""
        self._connection.execute("UPDATE album SET sorting = ? WHERE id = ?", (sorting, album_id))

    def put_in_order(self, album_ids: Sequence[AlbumId]) -> None:
        """Let the albums stand in this order; others follow."""
        self._connection.execute("UPDATE album SET place_in_list = NULL")
        self._connection.executemany(
            "UPDATE album SET place_in_list = ? WHERE id = ?", list(enumerate(album_ids))
        )

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
        sorting = AlbumSorting(row["sorting"])
        own_order = self._photo_ids(row["id"], AlbumSorting.OWN)
        is_own = sorting is AlbumSorting.OWN
        return Album(
            id=AlbumId(row["id"]),
            title=row["title"],
            photo_ids=own_order if is_own else self._photo_ids(row["id"], sorting),
            cover_id=row["cover_id"],
            suggestion_id=row["suggestion_id"],
            sorting=sorting,
            own_order=own_order,
            place_in_list=row["place_in_list"],
        )

    def _photo_ids(self, album_id: int, sorting: AlbumSorting) -> tuple[PhotoId, ...]:
        rows = self._connection.execute(
            f"""
            SELECT album_photo.photo_id FROM album_photo JOIN photo ON photo.id = photo_id
            WHERE album_id = ? ORDER BY {_SORTED[sorting]}, position
            """,
            (album_id,),
        )
        return tuple(dict.fromkeys(PhotoId(row[0]) for row in rows))
