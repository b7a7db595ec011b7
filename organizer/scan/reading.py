"""Asking a decode worker about files: the first look at many, the second at one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any

from organizer.errors import UnreadablePhotoError
from organizer.models import ImageFile, Kind, Metadata, Status
from organizer.scan.walk import NotARegularFileError
from organizer.scan.workers import DecodeWorker, WorkerLostError

FILES_A_LOOK = 16
_MAX_TEXT = 200
_HASH_DIGITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """What a glance at the beginning of a file shows."""

    file: ImageFile
    metadata: Metadata
    embedded_jpeg: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """What reading the whole file gave.

    Attributes:
        content_hash: xxh3-128 in hex; None where the bytes could not be read at all.
        metadata: None where the file could not even be opened.
        jpeg: The thumbnail; None where the file could not be decoded.
    """

    file: ImageFile
    status: Status
    reason: str | None = None
    content_hash: str | None = None
    metadata: Metadata | None = None
    sharpness: float | None = None
    jpeg: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture for the screen: upright, rows of RGB without padding."""

    width_px: int
    height_px: int
    rgb: bytes


def look_first(worker: DecodeWorker, files: Sequence[ImageFile]) -> list[FirstLook]:
    """Dates, place, size and embedded thumbnails of some files; a damaged one gives nothing."""
    try:
        answer, jpegs = worker.ask({"do": "peek"}, [file.path for file in files])
    except (OSError, WorkerLostError):
        if len(files) == 1:
            return [FirstLook(file=files[0], metadata=Metadata())]
        # one of them is to blame: ask for each on its own
        return [look for file in files for look in look_first(worker, [file])]
    return [
        FirstLook(file=file, metadata=_metadata(facts), embedded_jpeg=jpeg or None)
        for file, facts, jpeg in zip(files, answer["results"], jpegs, strict=True)
    ]


def look_twice(worker: DecodeWorker, file: ImageFile) -> SecondLook:
    """Hash, thumbnail and sharpness of one file, or why it cannot be read."""
    for attempt in (1, 2):  # a worker may have been worn out by earlier files: one more try
        try:
            answer, (jpeg,) = worker.ask({"do": "read"}, [file.path])
        except FileNotFoundError:
            return SecondLook(
                file=file, status=Status.VANISHED, reason="The file was gone when it was read."
            )
        except NotARegularFileError:
            return SecondLook(
                file=file, status=Status.UNSUPPORTED, reason="This is not a regular file."
            )
        except OSError as error:
            reason = f"The file could not be opened: {error.strerror}."
            return SecondLook(file=file, status=Status.UNREADABLE, reason=reason)
        except WorkerLostError as error:
            if attempt == 2:
                return SecondLook(file=file, status=Status.UNREADABLE, reason=str(error))
        else:
            return _second_look(file, answer, jpeg)
    raise AssertionError("unreachable")


def read_picture(worker: DecodeWorker, path: Path, *, max_px: int | None) -> Picture:
    """Decode a whole picture, with its longest side at most *max_px*.

    Raises:
        UnreadablePhotoError: If it cannot be read now.
    """
    try:
        answer, (rgb,) = worker.ask({"do": "picture", "max_px": max_px}, [path])
    except OSError as error:
        raise UnreadablePhotoError(path, str(error.strerror or error)) from error
    except WorkerLostError as error:
        raise UnreadablePhotoError(path, str(error).rstrip(".").lower()) from error
    if answer.get("reason"):
        raise UnreadablePhotoError(path, str(answer["reason"]).rstrip(".").lower())
    width, height = answer.get("width_px"), answer.get("height_px")
    if not isinstance(width, int) or not isinstance(height, int) or width * height * 3 != len(rgb):
        raise UnreadablePhotoError(path, "the decoder gave no picture")
    return Picture(width, height, rgb)


def _second_look(file: ImageFile, answer: dict[str, Any], jpeg: bytes) -> SecondLook:
    status = Status(answer.get("status", Status.UNREADABLE))
    content_hash = answer.get("content_hash")
    if not isinstance(content_hash, str) or len(content_hash) != _HASH_DIGITS:
        content_hash = None
    sharpness = answer.get("sharpness")
    return SecondLook(
        file=file,
        status=status,
        reason=answer.get("reason"),
        content_hash=content_hash,
        metadata=_metadata(answer) if "kind" in answer else None,
        sharpness=float(sharpness) if isinstance(sharpness, int | float) else None,
        jpeg=jpeg or None,
    )


def _metadata(facts: dict[str, Any]) -> Metadata:
    """Values out of a worker's answer; what is not of the expected form is left out."""
    values: dict[str, Any] = {}
    for field in fields(Metadata):
        value = _CHECKS[field.name](facts.get(field.name))
        if value is not None:
            values[field.name] = value
    return Metadata(**values)


def _date(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _whole(value: object) -> int | None:
    return value if type(value) is int and abs(value) < 1 << 31 else None


def _number(value: object) -> float | None:
    return float(value) if type(value) in (int, float) and isfinite(value) else None  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return value[:_MAX_TEXT] if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _kind(value: object) -> Kind | None:
    return next((kind for kind in Kind if kind == value), None)


_CHECKS: dict[str, Callable[[object], object]] = {
    "kind": _kind,
    "has_motion": _flag,
    **dict.fromkeys(("width_px", "height_px", "orientation", "utc_offset_min"), _whole),
    **dict.fromkeys(("latitude", "longitude", "duration_s"), _number),
    **dict.fromkeys(("camera_make", "camera_model", "exposure", "content_id"), _text),
    **dict.fromkeys(("original_at", "created_at", "modified_at", "gps_at"), _date),
    **dict.fromkeys(("described_at", "filmed_at", "filmed_utc_at"), _date),
}
