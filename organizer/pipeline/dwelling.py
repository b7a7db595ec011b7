"""Homes: what the photos tell of them, and the user's word on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organizer.library import Library
from organizer.models import Home, HomeWord, HomeWordId, Place
from organizer.pipeline import regrouping
from organizer.pipeline.naming import name_place

SAME_DEGREES = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedHome:
    """A home with its place by name; *word* is what the user said, if it was the user."""

    home: Home
    place: Place | None
    word: HomeWord | None = None


def list_homes(library: Library) -> list[ListedHome]:
    """The homes that proposals go by; none with the switch off."""
    words = [word for word in library.home_words.all() if word.is_home]
    with library.derived() as derived:
        homes = [] if derived is None else derived.homes()
    return [
        ListedHome(
            home=home,
            place=name_place(home.latitude, home.longitude),
            word=next((word for word in words if _is_same(home, word)), None),
        )
        for home in homes
    ]


def not_homes(library: Library) -> list[HomeWord]:
    """The places of which the user said that they are no home."""
    return [word for word in library.home_words.all() if not word.is_home]


def say_home(
    library: Library,
    latitude: float,
    longitude: float,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> HomeWord:
    """Somebody lived here; proposals are to be made anew."""
    return keep_word(
        library,
        HomeWord(
            is_home=True,
            latitude=latitude,
            longitude=longitude,
            first_day=first_day,
            last_day=last_day,
        ),
    )


def say_no_home(library: Library, latitude: float, longitude: float) -> HomeWord:
    """This is no home; proposals are to be made anew."""
    return keep_word(library, HomeWord(is_home=False, latitude=latitude, longitude=longitude))


def keep_word(library: Library, word: HomeWord) -> HomeWord:
    """Keep a word, also one that was taken back; proposals are to be made anew."""
    with library.transaction():
        kept = library.home_words.keep(word)
        regrouping.mark_due(library)
    return kept


def take_word_back(library: Library, word_id: HomeWordId) -> None:
    """Believe the photos again; proposals are to be made anew."""
    with library.transaction():
        library.home_words.remove(word_id)
        regrouping.mark_due(library)


def _is_same(home: Home, word: HomeWord) -> bool:
    return (
        abs(home.latitude - word.latitude) < SAME_DEGREES
        and abs(home.longitude - word.longitude) < SAME_DEGREES
    )
