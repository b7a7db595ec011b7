"""Stretches of photos without a pause or a jump, and what becomes of them when they are joined."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from organizer.clusters.colours import BURST_S, Colours

KM_PER_DEGREE = 111.195

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Photos without a pause or a jump, and what was joined to them: row i of every array.

    Attributes:
        count: How many photos there are.
        start_s, end_s: Seconds of wall-clock time.
        log_pauses: Sum of the natural logs of the pauses in seconds, bursts counted once.
        pauses: How many pauses there are.
        located: How many photos have a position.
        latitude, longitude: Mean position in degrees; meaningless where *located* is 0.
        spread_km: Root mean square distance of the photos from that mean.
        look: Sum of the unit vectors of the photos, shape ``(stretches, features)``.
        seen: How many photos have colours.
        colours: Sum of the photos along the directions of colour, ``(stretches, directions)``.
    """

    count: Floats
    start_s: Floats
    end_s: Floats
    log_pauses: Floats
    pauses: Floats
    located: Floats
    latitude: Floats
    longitude: Floats
    spread_km: Floats
    look: NDArray[np.float32]
    seen: Floats
    colours: Floats

    def __len__(self) -> int:
        return len(self.count)

    def at(self, rows: Rows | NDArray[np.bool_]) -> Stretches:
        """These stretches alone."""
        return Stretches(*(getattr(self, field.name)[rows] for field in fields(self)))

    def and_then(self, others: Stretches) -> Stretches:
        """These stretches, and others behind them."""
        return Stretches(
            *(
                np.concatenate([getattr(self, field.name), getattr(others, field.name)])
                for field in fields(self)
            )
        )


def stretches_of(
    starts: Rows, times_s: Floats, places: Floats, looks: NDArray[np.float32], colours: Colours
) -> Stretches:
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
    located, latitude, longitude, spread_km = _middles(starts, ends, places)
    return Stretches(
        count=(ends - starts).astype(np.float64),
        start_s=times_s[starts],
        end_s=times_s[ends - 1],
        log_pauses=np.add.reduceat(log_gaps, starts),
        pauses=np.add.reduceat(is_pause.astype(np.float64), starts),
        located=located,
        latitude=latitude,
        longitude=longitude,
        spread_km=spread_km,
        look=_sums_of_looks(looks, starts),
        seen=np.add.reduceat(colours.seen.astype(np.float64), starts),
        colours=_sums(colours.along, starts),
    )


def _sums_of_looks(looks: NDArray[np.float32], starts: Rows) -> NDArray[np.float32]:
    """Sum the rows of each stretch: a sparse product takes a tenth of what ``reduceat`` does."""
    from scipy.sparse import csr_array  # takes long to load: not before it is needed

    count = len(looks)
    ones, bounds = np.ones(count, dtype=np.float32), np.append(starts, count)
    members = csr_array((ones, np.arange(count), bounds), shape=(len(starts), count))
    return np.asarray(members @ looks)


def _sums(rows: Floats, starts: Rows) -> Floats:
    if not rows.shape[1]:
        return np.zeros((len(starts), 0))
    return np.asarray(np.add.reduceat(rows, starts, axis=0))


def _middles(starts: Rows, ends: Rows, places: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Count the known positions of each stretch, average them and give their spread in km."""
    is_known = ~np.isnan(places[:, 0])
    located = np.add.reduceat(is_known.astype(np.float64), starts)
    count = np.maximum(located, 1)
    firsts = np.where(is_known, np.arange(len(places)), len(places) - 1)
    origins = np.nan_to_num(places[np.minimum.reduceat(firsts, starts)])
    from_origin = places - np.repeat(origins, ends - starts, axis=0)
    from_origin[:, 1] = _around(from_origin[:, 1])
    from_origin[~is_known] = 0.0
    middle = np.add.reduceat(from_origin, starts, axis=0) / count[:, None]
    away = from_origin - np.repeat(middle, ends - starts, axis=0)
    away[~is_known] = 0.0
    latitudes = origins[:, 0] + middle[:, 0]
    away[:, 1] *= np.repeat(np.cos(np.radians(latitudes)), ends - starts)
    variances = np.add.reduceat((away**2).sum(axis=1), starts) / count
    longitudes = _around(origins[:, 1] + middle[:, 1])
    return located, latitudes, longitudes, KM_PER_DEGREE * np.sqrt(variances)


def _around(degrees: Floats) -> Floats:
    """Degrees of longitude between -180 and 180."""
    return (degrees + 540) % 360 - 180


def joined(one: Stretches, other: Stretches) -> Stretches:
    """Join each stretch with one other; the pause between them becomes part of their rhythm."""
    pause_s = pause_between_s(one, other)
    is_pause = pause_s > BURST_S
    latitude, longitude, spread_km = _common_middle(one, other)
    log_pause = np.log(np.where(is_pause, pause_s, 1.0))
    return Stretches(
        count=one.count + other.count,
        start_s=np.minimum(one.start_s, other.start_s),
        end_s=np.maximum(one.end_s, other.end_s),
        log_pauses=one.log_pauses + other.log_pauses + log_pause,
        pauses=one.pauses + other.pauses + is_pause,
        located=one.located + other.located,
        latitude=latitude,
        longitude=longitude,
        spread_km=spread_km,
        look=one.look + other.look,
        seen=one.seen + other.seen,
        colours=one.colours + other.colours,
    )


def _common_middle(one: Stretches, other: Stretches) -> tuple[Floats, Floats, Floats]:
    """Average the middles in degrees, and give the common spread in km."""
    share = other.located / np.maximum(one.located + other.located, 1)
    # where only one is located, its middle is the common one
    apart_km = np.where((one.located > 0) & (other.located > 0), distance_km(one, other), 0.0)
    east = _around(other.longitude - one.longitude)
    variance = (1 - share) * one.spread_km**2 + share * other.spread_km**2
    variance += share * (1 - share) * apart_km**2
    latitude = one.latitude + share * (other.latitude - one.latitude)
    return latitude, _around(one.longitude + share * east), np.sqrt(variance)


def pause_between_s(one: Stretches, other: Stretches) -> Floats:
    """Give the seconds from the end of the earlier to the start of the later, at least 0."""
    gap_s = np.maximum(one.start_s, other.start_s) - np.minimum(one.end_s, other.end_s)
    return np.asarray(np.maximum(0.0, gap_s))


def distance_km(one: Stretches, other: Stretches) -> Floats:
    """Measure between the middles, in km (flat earth: they are near)."""
    narrowing = np.cos(np.radians((one.latitude + other.latitude) / 2))
    east = _around(other.longitude - one.longitude) * narrowing
    return np.asarray(KM_PER_DEGREE * np.hypot(other.latitude - one.latitude, east))
