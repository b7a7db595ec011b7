"""How people came together: faces counted, one spot, time of day, the same days in other years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from organizer.models import Photo, PhotoId
from organizer.suggestions.roll import Occurrence, day_of, distances_km, positions, taken_at

MIN_COUNTED = 4
ONE_SPOT_KM = 0.4
MIN_LOCATED = 3
EVENING_FROM, EVENING_TO = 17, 4
DAY_FROM, DAY_TO = 8, 17
MIN_SHOTS = 6
DAYS_APART = 2


OfDay = Mapping[int, Sequence[Occurrence]]


@dataclass(frozen=True, slots=True)
class Faces:
    """Faces on the photos of an event that were looked at.

    Attributes:
        a_photo: How many on average.
        counted: On how many photos.
        shots: The photos that show faces.
    """

    a_photo: float
    counted: int
    shots: tuple[Photo, ...]


def average_faces(shots: Sequence[Photo], faces: Mapping[PhotoId, int]) -> Faces | None:
    """Average the faces on some shots; None when too few of them were looked at."""
    known = [shot for shot in shots if shot.id in faces]
    if len(known) < MIN_COUNTED:
        return None
    total = sum(faces[shot.id] for shot in known)
    shown = tuple(shot for shot in known if faces[shot.id])
    return Faces(round(total / len(known), 2), len(known), shown)


def spread_km(shots: Sequence[Photo]) -> float | None:
    """Measure how far the located shots lie from their middle, None when too few are."""
    places = positions(shots)
    places = places[~np.isnan(places[:, 0])]
    if len(places) < MIN_LOCATED:
        return None
    middle = np.median(places, axis=0)
    return float(np.median(distances_km(places, middle[0], middle[1])))


def is_evening(shots: Sequence[Photo]) -> bool:
    """Whether most of it was taken from five in the afternoon to four at night."""
    hour = middle_of(shots).hour
    return hour >= EVENING_FROM or hour < EVENING_TO


def is_daytime(shots: Sequence[Photo]) -> bool:
    """Whether most of it was taken between eight in the morning and five."""
    return DAY_FROM <= middle_of(shots).hour < DAY_TO


def spans_midnight_of(shots: Sequence[Photo], day: date) -> bool:
    """Whether photos were taken before and after the midnight that begins *day*."""
    midnight = datetime(day.year, day.month, day.day)
    return taken_at(shots[0]) < midnight <= taken_at(shots[-1])


def by_day_of_year(occurrences: Iterable[Occurrence]) -> OfDay:
    """Group the larger events by the number of their day in the year: large rolls have many."""
    of_day: dict[int, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        if len(occurrence.shots) >= MIN_SHOTS:
            of_day[day_of(occurrence.shots[0]).timetuple().tm_yday].append(occurrence)
    return of_day


def other_years(occurrence: Occurrence, of_day: OfDay) -> list[Occurrence]:
    """Give the events of about the same days in other years, the largest of each year."""
    day = day_of(occurrence.shots[0])
    reach = DAYS_APART + 2  # the leap day, and the last day of a leap year
    numbers = {(day.timetuple().tm_yday - 1 + n) % 366 + 1 for n in range(-reach, reach + 1)}
    best: dict[int, Occurrence] = {}
    for other in (one for number in sorted(numbers) for one in of_day.get(number, ())):
        begun = day_of(other.shots[0])
        years = round((begun - day) / timedelta(days=365.2425))
        if years and is_near(begun, day.month, day.day):
            best[years] = max(best.get(years, other), other, key=_size)
    return [best[years] for years in sorted(best)]


def _size(occurrence: Occurrence) -> tuple[int, datetime, str]:
    """The larger comes first, then the later."""
    first = occurrence.shots[0]
    return len(occurrence.shots), taken_at(first), first.content_hash


def is_near(day: date, month: int, of_month: int, *, days: int = DAYS_APART) -> bool:
    """Whether a day lies within two days of a day of the year, also over New Year's."""
    return any(
        abs((day - in_year(year, month, of_month)).days) <= days
        for year in (day.year - 1, day.year, day.year + 1)
    )


def in_year(year: int, month: int, day: int) -> date:
    """A day of the year; 29 February falls on the 28th in short years."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def middle_of(shots: Sequence[Photo]) -> datetime:
    """When the middle one of shots in order of time was taken."""
    return taken_at(shots[len(shots) // 2])
