"""The folders that the user added."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection
from pathlib import Path

from organizer.models import Folder, FolderId, PhotoId
from organizer.store.instants import now_text
from organizer.store.photo_rows import json_ids


class FolderRepository:
    """Added folders; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Folder]:
        """Every added folder in the order of adding, with the number of photos that are seen."""
        rows = self._connection.execute(
            """
            SELECT folder.*, (
                SELECT COUNT(DISTINCT photo.id) FROM file JOIN photo ON photo.id = file.photo_id
                WHERE file.folder_id = folder.id AND photo.status = 'ok'
                AND photo.part_of IS NULL AND NOT photo.withheld) AS photo_count
            FROM folder ORDER BY folder.id
            """
        )
        return [_folder(row) for row in rows]

    def paths(self) -> list[Path]:
        """Where the added folders are."""
        return [
            Path(os.fsdecode(row[0])) for row in self._connection.execute("SELECT path FROM folder")
        ]

    def ids(self) -> set[FolderId]:
        """The ids of all added folders."""
        return {FolderId(row[0]) for row in self._connection.execute("SELECT id FROM folder")}

    def photos_only_in(
        self, folder_ids: Collection[FolderId], among: Collection[PhotoId] | None = None
    ) -> set[PhotoId]:
        """The photos all of whose files lie in these folders, among some photos or among all."""
        some = "" if among is None else "WHERE photo_id IN (SELECT value FROM json_each(:among))"
        rows = self._connection.execute(
            f"SELECT photo_id FROM file {some} GROUP BY photo_id"
            " HAVING MIN(folder_id IN (SELECT value FROM json_each(:folders)))",
            {
                "folders": json.dumps([int(one) for one in folder_ids]),
                "among": None if among is None else json_ids(among),
            },
        )
        return {PhotoId(row[0]) for row in rows}

    def add(self, path: Path) -> Folder:
        """Record *path*; the caller has made sure that it is not there yet."""
        cursor = self._connection.execute(
            "INSERT INTO folder (path, added_at) VALUES (?, ?)",
            (os.fsencode(path), now_text()),
        )
        return Folder(id=FolderId(cursor.lastrowid or 0), path=path)

    def remove(self, folder_id: FolderId) -> None:
        """Forget a folder and its files; photos are swept by the caller."""
        self._connection.execute("DELETE FROM file WHERE folder_id = ?", (folder_id,))
        self._connection.execute("DELETE FROM folder WHERE id = ?", (folder_id,))

    def move(self, folder_id: FolderId, path: Path) -> None:
        """The same folder lies elsewhere now."""
        self._connection.execute(
            "UPDATE folder SET path = ?, offline = 0 WHERE id = ?", (os.fsencode(path), folder_id)
        )

    def mark_offline(self, folder_id: FolderId, *, offline: bool) -> None:
        """Remember whether the folder could be found."""
        self._connection.execute("UPDATE folder SET offline = ? WHERE id = ?", (offline, folder_id))


def _folder(row: sqlite3.Row) -> Folder:
    return Folder(
        id=FolderId(row["id"]),
        path=Path(os.fsdecode(row["path"])),
        offline=bool(row["offline"]),
        photo_count=row["photo_count"],
    )
