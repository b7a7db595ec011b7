"""The files under the added folders, and which photo each one is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from organizer.models import (
    CaptureTime,
    Folder,
    FolderId,
    ImageFile,
    Kind,
    Metadata,
    PhotoId,
    Status,
)
from organizer.store.file_facts import FileFacts, read_file_facts
from organizer.store.instants import to_seconds

FIRST_PASS, SECOND_PASS = 1, 2
_DATES = """, taken_at_s = ?, utc_offset_min = ?, taken_at_source = ?, taken_at_trust = ?,
    taken_at_precision = ?, is_utc = ?, latitude = ?, longitude = ?"""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the last scan knew of a file: enough to tell whether it changed."""

    id: int
    size_bytes: int
    mtime_ns: int
    photo_id: PhotoId
    passed: int
    sidecars: str
    archived: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBeside:
    """What lies beside a file, as texts: which sidecars, and what they and an archive say."""

    sidecars: str = ""
    archived: str = ""
    says: str = ""


_NOTHING = KeptBeside()


@dataclass(frozen=True, slots=True)
class Seen:
    """What looking at a file showed, of the photo that it is and of when that was taken."""

    metadata: Metadata
    kind: Kind
    captured: CaptureTime
    size_bytes: int

    @property
    def dated(self) -> tuple[object, ...]:
        """The columns from taken_at_s to longitude of a file."""
        metadata = self.metadata
        return (*date_columns(self.captured), metadata.latitude, metadata.longitude)


@dataclass(frozen=True, slots=True)
class Standing:
    """The photo that a known file is, how many files that is, and what sidecars said, as JSON.

    *is_fresh*: that photo was never read whole, so nothing else is known to have its content.
    """

    photo_id: PhotoId
    copies: int
    says: str
    is_fresh: bool


class FileRepository:
    """Files by folder and relative path; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self, folder_id: FolderId) -> dict[bytes, KnownFile]:
        """All files of a folder by their relative path."""
        rows = self._connection.execute(
            """
            SELECT relative_path, id, size_bytes, mtime_ns, photo_id, pass, sidecars, archived
            FROM file WHERE folder_id = ?
            """,
            (folder_id,),
        )
        return {row[0]: KnownFile(*tuple(row)[1:]) for row in rows}

    def facts(self) -> list[FileFacts]:
        """Every file; of those of one photo, the one that speaks for it first."""
        return read_file_facts(self._connection)

    def some_paths(self, limit: int = 20) -> list[Path]:
        """Where some of the files were when they were last seen, newest first."""
        rows = self._connection.execute(
            """
            SELECT folder.path, file.relative_path FROM file
            JOIN folder ON folder.id = file.folder_id ORDER BY file.id DESC LIMIT ?
            """,
            (limit,),
        )
        return [Path(os.fsdecode(folder)) / os.fsdecode(name) for folder, name in rows]

    def archive_lists(self, folder_id: FolderId) -> set[tuple[bytes, int, int]]:
        """Path, size and time of the lists that were read in a folder."""
        rows = self._connection.execute(
            "SELECT relative_path, size_bytes, mtime_ns FROM archive_list WHERE folder_id = ?",
            (folder_id,),
        )
        return {(row[0], row[1], row[2]) for row in rows}

    def keep_archive_lists(
        self, folder_id: FolderId, lists: Iterable[tuple[bytes, int, int]]
    ) -> None:
        """Record the lists that were read in a folder, in place of those before."""
        self._connection.execute("DELETE FROM archive_list WHERE folder_id = ?", (folder_id,))
        self._connection.executemany(
            "INSERT INTO archive_list VALUES (?, ?, ?, ?)", ((folder_id, *one) for one in lists)
        )

    def photo_of(self, file: ImageFile) -> PhotoId | None:
        """The photo that this file was when it was last seen."""
        row = self._connection.execute(
            "SELECT photo_id FROM file WHERE folder_id = ? AND relative_path = ?",
            (file.folder_id, file.relative_path),
        ).fetchone()
        return PhotoId(row[0]) if row else None

    def standing(self, file: ImageFile) -> Standing | None:
        """How a file stood when it was last seen; None for a new one."""
        row = self._connection.execute(
            """
            SELECT photo_id, beside, (
                SELECT COUNT(*) FROM file AS other WHERE other.photo_id = file.photo_id),
                (SELECT content_hash IS NULL FROM photo WHERE photo.id = file.photo_id)
            FROM file WHERE folder_id = ? AND relative_path = ?
            """,
            (file.folder_id, file.relative_path),
        ).fetchone()
        return Standing(PhotoId(row[0]), row[2], row[1], bool(row[3])) if row else None

    def keep(
        self,
        file: ImageFile,
        photo_id: PhotoId,
        seen: Seen,
        *,
        passed: int,
        beside: KeptBeside = _NOTHING,
    ) -> None:
        """Record that *file* is *photo_id*."""
        self._connection.execute(
            """
            INSERT OR REPLACE INTO file (folder_id, relative_path, size_bytes, mtime_ns, photo_id,
                pass, kind, taken_at_s, utc_offset_min, taken_at_source, taken_at_trust,
                taken_at_precision, is_utc, latitude, longitude, sidecars, archived, beside)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                file.folder_id,
                file.relative_path,
                file.size_bytes,
                file.mtime_ns,
                photo_id,
                passed,
                seen.kind,
                *seen.dated,
                beside.sidecars,
                beside.archived,
                beside.says,
            ),
        )

    def redate(self, file: ImageFile, seen: Seen, beside: KeptBeside) -> None:
        """Record what changed when only something beside a file did."""
        self._connection.execute(
            """
            UPDATE file SET taken_at_s = ?, utc_offset_min = ?, taken_at_source = ?,
                taken_at_trust = ?, taken_at_precision = ?, is_utc = ?, latitude = ?,
                longitude = ?, sidecars = ?, archived = ?, beside = ?
            WHERE folder_id = ? AND relative_path = ?
            """,
            (
                *seen.dated,
                beside.sidecars,
                beside.archived,
                beside.says,
                file.folder_id,
                file.relative_path,
            ),
        )

    def mark(self, file: ImageFile, photo_id: PhotoId, seen: Seen | None, *, passed: int) -> None:
        """Record photo and pass of a known file, and date and place where they were read again."""
        dates = "" if seen is None else _DATES
        self._connection.execute(
            f"UPDATE file SET photo_id = ?, pass = ?{dates} "
            "WHERE folder_id = ? AND relative_path = ?",
            (
                photo_id,
                passed,
                *(() if seen is None else seen.dated),
                file.folder_id,
                file.relative_path,
            ),
        )

    def move_below(self, inner: Folder, outer: Folder) -> None:
        """Files of *inner* become files of *outer*, which contains it."""
        prefix = os.fsencode(inner.path.relative_to(outer.path)) + b"/"
        self._connection.execute(
            """
            UPDATE file SET folder_id = ?, relative_path = CAST(? || relative_path AS BLOB)
            WHERE folder_id = ?
            """,
            (outer.id, prefix, inner.id),
        )

    def read_problems_again(self, *, only: Status | None = None) -> int:
        """Let the next scan read every file anew that could not be read; returns how many.

        Args:
            only: Those that could not be read for this reason.
        """
        cursor = self._connection.execute(
            """
            UPDATE file SET pass = ? WHERE photo_id IN
                (SELECT id FROM photo WHERE status <> 'ok' AND status = COALESCE(?, status))
            """,
            (FIRST_PASS, only),
        )
        return cursor.rowcount

    def forget(self, file_ids: Iterable[int]) -> None:
        """Drop files that are no longer there."""
        self._connection.executemany(
            "DELETE FROM file WHERE id = ?", ((file_id,) for file_id in file_ids)
        )


def date_columns(captured: CaptureTime) -> tuple[object, ...]:
    """A date as the columns from taken_at_s to is_utc."""
    return (
        to_seconds(captured.taken_at),
        captured.utc_offset_min,
        captured.source,
        captured.trust,
        captured.precision,
        captured.is_utc,
    )
