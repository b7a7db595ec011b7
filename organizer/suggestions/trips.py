"""Finds trips: nights away from every home that held at the time.

Source:
    After the rules published with Ente's photo app, bettered: a photo at home ends a trip, homes
    hold a while longer than their photos show, photos without a position travel along.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from organizer.models import Home, Photo, SuggestionKind
from organizer.suggestions.cut_trips import cut_as_said
from organizer.suggestions.day_trips import DAY_TRIP_KM, Visits, is_day_trip, seconds
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import (
    Roll,
    day_of,
    days_of,
    distances_km,
    positions,
    taken_at,
    time_order,
)
from organizer.suggestions.stops import find_stops
from organizer.suggestions.titles import Titles, roughly

AT_HOME_KM = 10.0
MIN_TRIP_KM = 20.0
MIN_SHOTS = 8
# A silence this long ends a trip; far hops must follow each other sooner.
MAX_SILENCE = timedelta(days=15)
MAX_HOP_SILENCE = timedelta(days=4)
HOP_KM = 300.0
# Moving takes time: around its first and last photo a home still counts as one.
HOME_MARGIN = timedelta(days=60)


@dataclass(frozen=True, slots=True, eq=False)
class Journey:
    """Located shots of one time away, in order of time, and their median distance from home."""

    shots: tuple[Photo, ...]
    away_km: float


@dataclass(frozen=True, slots=True, eq=False)
class Trip:
    """Time away from home.

    Attributes:
        shots: In order of time, with those that have no position.
        away_km: The median distance from home of those that have one.
    """

    shots: tuple[Photo, ...]
    away_km: float

    @property
    def first_day(self) -> date:
        """The local day it began."""
        return day_of(self.shots[0])

    @property
    def last_day(self) -> date:
        """The local day it ended."""
        return day_of(self.shots[-1])


def find_trips(roll: Roll) -> list[Trip]:
    """Find trips and days out, in order of time; none while no home is known.

    Each camera is followed by itself, so that somebody who stays at home does not end the trip
    of the others; trips of several cameras at one time are one.
    """
    if not roll.homes:
        return []
    of_camera: dict[tuple[str, str], list[Photo]] = defaultdict(list)
    for shot in roll.shots:
        if shot.latitude is not None and shot.longitude is not None:
            of_camera[shot.camera_make, shot.camera_model].append(shot)
    journeys = [
        journey
        for camera in sorted(of_camera)
        for journey in _journeys(of_camera[camera], roll.homes)
    ]
    together = _joined(journeys)
    days_out = _days_out(together, roll)
    worth_it = (journey for journey in together if _is_long(journey) or journey in days_out)
    trips = (_trip(journey, roll) for journey in worth_it)
    return [
        Trip(part, trip.away_km)
        for trip in trips
        if trip is not None
        for part in cut_as_said(trip.shots, roll.edits)
        if len(part) >= MIN_SHOTS
    ]


def _is_long(journey: Journey) -> bool:
    """Whether a night was spent away."""
    return day_of(journey.shots[0]) != day_of(journey.shots[-1])


def _days_out(journeys: Sequence[Journey], roll: Roll) -> set[Journey]:
    """Choose the journeys of one day that are worth an album."""
    short = [journey for journey in journeys if not _is_long(journey)]
    if not any(journey.away_km >= DAY_TRIP_KM for journey in short):
        return set()
    located = [shot for shot in roll.shots if shot.latitude is not None]
    at_home = _away_km(located, positions(located), roll.homes) <= AT_HOME_KM
    times = np.array([seconds(taken_at(shot)) for shot in located])[at_home]
    visits = Visits(roll)
    return {
        journey for journey in short if is_day_trip(journey.shots, journey.away_km, times, visits)
    }


def propose_trips(roll: Roll, trips: Sequence[Trip], *, titles: Titles) -> list[Proposal]:
    """Turn trips into proposals."""
    return [_proposal(trip, roll, titles) for trip in trips]


def _away_km(
    shots: Sequence[Photo], places: NDArray[np.float64], homes: Sequence[Home]
) -> NDArray[np.float64]:
    """Measure from each shot to the nearest home that held on its day, in km."""
    days = np.array([day_of(shot).toordinal() for shot in shots])
    out_of_time = np.stack([_days_outside(days, home) for home in homes])
    # Where no home held, the ones nearest in time stand in.
    holds = out_of_time <= np.maximum(out_of_time.min(axis=0), HOME_MARGIN.days)
    away = np.stack([distances_km(places, home.latitude, home.longitude) for home in homes])
    return np.asarray(np.where(holds, away, np.inf).min(axis=0))


def _days_outside(days: NDArray[np.intp], home: Home) -> NDArray[np.intp]:
    """Count the days between each day and the time a home held; 0 within it."""
    before = home.first_day.toordinal() - days
    after = days - home.last_day.toordinal()
    return np.asarray(np.maximum(0, np.maximum(before, after)))


def _journeys(shots: Sequence[Photo], homes: Sequence[Home]) -> Iterator[Journey]:
    """Give the journeys of one camera from its located shots in order of time."""
    places = positions(shots)
    away_km = _away_km(shots, places, homes)
    for start, end in _times_away(shots, places, away_km):
        middle_km = float(np.median(away_km[start:end]))
        if middle_km >= MIN_TRIP_KM:
            yield Journey(tuple(shots[start:end]), middle_km)


def _times_away(
    shots: Sequence[Photo], places: NDArray[np.float64], away_km: NDArray[np.float64]
) -> Iterator[tuple[int, int]]:
    """Give the ranges of shots between two at home, cut at long silences."""
    start: int | None = None
    for row, shot in enumerate(shots):
        if away_km[row] <= AT_HOME_KM:
            if start is not None:
                yield start, row
            start = None
        elif start is None:
            start = row
        elif _is_new_trip(taken_at(shot) - taken_at(shots[row - 1]), places[row - 1 : row + 1]):
            yield start, row
            start = row
    if start is not None:
        yield start, len(shots)


def _is_new_trip(silence: timedelta, pair: NDArray[np.float64]) -> bool:
    """Tell whether the second of two places belongs to another trip."""
    if silence <= MAX_HOP_SILENCE:
        return False
    hop_km = float(distances_km(pair[:1], pair[1, 0], pair[1, 1])[0])
    return silence > MAX_SILENCE or hop_km > HOP_KM


def _joined(journeys: Sequence[Journey]) -> list[Journey]:
    """Join journeys of several cameras that happened at one time, in order of time."""
    together: list[Journey] = []
    for journey in sorted(journeys, key=lambda one: time_order(one.shots[0])):
        if together and taken_at(together[-1].shots[-1]) >= taken_at(journey.shots[0]):
            before = together.pop()
            shots = tuple(sorted((*before.shots, *journey.shots), key=time_order))
            journey = Journey(shots, max(before.away_km, journey.away_km))
        together.append(journey)
    return together


def _trip(journey: Journey, roll: Roll) -> Trip | None:
    """Make a trip of a journey with its photos without position; None if it is too small."""
    first, last = _with_events(journey, roll)
    ours = {shot.id for shot in journey.shots}
    during = roll.shots[bisect_left(roll.times, first) : bisect_right(roll.times, last)]
    elsewhere = {
        (shot.camera_make, shot.camera_model)
        for shot in during
        if shot.latitude is not None and shot.id not in ours
    } - {(shot.camera_make, shot.camera_model) for shot in journey.shots}
    inside = tuple(
        shot
        for shot in during
        if shot.id in ours
        or (shot.latitude is None and (shot.camera_make, shot.camera_model) not in elsewhere)
    )
    return Trip(inside, journey.away_km) if len(inside) >= MIN_SHOTS else None


def _with_events(journey: Journey, roll: Roll) -> tuple[datetime, datetime]:
    """Widen a journey by the unlocated beginning and end of its first and last event."""
    first, last = taken_at(journey.shots[0]), taken_at(journey.shots[-1])
    ours = {shot.id for shot in journey.shots}
    for occurrence in roll.occurrences:
        if occurrence.event.end < first or occurrence.event.start > last:
            continue
        known = [shot for shot in occurrence.shots if shot.latitude is not None]
        if known and all(shot.id in ours for shot in known):
            first = min(first, taken_at(occurrence.shots[0]))
            last = max(last, taken_at(occurrence.shots[-1]))
    return first, last


def _proposal(trip: Trip, roll: Roll, titles: Titles) -> Proposal:
    """Name a trip and say why it is one."""
    nights = (trip.last_day - trip.first_day).days
    stops = find_stops(trip.shots, roll)
    located = [shot for shot in trip.shots if shot.latitude is not None]
    say = titles.words.say
    least = MIN_TRIP_KM if nights else DAY_TRIP_KM
    away = say(
        "why_away" if nights else "why_day_out",
        km=titles.words.digits(roughly(trip.away_km)),
        least=round(least),
    )
    reasons = [reason(away, located, value=round(trip.away_km, 1), threshold=least)]
    if nights:
        why = say("why_nights", count=nights)
        reasons.insert(0, reason(why, trip.shots, value=nights, threshold=1))
    if stops:
        named = [shot for _, members in stops for shot in members]
        names = titles.places([name for name, _ in stops])
        reasons.append(reason(say("why_places", places=names), named))
    days = len(days_of(trip.shots))
    return Proposal(
        kind=SuggestionKind.TRIP,
        title=titles.trip(trip.first_day, trip.last_day, [name for name, _ in stops]),
        subtitle=titles.subtitle(trip.first_day, trip.last_day, photos=len(trip.shots)),
        shots=trip.shots,
        score=min(0.98, (0.7 if nights else 0.5) + 0.02 * days + 0.001 * len(trip.shots)),
        reasons=tuple(reasons),
    )
