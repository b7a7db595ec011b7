"""The files that could not be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from organizer.models import PhotoId, Status, UnreadFile
from organizer.store.files import FIRST_PASS
from organizer.store.photo_rows import json_ids

# a photo that albums or stars name may have lost its last file: it counts as one
_UNREAD = """
    FROM photo LEFT JOIN file ON file.photo_id = photo.id
        LEFT JOIN folder ON folder.id = file.folder_id
    WHERE photo.status <> 'ok'
"""


class ProblemRepository:
    """Files of photos that are not "ok"; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many files :meth:`files` has."""
        (count,) = self._connection.execute(f"SELECT COUNT(*) {_UNREAD}").fetchone()
        return int(count)

    def files(self) -> list[UnreadFile]:
        """Every file that could not be read, the same reasons together, then by path."""
        rows = self._connection.execute(
            f"""
            SELECT photo.id, photo.status, photo.reason, photo.last_path,
                folder.path AS folder, file.relative_path
            {_UNREAD} ORDER BY photo.status, photo.reason, photo.last_path, folder, relative_path
            """
        )
        return [_unread(row) for row in rows]

    def read_again(self, photo_ids: Iterable[PhotoId]) -> int:
        """Let the next scan read these photos anew, those that could not be; counts their files."""
        cursor = self._connection.execute(
            """
            UPDATE file SET pass = ? WHERE photo_id IN (
                SELECT id FROM photo
                WHERE status <> 'ok' AND id IN (SELECT value FROM json_each(?)))
            """,
            (FIRST_PASS, json_ids(photo_ids)),
        )
        return cursor.rowcount


def _unread(row: sqlite3.Row) -> UnreadFile:
    path = row["last_path"] or b""
    if row["folder"] is not None:
        path = os.path.join(row["folder"], row["relative_path"])  # noqa: PTH118 - bytes
    return UnreadFile(
        photo_id=PhotoId(row["id"]),
        path=Path(os.fsdecode(path)),
        status=Status(row["status"]),
        reason=row["reason"] or "",
    )
