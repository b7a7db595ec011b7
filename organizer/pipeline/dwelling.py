"""Homes: what the photos tell of them, and the user's word on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from organizer.earth import distance_km
from organizer.library import Library
from organizer.models import Home, HomeWord, HomeWordId, Place
from organizer.pipeline import regrouping
from organizer.pipeline.naming import name_place
from organizer.pipeline.speaking import language_of

SAME_DEGREES = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedHome:
    """A home with its place by name; *word* is what the user said, if it was the user."""

    home: Home
    place: Place | None
    word: HomeWord | None = None


def list_homes(library: Library) -> list[ListedHome]:
    """The homes that proposals go by, or will; with the switch off only those of the user's word.

    What was said since proposals were made holds at once; a home that the photos tell and that
    a word stood against comes back with the next grouping.
    """
    from organizer.places.home_words import correct_homes

    words = library.home_words.all()
    language = language_of(library)
    with library.derived() as derived:
        known = [] if derived is None else derived.homes()
    kept = [home for home in known if not home.said or _word_of(home, words)]
    return [
        ListedHome(
            home=home,
            place=name_place(home.latitude, home.longitude, language),
            word=_word_of(home, words) if home.said else None,
        )
        for home in correct_homes(kept, words)
    ]


def not_homes(library: Library) -> list[HomeWord]:
    """The places of which the user said that they are no home, and nothing else later."""
    words = library.home_words.all()
    return [
        word
        for place, word in enumerate(words)
        if not word.is_home and not any(_overrules(later, word) for later in words[place + 1 :])
    ]


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


def correct_word(library: Library, old: HomeWord | None, new: HomeWord) -> HomeWord:
    """Keep a word in the place of another one, if there is one."""
    with library.transaction():
        if old is not None and old.id is not None:
            library.home_words.remove(old.id)
        kept = library.home_words.keep(new)
        regrouping.mark_due(library)
    return kept


def take_word_back(library: Library, word_id: HomeWordId) -> None:
    """Believe the photos again; proposals are to be made anew."""
    with library.transaction():
        library.home_words.remove(word_id)
        regrouping.mark_due(library)


def _overrules(later: HomeWord, word: HomeWord) -> bool:
    from organizer.places.home_words import NOT_HOME_KM

    away_km = distance_km((later.latitude, later.longitude), (word.latitude, word.longitude))
    return away_km <= NOT_HOME_KM


def _word_of(home: Home, words: Sequence[HomeWord]) -> HomeWord | None:
    """The last word that says this home."""
    said = (word for word in reversed(words) if word.is_home and _is_same(home, word))
    return next(said, None)


def _is_same(home: Home, word: HomeWord) -> bool:
    return (
        abs(home.latitude - word.latitude) < SAME_DEGREES
        and abs(home.longitude - word.longitude) < SAME_DEGREES
    )
