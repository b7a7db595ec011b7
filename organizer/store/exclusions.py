"""What the user leaves out of the added folders."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from organizer.models import Exclusion, ExclusionId, PhotoId
from organizer.store.instants import now_text


class ExclusionRepository:
    """Left-out folders and patterns; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Exclusion]:
        """Every exclusion, in the order of adding."""
        rows = self._connection.execute("SELECT * FROM exclusion ORDER BY id")
        return [_exclusion(row) for row in rows]

    def add(self, folder: Path | None, pattern: str = "", *, photos: int) -> Exclusion:
        """Record an exclusion; the caller has made sure that it is not there yet."""
        cursor = self._connection.execute(
            "INSERT INTO exclusion (folder, pattern, photos, added_at) VALUES (?, ?, ?, ?)",
            (
                None if folder is None else os.fsencode(folder),
                pattern or None,
                photos,
                now_text(),
            ),
        )
        new_id = ExclusionId(cursor.lastrowid or 0)
        return Exclusion(id=new_id, folder=folder, pattern=pattern, photos=photos)

    def remove(self, exclusion_id: ExclusionId) -> bool:
        """Forget an exclusion; False when there was none."""
        sql = "DELETE FROM exclusion WHERE id = ?"
        return self._connection.execute(sql, (exclusion_id,)).rowcount > 0

    def count(self, met: Mapping[ExclusionId, tuple[int, int]]) -> None:
        """Record how many folders and files a scan passed by; none for those it did not meet."""
        for one in self.all():
            folders, files = met.get(one.id, (0, 0))
            if (one.folders, one.files) != (folders, files):
                self._connection.execute(
                    "UPDATE exclusion SET folders = ?, files = ? WHERE id = ?",
                    (folders, files, one.id),
                )

    def move(self, old: Path, new: Path) -> None:
        """Follow an added folder that lies elsewhere now."""
        for one in self._below(old):
            if one.folder is not None:
                self._connection.execute(
                    "UPDATE OR REPLACE exclusion SET folder = ? WHERE id = ?",
                    (os.fsencode(new / one.folder.relative_to(old)), one.id),
                )

    def remove_below(self, path: Path) -> None:
        """Forget what was left out of a folder that is not in the library any more."""
        for one in self._below(path):
            self.remove(one.id)

    def _below(self, path: Path) -> list[Exclusion]:
        return [one for one in self.all() if one.folder and one.folder.is_relative_to(path)]

    # -- photos that stay without a file, because an album or a star names them ----------------

    def lost_photos(self) -> dict[PhotoId, Path]:
        """Photos without a file, and where they were."""
        rows = self._connection.execute(
            "SELECT id, last_path FROM photo WHERE status = 'vanished' AND last_path IS NOT NULL"
        )
        return {PhotoId(row[0]): Path(os.fsdecode(row[1])) for row in rows}

    def say_why(self, reasons: Mapping[PhotoId, str]) -> None:
        """Say why these photos have no file."""
        self._connection.executemany(
            "UPDATE photo SET reason = ? WHERE id = ?",
            ((reason, photo_id) for photo_id, reason in reasons.items()),
        )


def _exclusion(row: sqlite3.Row) -> Exclusion:
    return Exclusion(
        id=ExclusionId(row["id"]),
        folder=None if row["folder"] is None else Path(os.fsdecode(row["folder"])),
        pattern=row["pattern"] or "",
        photos=row["photos"],
        folders=row["folders"],
        files=row["files"],
    )
