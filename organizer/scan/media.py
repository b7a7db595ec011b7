"""Any file of a kind we read, opened: what it says, its small picture, its whole picture.

Runs in the decode workers: what is read here may be hostile.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

from PIL import Image

from organizer.models import Metadata
from organizer.scan import decoders, pictures, raws, videos
from organizer.scan import metadata as reading
from organizer.scan.clips import carries_clip
from organizer.scan.formats import JXL, QUICK_BYTES, SNIFF_BYTES, sniff
from organizer.scan.glance import glance
from organizer.scan.tiff import TiffDirectories, read_directories

if TYPE_CHECKING:
    from av.container import InputContainer


class Medium(Protocol):
    """An opened file; each method may raise whatever its decoder makes of damage."""

    def metadata(self) -> Metadata:
        """What the file says about itself, without decoding."""

    def embedded_jpeg(self) -> bytes:
        """The camera's own small picture, upright and made anew by us; empty for none."""

    def thumbnail(self) -> tuple[Metadata, bytes, float]:
        """One decode: what the file says, the upright small JPEG, its sharpness."""

    def rgb(self, max_px: int | None) -> tuple[int, int, bytes]:
        """The upright picture: width, height, and rows of RGB without padding."""


@contextlib.contextmanager
def open_medium(file: BinaryIO) -> Iterator[Medium]:
    """Open by content, whatever the name says.

    Raises:
        DecoderNeededError, DecoderMissingError: If the decoder is not there.
        Exception: Whatever the decoders raise on damaged files.
    """
    file.seek(0)
    head = file.read(SNIFF_BYTES)
    file.seek(0)
    form = sniff(head)
    _require_decoder(form)
    match form:
        case "VIDEO":
            with videos.open_video(file, head) as container:
                yield _Video(container)
        case "RAW":
            yield _Raw(file, read_directories(file))
        case "TIFF" if (directories := read_directories(file)).is_raw:
            yield _Raw(file, directories)
        case _:
            found = glance(file)
            file.seek(0)
            with pictures.open_picture(file) as picture:
                yield _Still(file, picture, found.metadata if found else None)


def _require_decoder(form: str | None) -> None:
    """Raise where Pillow would only say that it does not know the file."""
    match form:
        case "JXL":
            decoders.require(JXL, "JPEG XL pictures")
        case "HEIF" if not pictures.READS_HEIF:
            raise decoders.DecoderMissingError("HEIC pictures", "pillow-heif")
        case "AVIF" if not pictures.READS_AVIF:
            raise decoders.DecoderMissingError("AVIF pictures", "pillow")


def glance_at(file: BinaryIO) -> tuple[Metadata, bytes] | None:
    """What the headers of an ordinary JPEG say, and its embedded thumbnail made anew by us.

    None for all other files. A file that is quickly decoded gives no thumbnail: the second pass
    is as quick.
    """
    found = glance(file)
    if found is None:
        return None
    is_slow = found.embedded and file.seek(0, os.SEEK_END) > QUICK_BYTES
    return found.metadata, make_embedded(found.embedded, found.metadata) if is_slow else b""


def make_embedded(jpeg: bytes, whole: Metadata) -> bytes:
    """The camera's small picture of *whole*, upright and made anew; empty if it is no good."""
    try:
        with pictures.open_picture(reading.as_file(jpeg)) as small:
            ours = (whole.width_px or 1) / (whole.height_px or 1)
            if abs(small.width / small.height / ours - 1) > 0.03:
                return b""  # another crop: better nothing than a wrong picture
            return pictures.make_small(small, orientation=whole.orientation)
    except Exception:  # noqa: BLE001 - a damaged small picture is only left out
        return b""


class _Still:
    def __init__(self, file: BinaryIO, picture: Image.Image, found: Metadata | None) -> None:
        self._file = file
        self._picture = picture
        self._found = found

    def metadata(self) -> Metadata:
        if self._found is None:
            self._found = reading.read_metadata(self._picture)
        return self._found

    def embedded_jpeg(self) -> bytes:
        jpeg = reading.read_embedded_thumbnail(self._picture)
        return make_embedded(jpeg, self.metadata()) if jpeg else b""

    def thumbnail(self) -> tuple[Metadata, bytes, float]:
        found = self.metadata()
        small = pictures.make_thumbnail(self._picture, orientation=found.orientation)
        # last, as Pillow reads on where it stopped
        return replace(found, has_motion=found.has_motion or carries_clip(self._file)), *small

    def rgb(self, max_px: int | None) -> tuple[int, int, bytes]:
        orientation = self.metadata().orientation
        return pictures.make_rgb(self._picture, orientation=orientation, max_px=max_px)


class _Video:
    def __init__(self, container: InputContainer) -> None:
        self._container = container

    def metadata(self) -> Metadata:
        return videos.read_video_metadata(self._container)

    def embedded_jpeg(self) -> bytes:
        return b""

    def thumbnail(self) -> tuple[Metadata, bytes, float]:
        found = self.metadata()
        poster, orientation = videos.read_poster(self._container)
        jpeg, sharpness = pictures.make_thumbnail(poster, orientation=orientation)
        return replace(found, orientation=orientation), jpeg, sharpness

    def rgb(self, max_px: int | None) -> tuple[int, int, bytes]:
        picture, orientation = videos.read_frame(self._container)
        return pictures.make_rgb(picture, orientation=orientation, max_px=max_px)


class _Raw:
    def __init__(self, file: BinaryIO, directories: TiffDirectories) -> None:
        self._file = file
        self._directories = directories

    def metadata(self) -> Metadata:
        return raws.read_raw_metadata(self._file, self._directories)

    def embedded_jpeg(self) -> bytes:
        return b""  # finding it would read the whole file: that is for the second pass

    def thumbnail(self) -> tuple[Metadata, bytes, float]:
        preview = raws.open_preview(self._file)
        orientation = preview.metadata.orientation
        return preview.metadata, *pictures.make_thumbnail(preview.picture, orientation=orientation)

    def rgb(self, max_px: int | None) -> tuple[int, int, bytes]:
        preview = raws.open_preview(self._file)
        orientation = preview.metadata.orientation
        return pictures.make_rgb(preview.picture, orientation=orientation, max_px=max_px)
