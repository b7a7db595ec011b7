"""How strongly two stretches of photos belong to one event, in log-odds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import add, mul

import numpy as np
from numpy.typing import NDArray

from organizer.clusters.colours import Colours, same_light

KM_PER_DEGREE = 111.195
# Before a stretch shows its own rhythm, people at an event take a photo every few minutes.
USUAL_PAUSE_S = 8 * 60
USUAL_PAUSE_WEIGHT = 2.0
POSITION_BLUR_KM = 0.3
BURST_S = 30
DAY_S = 86400
DAY_STARTS_S = 4 * 3600


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Photos without a pause or a jump, and what was joined to them.

    Attributes:
        count: How many photos there are.
        start_s, end_s: Seconds of wall-clock time.
        log_pauses: Sum of the natural logs of the pauses in seconds, bursts counted once.
        pauses: How many pauses there are.
        located: How many photos have a position.
        latitude, longitude: Mean position in degrees; meaningless when *located* is 0.
        spread_km: Root mean square distance of the photos from that mean.
        look: Sum of the unit vectors of the photos, shape ``(features,)``.
        seen: How many photos have colours.
        colours: Sum of the photos along the directions of colour.
    """

    count: int
    start_s: float
    end_s: float
    log_pauses: float
    pauses: int
    located: int
    latitude: float
    longitude: float
    spread_km: float
    look: NDArray[np.float32]
    seen: int
    colours: tuple[float, ...]


def stretches_of(
    starts: NDArray[np.intp],
    times_s: NDArray[np.float64],
    places: NDArray[np.float64],
    looks: NDArray[np.float32],
    colours: Colours,
) -> list[Stretch]:
    """Describe the stretches of photos in order of time.

    Args:
        starts: The first row of each stretch, ascending from 0, shape ``(stretches,)``.
        times_s: Seconds of wall-clock time, shape ``(photos,)``.
        places: Latitude and longitude in degrees, NaN where unknown, shape ``(photos, 2)``.
        looks: Unit vectors, or zeros where unknown, shape ``(photos, features)``.
        colours: The photos along the directions of colour.
    """
    ends = np.append(starts[1:], len(times_s))
    gaps_s = np.diff(times_s, prepend=times_s[0])
    gaps_s[starts] = 0.0  # the pause before a stretch is not its own
    is_pause = gaps_s > BURST_S
    log_gaps = np.where(is_pause, np.log(np.maximum(gaps_s, 1.0)), 0.0)
    located, latitudes, longitudes, spreads_km = _middles(starts, ends, places)
    columns = (
        times_s[starts].tolist(),
        times_s[ends - 1].tolist(),
        np.add.reduceat(log_gaps, starts).tolist(),
        np.add.reduceat(is_pause.astype(np.intp), starts).tolist(),
        located.tolist(),
        latitudes.tolist(),
        longitudes.tolist(),
        spreads_km.tolist(),
        np.add.reduceat(looks, starts, axis=0),
        np.add.reduceat(colours.seen.astype(np.intp), starts).tolist(),
        map(tuple, _sums(colours.along, starts).tolist()),
    )
    counts = (ends - starts).tolist()
    return [Stretch(*fields) for fields in zip(counts, *columns, strict=True)]


def _sums(rows: NDArray[np.float64], starts: NDArray[np.intp]) -> NDArray[np.float64]:
    if not rows.shape[1]:
        return np.zeros((len(starts), 0))
    return np.asarray(np.add.reduceat(rows, starts, axis=0))


def _middles(
    starts: NDArray[np.intp], ends: NDArray[np.intp], places: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Count the known positions of each stretch, average them and give their spread in km."""
    is_known = ~np.isnan(places[:, 0])
    located = np.add.reduceat(is_known.astype(np.intp), starts)
    count = np.maximum(located, 1)
    firsts = np.where(is_known, np.arange(len(places)), len(places) - 1)
    origins = np.nan_to_num(places[np.minimum.reduceat(firsts, starts)])
    from_origin = places - np.repeat(origins, ends - starts, axis=0)
    from_origin[:, 1] = (from_origin[:, 1] + 540) % 360 - 180
    from_origin[~is_known] = 0.0
    middle = np.add.reduceat(from_origin, starts, axis=0) / count[:, None]
    away = from_origin - np.repeat(middle, ends - starts, axis=0)
    away[~is_known] = 0.0
    latitudes = origins[:, 0] + middle[:, 0]
    away[:, 1] *= np.repeat(np.cos(np.radians(latitudes)), ends - starts)
    variances = np.add.reduceat((away**2).sum(axis=1), starts) / count
    longitudes = (origins[:, 1] + middle[:, 1] + 540) % 360 - 180
    return located, latitudes, longitudes, KM_PER_DEGREE * np.sqrt(variances)


def joined(one: Stretch, other: Stretch) -> Stretch:
    """Join two stretches; the pause between them becomes a part of their rhythm."""
    pause_s = pause_between_s(one, other)
    is_pause = pause_s > BURST_S
    located = one.located + other.located
    latitude, longitude, spread_km = _common_middle(one, other)
    return Stretch(
        count=one.count + other.count,
        start_s=min(one.start_s, other.start_s),
        end_s=max(one.end_s, other.end_s),
        log_pauses=one.log_pauses + other.log_pauses + (math.log(pause_s) if is_pause else 0.0),
        pauses=one.pauses + other.pauses + is_pause,
        located=located,
        latitude=latitude,
        longitude=longitude,
        spread_km=spread_km,
        look=one.look + other.look,
        seen=one.seen + other.seen,
        colours=tuple(map(add, one.colours, other.colours)),
    )


def _common_middle(one: Stretch, other: Stretch) -> tuple[float, float, float]:
    """Average the middles of two stretches in degrees, and give the common spread in km."""
    if not one.located or not other.located:
        known = one if one.located else other
        return known.latitude, known.longitude, known.spread_km
    share = other.located / (one.located + other.located)
    east = (other.longitude - one.longitude + 540) % 360 - 180
    variance = (1 - share) * one.spread_km**2 + share * other.spread_km**2
    variance += share * (1 - share) * distance_km(one, other) ** 2
    latitude = one.latitude + share * (other.latitude - one.latitude)
    return latitude, (one.longitude + share * east + 540) % 360 - 180, math.sqrt(variance)


def pause_between_s(one: Stretch, other: Stretch) -> float:
    """Give the seconds from the end of the earlier to the start of the later, at least 0."""
    return max(0.0, max(one.start_s, other.start_s) - min(one.end_s, other.end_s))


def distance_km(one: Stretch, other: Stretch) -> float:
    """Measure between the middles of two located stretches, in km (flat earth: they are near)."""
    east = (other.longitude - one.longitude + 540) % 360 - 180
    narrowing = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return KM_PER_DEGREE * math.hypot(other.latitude - one.latitude, east * narrowing)


def evidence(one: Stretch, other: Stretch) -> tuple[float, ...]:
    """Give the numbers that speak for or against one event, in the order of ``WEIGHTS``."""
    usual = (one.log_pauses + other.log_pauses + USUAL_PAUSE_WEIGHT * math.log(USUAL_PAUSE_S)) / (
        one.pauses + other.pauses + USUAL_PAUSE_WEIGHT
    )
    pause_s = pause_between_s(one, other)
    if pause_s <= 0:  # at the same time: there is no pause, only the rhythm
        pause_s = math.exp(usual)
    known = one.located > 0 and other.located > 0
    apart_km = distance_km(one, other) if known else 0.0
    around_km = one.spread_km + other.spread_km + POSITION_BLUR_KM
    here = math.exp(-apart_km / around_km) if known else 0.0
    elsewhere, unknown = float(known) - here, float(not known)
    log_pause_h = math.log(pause_s / 3600 + 0.05)
    span_h = (max(one.end_s, other.end_s) - min(one.start_s, other.start_s)) / 3600
    return (
        here,
        elsewhere,
        elsewhere * log_pause_h,
        elsewhere * max(0.0, math.log(max(1.0, pause_s)) - usual),
        unknown,
        unknown * log_pause_h,
        math.log1p(apart_km),
        likeness(one, other),
        math.log1p(span_h),
    )


def likeness(one: Stretch, other: Stretch) -> float:
    """Compare the mean looks, from -1 to 1, drawn to 0 where there are few photos."""
    return float(one.look @ other.look) / ((one.count + 1) * (other.count + 1))


# Fitted by logistic regression on the pairs met while joining made lives of several seeds, with
# and without positions, whole and thinned out. Then 0.8 was taken from the first, second and
# fifth, for a missing boundary is worse than one too many, and the weight of the look was held
# below the fitted 8: real events look less uniform than made ones.
WEIGHTS = (4.6, 6.8, -0.77, -1.13, 2.55, -0.75, -1.07, 6.0, -1.3)


# Colours count as log-odds already; less than whole, for light and place are seen by other evidence
# too, and bounded, for the light of one event may change.
COLOUR_WEIGHT, MOST_BY_COLOUR = 0.45, 5.0


def bond(one: Stretch, other: Stretch, spread: tuple[float, ...]) -> float:
    """Weigh the evidence: log-odds that two stretches are one event.

    Args:
        spread: What colours say in this library, see :class:`Colours`.
    """
    light = same_light(one.colours, one.seen, other.colours, other.seen, spread)
    light = max(-MOST_BY_COLOUR, min(MOST_BY_COLOUR, light))
    return float(sum(map(mul, WEIGHTS, evidence(one, other)))) + COLOUR_WEIGHT * light
