"""The files under the added folders, and which photo each one is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from organizer.models import CaptureTime, FolderId, ImageFile, Kind, PhotoId
from organizer.store.instants import to_seconds

FIRST_PASS, SECOND_PASS = 1, 2


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the last scan knew of a file: enough to tell whether it changed."""

    id: int
    size_bytes: int
    mtime_ns: int
    photo_id: PhotoId
    passed: int


class FileRepository:
    """Files by folder and relative path; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self, folder_id: FolderId) -> dict[bytes, KnownFile]:
        """All files of a folder by their relative path."""
        rows = self._connection.execute(
            """
            SELECT relative_path, id, size_bytes, mtime_ns, photo_id, pass
            FROM file WHERE folder_id = ?
            """,
            (folder_id,),
        )
        return {row[0]: KnownFile(*tuple(row)[1:]) for row in rows}

    def keep(
        self,
        file: ImageFile,
        photo_id: PhotoId,
        *,
        passed: int,
        kind: Kind,
        captured: CaptureTime,
    ) -> PhotoId | None:
        """Record that *file* is *photo_id*; returns the photo it was before, if another."""
        before = self._connection.execute(
            "SELECT photo_id FROM file WHERE folder_id = ? AND relative_path = ?",
            (file.folder_id, file.relative_path),
        ).fetchone()
        self._connection.execute(
            """
            INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ns, photo_id, pass,
                kind, taken_at_s, utc_offset_min, taken_at_source, taken_at_trust,
                taken_at_precision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (folder_id, relative_path) DO UPDATE SET
                size_bytes = excluded.size_bytes, mtime_ns = excluded.mtime_ns,
                photo_id = excluded.photo_id, pass = excluded.pass, kind = excluded.kind,
                taken_at_s = excluded.taken_at_s, utc_offset_min = excluded.utc_offset_min,
                taken_at_source = excluded.taken_at_source,
                taken_at_trust = excluded.taken_at_trust,
                taken_at_precision = excluded.taken_at_precision
            """,
            (
                file.folder_id,
                file.relative_path,
                file.size_bytes,
                file.mtime_ns,
                photo_id,
                passed,
                kind,
                to_seconds(captured.taken_at),
                captured.utc_offset_min,
                captured.source,
                captured.trust,
                captured.precision,
            ),
        )
        return PhotoId(before[0]) if before and before[0] != photo_id else None

    def forget(self, file_ids: Iterable[int]) -> None:
        """Drop files that are no longer there."""
        self._connection.executemany(
            "DELETE FROM file WHERE id = ?", ((file_id,) for file_id in file_ids)
        )

    def count_of(self, photo_id: PhotoId) -> int:
        """How many files are this photo."""
        row = self._connection.execute(
            "SELECT COUNT(*) FROM file WHERE photo_id = ?", (photo_id,)
        ).fetchone()
        return int(row[0])

    def path_bytes(self) -> Sequence[tuple[PhotoId, bytes, bytes]]:
        """(photo, folder, relative path) of every file."""
        return self._connection.execute(
            """
            SELECT file.photo_id, folder.path, file.relative_path
            FROM file JOIN folder ON folder.id = file.folder_id
            """
        ).fetchall()
