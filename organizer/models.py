"""The words of the trade as frozen values: what is found, read, grouped and proposed.

Capture times are local wall-clock times without a zone, because that is all most cameras
write; the offset from UTC stands beside them where the file states it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NewType

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PhotoId = NewType("PhotoId", int)
FolderId = NewType("FolderId", int)
AlbumId = NewType("AlbumId", int)
ExclusionId = NewType("ExclusionId", int)


class Status(StrEnum):
    """How reading a file went."""

    OK = "ok"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    VANISHED = "vanished"


class NoteKind(StrEnum):
    """What a scan has to tell besides files that could not be read."""

    FOLDER_UNLISTED = "folder_unlisted"
    SIDECAR_CONTESTED = "sidecar_contested"
    SIDECARS_DISAGREE = "sidecars_disagree"
    SIDECAR_UNOPENED = "sidecar_unopened"
    SIDECAR_UNREAD = "sidecar_unread"
    FILE_UNOPENED = "file_unopened"
    FOLDER_OFFLINE = "folder_offline"
    LEFT_OUT = "left_out"


class Kind(StrEnum):
    """What sort of picture a photo is."""

    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    DOCUMENT = "document"
    VIDEO = "video"
    RAW = "raw"


class PartRole(StrEnum):
    """How another file belongs to a photo."""

    LIVE_VIDEO = "live_video"
    MOTION_VIDEO = "motion_video"
    RAW = "raw"
    EDITED = "edited"
    SIDECAR = "sidecar"


class DateSource(StrEnum):
    """Where a capture time was found."""

    USER = "user"
    XMP = "xmp"
    EXIF_ORIGINAL = "exif_original"
    EXIF_CREATED = "exif_created"
    QUICKTIME = "quicktime"
    TAKEOUT = "takeout"
    NAME = "name"
    FOLDER = "folder"
    GPS = "gps"
    EXIF_MODIFIED = "exif_modified"
    FILE = "file"
    UNKNOWN = "unknown"


class Trust(StrEnum):
    """How far a capture time can be believed; LOW and NONE found no event."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Precision(StrEnum):
    """The smallest unit of a capture time that was stated."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class SuggestionKind(StrEnum):
    """What sort of album is proposed."""

    EVENT = "event"
    TRIP = "trip"
    OCCASION = "occasion"
    THEME = "theme"
    TAUGHT = "taught"
    RECAP = "recap"
    ON_THIS_DAY = "on_this_day"
    PERSON = "person"


class Signal(StrEnum):
    """What may be worked out about photos, each with its own consent."""

    GROUPING = "grouping"
    PLACES = "places"
    CONTENT = "content"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """What the user leaves out: a folder or, where that is None, a pattern of names.

    Attributes:
        photos: How many the library knew in it when it was left out.
        folders, files: What the last scan passed by because of it.
    """

    id: ExclusionId
    folder: Path | None
    pattern: str = ""
    photos: int = 0
    folders: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a scan tells the user about a folder or a file.

    Attributes:
        path: The folder, the sidecar or list of an archive, the file that may be a picture, or
            the one whose sidecars disagree; None for a count.
        detail: What differs from note to note: the cause, or what was left out.
    """

    kind: NoteKind
    path: Path | None = None
    detail: str = ""

    @property
    def text(self) -> str:
        """The note as a sentence."""
        name = self.path.name if self.path is not None else ""
        match self.kind:
            case NoteKind.FOLDER_UNLISTED:
                return f"The folder “{self.path}” could not be listed: {self.detail}."
            case NoteKind.SIDECAR_CONTESTED:
                return f"“{name}” may speak of several photos; none is dated by it."
            case NoteKind.SIDECARS_DISAGREE:
                return f"The sidecars of “{name}” tell different dates; none is believed."
            case NoteKind.SIDECAR_UNOPENED:
                return f"“{name}” could not be opened: {self.detail}; no photo is dated by it."
            case NoteKind.SIDECAR_UNREAD:
                return f"“{name}” could not be read: {self.detail}; no photo is dated by it."
            case NoteKind.FILE_UNOPENED:
                what = "it may be a picture, or speak of one"
                return f"“{self.path}” could not be opened: {self.detail}; {what}."
            case NoteKind.FOLDER_OFFLINE:
                return f"The folder “{self.path}” is offline; its photos stay."
            case NoteKind.LEFT_OUT:
                return f"Left out, as you asked: {self.detail}."


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file that could not be read, and why; *path* is where it was if it is gone."""

    photo_id: PhotoId
    path: Path
    status: Status
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFile:
    """A file that was found and is not yet recorded.

    Attributes:
        folder_id: The added folder it lies under.
        relative_path: Path below that folder, as the system's bytes.
    """

    folder_id: FolderId
    path: Path
    relative_path: bytes
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself, before anything is concluded from it.

    Dates are local wall-clock times as written; ``gps_at`` and ``filmed_utc_at`` are UTC.
    Latitude and longitude are in degrees, WGS 84; width and height in pixels as stored, before
    EXIF orientation.

    Attributes:
        kind: By content: photo, video or raw.
        described_at: From XMP or IPTC inside the file, written by a program.
        filmed_at: When a video says it was begun, by the clock at the place.
        content_id: What a Live Photo's picture and video have in common; "" for none.
        has_motion: Whether a clip lies inside the picture's own file.
    """

    kind: Kind = Kind.PHOTO
    width_px: int | None = None
    height_px: int | None = None
    orientation: int = 1
    original_at: datetime | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    gps_at: datetime | None = None
    described_at: datetime | None = None
    filmed_at: datetime | None = None
    filmed_utc_at: datetime | None = None
    utc_offset_min: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    camera_make: str = ""
    camera_model: str = ""
    exposure: str = ""
    duration_s: float | None = None
    content_id: str = ""
    has_motion: bool = False


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


@dataclass(frozen=True, kw_only=True, eq=False)
class Features:
    """What was seen in the photos; row i of every array belongs to ``photos[i]``.

    Attributes:
        embeddings: float32, shape ``(photos, 256)``, rows of unit length.
        theme_log_probabilities: float32, shape ``(photos, themes)``: natural log of the summed
            class probabilities of each theme (columns as in *theme_names*), at most 0.
        likeness_hashes: uint64, shape ``(photos,)``: 64-bit difference hash.
        quality: float32, shape ``(photos,)``, from 0 (spoilt) to 1.
        colourfulness: float32, shape ``(photos,)``: Hasler and Suesstrunk's measure, 0 upwards.
        colours: float32, shape ``(photos, 27)``: mean RGB of 3 x 3 parts, 0 to 255.
    """

    photos: tuple[Photo, ...]
    theme_names: tuple[str, ...]
    embeddings: NDArray[np.float32]
    theme_log_probabilities: NDArray[np.float32]
    likeness_hashes: NDArray[np.uint64]
    quality: NDArray[np.float32]
    colourfulness: NDArray[np.float32]
    colours: NDArray[np.float32]

    @cached_property
    def row_of(self) -> Mapping[PhotoId, int]:
        """The row of each photo."""
        return {photo.id: row for row, photo in enumerate(self.photos)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Photos that belong together in time and place, in order of time."""

    id: int
    start: datetime
    end: datetime
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessGroup:
    """Near-identical shots: a burst, copies, resized versions."""

    id: int
    photo_ids: tuple[PhotoId, ...]
    best_id: PhotoId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Photos taken at one spot. The centre is in degrees, WGS 84."""

    id: int
    latitude: float
    longitude: float
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookGroup:
    """Photos of one sort of picture, wherever and whenever taken; the most typical first."""

    id: int
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where somebody lived, and from which to which day."""

    latitude: float
    longitude: float
    first_day: date
    last_day: date
    active_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """How the photos fall into groups."""

    events: tuple[Event, ...] = ()
    place_groups: tuple[PlaceGroup, ...] = ()
    likeness_groups: tuple[LikenessGroup, ...] = ()
    look_groups: tuple[LookGroup, ...] = ()
    homes: tuple[Home, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """How surely a photo shows a theme, from 0 to 1."""

    name: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of evidence and the photos that carry it."""

    text: str
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposed album.

    Attributes:
        id: Kind and a hash of the core photos' content: the same photos give the same id.
        occasion: Such as "birthday"; None for other kinds.
        score: From 0 to 1; suggestions are shown in falling order.
    """

    id: str
    kind: SuggestionKind
    title: str
    subtitle: str
    photo_ids: tuple[PhotoId, ...]
    cover_id: PhotoId
    score: float
    reasons: tuple[Reason, ...]
    occasion: str | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedDate:
    """A date the user named. *year* is the first time, when it is known."""

    name: str
    month: int
    day: int
    year: int | None = None
    kind: str = "birthday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the user said about a suggestion: "saved" or "dismissed"."""

    verdict: str
    suggestion_id: str
    suggestion_kind: SuggestionKind
    title: str
    photo_ids: frozenset[PhotoId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """An album of the user's own, in the user's order."""

    id: AlbumId
    title: str
    photo_ids: tuple[PhotoId, ...]
    cover_id: PhotoId | None = None
    suggestion_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A dated line about a consent or an erasure."""

    at: datetime
    action: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an erasure removed, and what looking for it again found.

    Attributes:
        counts: How many rows of each table of the derived store went.
        overwritten_bytes: Size of what was overwritten before it was unlinked.
        leftovers: Paths that should be gone and are not; empty when the erasure is complete.
    """

    at: datetime
    counts: Mapping[str, int]
    overwritten_bytes: int
    leftovers: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was left over."""
        return not self.leftovers


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """A line of the table of everything that is kept."""

    what: str
    how_much: str
    size_bytes: int
    why: str
    path: Path
    erased_with_suggestions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How an album is exported.

    Attributes:
        size_px: Longest side of the copies; None copies the files as they are.
        form: "folder", "zip", "html" or "pdf".
    """

    keep_location: bool = False
    size_px: int | None = None
    form: str = "folder"
    xmp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export wrote, left out (with the reason) and changed (with the reason)."""

    destination: Path
    written: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    converted: tuple[tuple[Path, str], ...] = ()
