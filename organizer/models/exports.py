"""How albums are exported, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from organizer.models.rules import Circle

ZoneId = NewType("ZoneId", int)
KEEP_NAMES = "{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How an album is exported.

    Attributes:
        size_px: Longest side of the copies; None copies the files as they are.
        form: "folder", "zip", "html" or "pdf".
        quality: Of JPEGs that have to be encoded, from 1 to 95 as Pillow counts.
        names: A pattern for the names of the copies, without the ending; its fields are
            {date} {time} {name} {number} {album}.
        keep_date: Whether copies may tell when the photos were taken.
    """

    keep_location: bool = False
    size_px: int | None = None
    form: str = "folder"
    xmp: bool = False
    quality: int = 85
    names: str = KEEP_NAMES
    keep_date: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateZone:
    """A place that no copy tells, such as a school; *name* may be empty."""

    circle: Circle
    name: str = ""
    id: ZoneId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What the name of a copy may be made of.

    Attributes:
        stem: The name of the file without its ending.
        taken_at: Where it is to be trusted.
        number: Its place among the copies, counted from 1, of so many (*count*).
        keeps_date: Whether names may hold dates at all.
    """

    stem: str
    taken_at: datetime | None
    number: int
    count: int
    album: str
    keeps_date: bool = True


class Tells(StrEnum):
    """What a copy tells, as far as the catalog knows; the last four say why there is none."""

    DATE = "date"
    PLACE = "place"
    CAMERA = "camera"
    REST = "rest"  # whatever else the file carries, which is not read beforehand
    CAPTION = "caption"
    PRIVATE_PLACE = "private_place"  # its place goes although places are kept
    VIDEO_LEFT_OUT = "video_left_out"
    HIDDEN_LEFT_OUT = "hidden_left_out"
    UNREADABLE_LEFT_OUT = "unreadable_left_out"
    NO_THUMBNAIL = "no_thumbnail"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRemains:
    """One file of an album: what its copy would be called, and what it would still tell."""

    path: Path
    name: str
    tells: tuple[Tells, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export wrote, left out (with the reason) and changed (with the reason).

    Attributes:
        overview: The page or the contact sheet that was made, if any.
        checked: How many stripped copies were read back, with nothing personal found in any.
        private: How many copies lost their place although places were kept: it is private.
    """

    destination: Path
    written: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    converted: tuple[tuple[Path, str], ...] = ()
    overview: Path | None = None
    checked: int = 0
    private: int = 0
