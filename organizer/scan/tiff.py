"""The directories of a TIFF file: which pictures it holds, and whether it is really a RAW file.

Runs in the decode workers: what is read here may be hostile, so every count is bounded.
"""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

_SUBFILE, _WIDTH, _HEIGHT, _COMPRESSION, _PHOTOMETRIC = 254, 256, 257, 259, 262
_SUB_IFDS, _DNG_VERSION = 330, 50706
_REDUCED = 1
_SENSOR = frozenset({32803, 34892})  # colour filter array, linear raw
_MAKERS_COMPRESSION = frozenset({32767, 32769, 32770, 34713, 65000, 65535})
_MAX_DIRECTORIES, _MAX_ENTRIES, _MAX_VALUES = 16, 400, 8
_FORMS = {1: "B", 3: "H", 4: "I"}

Directory = dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class TiffDirectories:
    """What the directories of a TIFF file say of its pictures."""

    is_raw: bool = False
    is_dng: bool = False
    size: tuple[int, int] | None = None


def read_directories(file: BinaryIO) -> TiffDirectories:
    """Look through the directories; a damaged file gives what was found before the damage."""
    file.seek(0)
    head = file.read(16)
    if head[:2] not in (b"II", b"MM") or len(head) < 8:
        return TiffDirectories()
    order = "<" if head[:2] == b"II" else ">"
    found = _walk(file, order, struct.unpack_from(order + "I", head, 4)[0])
    if not found:
        return TiffDirectories()
    is_dng = _DNG_VERSION in found[0]
    is_raw = is_dng or head[8:10] == b"CR" or any(_is_sensor(directory) for directory in found)
    return TiffDirectories(is_raw=is_raw, is_dng=is_dng, size=_full_size(found))


def _is_sensor(directory: Directory) -> bool:
    return (
        directory.get(_PHOTOMETRIC, (0,))[0] in _SENSOR
        or directory.get(_COMPRESSION, (0,))[0] in _MAKERS_COMPRESSION
    )


def _full_size(found: list[Directory]) -> tuple[int, int] | None:
    """The size of the largest picture that is not a reduced copy of another."""
    sizes = [
        (directory[_WIDTH][0], directory[_HEIGHT][0])
        for directory in found
        if _WIDTH in directory
        and _HEIGHT in directory
        and not directory.get(_SUBFILE, (0,))[0] & _REDUCED
    ]
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _walk(file: BinaryIO, order: str, start: int) -> list[Directory]:
    waiting, seen = [start], set[int]()
    found: list[Directory] = []
    end = file.seek(0, os.SEEK_END)
    while waiting and len(found) < _MAX_DIRECTORIES:
        at = waiting.pop(0)
        if at in seen or not 8 <= at <= end - 6:
            continue
        seen.add(at)
        directory, following = _directory(file, order, at)
        found.append(directory)
        waiting += [*directory.get(_SUB_IFDS, ()), following]
    return found


def _directory(file: BinaryIO, order: str, at: int) -> tuple[Directory, int]:
    file.seek(at)
    (count,) = struct.unpack(order + "H", file.read(2))
    count = min(count, _MAX_ENTRIES)
    entries = file.read(12 * count + 4)
    directory: Directory = {}
    for start in range(0, min(12 * count, len(entries) - 11), 12):
        tag, form, length, value = struct.unpack_from(order + "HHI4s", entries, start)
        if form in _FORMS:
            directory[tag] = _values(file, order, _FORMS[form], min(length, _MAX_VALUES), value)
    directory = {tag: values for tag, values in directory.items() if values}
    following = entries[12 * count : 12 * count + 4]
    return directory, struct.unpack(order + "I", following)[0] if len(following) == 4 else 0


def _values(file: BinaryIO, order: str, form: str, length: int, inline: bytes) -> tuple[int, ...]:
    packed = struct.Struct(f"{order}{length}{form}")
    content = inline
    if packed.size > 4:
        file.seek(struct.unpack(order + "I", inline)[0])
        content = file.read(packed.size)
    return packed.unpack_from(content) if len(content) >= packed.size else ()
