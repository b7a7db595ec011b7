"""All files at once, as far as they have to be compared with each other."""

from __future__ import annotations

import os
import sqlite3
import sys
from dataclasses import dataclass

from organizer.models import (
    CaptureTime,
    DateSource,
    FolderId,
    Kind,
    PhotoId,
    Precision,
    Trust,
)
from organizer.store.instants import from_seconds

# the file that speaks for a photo: best date, then earliest, then by path
BEST_FILE_FIRST = """
    CASE file.taken_at_trust
        WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END,
    file.taken_at_s IS NULL, file.taken_at_s, folder.path, file.relative_path
"""
_ALL = f"""
    SELECT file.photo_id, file.folder_id, file.relative_path, file.kind, photo.status,
        file.taken_at_s, file.utc_offset_min, file.taken_at_source, file.taken_at_trust,
        file.taken_at_precision, file.is_utc, photo.latitude, photo.longitude,
        photo.camera_make, photo.camera_model, photo.exposure, photo.content_id,
        photo.duration_s
    FROM file JOIN photo ON photo.id = file.photo_id
        JOIN folder ON folder.id = file.folder_id
    ORDER BY {BEST_FILE_FIRST}
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """As much of a file and its photo as is needed to compare all of them.

    Attributes:
        below: The folder it lies in, below the added one.
        captured: What the file says, before it is compared with others.
    """

    photo_id: PhotoId
    folder_id: FolderId
    below: bytes
    name: str
    kind: Kind
    is_ok: bool
    captured: CaptureTime
    latitude: float | None
    longitude: float | None
    camera_make: str
    camera_model: str
    tells_exposure: bool
    content_id: str
    duration_s: float | None


def read_file_facts(connection: sqlite3.Connection) -> list[FileFacts]:
    """Every file; of those of one photo, the one that speaks for it first."""
    folders: dict[bytes, bytes] = {}  # one value for the files of a folder: there are many
    return [_facts(row, folders) for row in connection.execute(_ALL)]


def _facts(row: sqlite3.Row, folders: dict[bytes, bytes]) -> FileFacts:
    below, _, name = row["relative_path"].rpartition(b"/")
    return FileFacts(
        photo_id=PhotoId(row["photo_id"]),
        folder_id=FolderId(row["folder_id"]),
        below=folders.setdefault(below, below),
        name=os.fsdecode(name),
        kind=Kind(row["kind"]),
        is_ok=row["status"] == "ok",
        captured=CaptureTime(
            taken_at=from_seconds(row["taken_at_s"]),
            utc_offset_min=row["utc_offset_min"],
            source=DateSource(row["taken_at_source"]),
            trust=Trust(row["taken_at_trust"]),
            precision=Precision(row["taken_at_precision"]),
            is_utc=bool(row["is_utc"]),
        ),
        latitude=row["latitude"],
        longitude=row["longitude"],
        camera_make=sys.intern(row["camera_make"]),
        camera_model=sys.intern(row["camera_model"]),
        tells_exposure=row["exposure"] != "",
        content_id=row["content_id"],
        duration_s=row["duration_s"],
    )
