"""Copies without personal metadata, with exactly the same pixels: segments are left out.

What stays: pixels, colour profile, size, and a new EXIF block with the orientation and, where
known, the capture time. What goes: place, camera, serial numbers, names, comments, maker notes,
embedded thumbnails (they may show an earlier crop), and whatever is appended to the file.
"""

from __future__ import annotations

import re
import struct
import zlib
from datetime import datetime

from PIL import Image

_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", 0xDA
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
# in entropy-coded data FF 00 is a byte and FF D0..D7 are restart marks: anything else ends it
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT cICP"
    b" mDCV cLLI".split()
)
_WEBP_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_EXIF_FLAG, _WEBP_XMP_FLAG = 0x08, 0x04


class CannotStripError(Exception):
    """The format has no lossless way here; the picture has to be encoded anew."""


def strip(content: bytes, *, orientation: int, taken_at: datetime | None) -> bytes:
    """Leave the personal parts out of a JPEG, PNG or WebP file.

    Raises:
        CannotStripError: For other formats, and for files that are not well formed.
    """
    exif = small_exif(orientation=orientation, taken_at=taken_at)
    try:
        if content.startswith(_SOI):
            return _strip_jpeg(content, exif)
        if content.startswith(_PNG_MAGIC):
            return _strip_png(content, exif)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _strip_webp(content, exif)
    except (struct.error, IndexError) as error:
        raise CannotStripError from error
    raise CannotStripError


def small_exif(*, orientation: int, taken_at: datetime | None) -> bytes:
    """A TIFF block that holds the orientation and the capture time, and nothing else."""
    exif = Image.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    if taken_at is not None:
        exif.get_ifd(0x8769)[0x9003] = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    block = exif.tobytes()
    return block[6:] if block.startswith(b"Exif\0\0") else block


def _strip_jpeg(content: bytes, exif: bytes) -> bytes:
    kept = [_SOI, _jpeg_segment(_APP1, b"Exif\0\0" + exif)]
    position = 2
    while True:
        if content[position] != 0xFF:
            raise CannotStripError
        while content[position + 1] == 0xFF:  # fill bytes
            position += 1
        marker = content[position + 1]
        if marker == 0xD9:
            return b"".join([*kept, _EOI])
        (length,) = struct.unpack_from(">H", content, position + 2)
        segment = content[position : position + 2 + length]
        position += 2 + length
        if _keeps_jpeg_segment(marker, segment):
            kept.append(segment)
        if marker == _SOS:
            found = _NEXT_MARKER.search(content, position)
            if found is None:  # a file without an end: what is there stays
                return b"".join([*kept, content[position:], _EOI])
            kept.append(content[position : found.start()])
            position = found.start()


def _keeps_jpeg_segment(marker: int, segment: bytes) -> bool:
    if marker == _APP0:
        return segment[4:9] == b"JFIF\0"  # not JFXX, which holds a thumbnail
    if marker == _APP2:
        return segment[4:16] == b"ICC_PROFILE\0"
    if marker == _APP14:
        return segment[4:9] == b"Adobe"  # says how the colours are stored
    return not (_APP1 <= marker <= _APP15 or marker == _COMMENT)


def _jpeg_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _strip_png(content: bytes, exif: bytes) -> bytes:
    kept, position = [_PNG_MAGIC], len(_PNG_MAGIC)
    while position < len(content):
        length, name = struct.unpack_from(">I4s", content, position)
        end = position + 12 + length
        if name in _PNG_KEPT:
            kept.append(content[position:end])
        if name == b"IHDR":
            kept.append(_png_chunk(b"eXIf", exif))
        position = end
        if name == b"IEND":
            break
    return b"".join(kept)


def _png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _strip_webp(content: bytes, exif: bytes) -> bytes:
    kept, position, is_extended = [], 12, False
    while position + 8 <= len(content):
        name, length = struct.unpack_from("<4sI", content, position)
        body = content[position + 8 : position + 8 + length]
        position += 8 + length + length % 2
        if name == b"VP8X":
            is_extended = True
            flags = body[0] & ~_WEBP_XMP_FLAG | _WEBP_EXIF_FLAG
            body = bytes([flags]) + body[1:]
        if name in _WEBP_KEPT:
            kept.append(_webp_chunk(name, body))
    if is_extended:
        kept.append(_webp_chunk(b"EXIF", exif))
    joined = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(joined)) + joined


def _webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
