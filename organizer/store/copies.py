"""Questions about exact copies: files with the same content, which are one photo."""

from __future__ import annotations

import os
import sqlite3

from organizer.models import PhotoId
from organizer.store.file_facts import BEST_FILE_FIRST
from organizer.store.timelines import SHOWN

_COPIED = f"""
    SELECT photo.id FROM photo
    WHERE photo.id IN (SELECT photo_id FROM file GROUP BY photo_id HAVING COUNT(*) > 1)
        AND {SHOWN}
"""


class CopyReader:
    """Reads which photos lie in several places."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def paths(self) -> dict[PhotoId, tuple[bytes, ...]]:
        """The files of every photo to be seen that has several, the best first."""
        found: dict[PhotoId, tuple[bytes, ...]] = {}
        for photo_id, folder, relative in self._connection.execute(
            f"""
            SELECT file.photo_id, folder.path, file.relative_path
            FROM file JOIN folder ON folder.id = file.folder_id
            WHERE file.photo_id IN ({_COPIED}) ORDER BY file.photo_id, {BEST_FILE_FIRST}
            """
        ):
            path = os.path.join(folder, relative)  # noqa: PTH118 - bytes
            found[photo_id] = (*found.get(photo_id, ()), path)
        return found

    def count(self) -> int:
        """How many such photos there are."""
        (count,) = self._connection.execute(f"SELECT COUNT(*) FROM ({_COPIED})").fetchone()
        return int(count)
