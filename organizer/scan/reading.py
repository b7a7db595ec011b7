"""Asking a decode worker about files: the first look at many, the second at one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from organizer.errors import UnreadablePhotoError
from organizer.models import ImageFile, Metadata, Status
from organizer.scan.facts import metadata_from
from organizer.scan.formats import QUICK_BYTES
from organizer.scan.walk import NotARegularFileError
from organizer.scan.workers import DecodeWorker, WorkerLostError

FILES_A_LOOK = 16
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
        is_final: Whether the same bytes would fare the same again; else the next scan tries.
    """

    file: ImageFile
    status: Status
    reason: str | None = None
    content_hash: str | None = None
    metadata: Metadata | None = None
    sharpness: float | None = None
    jpeg: bytes | None = None
    is_final: bool = True


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
        FirstLook(file=file, metadata=metadata_from(facts), embedded_jpeg=jpeg or None)
        for file, facts, jpeg in zip(files, results_of(answer, len(files)), jpegs, strict=True)
    ]


def results_of(answer: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """What a worker answered of each file; nothing where the answer is of a wrong form."""
    results = answer.get("results")
    some = results if isinstance(results, list) and len(results) == count else [{}] * count
    return [facts if isinstance(facts, dict) else {} for facts in some]


def in_portions(files: Sequence[ImageFile]) -> Iterator[Sequence[ImageFile]]:
    """The files as :func:`look_twice` is best asked for them: small ones together."""
    start = 0
    while start < len(files):
        end = start + 1
        while end < min(start + FILES_A_LOOK, len(files)) and is_quick(files[end - 1 : end + 1]):
            end += 1
        yield files[start:end]
        start = end


def is_quick(files: Iterable[ImageFile]) -> bool:
    """Whether reading each of these files is done in no time."""
    return all(file.size_bytes <= QUICK_BYTES for file in files)


def look_twice(worker: DecodeWorker, files: Sequence[ImageFile]) -> list[SecondLook]:
    """Hash, thumbnail and sharpness of some files, or why each cannot be read."""
    if len(files) == 1:
        return [_look_alone(worker, files[0])]
    try:
        answer, jpegs = worker.ask({"do": "read"}, [file.path for file in files])
    except (OSError, WorkerLostError):  # one of them is to blame
        return [_look_alone(worker, file) for file in files]
    return _second_looks(files, answer, jpegs)


def _look_alone(worker: DecodeWorker, file: ImageFile) -> SecondLook:
    for attempt in (1, 2):  # a worker may have been worn out by earlier files: one more try
        try:
            answer, jpegs = worker.ask({"do": "read"}, [file.path])
        except FileNotFoundError:
            return _not_opened(file, Status.VANISHED, "The file was gone when it was read.")
        except NotARegularFileError:
            return _not_opened(file, Status.UNSUPPORTED, "This is not a regular file.")
        except OSError as error:
            reason = f"The file could not be opened: {error.strerror}."
            return _not_opened(file, Status.UNREADABLE, reason)
        except WorkerLostError as error:
            if attempt == 2:
                # it is the file's fault only where workers can work at all
                return SecondLook(
                    file=file,
                    status=Status.UNREADABLE,
                    reason=str(error),
                    is_final=worker.can_work(),
                )
        else:
            return _second_looks([file], answer, jpegs)[0]
    raise AssertionError("unreachable")


def _not_opened(file: ImageFile, status: Status, reason: str) -> SecondLook:
    return SecondLook(file=file, status=status, reason=reason, is_final=False)


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


def _second_looks(
    files: Sequence[ImageFile], answer: dict[str, Any], jpegs: list[bytes]
) -> list[SecondLook]:
    return [
        _second_look(file, facts, jpeg)
        for file, facts, jpeg in zip(files, results_of(answer, len(files)), jpegs, strict=True)
    ]


def _second_look(file: ImageFile, answer: dict[str, Any], jpeg: bytes) -> SecondLook:
    status = next((one for one in Status if one == answer.get("status")), Status.UNREADABLE)
    content_hash = answer.get("content_hash")
    if not isinstance(content_hash, str) or len(content_hash) != _HASH_DIGITS:
        content_hash = None
    sharpness = answer.get("sharpness")
    return SecondLook(
        file=file,
        status=status,
        reason=answer.get("reason"),
        content_hash=content_hash,
        metadata=metadata_from(answer) if status is Status.OK or "kind" in answer else None,
        sharpness=float(sharpness) if isinstance(sharpness, int | float) else None,
        jpeg=jpeg or None,
    )
