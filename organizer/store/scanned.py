"""What a scan writes of photos: what their files showed, and which files are one photo."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from organizer.models import CaptureTime, FolderId, PartRole, PhotoId, Status
from organizer.store.file_facts import BEST_FILE_FIRST
from organizer.store.files import Seen, date_columns

_DESCRIBED = (
    *("width_px", "height_px", "orientation", "camera_make", "camera_model", "exposure"),
    *("duration_s", "content_id", "has_motion", "size_bytes", "kind", "latitude", "longitude"),
    *("taken_at_s", "utc_offset_min", "taken_at_source", "taken_at_trust", "taken_at_precision"),
)
_SETTLED = ("status", "reason", "content_hash", "sharpness")


class ScannedPhotoRepository:
    """Photos as the scan makes, joins and drops them; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, seen: Seen | None = None) -> PhotoId:
        """A new photo, of one file that was looked at or of which nothing is known yet."""
        if seen is None:
            cursor = self._connection.execute("INSERT INTO photo DEFAULT VALUES")
        else:
            cursor = self._connection.execute(_INSERT, _description(seen))
        return PhotoId(cursor.lastrowid or 0)

    def with_content(self, content_hash: str) -> PhotoId | None:
        """The photo with these bytes."""
        row = self._connection.execute(
            "SELECT id FROM photo WHERE content_hash = ?", (bytes.fromhex(content_hash),)
        ).fetchone()
        return PhotoId(row[0]) if row else None

    def describe(self, photo_id: PhotoId, seen: Seen) -> None:
        """Record what the only file of a photo showed."""
        self._connection.execute(_DESCRIBE, (*_description(seen), photo_id))

    def settle(
        self,
        photo_id: PhotoId,
        seen: Seen | None,
        *,
        status: Status,
        reason: str | None,
        content_hash: str | None,
        sharpness: float | None,
    ) -> None:
        """Record how reading a whole file went, and what it showed if it could be opened."""
        packed = bytes.fromhex(content_hash) if content_hash else None
        how = (status, reason, packed, sharpness)
        if seen is None:
            self._connection.execute(_SETTLE, (*how, photo_id))
        else:
            self._connection.execute(_DESCRIBE_AND_SETTLE, (*_description(seen), *how, photo_id))

    def take_date_from_files(self, photo_id: PhotoId) -> None:
        """Copy kind, date and place from the files that speak for the photo."""
        self._connection.execute(
            f"""
            UPDATE photo SET (latitude, longitude) = (
                SELECT file.latitude, file.longitude
                FROM file JOIN folder ON folder.id = file.folder_id
                WHERE file.photo_id = photo.id
                ORDER BY file.latitude IS NULL, {BEST_FILE_FIRST} LIMIT 1),
                (kind, taken_at_s, utc_offset_min, taken_at_source, taken_at_trust,
                taken_at_precision) = (
                SELECT file.kind, file.taken_at_s, file.utc_offset_min, file.taken_at_source,
                    file.taken_at_trust, file.taken_at_precision
                FROM file JOIN folder ON folder.id = file.folder_id
                WHERE file.photo_id = photo.id ORDER BY {BEST_FILE_FIRST} LIMIT 1)
            WHERE id = ? AND EXISTS (SELECT 1 FROM file WHERE file.photo_id = photo.id)
            """,
            (photo_id,),
        )

    def set_dates(self, dates: Mapping[PhotoId, CaptureTime]) -> None:
        """Give photos these dates; rows that have them already are not written."""
        columns = ((photo_id, *date_columns(date)[:5]) for photo_id, date in dates.items())
        self._connection.executemany(
            """
            UPDATE photo SET taken_at_s = ?2, utc_offset_min = ?3, taken_at_source = ?4,
                taken_at_trust = ?5, taken_at_precision = ?6
            WHERE id = ?1 AND (taken_at_s IS NOT ?2 OR utc_offset_min IS NOT ?3
                OR taken_at_source IS NOT ?4 OR taken_at_trust IS NOT ?5
                OR taken_at_precision IS NOT ?6)
            """,
            columns,
        )

    def set_parts(self, parts: Mapping[PhotoId, tuple[PhotoId, PartRole]]) -> None:
        """Make these photos parts of others, and no others."""
        self._connection.execute(
            "UPDATE photo SET part_of = NULL, part_role = NULL WHERE part_of IS NOT NULL"
        )
        self._connection.executemany(
            "UPDATE photo SET part_of = ?, part_role = ? WHERE id = ?",
            ((whole, role, part) for part, (whole, role) in parts.items()),
        )

    def unname_only_in(self, folder_id: FolderId) -> None:
        """Take photos that lie in this folder alone out of albums, and their stars away."""
        only_here = """
            SELECT photo_id FROM file GROUP BY photo_id
            HAVING MIN(folder_id) = :folder AND MAX(folder_id) = :folder
        """
        for sql in (
            f"DELETE FROM album_photo WHERE photo_id IN ({only_here})",
            f"UPDATE photo SET favourite = 0 WHERE id IN ({only_here})",
        ):
            self._connection.execute(sql, {"folder": folder_id})

    def revive(self, photo_id: PhotoId) -> None:
        """A file with this content is there again."""
        self._connection.execute(
            "UPDATE photo SET status = 'ok', reason = NULL WHERE id = ? AND status = 'vanished'",
            (photo_id,),
        )

    def merge(self, old: PhotoId, into: PhotoId) -> None:
        """Two photos turned out to have the same bytes: what the user said of *old* moves."""
        self._connection.execute(
            """
            UPDATE photo SET
                favourite = MAX(favourite, (SELECT favourite FROM photo WHERE id = :old)),
                hidden = MAX(hidden, (SELECT hidden FROM photo WHERE id = :old))
            WHERE id = :into
            """,
            {"old": old, "into": into},
        )
        for sql in (
            "UPDATE album_photo SET photo_id = ? WHERE photo_id = ?",
            "UPDATE album SET cover_id = ? WHERE cover_id = ?",
            "UPDATE file SET photo_id = ? WHERE photo_id = ?",
            "UPDATE OR IGNORE correction SET photo_id = ? WHERE photo_id = ?",
        ):
            self._connection.execute(sql, (into, old))
        self._connection.execute("DELETE FROM photo WHERE id = ?", (old,))

    def sweep(self) -> list[PhotoId]:
        """Remove photos without any file, unless an album or a star still names them.

        Those that stay are marked as vanished. Returns the ids that went.
        """
        lost = "NOT EXISTS (SELECT 1 FROM file WHERE file.photo_id = photo.id)"
        in_album = "EXISTS (SELECT 1 FROM album_photo WHERE album_photo.photo_id = photo.id)"
        named = f"(favourite OR {in_album})"
        self._connection.execute(
            f"""
            UPDATE photo SET status = 'vanished', reason = 'The file is no longer in its folder.'
            WHERE {lost} AND {named}
            """
        )
        rows = self._connection.execute(
            f"DELETE FROM photo WHERE {lost} AND NOT {named} RETURNING id"
        ).fetchall()
        return [PhotoId(row[0]) for row in rows]


def _description(seen: Seen) -> tuple[object, ...]:
    """The columns of ``_DESCRIBED``."""
    metadata = seen.metadata
    return (
        metadata.width_px,
        metadata.height_px,
        metadata.orientation,
        metadata.camera_make,
        metadata.camera_model,
        metadata.exposure,
        metadata.duration_s,
        metadata.content_id,
        metadata.has_motion,
        seen.size_bytes,
        seen.kind,
        metadata.latitude,
        metadata.longitude,
        *date_columns(seen.captured)[:-1],
    )


def _update(columns: tuple[str, ...]) -> str:
    return f"UPDATE photo SET {' = ?, '.join(columns)} = ? WHERE id = ?"


_INSERT = f"""
    INSERT INTO photo ({", ".join(_DESCRIBED)}) VALUES ({", ".join("?" * len(_DESCRIBED))})
"""
_DESCRIBE, _SETTLE = _update(_DESCRIBED), _update(_SETTLED)
_DESCRIBE_AND_SETTLE = _update((*_DESCRIBED, *_SETTLED))
