"""What a written copy still tells, found without the code that left it out.

EXIF is read by exifread, the rest by looking for the marks of what ought to be gone.
"""

from __future__ import annotations

import io
import re
import struct
from typing import Any

from organizer.models.exports import Tells

# how a copy that was stripped may describe its pixels, by the names of exifread
_PIXELS = re.compile(
    r"(Image|EXIF) (ImageWidth|ImageLength|BitsPerSample|Compression|PhotometricInterpretation"
    r"|Orientation|SamplesPerPixel|RowsPerStrip|Strip\w+|Tile\w+|[XY]Resolution|ResolutionUnit"
    r"|PlanarConfiguration|Predictor|ExtraSamples|SampleFormat|ColorMap|FillOrder|ExifOffset"
    r"|SubfileType|DateTimeOriginal|InterColorProfile|YCbCr\w+|ReferenceBlackWhite|WhitePoint"
    r"|PrimaryChromaticities|TransferFunction|(Max|Min)SampleValue|T[46]Options"
    r"|Tag 0x(0147|0140|0141|0142|0143|0144|0145))"
)
_CAMERA = re.compile(r"Make|Model|Serial|Lens|Owner|Camera")
PLACES = re.compile(rb"GPSL(?:atitude|ongitude)|location\.ISO6709|[+-]\d\d\.\d{3,}[+-]\d{3}\.\d{3}")
_NOTES = re.compile(
    rb"<x:xmpmeta|adobe:ns:meta/|http://ns\.(?:adobe|google)\.com/|Photoshop 3\.0\0|8BIM\x04\x04"
    rb"|com\.apple\.quicktime|com\.android\.|Nikon\0\x02[\x10\x11]|Apple iOS\0\0"
    rb"|SEFHtail|MotionPhoto_Data|GoPro MET|<rdf:RDF|JFXX\0|MPF\0(?:II\*\0|MM\0\*)"
)
# a second block of EXIF, wherever it lies: our own is one
_EXIF_BLOCKS = re.compile(rb"II\*\0\x08\0\0\0|MM\0\*\0\0\0\x08")
_TEXTS = frozenset((b"tEXt", b"zTXt", b"iTXt", b"tIME", b"caBX", b"dSIG"))
_IN_MOOV = re.compile(rb"udta|uuid|meta(?=.{8}|\0)|\xa9xyz|loci|gpmd|camm|mebx|mdta", re.DOTALL)
_IN_META = re.compile(rb"infe.{8}(?:mime|uri )|infe.{10}(?:mime|uri )|thmb", re.DOTALL)
_PROBLEMS = (
    AssertionError,
    EOFError,
    OverflowError,
    struct.error,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
)
_PICTURE_SEGMENTS = frozenset(range(0xC0, 0xE0)) | {0xE0, 0xE1, 0xE2, 0xEE}


def still_told(content: bytes) -> frozenset[Tells]:
    """What a copy tells beyond the picture, its orientation and its time.

    Returns:
        PLACE, CAMERA, and REST for whatever else; nothing for a copy that is as it should be.
    """
    found = set(_by_exif(content))
    if PLACES.search(content):
        found.add(Tells.PLACE)
    if _NOTES.search(content) or len(_EXIF_BLOCKS.findall(content)) > 1 or _by_structure(content):
        found.add(Tells.REST)
    return frozenset(found)


def _by_exif(content: bytes) -> set[Tells]:
    if content[:6] in (b"GIF87a", b"GIF89a") or content[:2] == b"BM":
        return set()
    tags = _tags(content)
    told = {name for name in tags if not _PIXELS.fullmatch(name)}
    found = {Tells.PLACE for name in told if name.startswith("GPS")}
    found |= {Tells.CAMERA for name in told if _CAMERA.search(name)}
    return found | ({Tells.REST} if told and not found else set())


def _tags(content: bytes) -> dict[str, Any]:
    """What exifread finds; where it does not know the file, what it finds in its EXIF block.

    EXIF that it cannot read counts as something that is told.
    """
    tags = _read_tags(content)
    block = _EXIF_BLOCKS.search(content)
    if not tags and block is not None:
        tags = _read_tags(content[block.start() :])
        return {"EXIF that cannot be read": ""} if tags is None else tags
    return tags or {}


def _read_tags(content: bytes) -> dict[str, Any] | None:
    import exifread  # slow to import
    from exifread.core.exceptions import ExifNotFound, InvalidExif

    try:
        tags: dict[str, Any] = exifread.process_file(io.BytesIO(content), details=True)
    except (ExifNotFound, InvalidExif, *_PROBLEMS):
        return None
    return tags


def _by_structure(content: bytes) -> bool:
    """Whether there are parts that no stripped file has."""
    if content.startswith(b"\xff\xd8"):
        return _jpeg_has_more(content)
    if content.startswith(b"\x89PNG"):
        return _png_has_more(content)
    if content[:4] == b"RIFF":
        return b"XMP " in _kinds(content, 12, "<4sI", 8) or len(content) > 9 + int.from_bytes(
            content[4:8], "little"
        )
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return b"!\xfe" in content[-2000:] or b"XMP DataXMP" in content
    return _boxes_have_more(content)


def _jpeg_has_more(content: bytes) -> bool:
    at = 2
    while content[at : at + 1] == b"\xff" and content[at + 1] != 0xDA:
        if content[at + 1] not in _PICTURE_SEGMENTS:
            return True
        if content[at + 1] == 0xE0 and int.from_bytes(content[at + 2 : at + 4]) > 16:
            return True
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    # only the last two bytes end a picture
    return content.find(b"\xff\xd9", at) != len(content) - 2


def _png_has_more(content: bytes) -> bool:
    kinds = _kinds(content, 8, ">I4s", 12)
    return bool(_TEXTS & set(kinds)) or kinds[-1:] != [b"IEND"]


def _kinds(content: bytes, at: int, form: str, around: int) -> list[bytes]:
    found = []
    while at + 8 <= len(content):
        one, other = struct.unpack_from(form, content, at)
        kind, size = (one, other) if isinstance(one, bytes) else (other, one)
        found.append(kind)
        at += size + around + (size % 2 if form[0] == "<" else 0)
    return found


def _boxes_have_more(content: bytes) -> bool:
    at = 0
    while at + 8 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        if size == 1 and at + 16 <= len(content):
            (size,) = struct.unpack_from(">Q", content, at + 8)
        if size < 8:
            return False
        inside = content[at + 8 : at + size]
        marks = {b"moov": _IN_MOOV, b"meta": _IN_META}.get(kind)
        if kind in (b"uuid", b"udta", b"mpvd", b"sefd") or (marks and marks.search(inside)):
            return True
        if kind in (b"free", b"skip") and any(inside):
            return True
        at += size
    return False
