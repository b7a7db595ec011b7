"""What is proposed, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from organizer.models.identities import PhotoId
from organizer.models.kinds import SuggestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of evidence and the photos that carry it.

    Attributes:
        value, threshold: What was measured and what it had to reach, in the unit the sentence
            names; None where nothing is measured.
    """

    text: str
    photo_ids: tuple[PhotoId, ...]
    value: float | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposed album.

    Attributes:
        id: Kind and a hash of the core photos' content: the same photos give the same id.
        occasion: Such as "birthday"; None for other kinds.
        subject: The date to remember or the theme it is about; "" for other kinds.
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
    subject: str = ""
    start: datetime | None = None
    end: datetime | None = None
