"""From the rows of a photo, its files and its parts to one value."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from organizer.models import (
    CaptureTime,
    DateSource,
    Kind,
    Part,
    PartRole,
    Photo,
    PhotoId,
    Precision,
    Status,
    Trust,
)
from organizer.store.instants import from_seconds


class Files(NamedTuple):
    """The files of one photo, the best first, and the sidecars beside them."""

    paths: list[Path]
    sidecars: list[Part]


NO_FILES = Files([], [])


def json_ids(photo_ids: Iterable[int]) -> str:
    """Ids as a JSON list: any number of them fits into one parameter of a query."""
    return "[" + ",".join(str(int(photo_id)) for photo_id in photo_ids) + "]"


def captured_of(row: sqlite3.Row) -> CaptureTime:
    """When the photo of a row was taken."""
    return CaptureTime(
        taken_at=from_seconds(row["taken_at_s"]),
        utc_offset_min=row["utc_offset_min"],
        source=DateSource(row["taken_at_source"]),
        trust=Trust(row["taken_at_trust"]),
        precision=Precision(row["taken_at_precision"]),
    )


def photo_of(row: sqlite3.Row, files: Files, more: Sequence[Part]) -> Photo:
    """The photo of a row; *more* are its parts that are photos by themselves."""
    path = files.paths[0] if files.paths else Path(os.fsdecode(row["last_path"] or b""))
    motion = [Part(path, PartRole.MOTION_VIDEO)] if row["has_motion"] else []
    return Photo(
        id=PhotoId(row["id"]),
        path=path,
        paths=tuple(files.paths),
        parts=tuple(dict.fromkeys((*motion, *more, *files.sidecars))),
        status=Status(row["status"]),
        reason=row["reason"],
        kind=Kind(row["kind"]),
        captured=captured_of(row),
        latitude=row["latitude"],
        longitude=row["longitude"],
        width_px=row["width_px"],
        height_px=row["height_px"],
        orientation=row["orientation"],
        camera_make=row["camera_make"],
        camera_model=row["camera_model"],
        exposure=row["exposure"],
        size_bytes=row["size_bytes"],
        content_hash=row["content_hash"].hex() if row["content_hash"] else "",
        sharpness=row["sharpness"],
        favourite=bool(row["favourite"]),
        withheld=bool(row["withheld"]),
        duration_s=row["duration_s"],
    )
