"""The words of the trade as frozen values: what is found, read, grouped and proposed.

Capture times are local wall-clock times without a zone, because that is all most cameras
write; the offset from UTC stands beside them where the file states it.
"""

from __future__ import annotations

from organizer.models.exports import ExportOptions, ExportReport
from organizer.models.groups import (
    Clusters,
    Event,
    Features,
    Home,
    LikenessGroup,
    LookGroup,
    PlaceGroup,
    Seen,
    TaughtScore,
    ThemeScore,
)
from organizer.models.identities import (
    AlbumId,
    EventEditId,
    ExclusionId,
    FolderId,
    HomeWordId,
    PhotoId,
    RuleId,
    TaughtThemeId,
)
from organizer.models.kinds import (
    AlbumSorting,
    DateSource,
    EditKind,
    Kind,
    NoteKind,
    PartRole,
    Precision,
    RuleKind,
    Said,
    Signal,
    Status,
    SuggestionKind,
    Trust,
)
from organizer.models.photos import CaptureTime, DateSpan, Folder, Part, Photo, Place, TimelineEntry
from organizer.models.privacy import KeptItem, LedgerEntry, Receipt
from organizer.models.proposals import Reason, Suggestion
from organizer.models.rules import Circle, EventEdit, HomeWord, Rule, TaughtTheme
from organizer.models.said import Album, Decision, RememberedDate
from organizer.models.scans import Exclusion, ImageFile, Metadata, Note, UnreadFile
from organizer.models.searching import Facet, Offer, Tag, Wish

__all__ = [
    "Album",
    "AlbumId",
    "AlbumSorting",
    "CaptureTime",
    "Circle",
    "Clusters",
    "DateSource",
    "DateSpan",
    "Decision",
    "EditKind",
    "Event",
    "EventEdit",
    "EventEditId",
    "Exclusion",
    "ExclusionId",
    "ExportOptions",
    "ExportReport",
    "Facet",
    "Features",
    "Folder",
    "FolderId",
    "Home",
    "HomeWord",
    "HomeWordId",
    "ImageFile",
    "KeptItem",
    "Kind",
    "LedgerEntry",
    "LikenessGroup",
    "LookGroup",
    "Metadata",
    "Note",
    "NoteKind",
    "Offer",
    "Part",
    "PartRole",
    "Photo",
    "PhotoId",
    "Place",
    "PlaceGroup",
    "Precision",
    "Reason",
    "Receipt",
    "RememberedDate",
    "Rule",
    "RuleId",
    "RuleKind",
    "Said",
    "Seen",
    "Signal",
    "Status",
    "Suggestion",
    "SuggestionKind",
    "Tag",
    "TaughtScore",
    "TaughtTheme",
    "TaughtThemeId",
    "ThemeScore",
    "TimelineEntry",
    "Trust",
    "UnreadFile",
    "Wish",
]
