"""The user's word on homes against what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from organizer.earth import distance_km
from organizer.models import Home, HomeWord
from organizer.places.homes import MERGE_KM

# A home that is none is meant as a neighbourhood, not as a house.
NOT_HOME_KM = 2.0


def correct_homes(found: Iterable[Home], words: Sequence[HomeWord]) -> tuple[Home, ...]:
    """Leave out what is no home, and add or date what is one.

    Args:
        found: As the photos tell.
        words: In the order in which they were said: a later one about the same place wins.

    Returns:
        Homes by first day. One whose first or last day the user left open holds from the
        beginning or to the end of all time, but for those days that the photos tell.
    """
    homes = list(found)
    for word in words:
        near = [home for home in homes if _away_km(home, word) <= _reach_km(word)]
        homes = [home for home in homes if home not in near]
        if word.is_home:
            homes.append(_said(word, near))
    return tuple(sorted(homes, key=lambda home: (home.first_day, home.latitude, home.longitude)))


def _away_km(home: Home, word: HomeWord) -> float:
    return distance_km((home.latitude, home.longitude), (word.latitude, word.longitude))


def _reach_km(word: HomeWord) -> float:
    return MERGE_KM if word.is_home else NOT_HOME_KM


def _said(word: HomeWord, near: Sequence[Home]) -> Home:
    """Give the home of a word, with the days of those it stands for where it says none."""
    first = min((home.first_day for home in near), default=date.min)
    last = max((home.last_day for home in near), default=date.max)
    if word.first_day is not None:
        first, last = word.first_day, last if last >= word.first_day else date.max
    if word.last_day is not None:
        first, last = first if first <= word.last_day else date.min, word.last_day
    return Home(
        latitude=word.latitude,
        longitude=word.longitude,
        first_day=first,
        last_day=last,
        active_days=sum(home.active_days for home in near),
        said=True,
    )
