"""How strongly two stretches of photos belong to one event, in log-odds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KM_PER_DEGREE = 111.195
# Before a stretch shows its own rhythm, people at an event take a photo every few minutes.
USUAL_PAUSE_S = 8 * 60
USUAL_PAUSE_WEIGHT = 2.0
BURST_S = 30
DAY_S = 86400
DAY_STARTS_S = 4 * 3600


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Photos without a pause or a jump, and what was joined to them.

    Attributes:
        rows: Positions among all photos in order of time, ascending.
        start_s, end_s: Seconds of wall-clock time.
        log_pauses: Sum of the natural logs of the pauses in seconds, bursts counted once.
        pauses: How many pauses there are.
        located: How many photos have a position.
        latitude, longitude: Mean position in degrees; meaningless when *located* is 0.
        spread_km: Root mean square distance of the photos from that mean.
        look: Sum of the unit vectors of the photos, shape ``(features,)``.
    """

    rows: Sequence[int]
    start_s: float
    end_s: float
    log_pauses: float
    pauses: int
    located: int
    latitude: float
    longitude: float
    spread_km: float
    look: NDArray[np.float32]


def stretch_of(
    rows: Sequence[int],
    times_s: NDArray[np.float64],
    places: NDArray[np.float64],
    looks: NDArray[np.float32],
) -> Stretch:
    """Describe photos in order of time.

    Args:
        rows: Their positions among all photos.
        times_s: Seconds of wall-clock time, shape ``(photos,)``.
        places: Latitude and longitude in degrees, NaN where unknown, shape ``(photos, 2)``.
        looks: Unit vectors, or zeros where unknown, shape ``(photos, features)``.
    """
    log_pauses, pauses = _rhythm(times_s)
    known = places[~np.isnan(places[:, 0])]
    latitude, longitude, spread_km = _middle(known)
    return Stretch(
        rows=rows,
        start_s=float(times_s[0]),
        end_s=float(times_s[-1]),
        log_pauses=log_pauses,
        pauses=pauses,
        located=len(known),
        latitude=latitude,
        longitude=longitude,
        spread_km=spread_km,
        look=looks.sum(axis=0),
    )


def joined(one: Stretch, other: Stretch, times_s: NDArray[np.float64]) -> Stretch:
    """Join two stretches; *times_s* are the times of all photos."""
    rows = sorted((*one.rows, *other.rows))
    log_pauses, pauses = _rhythm(times_s[rows])
    located = one.located + other.located
    share = other.located / located if located else 0.0
    east = (other.longitude - one.longitude + 540) % 360 - 180
    apart_km = distance_km(one, other) if one.located and other.located else 0.0
    if not one.located:
        one, other, share, east = other, one, 0.0, 0.0
    variance = (1 - share) * one.spread_km**2 + share * other.spread_km**2
    return Stretch(
        rows=rows,
        start_s=min(one.start_s, other.start_s),
        end_s=max(one.end_s, other.end_s),
        log_pauses=log_pauses,
        pauses=pauses,
        located=located,
        latitude=one.latitude + share * (other.latitude - one.latitude),
        longitude=(one.longitude + share * east + 540) % 360 - 180,
        spread_km=math.sqrt(variance + share * (1 - share) * apart_km**2),
        look=one.look + other.look,
    )


def distance_km(one: Stretch, other: Stretch) -> float:
    """Measure between the middles of two located stretches, in km (flat earth: they are near)."""
    east = (other.longitude - one.longitude + 540) % 360 - 180
    narrowing = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return KM_PER_DEGREE * math.hypot(other.latitude - one.latitude, east * narrowing)


def evidence(one: Stretch, other: Stretch) -> tuple[float, ...]:
    """Give the numbers that speak for or against one event, in the order of ``WEIGHTS``."""
    pause_s = max(1.0, max(one.start_s, other.start_s) - min(one.end_s, other.end_s))
    overlap = float(max(one.start_s, other.start_s) <= min(one.end_s, other.end_s))
    usual = (one.log_pauses + other.log_pauses + USUAL_PAUSE_WEIGHT * math.log(USUAL_PAUSE_S)) / (
        one.pauses + other.pauses + USUAL_PAUSE_WEIGHT
    )
    small, large = sorted((len(one.rows), len(other.rows)))
    known = one.located > 0 and other.located > 0
    apart_km = distance_km(one, other) if known else 0.0
    around_km = one.spread_km + other.spread_km + 0.3
    span_h = (max(one.end_s, other.end_s) - min(one.start_s, other.start_s)) / 3600
    first, last = min(one.end_s, other.end_s), max(one.start_s, other.start_s)
    overnight = (first - DAY_STARTS_S) // DAY_S != (last - DAY_STARTS_S) // DAY_S
    return (
        1.0,
        math.log(pause_s / 3600 + 0.05),
        max(0.0, math.log(pause_s) - usual),
        overlap,
        float(known),
        -math.log1p(apart_km) if known else 0.0,
        -math.log1p(apart_km / around_km) if known else 0.0,
        likeness(one, other),
        math.log1p(small),
        math.log1p(large),
        math.log1p(span_h),
        float(overnight),
    )


def likeness(one: Stretch, other: Stretch) -> float:
    """Compare the mean looks, from -1 to 1, drawn to 0 where there are few photos."""
    sizes = len(one.rows), len(other.rows)
    return float(one.look @ other.look) / ((sizes[0] + 1) * (sizes[1] + 1))


WEIGHTS = (4.25, -1.16, -0.25, -2.18, 2.43, 1.8, -0.09, 9.86, 0.08, 0.06, -1.56, 2.55)


def bond(one: Stretch, other: Stretch) -> float:
    """Weigh the evidence: log-odds that two stretches are one event."""
    numbers = evidence(one, other)
    return sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))


def _rhythm(times_s: NDArray[np.float64]) -> tuple[float, int]:
    """Sum the logs of the pauses in seconds and count them, without those inside bursts."""
    pauses = np.diff(times_s)
    pauses = pauses[pauses > BURST_S]
    return float(np.log(pauses).sum()), len(pauses)


def _middle(known: NDArray[np.float64]) -> tuple[float, float, float]:
    """Average positions in degrees, and give the spread in km."""
    if not len(known):
        return 0.0, 0.0, 0.0
    origin = known[0, 1]
    east = (known[:, 1] - origin + 540) % 360 - 180
    latitude = float(known[:, 0].mean())
    narrowing = math.cos(math.radians(latitude))
    away = np.hypot(known[:, 0] - latitude, (east - east.mean()) * narrowing)
    spread_km = KM_PER_DEGREE * float(np.sqrt((away**2).mean()))
    return latitude, (float(origin + east.mean()) + 540) % 360 - 180, spread_km
