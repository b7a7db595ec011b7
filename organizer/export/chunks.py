"""PNG, WebP, GIF and BMP files without what they tell: chunks are kept or left out."""

from __future__ import annotations

import struct
import zlib

from organizer.export.parts import CannotStripError, piece, require

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs acTL fcTL fdAT cICP"
    b" mDCV cLLI".split()
)
_WEBP_FRAME = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
_WEBP_KEPT = _WEBP_FRAME | {b"VP8X", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_EXIF_FLAG, _WEBP_XMP_FLAG, _ANMF_HEAD_BYTES = 0x08, 0x04, 16
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_BMP_HEADS = (40, 108, 124)
_BMP_V5, _BMP_LINKED, _BMP_EMBEDDED = 124, b"KNIL", b"DEBM"


def strip_png(content: bytes, exif: bytes) -> bytes:
    """A PNG file with only what makes the picture, and *exif*."""
    kept, position = [PNG_MAGIC], len(PNG_MAGIC)
    while position < len(content):
        length, name = struct.unpack_from(">I4s", content, position)
        chunk = piece(content, position, 12 + length)
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


def strip_webp(content: bytes, exif: bytes) -> bytes:
    """A WebP file with only what makes the picture, and *exif* where the form has room for it."""
    kept, is_extended, chunks = [], False, _riff_chunks(content, 12)
    names = {name for name, _body in chunks}
    for name, body in chunks:
        if name not in _WEBP_KEPT:
            continue
        kept_body = body
        if name == b"VP8X":
            is_extended = True
            # what is announced and not there lies inside of another chunk
            require(not body[0] & _WEBP_EXIF_FLAG or b"EXIF" in names)
            require(not body[0] & _WEBP_XMP_FLAG or b"XMP " in names)
            kept_body = bytes([body[0] & ~_WEBP_XMP_FLAG | _WEBP_EXIF_FLAG]) + body[1:10]
        if name == b"ANMF":
            kept_body = body[:_ANMF_HEAD_BYTES] + b"".join(
                _riff_chunk(inner, inside)
                for inner, inside in _riff_chunks(body, _ANMF_HEAD_BYTES)
                if inner in _WEBP_FRAME
            )
        kept.append(_riff_chunk(name, kept_body))
    require(kept)
    if is_extended:
        kept.append(_riff_chunk(b"EXIF", exif))
    joined = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(joined)) + joined


def _riff_chunks(content: bytes, position: int) -> list[tuple[bytes, bytes]]:
    found = []
    while position + 8 <= len(content):
        name, length = struct.unpack_from("<4sI", content, position)
        if length > len(content) - position - 8:  # cut, or something else was appended
            require(name not in _WEBP_KEPT)
            break
        found.append((name, content[position + 8 : position + 8 + length]))
        position += 8 + length + length % 2
    return found


def _riff_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def strip_gif(content: bytes) -> bytes:
    """A GIF file with its frames and their timing; comments and XMP go."""
    position = 13 + _gif_palette_bytes(content[10])
    kept = [piece(content, 0, position)]
    while content[position] != 0x3B:
        start = position
        if content[position] == 0x2C:
            position = _gif_end(content, position + 11 + _gif_palette_bytes(content[position + 9]))
            kept.append(content[start:position])
            continue
        require(content[position] == 0x21)
        label, name = content[position + 1], content[position + 3 : position + 14]
        position = _gif_end(content, position + 2)
        if label == _GIF_CONTROL or (label == _GIF_APPLICATION and name in _GIF_KEPT):
            kept.append(content[start:position])
    return b"".join([*kept, b";"])


def _gif_palette_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_end(content: bytes, position: int) -> int:
    """Where the sub-blocks that begin at *position* end."""
    while content[position]:
        position += content[position] + 1
    return position + 1


def strip_bmp(content: bytes) -> bytes:
    """A BMP file up to the end of its pixels; a profile that names a file is not passed on."""
    start, head = struct.unpack_from("<II", content, 10)
    require(head in _BMP_HEADS)
    width, height, _planes, bits, form = struct.unpack_from("<iiHHI", content, 18)
    (used,) = struct.unpack_from("<I", content, 46)
    require(form in (0, 3) and width > 0 and height != 0 and bits in (1, 4, 8, 16, 24, 32))
    if head >= _BMP_V5 - 16:
        require(content[70:74] not in (_BMP_LINKED, _BMP_EMBEDDED))
    masks = 12 if form == 3 and head == 40 else 0
    require(used <= 256)
    palette = 4 * (used or (1 << bits if bits <= 8 else 0))
    told = min(14 + head + masks + palette, start)
    pixels = piece(content, start, (width * bits + 31) // 32 * 4 * abs(height))
    kept = bytearray(content[:told] + b"\0" * (start - told) + pixels)
    struct.pack_into("<IHH", kept, 2, len(kept), 0, 0)
    if head == _BMP_V5:
        struct.pack_into("<IIII", kept, 14 + 108, *struct.unpack_from("<I", kept, 122), 0, 0, 0)
    return bytes(kept)
