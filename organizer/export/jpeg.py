"""JPEG files without what they tell: only the segments that make the picture are kept.

Further pictures (MPO, gain maps), clips of motion photos and whatever else follows the first end
of image are left out.
"""

from __future__ import annotations

import re
import struct

from organizer.export.intact import require_no_words
from organizer.export.jpeg_tables import PICTURE, SCAN, PictureParts
from organizer.export.parts import piece, require

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_PROFILE = b"ICC_PROFILE\0"
# in entropy-coded data FF 00 is a byte and FF D0..D7 are restart marks: anything else ends it
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MAX_SEGMENTS = 100_000


def strip_jpeg(content: bytes, exif: bytes) -> bytes:
    """The first picture of the file, with *exif* as the only thing that is told.

    Raises:
        CannotStripError: If it is not well formed.
    """
    kept, position = [_SOI, _segment(_APP1, b"Exif\0\0" + exif)], 2
    parts = PictureParts()
    for _ in range(_MAX_SEGMENTS):
        require(content[position] == 0xFF)
        while content[position + 1] == 0xFF:  # fill bytes
            position += 1
        marker = content[position + 1]
        if marker == 0xD9:
            break
        (length,) = struct.unpack_from(">H", content, position + 2)
        require(length >= 2)
        kept.append(_kept(marker, piece(content, position, 2 + length), parts))
        position += 2 + length
        if marker == SCAN:
            found = _NEXT_MARKER.search(content, position)
            end = len(content) if found is None else found.start()
            require_no_words(content[position:end])
            kept.append(content[position:end])
            position = end
            if found is None:  # a file without an end: what is there stays
                break
    require(parts.has_scan)
    return b"".join([*kept, _EOI])


def _kept(marker: int, segment: bytes, parts: PictureParts) -> bytes:
    """What stays of a segment."""
    if marker in PICTURE:
        parts.check(marker, segment[4:])
        return segment
    if marker == _APP0 and segment[4:9] == b"JFIF\0" and len(segment) >= 16:
        return _segment(_APP0, segment[4:16] + b"\0\0")  # its thumbnail goes
    if marker == _APP2 and segment[4:16] == _PROFILE:
        return segment
    if marker == _APP14 and segment[4:9] == b"Adobe":  # says how the colours are stored
        return _segment(_APP14, segment[4:16])
    return b""


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
