"""Coded pictures of HEIC and AVIF: only the units that make a picture are kept (H.265, AV1)."""

from __future__ import annotations

import re
import struct

from organizer.export.intact import require_no_words
from organizer.export.parts import CannotStripError, piece, require

# H.265, table 7-1: slices, and the sets of parameters; the rest are remarks and padding
_HEVC_SLICES = frozenset((*range(10), *range(16, 22)))
_HEVC_KEPT = _HEVC_SLICES | {32, 33, 34, 35}
_HEVC_DROPPED = frozenset(range(36, 41))
# no unit holds these bytes (H.265, 7.3.1.1), and EXIF always does
_NEVER_IN_UNITS = re.compile(rb"\0\0[\0-\2]")
_HEVC_HEAD_BYTES = 23

# AV1, 6.2.2
_SEQUENCE, _DELIMITER = 1, 2
_AV1_FRAMES = frozenset((3, 6))
_AV1_KEPT = _AV1_FRAMES | {_SEQUENCE, _DELIMITER, 4, 7}
_AV1_DROPPED = frozenset((5, 15))
_MAX_SEQUENCE_BYTES = 128


def hevc_picture(body: bytes, config: bytes) -> bytes:
    """The slices of a picture, each behind its length; remarks of the encoder go.

    Raises:
        CannotStripError: If the units do not fill it, or are none.
    """
    size, at, kept, has_slice = (config[21] & 3) + 1, 0, [], False
    while at < len(body):
        length = int.from_bytes(piece(body, at, size))
        unit = piece(body, at + size, length)
        kind = _hevc_kind(unit)
        if kind in _HEVC_KEPT:
            kept.append(body[at : at + size + length])
        has_slice = has_slice or kind in _HEVC_SLICES
        at += size + length
    require(has_slice)
    made = b"".join(kept)
    require_no_words(made)
    return made


def _hevc_kind(unit: bytes) -> int:
    require(len(unit) > 2 and unit[0] < 0x80 and unit[1] & 7)
    kind = unit[0] >> 1
    require(kind in _HEVC_KEPT | _HEVC_DROPPED and not _NEVER_IN_UNITS.search(unit))
    return kind


def hevc_config(config: bytes) -> bytes:
    """The configuration of a decoder, without remarks (ISO 14496-15, 8.3.2).

    Raises:
        CannotStripError: If it is odd.
    """
    at, kept = _HEVC_HEAD_BYTES, []
    for _ in range(config[22]):
        start = at
        kind, count = struct.unpack_from(">BH", config, at)
        at += 3
        for _ in range(count):
            (length,) = struct.unpack_from(">H", config, at)
            require(_hevc_kind(piece(config, at + 2, length)) == kind & 0x3F)
            at += 2 + length
        if kind & 0x3F in _HEVC_KEPT:
            kept.append(config[start:at])
    require(at == len(config))
    made = config[:22] + bytes([len(kept)]) + b"".join(kept)
    require_no_words(made)
    return made


def av1_picture(body: bytes) -> bytes:
    """The units that make a picture; remarks and padding go.

    Raises:
        CannotStripError: If the units do not fill it, or are none.
    """
    units = _av1_units(body)
    kinds = [kind for kind, _unit in units if kind != _DELIMITER]
    require(kinds[:1] == [_SEQUENCE] and _AV1_FRAMES & set(kinds))
    made = b"".join(unit for kind, unit in units if kind in _AV1_KEPT)
    require_no_words(made)
    return made


def av1_config(config: bytes) -> bytes:
    """The configuration of a decoder (AV1 in ISO files, 2.3).

    Raises:
        CannotStripError: If it is odd.
    """
    require(len(config) >= 4 and config[0] == 0x81)
    units = _av1_units(config[4:])
    return config[:4] + b"".join(unit for kind, unit in units if kind == _SEQUENCE)


def _av1_units(body: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(body):
        head, start = body[at], at
        kind = head >> 3 & 15
        require(head < 0x80 and not head & 1 and kind in _AV1_KEPT | _AV1_DROPPED)
        at += 2 if head & 4 else 1
        length = len(body) - at
        if head & 2:
            length, at = _leb128(body, at)
        require(kind != _SEQUENCE or length <= _MAX_SEQUENCE_BYTES)
        require(kind != _DELIMITER or length == 0)
        piece(body, at, length)
        at += length
        found.append((kind, body[start:at]))
    return found


def _leb128(body: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends (AV1, 4.10.5)."""
    value = 0
    for shift in range(0, 35, 7):
        byte = body[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise CannotStripError
