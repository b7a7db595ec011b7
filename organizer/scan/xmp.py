"""XMP, in a file of its own or inside a picture: date, place, and whether a clip is inside.

Runs in the decode workers: what is read here may be hostile. A document with a DOCTYPE is
refused, so there are no entities of its own making.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.parsers import expat

from organizer.scan.dates import Beside
from organizer.scan.moments import When, read_when
from organizer.scan.unread import UnreadError, check_size

MAX_XMP_BYTES = 8 << 20
_MAX_DEPTH, _MAX_TEXT = 64, 200
_EXIF, _EXIF_EX = "http://ns.adobe.com/exif/1.0/", "http://cipa.jp/exif/1.0/"
_PHOTOSHOP, _XMP = "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/xap/1.0/"
_CAMERA = "http://ns.google.com/photos/1.0/camera/"
_PART = r"(\d{1,3}(?:\.\d{1,20})?)"
_DEGREES = re.compile(rf"(-?){_PART}(?:,{_PART})?(?:,{_PART})?\s*([NSEW]?)")
_WANTED = {
    f"{space} {name}": name
    for space, names in (
        (_EXIF, "DateTimeOriginal GPSLatitude GPSLongitude GPSLatitudeRef GPSLongitudeRef"),
        (_EXIF_EX, "OffsetTimeOriginal"),
        (_PHOTOSHOP, "DateCreated"),
        (_XMP, "CreateDate"),
        (_CAMERA, "MotionPhoto MicroVideo"),
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Xmp:
    """What is wanted of an XMP packet."""

    taken: When | None = None
    created: When | None = None
    latitude: float | None = None
    longitude: float | None = None
    has_motion: bool = False


class _RefusedError(Exception):
    """The document is not plain XMP."""


def read_xmp(packet: bytes) -> Xmp:
    """Read a packet; one that is damaged or refused says nothing. Never raises."""
    try:
        return _read(packet)
    except UnreadError:
        return Xmp()


def _read(packet: bytes) -> Xmp:
    check_size(packet, MAX_XMP_BYTES)
    collector = _Collector()
    try:
        # inside pictures a packet may be padded; zeros are part of UTF-16
        packet = packet if _is_wide(packet) else packet.rstrip(b"\0")
        collector.parser.Parse(packet, True)  # noqa: FBT003 - expat's own word for "the end"
    except (expat.ExpatError, _RefusedError, LookupError, ValueError) as error:
        raise UnreadError("it is damaged") from error
    return _xmp(collector.found)


def read_xmp_sidecar(packet: bytes) -> Beside:
    """What an XMP file says of the picture beside it.

    Raises:
        UnreadError: If it is no XML, is not as plain as XMP is, or too large.
    """
    found = _read(packet)
    beside = Beside(latitude=found.latitude, longitude=found.longitude)
    if found.taken is None:
        return beside
    return replace(
        beside,
        taken_at=found.taken.at,
        utc_offset_min=found.taken.offset_min,
        precision=found.taken.precision,
    )


def _is_wide(packet: bytes) -> bool:
    return packet.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in packet[:4]


class _Collector:
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._open: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _refuse(self, *_: object) -> None:
        raise _RefusedError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise _RefusedError
        self._open.append(name)
        for key, value in attributes.items():
            if key in _WANTED:
                self.found.setdefault(_WANTED[key], value[:_MAX_TEXT])

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        name = _WANTED.get(self._open[-1]) if self._open else None
        if name is not None:
            self.found[name] = (self.found.get(name, "") + text)[:_MAX_TEXT]


def _xmp(found: dict[str, str]) -> Xmp:
    latitude = _degrees(found.get("GPSLatitude", ""), found.get("GPSLatitudeRef", ""), 90)
    longitude = _degrees(found.get("GPSLongitude", ""), found.get("GPSLongitudeRef", ""), 180)
    if latitude is None or longitude is None or abs(latitude) + abs(longitude) < 1e-6:
        latitude = longitude = None
    taken = read_when(found.get("DateTimeOriginal", "")) or read_when(found.get("DateCreated", ""))
    motion = {found.get("MotionPhoto", "").strip(), found.get("MicroVideo", "").strip()}
    return Xmp(taken, read_when(found.get("CreateDate", "")), latitude, longitude, "1" in motion)


def _degrees(text: str, reference: str, limit: int) -> float | None:
    """Such as "48,24.5025N", "48,24,30.15N", or a plain number with the letter apart."""
    found = _DEGREES.fullmatch(text.strip())
    if not found:
        return None
    sign, degrees, minutes, seconds, letter = found.groups()
    value = float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    if sign or (letter or reference.strip().upper()[:1]) in ("S", "W"):
        value = -value
    return value if abs(value) <= limit else None
