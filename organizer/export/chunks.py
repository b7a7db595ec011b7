"""PNG and BMP files without what they tell: chunks are kept or left out."""

from __future__ import annotations

import struct
import zlib

from organizer.export.parts import CannotStripError, piece, require

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs acTL fcTL fdAT cICP"
    b" mDCV cLLI".split()
)
_BMP_HEADS = (40, 108, 124)
_BMP_PADDING_BYTES = 3
_BMP_V5, _BMP_LINKED, _BMP_EMBEDDED = 124, b"KNIL", b"DEBM"


def strip_png(content: bytes, exif: bytes) -> bytes:
    """A PNG file with only what makes the picture, and *exif*.

    Raises:
        CannotStripError: If it is cut, or a chunk does not fit its checksum.
    """
    kept, position = [PNG_MAGIC], len(PNG_MAGIC)
    while position < len(content):
        length, name = struct.unpack_from(">I4s", content, position)
        chunk = piece(content, position, 12 + length)
        require(zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:]))
        if name == b"iCCP":
            chunk = _unnamed_profile(chunk[8:-4])
        if name in _PNG_KEPT:
            kept.append(chunk)
        if name == b"IHDR":
            kept.append(_png_chunk(b"eXIf", exif))
        position += 12 + length
        if name == b"IEND":
            return b"".join(kept)
    raise CannotStripError


def _unnamed_profile(body: bytes) -> bytes:
    """A colour profile whose name, free text, is left out."""
    _name, found, rest = body.partition(b"\0")
    require(found)
    return _png_chunk(b"iCCP", b"icc\0" + rest)


def _png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def strip_bmp(content: bytes) -> bytes:
    """A BMP file with its pixels; a profile that names a file is not passed on.

    Raises:
        CannotStripError: If it is longer or shorter than its picture, or of an odd kind.
    """
    start, head = struct.unpack_from("<II", content, 10)
    require(head in _BMP_HEADS)
    width, height, _planes, bits, form = struct.unpack_from("<iiHHI", content, 18)
    (used,) = struct.unpack_from("<I", content, 46)
    require(form in (0, 3) and width > 0 and height != 0 and bits in (1, 4, 8, 16, 24, 32))
    if head >= _BMP_V5 - 16:
        require(content[70:74] not in (_BMP_LINKED, _BMP_EMBEDDED))
    size = (width * bits + 31) // 32 * 4 * abs(height)
    require(0 <= len(content) - start - size <= _BMP_PADDING_BYTES)
    masks = 12 if form == 3 and head == 40 else 0
    require(used <= 256)
    palette = 4 * (used or (1 << bits if bits <= 8 else 0))
    told = min(14 + head + masks + palette, start)
    pixels = piece(content, start, size)
    kept = bytearray(content[:told] + b"\0" * (start - told) + pixels)
    struct.pack_into("<IHH", kept, 2, len(kept), 0, 0)
    if head == _BMP_V5:
        struct.pack_into("<IIII", kept, 14 + 108, *struct.unpack_from("<I", kept, 122), 0, 0, 0)
    return bytes(kept)
