"""Where somebody lived, and when: spots with photos in many weeks over a long time.

Source:
    After the rules published with Ente's photo app: spots of about 0.6 km, merged within
    1.5 km, with photos on 10 or more days in 6 or more weeks over 45 or more days, of which 12
    or more within some 120 days (bettered: the period of living there is cut at long pauses).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from organizer.earth import distance_km
from organizer.models import Home, Kind, Photo, Status

SPOT_KM = 0.6
MERGE_KM = 1.5
KM_PER_DEGREE = 111.195
DAY_STARTS_AFTER = timedelta(hours=4)  # a party past midnight belongs to the evening
MIN_DAYS = 10
MIN_WEEKS = 6
MIN_SPAN_DAYS = 45
DENSE_DAYS = 12
DENSE_WINDOW_DAYS = 120
# Three months without one photo there: lived elsewhere, such as a summer house.
MAX_PAUSE_DAYS = 90
# A spot next to a home that sees far fewer days is a part of its town, not a second home.
TOWN_KM = 10.0
SECOND_HOME_SHARE = 0.5

Spot = tuple[int, int]


def find_homes(photos: Sequence[Photo]) -> tuple[Home, ...]:
    """Find the homes in the photos with a position and a trusted date.

    Args:
        photos: In any order; the homes do not depend on it.

    Returns:
        Homes by first day; several may hold at one time. Empty when nothing is sure enough.
    """
    days_at: dict[Spot, set[date]] = defaultdict(set)
    points: dict[Spot, list[tuple[float, float]]] = defaultdict(list)
    for photo in photos:
        if (position := _position(photo)) and photo.taken_at is not None:
            spot = _spot(*position)
            days_at[spot].add((photo.taken_at - DAY_STARTS_AFTER).date())
            points[spot].append(position)
    homes = [
        home for spots in _merge(days_at, points) for home in _homes_at(spots, days_at, points)
    ]
    kept = _without_corners_of_town(homes)
    return tuple(sorted(kept, key=lambda home: (home.first_day, home.latitude, home.longitude)))


def _position(photo: Photo) -> tuple[float, float] | None:
    """Give latitude and longitude where they and the date can be used."""
    is_usable = (
        photo.status is Status.OK
        and photo.kind in (Kind.PHOTO, Kind.VIDEO, Kind.RAW)
        and photo.has_trusted_date
    )
    if not is_usable or photo.latitude is None or photo.longitude is None:
        return None
    return photo.latitude, photo.longitude


def _spot(latitude: float, longitude: float) -> Spot:
    """Number the square of ``SPOT_KM`` that holds a position."""
    row = math.floor(latitude * KM_PER_DEGREE / SPOT_KM)
    narrowing = max(0.01, math.cos(math.radians(row * SPOT_KM / KM_PER_DEGREE)))
    return row, math.floor(longitude * KM_PER_DEGREE * narrowing / SPOT_KM)


def _merge(
    days_at: dict[Spot, set[date]], points: dict[Spot, list[tuple[float, float]]]
) -> Iterator[list[Spot]]:
    """Gather around each busiest spot the spots within ``MERGE_KM`` of it."""
    free = set(days_at)
    for spot in sorted(days_at, key=lambda spot: (-len(days_at[spot]), spot)):
        if spot not in free or len(days_at[spot]) < 2:
            continue
        centre = _centre(points[spot])
        around = [near for near in _around(spot) if near in free]
        members = [
            near for near in around if distance_km(centre, _centre(points[near])) <= MERGE_KM
        ]
        free.difference_update(members)
        yield members


def _around(spot: Spot) -> Iterator[Spot]:
    """Give the spots that may lie within ``MERGE_KM``, the spot itself included."""
    reach = math.ceil(MERGE_KM / SPOT_KM)
    steps = range(-reach, reach + 1)
    latitude = spot[0] * SPOT_KM / KM_PER_DEGREE
    for north, east in product(steps, steps):
        # Rows further from the equator have fewer squares: count along from the meridian.
        here = max(0.01, math.cos(math.radians(latitude)))
        there = max(0.01, math.cos(math.radians((spot[0] + north) * SPOT_KM / KM_PER_DEGREE)))
        yield spot[0] + north, math.floor((spot[1] + 0.5) * there / here) + east


def _homes_at(
    spots: list[Spot],
    days_at: dict[Spot, set[date]],
    points: dict[Spot, list[tuple[float, float]]],
) -> Iterator[Home]:
    """Cut the days at one place into periods, and keep those that look like living there."""
    days = sorted(set().union(*(days_at[spot] for spot in spots)))
    latitude, longitude = _centre([point for spot in spots for point in points[spot]])
    for period in _periods(days):
        if _is_lived_in(period):
            yield Home(
                latitude=round(latitude, 5),
                longitude=round(longitude, 5),
                first_day=period[0],
                last_day=period[-1],
                active_days=len(period),
            )


def _periods(days: list[date]) -> Iterator[list[date]]:
    """Cut sorted days wherever nothing was taken for longer than ``MAX_PAUSE_DAYS``."""
    period: list[date] = []
    for day in days:
        if period and (day - period[-1]).days > MAX_PAUSE_DAYS:
            yield period
            period = []
        period.append(day)
    if period:
        yield period


def _is_lived_in(days: list[date]) -> bool:
    """Tell whether sorted days show somebody living there, and not a holiday."""
    weeks = Counter(day.isocalendar()[:2] for day in days)
    if len(days) < MIN_DAYS or len(weeks) < MIN_WEEKS:
        return False
    if (days[-1] - days[0]).days < MIN_SPAN_DAYS:
        return False
    window = timedelta(days=DENSE_WINDOW_DAYS)
    return any(
        end - start <= window for start, end in zip(days, days[DENSE_DAYS - 1 :], strict=False)
    )


def _without_corners_of_town(homes: Iterable[Home]) -> list[Home]:
    """Drop places in the town of a far busier home of the same time: work, school, a park."""
    kept: list[Home] = []
    for home in sorted(homes, key=lambda home: (-home.active_days, home.first_day)):
        is_corner = any(
            _overlap(home, other)
            and distance_km((home.latitude, home.longitude), (other.latitude, other.longitude))
            < TOWN_KM
            and home.active_days < SECOND_HOME_SHARE * other.active_days
            for other in kept
        )
        if not is_corner:
            kept.append(home)
    return kept


def _overlap(one: Home, other: Home) -> bool:
    """Tell whether two homes held on some day in common."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _centre(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Average positions of one neighbourhood in degrees, also across the date line."""
    origin = min(points)[1]
    east = [(longitude - origin + 540) % 360 - 180 for _, longitude in points]
    latitude = math.fsum(point[0] for point in points) / len(points)
    longitude = origin + math.fsum(east) / len(points)
    return latitude, (longitude + 540) % 360 - 180
