"""What a video says about itself, and one picture out of it.

Runs in the decode workers: what is read here may be hostile. FFmpeg gets an open file, one
demuxer that was chosen by the first bytes, and no protocol, so that nothing is ever followed.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from PIL import Image, ImageStat

from organizer.models import Kind, Metadata
from organizer.scan import decoders
from organizer.scan.formats import VIDEO, sniff_video
from organizer.scan.metadata import plain_text, read_offset
from organizer.scan.pictures import MAX_PIXELS, TooLargeError, fitted_size

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_MICROSECONDS = 1_000_000
_DARK = 20  # mean of the grey picture, 0 to 255: many clips begin in black
_POSTER_AT_S = (0.0, 1.0, 4.0)
# clockwise turns of the display matrix as EXIF orientations
_ORIENTATIONS = {0: 1, 90: 6, 180: 3, 270: 8}


class NoPictureError(Exception):
    """The video has no stream of pictures, or none that can be decoded."""


@contextlib.contextmanager
def open_video(file: BinaryIO, head: bytes) -> Iterator[InputContainer]:
    """Open a video whose first bytes are *head*, without decoding.

    Raises:
        DecoderNeededError, DecoderMissingError: If PyAV is not there.
        Exception: Whatever FFmpeg makes of damaged files.
    """
    av = decoders.require(VIDEO, "videos")
    file.seek(0)
    with av.open(
        file,
        format=sniff_video(head),
        options={"protocol_whitelist": "none"},
        metadata_errors="replace",
    ) as container:
        yield container


def read_video_metadata(container: InputContainer) -> Metadata:
    """Dates, place, device, size and duration of an opened video."""
    stream = _stream(container)
    says = {**stream.metadata, **container.metadata} if stream else dict(container.metadata)
    filmed_at, offset = _filmed_at(says)
    latitude, longitude = _place(says)
    return Metadata(
        kind=Kind.VIDEO,
        width_px=stream.width if stream else None,
        height_px=stream.height if stream else None,
        duration_s=_duration_s(container),
        filmed_at=filmed_at,
        filmed_utc_at=_header_time(says),
        utc_offset_min=offset,
        latitude=latitude,
        longitude=longitude,
        camera_make=_first(says, "com.apple.quicktime.make", "com.android.manufacturer", "make"),
        camera_model=_first(says, "com.apple.quicktime.model", "com.android.model", "model"),
        content_id=_first(says, "com.apple.quicktime.content.identifier"),
    )


def read_poster(container: InputContainer) -> tuple[Image.Image, int]:
    """A picture of the video that is not all dark, of thumbnail size, and its orientation.

    Raises:
        NoPictureError: If there is none.
    """
    stream = _stream(container)
    if stream is None:
        raise NoPictureError
    found: tuple[Image.Image, int] | None = None
    for at_s in _POSTER_AT_S:
        frame = _frame_at(container, stream, at_s)
        if frame is None:
            continue
        picture = _picture(frame, stream, whole=False)
        found = found or (picture, _orientation(frame))
        if ImageStat.Stat(picture.convert("L")).mean[0] > _DARK:
            return picture, _orientation(frame)
    if found is None:
        raise NoPictureError
    return found


def read_frame(container: InputContainer) -> tuple[Image.Image, int]:
    """The first picture of the video in full size, and its orientation.

    Raises:
        NoPictureError: If there is none.
    """
    stream = _stream(container)
    frame = _frame_at(container, stream, 0.0) if stream is not None else None
    if stream is None or frame is None:
        raise NoPictureError
    return _picture(frame, stream, whole=True), _orientation(frame)


def _stream(container: InputContainer) -> VideoStream | None:
    from av.video.stream import VideoStream  # loaded by whoever opened the container

    stream = container.streams.best("video")
    if not isinstance(stream, VideoStream):
        return None
    if stream.width * stream.height > MAX_PIXELS:
        raise TooLargeError
    stream.codec_context.thread_count = 1
    return stream


def _frame_at(container: InputContainer, stream: VideoStream, at_s: float) -> VideoFrame | None:
    """The key frame at or before *at_s*; None where there is none or it is damaged."""
    length_s = _duration_s(container)
    if at_s and (length_s is None or at_s >= length_s):
        return None
    try:
        if at_s:
            container.seek(int(at_s * _MICROSECONDS))
        return next(container.decode(stream), None)
    except (OSError, ValueError, ArithmeticError):  # PyAV's errors are one of these too
        return None


def _picture(frame: VideoFrame, stream: VideoStream, *, whole: bool) -> Image.Image:
    wide = stream.sample_aspect_ratio or 1
    width, height = max(1, round(frame.width * wide)), frame.height
    if not whole:
        width, height = fitted_size(width, height)
    picture: Image.Image = frame.to_image(width=width, height=height)  # type: ignore[no-untyped-call]
    return picture.convert("RGB")


def _orientation(frame: VideoFrame) -> int:
    # PyAV tells the turn of the picture counter-clockwise
    return _ORIENTATIONS.get(-int(frame.rotation) % 360, 1)


def _duration_s(container: InputContainer) -> float | None:
    if container.duration is not None and container.duration > 0:
        return round(container.duration / _MICROSECONDS, 3)
    for stream in container.streams.video:
        if stream.duration and stream.time_base:
            return round(float(stream.duration * stream.time_base), 3)
    return None


# -- what the container says -----------------------------------------------------------------------


def _first(says: Mapping[str, Any], *names: str) -> str:
    return next((text for name in names if (text := plain_text(says.get(name)))), "")


def _filmed_at(says: Mapping[str, Any]) -> tuple[datetime | None, int | None]:
    """Apple's local time with its offset, such as "2020-07-04T10:11:12+0200"."""
    text = _first(says, "com.apple.quicktime.creationdate")
    at = _moment(text)
    return at, read_offset(text[19:]) if at is not None else None


def _header_time(says: Mapping[str, Any]) -> datetime | None:
    """The time of creation in the movie header: UTC by the standard."""
    text = _first(says, "creation_time")
    at = _moment(text)
    offset = read_offset(text[19:])
    return None if at is None or offset else at


def _moment(text: str) -> datetime | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", text)
    if not found:
        return None
    try:
        return datetime(*(int(part) for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def _place(says: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """ISO 6709, such as "+47.5383-2.8919+000.000/"; 0, 0 means none."""
    text = _first(says, "com.apple.quicktime.location.ISO6709", "location", "location-eng")
    found = re.match(r"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)(?![\d.])", text)
    if not found:
        return None, None
    latitude, longitude = float(found.group(1)), float(found.group(2))
    if abs(latitude) > 90 or abs(longitude) > 180 or abs(latitude) + abs(longitude) < 1e-6:
        return None, None
    return latitude, longitude
