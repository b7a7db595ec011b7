"""What stands in a picture beside EXIF: XMP, IPTC, Apple's note, a clip at the end.

Runs in the decode workers: what is read here may be hostile. XMP and IPTC are parsed only for
pictures whose EXIF lacks a date or a place.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PIL import Image, IptcImagePlugin

from organizer.models import Metadata, Precision
from organizer.scan.exif_tags import MAKER_NOTE
from organizer.scan.moments import When, read_when
from organizer.scan.xmp import Xmp, read_xmp

_APPLE_CONTENT_ID = 0x0011
_APPLE = b"Apple iOS\0"
_IPTC_DATE, _IPTC_TIME = (2, 55), (2, 60)
_MOTION_SIGNS = (b"MotionPhoto", b"MicroVideo")
_MAX_NOTE_ENTRIES = 100


def with_embedded(found: Metadata, picture: Image.Image) -> Metadata:
    """*found* by EXIF, with what the rest of the picture's metadata adds."""
    return with_packet(found, _packet(picture), lambda: _iptc_date(picture))


def with_packet(
    found: Metadata, packet: bytes, iptc_date: Callable[[], When | None] = lambda: None
) -> Metadata:
    """*found* by EXIF, with what an XMP packet and IPTC add."""
    xmp: Xmp | None = None
    if packet and any(sign in packet for sign in _MOTION_SIGNS):
        xmp = read_xmp(packet)
        found = replace(found, has_motion=xmp.has_motion)
    if found.original_at is None and found.created_at is None:
        xmp = xmp or read_xmp(packet)
        found = _with_date(found, xmp.taken or iptc_date() or xmp.created)
    if packet and found.latitude is None:
        xmp = xmp or read_xmp(packet)
        found = replace(found, latitude=xmp.latitude, longitude=xmp.longitude)
    return found


def apple_content_id(sub: dict[int, Any]) -> str:
    """What a Live Photo's picture shares with its clip: in the maker's note of the EXIF data."""
    note = sub.get(MAKER_NOTE)
    if not isinstance(note, bytes) or not note.startswith(_APPLE) or len(note) < 16:
        return ""
    order = "<" if note[12:14] == b"II" else ">"
    (count,) = struct.unpack_from(order + "H", note, 14)
    for start in range(16, min(16 + 12 * min(count, _MAX_NOTE_ENTRIES), len(note) - 11), 12):
        tag, form, length, at = struct.unpack_from(order + "HHII", note, start)
        if tag == _APPLE_CONTENT_ID and form == 2 and length <= 64:
            return note[at : at + length].rstrip(b"\0").decode("ascii", errors="replace")
    return ""


def _packet(picture: Image.Image) -> bytes:
    for name in ("xmp", "XML:com.adobe.xmp"):
        packet = picture.info.get(name)
        if isinstance(packet, str):
            packet = packet.encode()
        if isinstance(packet, bytes) and packet:
            return packet
    return b""


def _with_date(found: Metadata, when: When | None) -> Metadata:
    if when is None or when.precision not in (Precision.SECOND, Precision.MINUTE):
        return found  # a bare day would only hide a better word from the file's name
    offset = found.utc_offset_min
    return replace(
        found,
        described_at=when.at,
        utc_offset_min=when.offset_min if offset is None else offset,
    )


def _iptc_date(picture: Image.Image) -> When | None:
    if "photoshop" not in picture.info and picture.format != "TIFF":
        return None
    try:
        says = IptcImagePlugin.getiptcinfo(picture) or {}  # type: ignore[arg-type]
    except Exception:  # noqa: BLE001 - damaged blocks raise several types; they say nothing
        return None
    day, clock = _text(says.get(_IPTC_DATE)), _text(says.get(_IPTC_TIME))
    if len(day) != 8 or len(clock) < 6:
        return None
    zone = f"{clock[6:9]}:{clock[9:11]}" if len(clock) >= 11 else ""
    return read_when(f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:6]}{zone}")


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return value.decode("ascii", errors="replace") if isinstance(value, bytes) else ""
