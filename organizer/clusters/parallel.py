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
from organizer.clusters.knots import BLUR_KM, Knot, knot_of, surprise
from organizer.clusters.stretches import KM_PER_DEGREE

MIN_SHOTS = 4
# Photos of two events at one time alternate as by chance; those of one event after another do not.
LEAST_MIXED = 0.9
_EDGE = 0.1
# Nats that a parting must gain beyond what it costs to say which photo is whose.
LEAST_GAIN = 8.0
# Events of one day lie so far apart; that two lie at the very same place is a chance in many.
APART_KM = 5.0
# Places of one event are no independent draws: people stand together, and walk.
PLACE_WEIGHT = 0.5
MOST_TO_GAIN = 2.2
_ROUNDS = 20
NEW = (None, None)

Floats = NDArray[np.float64]
Members = NDArray[np.bool_]


def part(
    rows: NDArray[np.intp],
    times_s: Floats,
    places: Floats,
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
    is_second = _best_parting(lights, spots, colours.spread)
    if is_second is None:
        return [rows]
    # the rest of a burst goes with its first shot
    of_row = is_second[np.maximum(np.searchsorted(shots, rows, side="right") - 1, 0)]
    halves = (rows[~of_row], rows[of_row])
    return [one for half in halves for one in part(half, times_s, places, colours)]


def _in_km(places: Floats) -> Floats:
    """Degrees as km from the first known place; NaN where unknown."""
    known = np.flatnonzero(~np.isnan(places[:, 0]))
    if not len(known):
        return places
    away = places - places[known[0]]
    away[:, 1] = (away[:, 1] + 540) % 360 - 180
    away[:, 1] *= math.cos(math.radians(places[known[0], 0]))
    return np.asarray(away * KM_PER_DEGREE)


def _may_be_two(lights: Floats, spots: Floats) -> bool:
    """A quick look at the most that a parting could gain lets most groups pass.

    Partings that were right gained a third of it, and the smaller event held a third of the shots.
    """
    count = len(lights)
    centred = lights - _mean(lights)
    widest = float(np.linalg.eigvalsh(centred.T @ centred)[-1])
    known = spots[~np.isnan(spots[:, 0])]
    least = 2 * math.log(BLUR_KM)
    by_place = float((surprise(knot_of(known), known) - least).sum()) if len(known) > 1 else 0.0
    most = widest / 2 + PLACE_WEIGHT * by_place
    return most > MOST_TO_GAIN * (LEAST_GAIN + _labels(count, max(MIN_SHOTS, count // 3)))


def _labels(count: int, second: int) -> float:
    """Nats that it costs to say which shots are the second event's."""
    first = count - second
    return first * math.log(count / first) + second * math.log(count / second)


def _best_parting(lights: Floats, spots: Floats, spread: tuple[float, ...]) -> Members | None:
    """Which shots are the second event's; None where one event explains them as well."""
    best, best_gain = None, 0.0
    seen: set[bytes] = set()
    for start in _starts(lights, spots):
        is_second = _settled(start, lights, spots, seen)
        smaller = min(is_second.sum(), (~is_second).sum())
        if smaller < MIN_SHOTS or not _are_mixed(is_second):
            continue
        gain = _gain(is_second, lights, spots, spread)
        if gain > best_gain:
            best, best_gain = is_second, gain
    return best


def _are_mixed(is_second: Members) -> bool:
    """Whether both events went on at one time: while the smaller did, their photos alternate."""
    smaller = is_second if 2 * is_second.sum() <= len(is_second) else ~is_second
    at = np.flatnonzero(smaller)
    # a few shots at the ends may have been given to the wrong event
    edge = int(len(at) * _EDGE)
    meanwhile = smaller[at[edge] : at[len(at) - 1 - edge] + 1]
    inside, others = int(meanwhile.sum()), int((~meanwhile).sum())
    turns = int((meanwhile[1:] != meanwhile[:-1]).sum())
    return others >= MIN_SHOTS and turns >= LEAST_MIXED * 2 * inside * others / len(meanwhile)


def _starts(lights: Floats, spots: Floats) -> Iterator[Members]:
    """First guesses: along the widest direction of light, and of place or else of light again."""
    centred = lights - _mean(lights)
    directions = np.linalg.svd(centred, full_matrices=False)[2]
    by_light = centred @ directions[0]
    yield by_light > 0
    known = ~np.isnan(spots[:, 0])
    if known.sum() > MIN_SHOTS:
        away = np.where(known[:, None], spots - _mean(spots[known]), 0.0)
        direction = np.linalg.svd(away[known], full_matrices=False)[2][0]
        yield np.where(known, away @ direction, by_light) > 0
    elif len(directions) > 1:
        yield centred @ directions[1] > 0


def _settled(is_second: Members, lights: Floats, spots: Floats, seen: set[bytes]) -> Members:
    """Give each shot to the likelier of two events until nothing changes (k-means).

    A parting that was *seen* before ends it: what comes of it is known.
    """
    known = ~np.isnan(spots[:, 0])
    knots: list[Knot] = []
    for _ in range(_ROUNDS):
        second = int(is_second.sum())
        if min(second, len(is_second) - second) < 2:
            break
        cost = _light_cost(lights, is_second) - _light_cost(lights, ~is_second)
        cost -= math.log(second / (len(is_second) - second))
        halves = [spots[known & ~is_second], spots[known & is_second]]
        if min(map(len, halves)) > 1:
            knots = [
                knot_of(half, like=like) for half, like in zip(halves, knots or NEW, strict=True)
            ]
            nearer = surprise(knots[0], spots[known]) - surprise(knots[1], spots[known])
            cost[known] -= PLACE_WEIGHT * nearer
        is_second = cost < 0
        key = min(is_second.tobytes(), (~is_second).tobytes())
        if key in seen:
            break
        seen.add(key)
    return is_second


def _light_cost(lights: Floats, members: Members) -> Floats:
    """Nats by which each shot's light surprises in an event, whose photos vary by 1."""
    return np.asarray(((lights - _mean(lights[members])) ** 2).sum(axis=1) / 2)


def _mean(rows: Floats) -> Floats:
    """The mean row; for the few rows of an event, numpy's own takes thrice as long."""
    return np.asarray(np.add.reduce(rows) / len(rows))


def _gain(is_second: Members, lights: Floats, spots: Floats, spread: tuple[float, ...]) -> float:
    """Nats by which two events explain the shots better than one."""
    one, other = lights[~is_second], lights[is_second]
    gain = _by_light(one, spread) + _by_light(other, spread) - _by_light(lights, spread)
    gain += PLACE_WEIGHT * _gain_by_place(is_second, spots)
    return gain - _labels(len(is_second), len(other)) - LEAST_GAIN


def _by_light(lights: Floats, spread: tuple[float, ...]) -> float:
    """Log-likelihood of one mean light, which itself is drawn from what the library shows."""
    count, mean, between = len(lights), _mean(lights), np.array(spread)
    drawn = np.log(1 + count * between) + mean**2 / (between + 1 / count)
    return -float(((lights - mean) ** 2).sum() + drawn.sum()) / 2


def _gain_by_place(is_second: Members, spots: Floats) -> float:
    known = ~np.isnan(spots[:, 0])
    one, other = spots[known & ~is_second], spots[known & is_second]
    if len(one) < 2 or len(other) < 2:
        return 0.0
    return _by_place(one) + _by_place(other) - _by_place(spots[known])


def _by_place(spots: Floats) -> float:
    """Log-likelihood of one knot, whose middle lies anywhere within ``APART_KM``."""
    knot = knot_of(spots)
    drawn = math.log(1 + APART_KM**2 * len(spots) / knot.reach_km2)
    return -float(surprise(knot, spots).sum()) - drawn
