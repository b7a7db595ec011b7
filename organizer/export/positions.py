"""Every position that a file tells, wherever it lies: for copies that keep their place.

EXIF is looked for by its beginning, so that blocks of second pictures and previews count as well.
"""

from __future__ import annotations

import re
import struct
from itertools import pairwise

from organizer.export.iso_boxes import leading_boxes

Position = tuple[float, float]  # degrees, WGS 84

_TIFF = re.compile(rb"II[*U]\0|MM\0[*]|IIR[OS]")  # EXIF and most RAW files
_GPS, _LATITUDE, _LONGITUDE, _FIELD_BYTES, _MAX_FIELDS = 0x8825, 2, 4, 12, 1000
_XMP = re.compile(
    rb"GPS(Latitude|Longitude)(?:\s*=\s*[\"']|>)\s*(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?"
    rb"\s*([NSEW])"
)
_XMP_NAME = re.compile(rb"GPSLatitude(?!Ref)(?:\s*=\s*[\"']|>)")
_ISO_6709 = re.compile(rb"([+-]\d{1,2}\.\d+)([+-]\d{1,3}\.\d+)")
_ISO_NAME = re.compile(rb"location\.ISO6709|\xa9xyz")
# positions that are not read here: compressed, of another encoding, or written while filming
_NOT_READ = re.compile(rb"zTXt|iTXtXML:com\.adobe\.xmp\0\x01|G\0P\0S\0L\0|Raw profile type")
_FILMED = re.compile(rb"loci|gpmd|camm|GoPro MET|gps \0|freeGPS")
# what a track is of (ISO 14496-12, 8.4.3); any but these may hold positions: notes taken while
# filming, subtitles of drones
_HANDLER = re.compile(rb"hdlr\0{4}(?:\0{4}|mhlr|dhlr)(.{4})", re.DOTALL)
_NO_POSITIONS = frozenset((b"vide", b"soun", b"tmcd", b"mdir", b"mdta", b"url ", b"alis"))
# and of notes (QuickTime, timed metadata) those about the picture
_NOTE_KEY = re.compile(rb"keyd(mdta[ -~]*)?")
_ABOUT_THE_PICTURE = re.compile(
    rb"mdtacom\.apple\.quicktime\."
    rb"(still-image-time|video-orientation|scene-illuminance|detected-[a-z.-]+)"
)
_IN_WORDS = re.compile(
    r"(?<![\d.])([+-]?\d{1,2}\.\d{3,})\s*°?\s*([NS]?)[,;/\s]+"
    r"([+-]?\d{1,3}\.\d{3,})\s*°?\s*([EW]?)",
    re.IGNORECASE,
)


def positions(content: bytes) -> list[Position] | None:
    """The positions that a file tells; None where it tells some that cannot be read here."""
    told = _outside_streams(content)
    is_video = told is not content
    xmp, iso = _in_xmp(told), [(float(a), float(b)) for a, b in _ISO_6709.findall(told)]
    if _NOT_READ.search(told[: 1 << 20]) or len(_XMP_NAME.findall(told)) > len(xmp):
        return None
    if is_video and (_may_be_filmed(told) or (_ISO_NAME.search(told) and not iso)):
        return None
    return [*_in_exif(content if not is_video else told), *xmp, *iso]


def positions_in_words(text: str) -> list[Position]:
    """Pairs of degrees as they are written in a caption, such as 16.0600° N, 108.2200° E."""
    return [
        (
            float(north) * (-1 if side in ("S", "s") else 1),
            float(east) * (-1 if way in ("W", "w") else 1),
        )
        for north, side, east, way in _IN_WORDS.findall(text.replace("\N{MINUS SIGN}", "-"))
    ]


def _may_be_filmed(told: bytes) -> bool:
    """Whether positions may have been written down while filming, among pictures and sound."""
    if _FILMED.search(told):
        return True
    others = [kind for kind in _HANDLER.findall(told) if kind not in _NO_POSITIONS]
    if not others:
        return False
    keys = _NOTE_KEY.findall(told)
    are_notes = set(others) == {b"meta"} and told.count(b"mebx") >= len(others) and keys
    return not are_notes or not all(_ABOUT_THE_PICTURE.fullmatch(key) for key in keys)


def _outside_streams(content: bytes) -> bytes:
    """A video without its pictures and sound; any other file as it is."""
    top = leading_boxes(content)
    if not any(one.kind == b"moov" for one in top):
        return content
    kept = [content[one.start : one.end] for one in top if one.kind != b"mdat"]
    return b"".join([*kept, content[top[-1].end :]])


def _in_exif(content: bytes) -> list[Position]:
    found = []
    for match in _TIFF.finditer(content):
        at, order = match.start(), "<" if match[0][:2] == b"II" else ">"
        try:
            position = _of_block(content, at, order)
        except (struct.error, ZeroDivisionError):  # only looks like one, or is cut
            continue
        if position is not None:
            found.append(position)
    return found


def _of_block(content: bytes, at: int, order: str) -> Position | None:
    (first,) = struct.unpack_from(order + "I", content, at + 4)
    gps = _fields(content, at, first, order).get(_GPS)
    if gps is None:
        return None
    fields = _fields(content, at, struct.unpack(order + "I", gps)[0], order)
    if not {_LATITUDE, _LONGITUDE} <= set(fields):
        return None
    latitude, longitude = (
        _degrees(content, at, fields[tag], order) for tag in (_LATITUDE, _LONGITUDE)
    )
    south, west = fields.get(_LATITUDE - 1, b"N")[:1], fields.get(_LONGITUDE - 1, b"E")[:1]
    return latitude * (-1 if south in b"Ss" else 1), longitude * (-1 if west in b"Ww" else 1)


def _fields(content: bytes, at: int, place: int, order: str) -> dict[int, bytes]:
    """The four bytes of value of each field of a directory."""
    (count,) = struct.unpack_from(order + "H", content, at + place)
    starts = (at + place + 2 + _FIELD_BYTES * n for n in range(min(count, _MAX_FIELDS)))
    rows = (struct.unpack_from(order + "HHI4s", content, start) for start in starts)
    return {tag: value for tag, _form, _count, value in rows}


def _degrees(content: bytes, at: int, value: bytes, order: str) -> float:
    (place,) = struct.unpack(order + "I", value)
    parts = struct.unpack_from(order + "6I", content, at + place)
    ratios = [over / under if under else 0.0 for over, under in list(pairwise(parts))[::2]]
    return ratios[0] + ratios[1] / 60 + ratios[2] / 3600


def _in_xmp(content: bytes) -> list[Position]:
    """Latitudes and longitudes come in pairs."""
    sides: dict[bytes, list[float]] = {b"Latitude": [], b"Longitude": []}
    for name, degrees, minutes, seconds, side in _XMP.findall(content):
        value = float(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600
        sides[name].append(-value if side in b"SW" else value)
    return list(zip(sides[b"Latitude"], sides[b"Longitude"], strict=False))
