"""Two events at one time: photos of both stand mixed in one group, and come apart again by light
and place.

Friends pool their photos, and one was at a wedding while the other was hiking. In order of time
the photos of both alternate, so no pause parts them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from organizer.clusters.colours import BURST_S, Colours
from organizer.clusters.stretches import KM_PER_DEGREE

MIN_SHOTS = 4
# Photos of two events at one time alternate as by chance; those of one event after another do not.
LEAST_MIXED = 0.9
_EDGE = 0.1
# Nats that a parting must gain beyond what it costs to say which photo is whose.
LEAST_GAIN = 16.0
PLACE_WEIGHT = 0.5
PLACE_BLUR_KM = 0.3
_ROUNDS = 20


def part(
    rows: NDArray[np.intp],
    times_s: NDArray[np.float64],
    places: NDArray[np.float64],
    colours: Colours,
) -> list[NDArray[np.intp]]:
    """Part a group of photos that are several events at one time; most groups stay whole.

    Args:
        rows: Photos of the group in order of time.
        times_s, places, colours: Of all photos, see :mod:`organizer.clusters.events`.

    Source:
        Two-part minimum description length (J. Rissanen, 1978) of one cluster against two, found
        by k-means.
    """
    if len(rows) < 2 * MIN_SHOTS or not colours.spread:
        return [rows]
    is_shot = colours.seen[rows]
    # what was not looked at yet has no light: it goes with the shot before it
    is_shot[1:] &= np.diff(times_s[rows]) > BURST_S
    shots = rows[is_shot]
    if len(shots) < 2 * MIN_SHOTS:
        return [rows]
    lights, spots = colours.along[shots], _in_km(places[shots])
    if not _may_be_two(lights, spots):
        return [rows]
    is_second = _best_parting(lights, spots)
    if is_second is None:
        return [rows]
    # the rest of a burst goes with its first shot
    of_row = is_second[np.maximum(np.searchsorted(shots, rows, side="right") - 1, 0)]
    halves = (rows[~of_row], rows[of_row])
    return [one for half in halves for one in part(half, times_s, places, colours)]


def _in_km(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Degrees as km from the first known place; NaN where unknown."""
    known = np.flatnonzero(~np.isnan(places[:, 0]))
    if not len(known):
        return places
    away = places - places[known[0]]
    away[:, 1] = (away[:, 1] + 540) % 360 - 180
    away[:, 1] *= math.cos(math.radians(places[known[0], 0]))
    return np.asarray(away * KM_PER_DEGREE)


def _may_be_two(lights: NDArray[np.float64], spots: NDArray[np.float64]) -> bool:
    """A quick look at the most that a parting could gain lets most groups pass."""
    count = len(lights)
    centred = lights - _mean(lights)
    widest = float(np.linalg.eigvalsh(centred.T @ centred)[-1])
    known = spots[~np.isnan(spots[:, 0])]
    by_place = 2 * len(known) * math.log(_spread_km(known) / PLACE_BLUR_KM) if len(known) else 0.0
    return widest / 2 + PLACE_WEIGHT * by_place > LEAST_GAIN + _labels(count, MIN_SHOTS)


def _labels(count: int, second: int) -> float:
    """Nats that it costs to say which shots are the second event's."""
    first = count - second
    return first * math.log(count / first) + second * math.log(count / second)


def _best_parting(
    lights: NDArray[np.float64], spots: NDArray[np.float64]
) -> NDArray[np.bool_] | None:
    """Which shots are the second event's; None where one event explains them as well."""
    best, best_gain = None, 0.0
    for start in _starts(lights, spots):
        is_second = _settled(start, lights, spots)
        smaller = min(is_second.sum(), (~is_second).sum())
        if smaller < MIN_SHOTS or not _are_mixed(is_second):
            continue
        gain = _gain(is_second, lights, spots)
        if gain > best_gain:
            best, best_gain = is_second, gain
    return best


def _are_mixed(is_second: NDArray[np.bool_]) -> bool:
    """Whether both events went on at one time: while the smaller did, their photos alternate."""
    smaller = is_second if 2 * is_second.sum() <= len(is_second) else ~is_second
    at = np.flatnonzero(smaller)
    # a few shots at the ends may have been given to the wrong event
    edge = int(len(at) * _EDGE)
    meanwhile = smaller[at[edge] : at[len(at) - 1 - edge] + 1]
    inside, others = int(meanwhile.sum()), int((~meanwhile).sum())
    turns = int((meanwhile[1:] != meanwhile[:-1]).sum())
    return others >= MIN_SHOTS and turns >= LEAST_MIXED * 2 * inside * others / len(meanwhile)


def _starts(lights: NDArray[np.float64], spots: NDArray[np.float64]) -> Iterator[NDArray[np.bool_]]:
    """First guesses: along the widest directions of light, and of place."""
    centred = lights - _mean(lights)
    directions = np.linalg.svd(centred, full_matrices=False)[2]
    for direction in directions[:2]:
        yield centred @ direction > 0
    known = ~np.isnan(spots[:, 0])
    if known.sum() > MIN_SHOTS:
        away = np.where(known[:, None], spots - _mean(spots[known]), 0.0)
        direction = np.linalg.svd(away[known], full_matrices=False)[2][0]
        yield np.where(known, away @ direction > 0, centred @ directions[0] > 0)


def _settled(
    is_second: NDArray[np.bool_], lights: NDArray[np.float64], spots: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Give each shot to the nearer of two events until nothing changes (k-means)."""
    known = ~np.isnan(spots[:, 0])
    for _ in range(_ROUNDS):
        if is_second.all() or not is_second.any():
            break
        cost = _light_cost(lights, is_second) - _light_cost(lights, ~is_second)
        first, second = known & ~is_second, known & is_second
        if first.any() and second.any():
            cost[known] += _place_cost(spots[known], spots[second])
            cost[known] -= _place_cost(spots[known], spots[first])
        settled = cost < 0
        if (settled == is_second).all():
            break
        is_second = settled
    return is_second


def _light_cost(lights: NDArray[np.float64], members: NDArray[np.bool_]) -> NDArray[np.float64]:
    return np.asarray(((lights - _mean(lights[members])) ** 2).sum(axis=1))


def _place_cost(spots: NDArray[np.float64], members: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = _spread_km(members)
    away = ((spots - _mean(members)) ** 2).sum(axis=1)
    return np.asarray(away / spread**2 + 4 * math.log(spread))


def _mean(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean row; for the few rows of an event, numpy's own takes thrice as long."""
    return np.asarray(np.add.reduce(rows) / len(rows))


def _spread_km(spots: NDArray[np.float64]) -> float:
    variance = ((spots - _mean(spots)) ** 2).sum() / (2 * len(spots))
    return math.sqrt(float(variance) + PLACE_BLUR_KM**2)


def _gain(
    is_second: NDArray[np.bool_], lights: NDArray[np.float64], spots: NDArray[np.float64]
) -> float:
    """Nats by which two events explain the shots better than one."""
    count, second = len(is_second), int(is_second.sum())
    first = count - second
    apart = _mean(lights[is_second]) - _mean(lights[~is_second])
    gain = first * second / count * float(apart @ apart) / 2
    gain += PLACE_WEIGHT * _gain_by_place(is_second, spots)
    return gain - _labels(count, second) - LEAST_GAIN


def _gain_by_place(is_second: NDArray[np.bool_], spots: NDArray[np.float64]) -> float:
    known = ~np.isnan(spots[:, 0])
    one, other = spots[known & ~is_second], spots[known & is_second]
    if len(one) < 2 or len(other) < 2:
        return 0.0
    all_km = (len(one) + len(other)) * math.log(_spread_km(spots[known]))
    apart_km = len(one) * math.log(_spread_km(one)) + len(other) * math.log(_spread_km(other))
    return 2 * (all_km - apart_km)
