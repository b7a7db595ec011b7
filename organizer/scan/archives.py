"""Facebook and Instagram archives: lists in JSON that name many pictures by their path.

Runs in the decode workers: what is read here may be hostile. Texts in these archives are UTF-8
written as if it were Latin-1; they are repaired where that works and kept where it does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from organizer.models import Precision
from organizer.scan.dates import Beside
from organizer.scan.moments import read_epoch, read_when
from organizer.scan.takeout import checked_place
from organizer.scan.unread import read_json

MAX_LIST_BYTES = 64 << 20
MAX_LINES = 500_000
_MAX_URI = 1000
_LIST_NAMES = re.compile(
    r"(?:posts|reels|stories|archived_stories|archived_posts|igtv_videos|profile_photos|recently_deleted_content"
    r"|media|photos|videos|your_photos|your_videos|your_uncategorized_photos|your_posts.*"
    r"|profile_posts|message|group_posts.*|other_content|comments)(?:_\d+)?\.json",
    re.IGNORECASE,
)
_COMPACT_DAY = re.compile(r"^(\d{4})(\d\d)(\d\d)T")


@dataclass(frozen=True, slots=True)
class Line:
    """One picture in a list: its path as the archive writes it, and what is said of it."""

    uri: str
    beside: Beside


def may_be_list(relative_path: str) -> bool:
    """Whether a JSON file is named like a list of one of these archives."""
    *folders, name = relative_path.split("/")
    in_album = bool(folders) and folders[-1] == "album" and name[:-5].isdecimal()
    return in_album or _LIST_NAMES.fullmatch(name) is not None


def read_list(content: bytes) -> list[Line]:
    """All pictures that a list names; other JSON gives none.

    Raises:
        UnreadError: If it is no JSON, or too large.
    """
    says = read_json(content, max_bytes=MAX_LIST_BYTES)
    lines: list[Line] = []
    waiting: list[tuple[Any, datetime | None]] = [(says, None)]
    while waiting and len(lines) < MAX_LINES:
        value, above = waiting.pop()
        if isinstance(value, list):
            waiting += [(inner, above) for inner in value]
        elif isinstance(value, dict):
            uploaded = _posted(value) or above
            if (line := _line(value, uploaded)) is not None:
                lines.append(line)
            waiting += [(i, uploaded) for i in value.values() if isinstance(i, (dict, list))]
    return lines


def _posted(value: dict[str, Any]) -> datetime | None:
    """When it was uploaded, posted or sent; Instagram's archives before 2021 say so as a text."""
    text = value.get("taken_at")
    when = read_when(text[:_MAX_URI]) if isinstance(text, str) else None
    older = when.at - timedelta(minutes=when.offset_min or 0) if when is not None else None
    sent_ms = value.get("timestamp_ms")
    sent = read_epoch(sent_ms // 1000) if type(sent_ms) is int else None
    uploaded = read_epoch(value.get("creation_timestamp")) or older
    return uploaded or sent or read_epoch(value.get("timestamp"))


def _line(value: dict[str, Any], uploaded: datetime | None) -> Line | None:
    uri = value.get("uri", value.get("path"))
    if not isinstance(uri, str) or not 3 < len(uri) <= _MAX_URI or "://" in uri:
        return None
    taken, by_camera, latitude, longitude = None, None, None, None
    for exif in _camera_says(value.get("media_metadata")):
        taken = taken or read_epoch(exif.get("taken_timestamp"))
        by_camera = by_camera or _original(exif.get("date_time_original"))
        if latitude is None:
            latitude, longitude = checked_place(exif.get("latitude"), exif.get("longitude"))
    if not (taken or by_camera or uploaded) and latitude is None:
        return None
    return Line(
        repaired(uri),
        Beside(
            taken_utc_at=taken,
            archive_taken_at=by_camera,
            uploaded_utc_at=uploaded,
            archive_latitude=latitude,
            archive_longitude=longitude,
        ),
    )


def _original(text: object) -> datetime | None:
    """Instagram's copy of EXIF; the Z that some have was put there without any conversion."""
    if not isinstance(text, str):
        return None
    dashed = _COMPACT_DAY.sub(r"\1-\2-\3T", text[:_MAX_URI])
    when = read_when(dashed)
    return when.at if when is not None and when.precision is Precision.SECOND else None


def _camera_says(metadata: object) -> list[dict[str, Any]]:
    """The blocks of camera data: newer archives put them in a list called ``exif_data``."""
    found: list[dict[str, Any]] = []
    for block in metadata.values() if isinstance(metadata, dict) else ():
        if isinstance(block, dict):
            found.append(block)
            inner = block.get("exif_data")
            found += (
                [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []
            )
    return found


def repaired(text: str) -> str:
    """UTF-8 that was read as Latin-1 set right; the text as it is when it was something else."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text
