"""WebP files without what they tell: the chunks that make the picture are kept."""

from __future__ import annotations

import struct

from organizer.export.intact import (
    is_profile,
    require_no_words,
    require_whole_exif,
    require_whole_xmp,
)
from organizer.export.parts import piece, require

_FRAME = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
_TOLD = (b"EXIF", b"XMP ")
_MISNAMED_XMP = b"XMP\0"  # as some encoders write it
_EXIF_FLAG, _XMP_FLAG, _ANIMATED_FLAG, _FRAME_HEAD_BYTES = 0x08, 0x04, 0x02, 16
_VP8_START, _VP8L_START = b"\x9d\x01\x2a", 0x2F

Chunk = tuple[bytes, bytes]  # name, body


def strip_webp(content: bytes, exif: bytes) -> bytes:
    """A WebP file with only what makes the picture, and *exif* where the form has room for it.

    Raises:
        CannotStripError: If anything in it is unknown, doubled, or not where it belongs.
    """
    (size,) = struct.unpack_from("<I", content, 4)
    require(8 + size <= len(content) <= 8 + size + size % 2)
    chunks = _chunks(content[: 8 + size], 12)
    require(chunks)
    if chunks[0][0] == b"VP8X":
        kept = [*_kept(chunks), _chunk(b"EXIF", exif)]
    else:
        ((name, body),) = chunks if len(chunks) == 1 else [(b"", b"")]
        kept = [_picture(name, body)]
    joined = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(joined)) + joined


def _kept(chunks: list[Chunk]) -> list[bytes]:
    flags = chunks[0][1][0]
    names = [name for name, _body in chunks]
    # what is announced and not there lies inside of another chunk
    for name, flag in zip(_TOLD, (_EXIF_FLAG, _XMP_FLAG), strict=True):
        require(names.count(name) <= 1 and (name in names or not flags & flag))
    is_animated = bool(flags & _ANIMATED_FLAG)
    require((b"ANMF" in names) == is_animated == (b"ANIM" in names))
    require(is_animated or len(_FRAME & set(names)) == len([n for n in names if n in _FRAME]))
    kept = []
    for place, (name, body) in enumerate(chunks):
        if name in (*_TOLD, _MISNAMED_XMP):
            (require_whole_exif if name == b"EXIF" else require_whole_xmp)(body)
        else:
            require((name == b"VP8X") == (place == 0))
            kept.append(_picture(name, body))
    return kept


def _picture(name: bytes, body: bytes) -> bytes:
    """A chunk that makes the picture, whole or without what else is in it."""
    require(not (name in _FRAME or name == b"ANMF") or len(body) > 5)
    if name == b"VP8X":
        require(len(body) == 10)
        body = bytes([body[0] & ~_XMP_FLAG | _EXIF_FLAG]) + body[1:]
    elif name == b"ANMF":
        inner = _chunks(body, _FRAME_HEAD_BYTES)
        require(inner and {one for one, _body in inner} <= _FRAME)
        body = body[:_FRAME_HEAD_BYTES] + b"".join(_picture(*one) for one in inner)
    elif name in _FRAME:
        _require_coded(name, body)
    else:
        require((name == b"ICCP" and is_profile(body)) or (name == b"ANIM" and len(body) == 6))
    return _chunk(name, body)


def _require_coded(name: bytes, body: bytes) -> None:
    """Refuse what does not begin as a coded picture (RFC 9649) or has words in it."""
    if name == b"VP8 ":
        require(body[3:6] == _VP8_START)
    elif name == b"VP8L":
        require(body[0] == _VP8L_START)
    if name != b"ALPH" or body[0] & 3:  # transparency may be stored as it is
        require_no_words(body)


def _chunks(content: bytes, position: int) -> list[Chunk]:
    """The chunks that fill a stretch; the last may lack its padding."""
    found = []
    while position < len(content):
        name, length = struct.unpack_from("<4sI", content, position)
        found.append((name, piece(content, position + 8, length)))
        position += 8 + length + length % 2
    return found


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
