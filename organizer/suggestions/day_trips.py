"""Finds days out: far from home between one night at home and the next.

Far means 40 km at least. The way to work or to the grandparents is none: a place that is visited
time and again is part of daily life.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from organizer.models import Photo
from organizer.suggestions.roll import Roll, day_of, positions, taken_at

DAY_TRIP_KM = 40.0
MIN_SHOTS = 12
MIN_SPAN = timedelta(hours=1)
# Photos at home this soon before and after tell a day out from the rest of a longer trip.
HOME_SOON = timedelta(days=3)
# A place of more days than these is part of daily life.
MOST_DAYS = 5
CELL_DEGREES = 0.05
EPOCH = datetime(1970, 1, 1)

Cell = tuple[int, int]


def is_day_trip(
    shots: Sequence[Photo], away_km: float, home_times: NDArray[np.float64], visits: Visits
) -> bool:
    """Tell whether the located shots of one day away from home make a day out.

    Args:
        shots: In order of time.
        away_km: Their median distance from home.
        home_times: When something was taken at home, in seconds, ascending.
        visits: On how many days which place was photographed.
    """
    first, last = taken_at(shots[0]), taken_at(shots[-1])
    if away_km < DAY_TRIP_KM or len(shots) < MIN_SHOTS or last - first < MIN_SPAN:
        return False
    before = np.searchsorted(home_times, seconds(first)) - 1
    after = int(before) + 1
    if before < 0 or after >= len(home_times):
        return False
    soon_s = HOME_SOON.total_seconds()
    was_home = seconds(first) - home_times[before] <= soon_s
    is_home = home_times[after] - seconds(last) <= soon_s
    return bool(was_home and is_home and visits.days_at(shots) <= MOST_DAYS)


def seconds(moment: datetime) -> float:
    """Count seconds of wall-clock time, whatever the zone of this computer."""
    return (moment - EPOCH).total_seconds()


class Visits:
    """How many days saw photos of each place, by squares of about five kilometres."""

    def __init__(self, roll: Roll) -> None:
        days: dict[Cell, set[date]] = {}
        located = [shot for shot in roll.shots if shot.latitude is not None]
        for shot, cell in zip(located, _cells(located), strict=True):
            days.setdefault(cell, set()).add(day_of(shot))
        self._days: Mapping[Cell, set[date]] = days

    def days_at(self, shots: Sequence[Photo]) -> int:
        """Count the days at the place of most of these shots, and around it."""
        cells = _cells(shots)
        row, column = max(set(cells), key=lambda cell: (cells.count(cell), cell))
        around = (
            self._days.get((row + north, column + east), set())
            for north in (-1, 0, 1)
            for east in (-1, 0, 1)
        )
        return len(set().union(*around))


def _cells(shots: Sequence[Photo]) -> list[Cell]:
    """Give the square of each located shot."""
    squares = np.floor(positions(shots) / CELL_DEGREES).astype(int)
    return [(row, column) for row, column in squares.tolist()]
