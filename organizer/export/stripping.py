"""Copies without personal metadata, with exactly the same pixels: parts are left out.

What stays: pixels, streams, colour profile, size, and a new EXIF block with the orientation and,
where wanted, the capture time. What goes: place, camera, serial numbers, names, comments, maker
notes, embedded thumbnails (they may show an earlier crop), and whatever is appended to the file.

A colour profile stays as it is, and its description with it: that of a calibrated screen may name
it. What a video says inside its pictures and sound stays too.
"""

from __future__ import annotations

import struct
from datetime import datetime

from organizer.export.chunks import PNG_MAGIC, strip_bmp, strip_png
from organizer.export.gif import strip_gif
from organizer.export.heif import strip_heif
from organizer.export.jpeg import strip_jpeg
from organizer.export.jxl import CODESTREAM, CONTAINER, strip_jxl
from organizer.export.mp4 import strip_mp4
from organizer.export.parts import CannotStripError, small_exif
from organizer.export.tiff import strip_tiff
from organizer.export.webp import strip_webp

__all__ = ["CannotStripError", "small_exif", "strip"]

_STILLS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif", b"hevc", b"hevx", b"msf1", b"avis")
_VIDEO_STARTS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
_NO_VIDEO = (b"crx ", b"jp2 ")


def strip(content: bytes, *, orientation: int, taken_at: datetime | None) -> bytes:
    """Leave the personal parts out of a picture or a video.

    Args:
        orientation: As EXIF counts; formats with a way of their own to say it keep theirs.
        taken_at: None lets the capture time go.

    Raises:
        CannotStripError: For other formats, and for files that are not well formed.
    """
    try:
        return _stripped(content, orientation, taken_at)
    except (struct.error, IndexError) as error:  # the file ends too early
        raise CannotStripError from error


def _stripped(content: bytes, orientation: int, taken_at: datetime | None) -> bytes:
    exif = small_exif(orientation=orientation, taken_at=taken_at)
    if content.startswith(b"\xff\xd8"):
        return strip_jpeg(content, exif)
    if content.startswith(PNG_MAGIC):
        return strip_png(content, exif)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return strip_webp(content, exif)
    if content[:4] in (b"II*\0", b"MM\0*"):
        return strip_tiff(content, exif, orientation=orientation)
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return strip_gif(content)
    if content[:2] == b"BM":
        return strip_bmp(content)
    return _stripped_boxes(content, taken_at)


def _stripped_boxes(content: bytes, taken_at: datetime | None) -> bytes:
    """Those whose orientation is told by the picture itself."""
    exif = small_exif(orientation=1, taken_at=taken_at)
    if content.startswith((CODESTREAM, CONTAINER)):
        return strip_jxl(content, exif)
    kind, brand = content[4:8], content[8:12]
    if kind == b"ftyp" and brand in _STILLS:
        return strip_heif(content, exif if taken_at is not None else None)
    if kind in _VIDEO_STARTS and brand not in _NO_VIDEO:
        return strip_mp4(content, keeps_date=taken_at is not None)
    raise CannotStripError
