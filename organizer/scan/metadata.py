"""What a picture says about itself, through Pillow, and through ExifRead where Pillow cannot.

Runs in the decode workers: what is read here may be hostile.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from organizer.models import Metadata
from organizer.scan import exif_tags as tags
from organizer.scan import moments
from organizer.scan.embedded import apple_content_id, with_embedded

_IFD_THUMBNAIL = int(ExifTags.IFD.IFD1)  # Pillow's own number for the second directory
_MAX_TEXT = 200


def read_metadata(picture: Image.Image) -> Metadata:
    """Dates, place, camera and size of an opened picture; absent or odd values are left out."""
    found = read_exif(picture.getexif(), size=picture.size)
    return with_embedded(found, picture)


def read_exif_block(tiff: bytes) -> Metadata:
    """The same from a bare EXIF block, which begins like a TIFF file."""
    exif = Image.Exif()
    exif.load(tiff)
    return read_exif(exif)


def read_exif(
    first: Image.Exif | dict[int, Any],
    *,
    sub: dict[int, Any] | None = None,
    gps: dict[int, Any] | None = None,
    size: tuple[int | None, int | None] = (None, None),
) -> Metadata:
    """What EXIF directories say; *sub* and *gps* where they do not hang on the first one."""
    if isinstance(first, Image.Exif):
        sub = _ifd(first, tags.IFD_EXIF) if sub is None else sub
        gps = _ifd(first, tags.IFD_GPS) if gps is None else gps
    sub, gps = sub or {}, gps or {}
    latitude, longitude = read_coordinates(gps)
    return Metadata(
        width_px=size[0],
        height_px=size[1],
        orientation=_orientation(first.get(tags.ORIENTATION)),
        original_at=read_date(sub.get(tags.ORIGINAL, first.get(tags.ORIGINAL))),
        created_at=read_date(sub.get(tags.CREATED, first.get(tags.CREATED))),
        modified_at=read_date(first.get(tags.MODIFIED)),
        gps_at=_gps_time(gps),
        utc_offset_min=next(
            (found for tag in tags.OFFSETS if (found := read_offset(sub.get(tag))) is not None),
            None,
        ),
        latitude=latitude,
        longitude=longitude,
        camera_make=plain_text(first.get(tags.MAKE)),
        camera_model=plain_text(first.get(tags.MODEL)),
        exposure=_exposure(sub),
        content_id=apple_content_id(sub),
    )


def read_embedded_thumbnail(picture: Image.Image) -> bytes | None:
    """The small JPEG inside the EXIF data, if there is one."""
    exif = picture.info.get("exif")
    if not isinstance(exif, bytes) or not exif:
        return None
    ifd = _ifd(picture.getexif(), _IFD_THUMBNAIL)
    start, length = ifd.get(tags.THUMBNAIL_AT), ifd.get(tags.THUMBNAIL_BYTES)
    if not isinstance(start, int) or not isinstance(length, int):
        return None
    tiff = exif[6:] if exif.startswith(b"Exif\0\0") else exif
    jpeg = tiff[start : start + length]
    return jpeg if jpeg.startswith(b"\xff\xd8\xff") else None


def read_metadata_with_exifread(file: BinaryIO) -> Metadata:
    """Dates, place and camera where Pillow cannot open the file (RAW, odd TIFF)."""
    import exifread  # slow to import, seldom needed

    tags = exifread.process_file(file, details=False)
    # a thumbnail stands among the tags as bare bytes
    value = {name: getattr(tag, "values", None) for name, tag in tags.items()}
    gps = {
        number: value.get(f"GPS {name}")
        for number, name in enumerate(
            ("GPSLatitudeRef", "GPSLatitude", "GPSLongitudeRef", "GPSLongitude"), start=1
        )
    }
    latitude, longitude = read_coordinates(gps)
    orientation = value.get("Image Orientation") or [None]
    return Metadata(
        orientation=_orientation(orientation[0]),
        original_at=read_date(value.get("EXIF DateTimeOriginal")),
        created_at=read_date(value.get("EXIF DateTimeDigitized")),
        modified_at=read_date(value.get("Image DateTime")),
        utc_offset_min=read_offset(value.get("EXIF OffsetTimeOriginal")),
        latitude=latitude,
        longitude=longitude,
        camera_make=plain_text(value.get("Image Make")),
        camera_model=plain_text(value.get("Image Model")),
    )


def _orientation(value: object) -> int:
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _ifd(exif: Image.Exif, number: int) -> dict[int, Any]:
    try:
        return dict(exif.get_ifd(number))
    except Exception:  # noqa: BLE001 - damaged directories raise some nine types; they say nothing
        return {}


def read_date(value: object) -> datetime | None:
    """An EXIF date such as "2024:05:04 10:11:12" (other separators occur), or None."""
    found = re.match(
        r"\s*(\d{4})[:/.-](\d{1,2})[:/.-](\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?",
        plain_text(value),
    )
    if not found:
        return None
    try:
        return datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def read_offset(value: object) -> int | None:
    """An offset such as "+07:00" in minutes, or None."""
    return moments.read_offset(plain_text(value))


def plain_text(value: object) -> str:
    """Text out of a file: one line, no control characters, of bearable length."""
    if isinstance(value, (tuple, list)) and len(value) == 1:
        value = value[0]
    if isinstance(value, bytes):
        value = value.decode("utf-8", errors="replace")
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        value = "".join(letter if letter.isprintable() else " " for letter in value)
    return " ".join(value.split())[:_MAX_TEXT]


def read_coordinates(gps: dict[int, Any]) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees; (None, None) when absent, impossible or 0, 0."""
    latitude = _degrees(gps.get(tags.LATITUDE), gps.get(tags.LATITUDE_REF), "S", 90)
    longitude = _degrees(gps.get(tags.LONGITUDE), gps.get(tags.LONGITUDE_REF), "W", 180)
    if latitude is None or longitude is None or (abs(latitude) + abs(longitude) < 1e-6):
        return None, None
    return latitude, longitude


def _degrees(value: object, reference: object, negative: str, limit: float) -> float | None:
    parts = _numbers(value)
    if not 1 <= len(parts) <= 3:
        return None
    degrees = sum(part / 60**power for power, part in enumerate(parts))
    if plain_text(reference).upper().startswith(negative):
        degrees = -degrees
    return degrees if -limit <= degrees <= limit else None


def _numbers(value: object) -> list[float]:
    values: Sequence[Any] = value if isinstance(value, (tuple, list)) else [value]
    try:
        return [float(part) for part in values if part is not None]
    except (TypeError, ValueError, ZeroDivisionError):
        return []


def _gps_time(gps: dict[int, Any]) -> datetime | None:
    day = re.fullmatch(r"(\d{4})[:-](\d{2})[:-](\d{2})", plain_text(gps.get(tags.GPS_DAY)))
    clock = _numbers(gps.get(tags.GPS_TIME))
    if not day or len(clock) != 3:
        return None
    try:
        return datetime(*(int(part) for part in (*day.groups(), *clock)))  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


def _exposure(sub: dict[int, Any]) -> str:
    """Such as "f/1.8 · 1/640 s · ISO 50 · 26 mm"."""
    parts = []
    if (number := _positive(sub.get(tags.F_NUMBER))) is not None:
        parts.append(f"f/{number:g}")
    if (seconds := _positive(sub.get(tags.SHUTTER))) is not None:
        parts.append(f"1/{round(1 / seconds)} s" if seconds < 0.4 else f"{seconds:g} s")
    if (iso := _positive(sub.get(tags.ISO))) is not None:
        parts.append(f"ISO {iso:g}")
    if (length := _positive(sub.get(tags.FOCAL_LENGTH))) is not None:
        parts.append(f"{length:.3g} mm")
    return " · ".join(parts)


def _positive(value: object) -> float | None:
    numbers = _numbers(value)
    return numbers[0] if len(numbers) >= 1 and 0 < numbers[0] < 1e7 else None


def as_file(content: bytes) -> BinaryIO:
    """Bytes as a file that decoders can seek in."""
    return io.BytesIO(content)
