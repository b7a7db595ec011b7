"""What the user said and made."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.models.identities import AlbumId, PhotoId
from organizer.models.kinds import AlbumSorting, SuggestionKind


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
    """An album of the user's own.

    Attributes:
        photo_ids: In the order that *sorting* says.
        own_order: The same in the order of the user's hand.
        place_in_list: Among the other albums; None where the user did not say.
        cover_id: The photo that stands for the album, if the user chose one.
    """

    id: AlbumId
    title: str
    photo_ids: tuple[PhotoId, ...]
    cover_id: PhotoId | None = None
    suggestion_id: str | None = None
    sorting: AlbumSorting = AlbumSorting.OWN
    own_order: tuple[PhotoId, ...] = ()
    place_in_list: int | None = None
