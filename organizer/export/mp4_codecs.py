"""Whether what the decoders of a video need has the form that it must have."""

from __future__ import annotations

import struct

from organizer.export.coded import hevc_config
from organizer.export.intact import is_profile, require_no_words
from organizer.export.iso_boxes import Box, boxes
from organizer.export.parts import piece, require

_SIZES = {
    b"pasp": (8,),
    b"clap": (32,),
    b"btrt": (12,),
    b"fiel": (2,),
    b"gama": (4,),
    b"clli": (4,),
    b"mdcv": (24,),
    b"damr": (9,),
    b"dvcC": (24,),
    b"dvvC": (24,),
}
# the descriptors of MPEG-4 (ISO 14496-1, 7.2.6), and what stands before the next within each
_STREAM, _DECODER, _SPECIFIC, _SYNC = 3, 4, 5, 6
_STREAM_HEAD_BYTES, _DECODER_HEAD_BYTES, _SYNC_BYTES = 3, 13, 1


def require_whole_codec(content: bytes | bytearray, one: Box) -> None:
    """Refuse a box of known form that does not have it, and words in any other.

    Raises:
        CannotStripError: If it has not.
    """
    body = bytes(content[one.body : one.end])
    if one.kind in _SIZES:
        require(len(body) in _SIZES[one.kind])
    elif one.kind == b"esds":
        _require_descriptors(body[4:])
    elif one.kind == b"hvcC":
        hevc_config(body)
    elif one.kind == b"avcC":
        _require_avc(body)
    elif one.kind == b"wave":
        for inner in boxes(content, one.body, one.end):
            require_whole_codec(content, inner)
    elif one.kind == b"colr":
        _require_colours(body)
    else:  # binary, of forms that differ by codec
        require_no_words(body)


def _require_colours(body: bytes) -> None:
    """Numbers of colour spaces, or a profile (ISO 14496-12, 12.1.5)."""
    if body[:4] in (b"nclx", b"nclc"):
        require(len(body) in (10, 11))
    else:
        require(body[:4] in (b"prof", b"rICC") and is_profile(body[4:]))


def _require_descriptors(body: bytes) -> None:
    stream = _inside(body, _STREAM)
    flags = stream[2]
    require(not flags & 0xE0)  # it depends on no other stream and is found here
    kind, decoder, rest = _descriptor(stream[_STREAM_HEAD_BYTES:])
    require(kind == _DECODER)
    _inside(rest, _SYNC, _SYNC_BYTES)
    specific = decoder[_DECODER_HEAD_BYTES:]
    if specific:
        _inside(specific, _SPECIFIC)


def _inside(body: bytes, kind: int, size: int | None = None) -> bytes:
    """What the one descriptor in *body* holds; zeros may follow."""
    found, inside, rest = _descriptor(body)
    require(found == kind and not any(rest) and size in (None, len(inside)))
    return inside


def _descriptor(body: bytes) -> tuple[int, bytes, bytes]:
    """Kind and inside of the first descriptor, and what follows it."""
    length, at = 0, 1
    for _ in range(4):
        byte = body[at]
        at += 1
        length = length << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return body[0], piece(body, at, length), body[at + length :]


def _require_avc(body: bytes) -> None:
    """Sets of parameters, each behind its length (ISO 14496-15, 5.3.3)."""
    at = 5
    for mask, kind in ((0x1F, 7), (0xFF, 8)):
        count = body[at] & mask
        at += 1
        for _ in range(count):
            (length,) = struct.unpack_from(">H", body, at)
            require(piece(body, at + 2, length)[0] & 0x1F == kind)
            at += 2 + length
    require(len(body) - at in (0, 4))  # four bytes about colours may follow
