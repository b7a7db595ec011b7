"""What a scan finds, leaves out and has to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from organizer.models.identities import ExclusionId, FolderId, PhotoId
from organizer.models.kinds import Kind, NoteKind, Status


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
