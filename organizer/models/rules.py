"""What the user ruled about proposals, events, homes and themes; every word can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organizer.models.identities import EventEditId, HomeWordId, PhotoId, RuleId, TaughtThemeId
from organizer.models.kinds import EditKind, RuleKind


@dataclass(frozen=True, slots=True)
class Circle:
    """A neighbourhood: its middle in degrees, WGS 84, and its radius."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; which attributes count depends on its kind.

    Attributes:
        id: None until the library keeps it.
        subject: The name of a place, of a date to remember, or a sort of album: a kind of
            suggestion, "occasion:…" or "theme:…".
        first_day, last_day: Local days, both included.
        every_year: Only month and day of *first_day* count.
        photo_ids: What is no event.
    """

    kind: RuleKind
    id: RuleId | None = None
    subject: str = ""
    circle: Circle | None = None
    first_day: date | None = None
    last_day: date | None = None
    every_year: bool = False
    photo_ids: frozenset[PhotoId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEdit:
    """How the user changed an event.

    Attributes:
        ones, others: SPLIT: the last photos before the border and the first behind it, in order
            of time. MERGE: photos of the two events. MOVE: the photos that go, and photos of the
            event they go to; none when they go out of every event.
    """

    kind: EditKind
    ones: tuple[PhotoId, ...]
    others: tuple[PhotoId, ...] = ()
    id: EventEditId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeWord:
    """What the user said of a place: somebody lived here, from and to a day where known; or not."""

    is_home: bool
    latitude: float
    longitude: float
    name: str = ""
    first_day: date | None = None
    last_day: date | None = None
    id: HomeWordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaughtTheme:
    """A theme taught by examples: photos that show it, and photos that do not."""

    id: TaughtThemeId
    name: str
    shown: frozenset[PhotoId] = frozenset()
    not_shown: frozenset[PhotoId] = frozenset()
