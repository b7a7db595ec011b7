"""Camera RAW files by the preview that the camera put inside; they are never developed.

Runs in the decode workers: what is read here may be hostile.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from PIL import Image

from organizer.models import Kind, Metadata
from organizer.scan import decoders, pictures
from organizer.scan import metadata as reading
from organizer.scan.formats import RAW
from organizer.scan.tiff import TiffDirectories, read_directories

if TYPE_CHECKING:
    from rawpy import RawPy

_HEAD_BYTES = 1 << 20  # the camera's data stands before the sensor's
_ORIENTATION_OF_FLIP = {0: 1, 3: 3, 5: 8, 6: 6}
_ADDED = (
    *("original_at", "created_at", "utc_offset_min", "latitude", "longitude"),
    *("camera_make", "camera_model", "exposure"),
)
_BOXES = frozenset({b"moov", b"uuid"})


class NoPreviewError(Exception):
    """The RAW file carries no preview that can be shown; what it says is known all the same."""

    def __init__(self, metadata: Metadata) -> None:
        super().__init__()
        self.metadata = metadata


@dataclass(frozen=True, slots=True)
class Preview:
    """The largest picture inside a RAW file, and what is known with it."""

    picture: Image.Image
    metadata: Metadata


def read_raw_metadata(file: BinaryIO, directories: TiffDirectories) -> Metadata:
    """What the camera says, without the RAW decoder: dates, place, camera, size of a TIFF-like."""
    found = _exif(file)
    width, height = directories.size or (None, None)
    return replace(found, kind=Kind.RAW, width_px=width, height_px=height)


def open_preview(file: BinaryIO) -> Preview:
    """The largest embedded preview with the facts of the RAW file; its size is the sensor's.

    Raises:
        DecoderNeededError, DecoderMissingError: If rawpy is not there.
        NoPreviewError: If nothing in it can be shown.
        Exception: Whatever the decoders raise on damaged files.
    """
    rawpy = decoders.require(RAW, "RAW files")
    directories = read_directories(file)
    found = read_raw_metadata(file, directories)
    picture: Image.Image | None = None
    file.seek(0)
    try:
        with rawpy.imread(file) as raw:
            found = _with_facts_of_libraw(found, raw, directories)
            picture = _largest_preview(rawpy, raw)
    except rawpy.LibRawError:
        picture = None
    if picture is None and directories != TiffDirectories():
        picture = _first_picture(file)
    if picture is None:
        raise NoPreviewError(found)
    return Preview(picture, _with_facts_of_preview(found, picture))


def _largest_preview(rawpy: Any, raw: RawPy) -> Image.Image | None:
    try:
        found = raw.extract_thumb()
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    if isinstance(found.data, bytes):
        return pictures.open_picture(reading.as_file(found.data))
    return Image.fromarray(found.data)


def _first_picture(file: BinaryIO) -> Image.Image | None:
    """The small picture in the first directory, which some cameras leave uncompressed."""
    file.seek(0)
    try:
        picture = pictures.open_picture(file)
        picture.load()
    except pictures.TooLargeError:
        raise
    except Exception:  # noqa: BLE001 - damaged files raise some nine types
        return None
    return picture


def _with_facts_of_libraw(found: Metadata, raw: RawPy, directories: TiffDirectories) -> Metadata:
    sizes = raw.sizes
    width, height = sizes.crop_width or sizes.width, sizes.crop_height or sizes.height
    if directories.is_dng and directories.size:
        width, height = directories.size
    if found.orientation == 1:
        turn = _ORIENTATION_OF_FLIP.get(sizes.flip, 1)
        found = replace(found, orientation=turn)
    if found.original_at is None and raw.other.timestamp:
        # the wall clock of the camera, which LibRaw took for that of this computer
        found = replace(found, original_at=_local(raw.other.timestamp))
    return replace(found, width_px=width, height_px=height)


def _local(timestamp: object) -> datetime | None:
    try:
        seconds = int(timestamp.timestamp() if isinstance(timestamp, datetime) else timestamp)  # type: ignore[call-overload]
        return datetime.fromtimestamp(seconds)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _with_facts_of_preview(found: Metadata, picture: Image.Image) -> Metadata:
    """What the preview's own EXIF adds where the RAW file's could not be read."""
    if found.original_at is not None and found.camera_model:
        return found
    also = reading.read_metadata(picture)
    missing = {name: getattr(also, name) for name in _ADDED if getattr(found, name) in (None, "")}
    return replace(found, **missing)


# -- EXIF, wherever the maker put it ---------------------------------------------------------------


def _exif(file: BinaryIO) -> Metadata:
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    try:
        if head[4:12] == b"ftypcrx ":
            return _canon_boxes(head)
        if head[:2] in (b"II", b"MM") and b"HEAPCCDR" not in head[:16]:
            file.seek(0)
            return reading.read_metadata_with_exifread(file)
        return _buried_block(head)
    except Exception:  # noqa: BLE001 - damaged files raise many types; they say nothing then
        return Metadata()


def _buried_block(head: bytes) -> Metadata:
    """Fuji and Sigma hide EXIF in the preview, Minolta in a block called TTW."""
    for sign, skip in ((b"\0TTW", 8), (b"Exif\0\0", 6)):
        if (at := head.find(sign)) >= 0:
            return reading.read_exif_block(head[at + skip :])
    return Metadata()


def _canon_boxes(head: bytes) -> Metadata:
    """CR3 keeps its directories apart: CMT1 the camera, CMT2 the shot, CMT4 the place."""
    blocks = dict(_boxes(head, 0, len(head)))
    first, sub, gps = Image.Exif(), Image.Exif(), Image.Exif()
    for name, exif in ((b"CMT1", first), (b"CMT2", sub), (b"CMT4", gps)):
        if name in blocks:
            exif.load(blocks[name])
    return reading.read_exif(first, sub=dict(sub), gps=dict(gps))


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    while start + 8 <= end:
        length, name = struct.unpack_from(">I4s", content, start)
        if length < 8:
            return
        inner = start + (24 if name == b"uuid" else 8)
        if name in _BOXES:
            yield from _boxes(content, inner, min(end, start + length))
        else:
            yield name, content[inner : min(end, start + length)]
        start += length
