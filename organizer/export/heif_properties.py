"""The properties of HEIC and AVIF items that say how to show a picture, each of a known form."""

from __future__ import annotations

from organizer.export.coded import av1_config, hevc_config
from organizer.export.heif_items import ALPHA
from organizer.export.intact import is_profile
from organizer.export.iso_boxes import Box, box
from organizer.export.parts import require

# how many bytes each holds (ISO 23008-12, 14496-12, AV1 in HEIF)
_SIZES = {
    b"ispe": (12,),
    b"irot": (1,),
    b"imir": (1,),
    b"clap": (32,),
    b"pixi": tuple(range(5, 14)),
    b"pasp": (8,),
    b"a1lx": (7, 13),
    b"a1op": (1,),
    b"lsel": (2,),
    b"clli": (4,),
    b"mdcv": (24,),
    b"cclv": tuple(range(1, 38)),
    b"amve": (8,),
    b"rloc": (12,),
}
KNOWN = frozenset(_SIZES) | {b"hvcC", b"av1C", b"colr", b"auxC"}


def stripped_property(content: bytes, one: Box) -> bytes:
    """The property as a box of its own.

    Raises:
        CannotStripError: If it is odd.
    """
    body = content[one.body : one.end]
    if one.kind == b"hvcC":
        body = hevc_config(body)
    elif one.kind == b"av1C":
        body = av1_config(body)
    elif one.kind == b"colr":
        require(_is_colour(body))
    elif one.kind == b"auxC":  # of transparency: its name, and perhaps two bytes
        require(any(body[4:].startswith(name) and len(body) <= 8 + len(name) for name in ALPHA))
    else:
        require(len(body) in _SIZES[one.kind])
    return box(one.kind, body)


def _is_colour(body: bytes) -> bool:
    if body[:4] == b"nclx":
        return len(body) == 11
    return body[:4] in (b"prof", b"rICC") and is_profile(body[4:])
