"""What is looked for, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Facet(StrEnum):
    """What sort of thing a tag says of photos; in the order in which offers are made."""

    PLACE = "place"
    DATE = "date"
    ALBUM = "album"
    TITLE = "title"
    THEME = "theme"
    KIND = "kind"
    FAVOURITE = "favourite"
    DATE_PROBLEM = "date_problem"
    CAMERA = "camera"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Tag:
    """Something that can be said of some photos.

    Attributes:
        key: Tells tags of one facet apart; for dates "2024", "2024-06" or "2024-06-14".
        name: As the user reads it.
        around: What it lies in, such as the country of a place; "" where nothing tells more.
    """

    facet: Facet
    key: str
    name: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A tag that what was typed so far may mean, and how many photos have it."""

    tag: Tag
    count: int


@dataclass(frozen=True, slots=True)
class Wish:
    """Which photos are to be seen: all of *text*'s words, and of each facet one of the *tags*."""

    text: str = ""
    tags: tuple[Tag, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every photo is wished for."""
        return not self.text.strip() and not self.tags
