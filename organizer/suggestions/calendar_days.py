"""Festivals by local date. Which lunar day is Tết stands in a table: it needs no library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY_STARTS_AFTER = timedelta(hours=4)
EVENING_HOUR = 17

# First day of the lunar year as kept in Viet Nam (UTC+7): month and day from 2000 on.
TET_FIRST_YEAR = 2000
TET_DAYS = (
    *((2, 5), (1, 24), (2, 12), (2, 1), (1, 22), (2, 9), (1, 29), (2, 17), (2, 7), (1, 26)),
    *((2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28), (2, 16), (2, 5)),
    *((1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13)),
    *((2, 2), (1, 23), (2, 11), (1, 31), (2, 19), (2, 8), (1, 28), (2, 15), (2, 4), (1, 24)),
)
# Months in which most degrees are given; (country: months), elsewhere GRADUATION_MONTHS.
GRADUATION_MONTHS = (5, 6, 7)
GRADUATION_MONTHS_OF = {
    **dict.fromkeys(("AU", "NZ", "ZA"), (4, 5, 11, 12)),
    **dict.fromkeys(("AR", "BR", "CL", "UY"), (7, 11, 12)),
    **dict.fromkeys(("GB", "IE"), (6, 7, 11)),
    "JP": (3,),
    "KR": (2, 8),
    "VN": (5, 6, 7, 11),
}
TET_BEFORE = timedelta(days=1)
TET_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival in one year; *day* is its main day."""

    name: str
    year: int
    day: date


def festival_of(start: datetime) -> Festival | None:
    """Give the festival on which an event began, by its local wall-clock time."""
    day = (start - DAY_STARTS_AFTER).date()
    is_evening = (start - DAY_STARTS_AFTER).hour >= EVENING_HOUR - 4
    match (day.month, day.day):
        case (12, 25) | (12, 26):
            return Festival("christmas", day.year, date(day.year, 12, 25))
        case (12, 24) if is_evening:
            return Festival("christmas", day.year, date(day.year, 12, 25))
        case (12, 31) if is_evening:
            return Festival("new_year", day.year + 1, date(day.year + 1, 1, 1))
        case (1, 1):
            return Festival("new_year", day.year, day)
        case (10, 31) if is_evening:
            return Festival("halloween", day.year, day)
    return None


def festival_within(start: datetime, middle: datetime) -> Festival | None:
    """Give the festival on which an event began, or most of which it was: a long day before."""
    return festival_of(start) or festival_of(middle)


def tet_of(start: datetime) -> Festival | None:
    """Give Tết when an event began near its first day, by its local wall-clock time."""
    day = (start - DAY_STARTS_AFTER).date()
    place = day.year - TET_FIRST_YEAR
    if not 0 <= place < len(TET_DAYS):
        return None
    first = date(day.year, *TET_DAYS[place])
    if first - TET_BEFORE <= day <= first + TET_AFTER:
        return Festival("tet", day.year, first)
    return None


def is_graduation_season(day: date, country: str | None) -> bool:
    """Whether degrees are given in this month where the photos were taken."""
    return day.month in GRADUATION_MONTHS_OF.get(country or "", GRADUATION_MONTHS)
