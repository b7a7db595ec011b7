"""Cuts a life into events: photos that belong together in time, place and look.

First the photos fall into short stretches without a pause or a jump. Then the two stretches
with the strongest bond are joined, again and again, until no bond speaks for joining. Stretches
need not follow each other directly, so two parties of one evening come apart again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from organizer.clusters.bonds import bonds
from organizer.clusters.colours import BURST_S, Colours, measure_colours
from organizer.clusters.parallel import part
from organizer.clusters.stretches import (
    KM_PER_DEGREE,
    Floats,
    Rows,
    Stretches,
    joined,
    stretches_of,
)
from organizer.models import Event, Features, Kind, Photo, PhotoId, Status

EVENT_KINDS = (Kind.PHOTO, Kind.VIDEO, Kind.RAW)
# A stretch ends at a pause this long or a jump this wide; joining decides the rest.
STRETCH_PAUSE_S = 20 * 60
STRETCH_JUMP_KM = 0.8
# Shots within this time of each other count once: a burst alone is no event.
MIN_SHOTS = 3
# How far apart stretches may lie and still be asked whether they are one event.
MAX_PAUSE_S = 14 * 3600
MAX_NEIGHBOURS = 3
EPOCH = datetime(1970, 1, 1)


def find_events(
    photos: Sequence[Photo], features: Features | None = None, *, sensitivity: float = 1.0
) -> tuple[Event, ...]:
    """Group photos into events.

    Args:
        photos: In any order. Only readable photos, videos and raws with a trusted date count.
        features: What was seen in the photos, when it may be used.
        sensitivity: Above 1 gives more and smaller events, below 1 fewer and larger ones.

    Returns:
        Events in order of time, numbered from 1. Photos of none are single shots.
    """
    ordered = sorted((photo for photo in photos if _may_found(photo)), key=_time_order)
    if not ordered:
        return ()
    times_s = np.array([(_taken_at(photo) - EPOCH).total_seconds() for photo in ordered])
    places, looks = _places(ordered), _looks(ordered, features)
    colours = _colours(ordered, features, times_s)
    starts = _starts(times_s, places)
    stretches = stretches_of(starts, times_s, places, looks, colours)
    bias = -float(np.log(max(sensitivity, 1e-3)))
    belongs = _join(stretches, colours.spread, bias=bias)
    groups = [
        one
        for group in _rows(belongs, starts, len(ordered))
        for one in part(group, times_s, places, colours)
    ]
    large = [group for group in groups if _shots(times_s[group]) >= MIN_SHOTS]
    large.sort(key=lambda group: group[0])
    return tuple(_event(number, group, ordered) for number, group in enumerate(large, start=1))


def _may_found(photo: Photo) -> bool:
    """Tell whether a photo may be part of an event."""
    is_dated = photo.has_trusted_date and photo.taken_at is not None
    return photo.status is Status.OK and is_dated and photo.kind in EVENT_KINDS


def _time_order(photo: Photo) -> tuple[datetime, str, int]:
    """Sort by capture time, then by content."""
    return _taken_at(photo), photo.content_hash, photo.id


def _taken_at(photo: Photo) -> datetime:
    """Give the capture time of a photo that has one."""
    if photo.taken_at is None:
        raise ValueError(f"photo {photo.id} has no capture time")
    return photo.taken_at


def _places(ordered: Sequence[Photo]) -> NDArray[np.float64]:
    """Give latitude and longitude in degrees, NaN where unknown, shape ``(photos, 2)``."""
    return np.array(
        [
            (np.nan, np.nan)
            if photo.latitude is None or photo.longitude is None
            else (photo.latitude, photo.longitude)
            for photo in ordered
        ]
    )


def _starts(times_s: NDArray[np.float64], places: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give the first row of each stretch: rows after a pause or a jump."""
    cuts = (np.diff(times_s) > STRETCH_PAUSE_S) | (_jumps_km(places) > STRETCH_JUMP_KM)
    return np.append(0, np.flatnonzero(cuts) + 1)


def _looks(ordered: Sequence[Photo], features: Features | None) -> NDArray[np.float32]:
    """Give the embedding of each photo less the library's mean, zero where it is unknown.

    What all photos share says nothing; without the mean, cosines of this network lie near 0.5.
    """
    if features is None or not len(features.photos):
        return np.zeros((len(ordered), 1), dtype=np.float32)
    # Rounded, for the sum of many numbers depends a little on their order.
    mean = np.round(features.embeddings.mean(axis=0, dtype=np.float64), 5).astype(np.float32)
    rows = np.array([features.row_of.get(photo.id, -1) for photo in ordered])
    looks = features.embeddings[rows]  # a copy, changed where it lies: it may be 100 MB
    looks -= mean
    looks[rows < 0] = 0.0
    lengths = np.sqrt(np.einsum("ij,ij->i", looks, looks))
    looks /= np.maximum(lengths, 1e-9)[:, None]
    return np.asarray(looks, dtype=np.float32)


def _colours(
    ordered: Sequence[Photo], features: Features | None, times_s: NDArray[np.float64]
) -> Colours:
    """Give what the colours of the photos say about events."""
    if features is None or not len(features.photos):
        return Colours(np.zeros((len(ordered), 0)), np.zeros(len(ordered), dtype=bool), ())
    rows = np.array([features.row_of.get(photo.id, -1) for photo in ordered])
    return measure_colours(features.colours[rows], rows >= 0, times_s)


def _jumps_km(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure to each photo from the last place known before it; 0 where there is none."""
    known = np.where(np.isnan(places[:, 0]), -1, np.arange(len(places)))
    before = np.maximum.accumulate(known)[:-1]
    east = (places[1:, 1] - places[before, 1] + 540) % 360 - 180
    narrowing = np.cos(np.radians(places[1:, 0]))
    jumps = KM_PER_DEGREE * np.hypot(places[1:, 0] - places[before, 0], east * narrowing)
    return np.where(before >= 0, np.nan_to_num(jumps), 0.0)


def _join(stretches: Stretches, spread: tuple[float, ...], *, bias: float) -> Rows:
    """Join the strongest bonds, round after round, until none is left above zero.

    In a round, two stretches are joined that have no stronger bond with any other.

    Returns:
        For each stretch, the number of what it belongs to, shape ``(stretches,)``.
    """
    belongs = np.arange(len(stretches))
    ones, others = _neighbours(stretches)
    strengths = bonds(stretches, ones, others, spread) + bias
    while True:
        chosen = _mutually_best(ones, others, strengths, len(stretches))
        if not chosen.any():
            return belongs
        first, second = ones[chosen], others[chosen]
        stays = np.ones(len(stretches), dtype=bool)
        stays[first] = stays[second] = False
        now = np.empty(len(stretches), dtype=np.intp)  # the new number of each stretch
        now[stays] = np.arange(stays.sum())
        now[first] = now[second] = stays.sum() + np.arange(len(first))
        pairs = joined(stretches.at(first), stretches.at(second))
        stretches = stretches.at(stays).and_then(pairs)
        belongs = now[belongs]
        ones, others, strengths = _moved(now, ones, others, strengths, is_new=stays.sum())
        fresh = np.isnan(strengths)
        strengths[fresh] = bonds(stretches, ones[fresh], others[fresh], spread) + bias


def _mutually_best(ones: Rows, others: Rows, strengths: Floats, count: int) -> NDArray[np.bool_]:
    """Which pairs have a bond above zero, and no stronger one with any other."""
    ranks = np.empty(len(ones), dtype=np.intp)
    ranks[np.lexsort((others, ones, -strengths))] = np.arange(len(ones))
    best = np.full(count, len(ones))
    np.minimum.at(best, ones, ranks)
    np.minimum.at(best, others, ranks)
    return np.asarray((strengths > 0) & (best[ones] == ranks) & (best[others] == ranks))


def _moved(
    now: Rows, ones: Rows, others: Rows, strengths: Floats, *, is_new: int
) -> tuple[Rows, Rows, Floats]:
    """The pairs under their new numbers, each once; NaN for bonds with what was joined."""
    one, other = now[ones], now[others]
    low, high = np.minimum(one, other), np.maximum(one, other)
    known = np.where(high >= is_new, np.nan, strengths)
    keep = low != high
    _, firsts = np.unique(low[keep] * (len(now) + 1) + high[keep], return_index=True)
    return low[keep][firsts], high[keep][firsts], known[keep][firsts]


def _rows(belongs: Rows, starts: Rows, count: int) -> list[Rows]:
    """Turn what stretches belong to into groups of photos, each in order of time."""
    of_photo = np.repeat(belongs, np.diff(np.append(starts, count)))
    order = np.argsort(of_photo, kind="stable")
    cuts = np.flatnonzero(np.diff(of_photo[order])) + 1
    return np.split(order, cuts)


def _neighbours(stretches: Stretches) -> tuple[Rows, Rows]:
    """Pair each stretch with the next few that start soon after it."""
    ones, others = [], []
    for step in range(1, MAX_NEIGHBOURS + 1):
        one = np.arange(max(0, len(stretches) - step))
        pause_s = stretches.start_s[one + step] - stretches.end_s[one]
        ones.append(one[pause_s <= MAX_PAUSE_S])
        others.append(ones[-1] + step)
    return np.concatenate(ones), np.concatenate(others)


def _shots(times_s: Floats) -> int:
    """Count the photos in order of time, those of one burst once."""
    return 1 + int(np.count_nonzero(times_s[1:] - times_s[:-1] > BURST_S))


def _event(number: int, rows: Rows, ordered: Sequence[Photo]) -> Event:
    """Make the event of rows in order of time."""
    members = [ordered[row] for row in rows.tolist()]
    start, end = _taken_at(members[0]), _taken_at(members[-1])
    ids: tuple[PhotoId, ...] = tuple(photo.id for photo in members)
    return Event(id=number, start=start, end=end, photo_ids=ids)
