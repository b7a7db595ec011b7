"""The closed sets: how something can be, one word each."""

from __future__ import annotations

from enum import StrEnum


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
    FACE_COUNT = "face_count"


class Said(StrEnum):
    """What the user said, by kind, as far as it can be forgotten on its own."""

    DECISIONS = "decisions"
    RULES = "rules"
    EVENTS = "events"
    HOMES = "homes"
    DATES = "dates"
    THEMES = "themes"
    BEST_SHOTS = "best"
    HIDDEN = "hidden"  # forgetting it shows the photos again
    ZONES = "zones"  # forgetting them lets copies tell these places


class RuleKind(StrEnum):
    """What the user ruled about proposals; the last two concern everything that is shown."""

    NOT_AN_EVENT = "not_an_event"
    NEVER_PLACE = "never_place"
    NEVER_DATE = "never_date"
    NEVER_REMEMBERED = "never_remembered"
    LESS_OF_KIND = "less_of_kind"
    HIDDEN_DATE = "hidden_date"
    HIDDEN_PLACE = "hidden_place"


class EditKind(StrEnum):
    """How the user changed an event."""

    SPLIT = "split"
    MERGE = "merge"
    MOVE = "move"


class AlbumSorting(StrEnum):
    """In which order the photos of an album stand."""

    OWN = "own"
    OLDEST = "oldest"
    NEWEST = "newest"
    NAME = "name"
