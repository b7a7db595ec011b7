"""Photos and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from organizer.models.identities import FolderId, PhotoId
from organizer.models.kinds import DateSource, Kind, PartRole, Precision, Status, Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureTime:
    """When a photo was taken, and how that is known.

    Attributes:
        taken_at: Local wall-clock time, cut to seconds; None when unknown.
        utc_offset_min: Minutes east of UTC where the file states it.
        is_utc: Only the instant is known, not the clock at the place: *taken_at* is UTC.
    """

    taken_at: datetime | None = None
    utc_offset_min: int | None = None
    source: DateSource = DateSource.UNKNOWN
    trust: Trust = Trust.NONE
    precision: Precision = Precision.SECOND
    is_utc: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """How the dates of some photos lie.

    Attributes:
        count: How many photos there are.
        shiftable_count: How many have a date of their own that can be moved; the time at which a
            file was written is none.
        first, last: Of those that can be moved; None without any.
        corrected_count: How many dates are the user's word.
    """

    count: int
    shiftable_count: int
    first: datetime | None
    last: datetime | None
    corrected_count: int


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. *country* is an ISO 3166-1 alpha-2 code."""

    name: str
    region: str
    country: str


@dataclass(frozen=True, slots=True)
class Part:
    """Another file that belongs to a photo; a clip inside the picture has the picture's path."""

    path: Path
    role: PartRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo in the library; files with the same content are one photo.

    Attributes:
        path: Its main file.
        paths: All files with this content, the main one first.
        content_hash: xxh3-128 of the bytes in hex; "" until the file was read whole.
        width_px, height_px: As stored, before EXIF orientation.
        latitude, longitude: Degrees, WGS 84; None is unknown, never "at home".
        sharpness: Variance of the Laplacian of the grey picture, 0 upwards.
        withheld: The user hid it, its place or its day: it is shown nowhere but among what is
            hidden, and nothing is worked out from it.
        duration_s: Length of a video.
        parts: The other files that belong to it.
    """

    id: PhotoId
    path: Path
    paths: tuple[Path, ...] = ()
    status: Status = Status.OK
    reason: str | None = None
    kind: Kind = Kind.PHOTO
    captured: CaptureTime = field(default_factory=CaptureTime)
    latitude: float | None = None
    longitude: float | None = None
    width_px: int | None = None
    height_px: int | None = None
    orientation: int = 1
    camera_make: str = ""
    camera_model: str = ""
    exposure: str = ""
    size_bytes: int = 0
    content_hash: str = ""
    sharpness: float | None = None
    favourite: bool = False
    withheld: bool = False
    duration_s: float | None = None
    parts: tuple[Part, ...] = ()

    @property
    def taken_at(self) -> datetime | None:
        """Local wall-clock time of capture."""
        return self.captured.taken_at

    @property
    def has_trusted_date(self) -> bool:
        """Whether the date may found an event or enter a suggestion."""
        return self.captured.trust in (Trust.HIGH, Trust.MEDIUM)


class TimelineEntry(NamedTuple):
    """The little of a photo that the timeline needs for each of 100,000.

    ``taken_at_s`` counts seconds of local wall-clock time from 1970-01-01T00:00, None when
    the date is not to be trusted. ``width_px`` and ``height_px`` are upright, never 0.
    """

    id: PhotoId
    taken_at_s: int | None
    width_px: int
    height_px: int
    favourite: bool
    latitude: float | None
    longitude: float | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder the user added. It is *offline* when it cannot be found just now."""

    id: FolderId
    path: Path
    offline: bool = False
    photo_count: int = 0
