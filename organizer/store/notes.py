"""What scans had to tell of folders and sidecars, as far as it still holds."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from organizer.models import Folder, FolderId, ImageFile, Note, NoteKind

_CONTRADICTED = NoteKind.SIDECARS_DISAGREE
# what is found only when a sidecar or a list is read, and so not by every listing
_UNHEARD = (NoteKind.SIDECAR_UNOPENED, NoteKind.SIDECAR_UNREAD)
_OF_LISTING = tuple(kind for kind in NoteKind if kind not in (_CONTRADICTED, *_UNHEARD))
_IS_LISTING = f"kind IN ({', '.join('?' * len(_OF_LISTING))})"
_IS_UNHEARD = f"kind IN ({', '.join('?' * len(_UNHEARD))})"


class NoteRepository:
    """Notes by folder, kind and path; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Note]:
        """Every note, by path; those of a folder that is offline wait until it is there again."""
        rows = self._connection.execute(
            """
            SELECT note.kind, note.detail, folder.path, note.relative_path
            FROM note JOIN folder ON folder.id = note.folder_id
            WHERE NOT folder.offline ORDER BY folder.path, note.relative_path, note.kind
            """
        )
        return [_note(row, Path(os.fsdecode(row["path"]))) for row in rows]

    def count(self) -> int:
        """How many notes :meth:`all` has."""
        (count,) = self._connection.execute(
            """
            SELECT COUNT(*) FROM note JOIN folder ON folder.id = note.folder_id
            WHERE NOT folder.offline
            """
        ).fetchone()
        return int(count)

    # -- what every listing of a folder finds anew ---------------------------------------------

    def of_listing(self, folder: Folder) -> list[Note]:
        """What the last listing of a folder had to tell."""
        rows = self._connection.execute(
            f"SELECT kind, detail, relative_path FROM note WHERE folder_id = ? AND {_IS_LISTING}",
            (folder.id, *_OF_LISTING),
        )
        return [_note(row, folder.path) for row in rows]

    def replace_listing(self, folder: Folder, notes: Iterable[Note]) -> None:
        """Record what a listing of a folder had to tell, in place of what was told before."""
        self._connection.execute(
            f"DELETE FROM note WHERE folder_id = ? AND {_IS_LISTING}", (folder.id, *_OF_LISTING)
        )
        self._connection.executemany(
            "INSERT INTO note (folder_id, kind, relative_path, detail) VALUES (?, ?, ?, ?)",
            (
                (
                    folder.id,
                    note.kind,
                    os.fsencode(note.path.relative_to(folder.path).as_posix()),
                    note.detail,
                )
                for note in notes
                if note.path is not None
            ),
        )

    # -- what is found only when a file or its sidecars changed --------------------------------

    def contradicted(self) -> set[tuple[FolderId, bytes]]:
        """The files whose sidecars disagree."""
        rows = self._connection.execute(
            "SELECT folder_id, relative_path FROM note WHERE kind = ?", (_CONTRADICTED,)
        )
        return {(FolderId(row[0]), row[1]) for row in rows}

    def contradict(self, file: ImageFile) -> None:
        """The sidecars of a file disagree; of a file that is not known nothing is recorded."""
        self._connection.execute(
            """
            INSERT OR REPLACE INTO note (folder_id, kind, relative_path, detail)
            SELECT folder_id, ?, relative_path, '' FROM file
            WHERE folder_id = ? AND relative_path = ?
            """,
            (_CONTRADICTED, file.folder_id, file.relative_path),
        )

    def agree(self, file: ImageFile) -> None:
        """The sidecars of a file do not disagree any more."""
        self._connection.execute(
            "DELETE FROM note WHERE folder_id = ? AND kind = ? AND relative_path = ?",
            (file.folder_id, _CONTRADICTED, file.relative_path),
        )

    # -- sidecars and lists that could not be read ----------------------------------------------

    def unheard(self, folder_id: FolderId) -> dict[bytes, NoteKind]:
        """The sidecars and lists of a folder that could not be read, by their relative path."""
        rows = self._connection.execute(
            f"SELECT relative_path, kind FROM note WHERE folder_id = ? AND {_IS_UNHEARD}",
            (folder_id, *_UNHEARD),
        )
        return {row[0]: NoteKind(row[1]) for row in rows}

    def hear(self, folder_id: FolderId, path: bytes, trouble: Note | None) -> None:
        """A sidecar or list was read, or it was not; of a folder that is gone nothing is kept."""
        self._connection.execute(
            f"DELETE FROM note WHERE folder_id = ? AND relative_path = ? AND {_IS_UNHEARD}",
            (folder_id, path, *_UNHEARD),
        )
        if trouble is not None:
            self._connection.execute(
                """
                INSERT INTO note (folder_id, kind, relative_path, detail)
                SELECT id, ?, ?, ? FROM folder WHERE id = ?
                """,
                (trouble.kind, path, trouble.detail, folder_id),
            )

    def move_below(self, inner: Folder, outer: Folder) -> None:
        """Notes of *inner* become notes of *outer*, which contains it."""
        prefix = os.fsencode(inner.path.relative_to(outer.path)) + b"/"
        self._connection.execute(
            """
            UPDATE note SET folder_id = ?, relative_path = CAST(? || relative_path AS BLOB)
            WHERE folder_id = ?
            """,
            (outer.id, prefix, inner.id),
        )


def _note(row: sqlite3.Row, root: Path) -> Note:
    path = root / os.fsdecode(row["relative_path"])
    return Note(kind=NoteKind(row["kind"]), path=path, detail=row["detail"])
