"""The boxes that HEIC, AVIF, MP4, QuickTime and JPEG XL files are made of (ISO 14496-12)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from organizer.export.parts import CannotStripError, require

_MAX_BOXES = 20_000


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its kind; *body* to *end* is what it holds, from *start* on it lies in the file."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(content: bytes | bytearray, start: int, end: int) -> list[Box]:
    """The boxes that fill a stretch exactly.

    Raises:
        CannotStripError: If they do not fill it.
    """
    found, position = _boxes_until_odd(content, start, end)
    # QuickTime ends lists of user data with four zeros
    require(position == end or (end - position == 4 and not any(content[position:end])))
    return found


def leading_boxes(content: bytes | bytearray) -> list[Box]:
    """The boxes of a file, as far as it consists of them; what was appended is none."""
    return _boxes_until_odd(content, 0, len(content))[0]


def _boxes_until_odd(content: bytes | bytearray, start: int, end: int) -> tuple[list[Box], int]:
    found: list[Box] = []
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", content, start)
        head = 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", content, start + 8)
            head = 16
        elif size == 0 and end == len(content):
            size = end - start
        if not head <= size <= end - start:
            break
        if len(found) >= _MAX_BOXES:
            raise CannotStripError
        found.append(Box(kind, start, start + head, start + size))
        start += size
    return found, start


def only(found: list[Box], kind: bytes) -> Box:
    """The one box of a kind.

    Raises:
        CannotStripError: If there is none or there are several.
    """
    named = [box for box in found if box.kind == kind]
    require(len(named) == 1)
    return named[0]


def box(kind: bytes, body: bytes) -> bytes:
    """A box."""
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full_box(kind: bytes, version: int, flags: int, body: bytes) -> bytes:
    """A box that begins with its version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags) + body)
