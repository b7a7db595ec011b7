"""Where an event could begin, end and fall apart: what a slider from finer to coarser goes through.

Between two photos that follow each other lies a border, the stronger the longer the pause, the
farther the way and the greater the change of look. Finer levels cut an event at its strongest
borders; coarser ones take in what lies around it, the weaker border first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from organizer.earth import distance_km
from organizer.models import Features, Photo, PhotoId

Part = tuple[PhotoId, ...]
Level = tuple[Part, ...]

MIN_PART = 3
FINER_PARTS = (2, 3, 4, 6)
COARSER_STEPS = 4
# What is taken in at once: photos without a pause longer than this.
STRETCH = timedelta(minutes=40)
# Borders are sums of logs: of the pause against ten minutes, of the way against half a km.
PAUSE_S, WAY_KM = 600.0, 0.5
LOOK_WEIGHT = 1.5
LOOK_SHOTS = 4


@dataclass(frozen=True, slots=True)
class Borders:
    """Levels from the finest to the coarsest, each a row of parts; *now* is the one as it is."""

    levels: tuple[Level, ...]
    now: int


def find_borders(
    inside: Sequence[Photo], around: Sequence[Photo], features: Features | None = None
) -> Borders:
    """Give the levels between many small parts and one with what lies around.

    Args:
        inside: The photos of an event or a trip; all have a capture time.
        around: Other photos of the days before and after.
        features: What was seen in the photos, when it may be used.
    """
    core = sorted(inside, key=_order)
    strengths = [_strength(core, place, features) for place in range(1, len(core))]
    finer = [_cut(core, strengths, parts) for parts in FINER_PARTS]
    distinct = [level for place, level in enumerate(finer) if level not in finer[:place]]
    now: Level = (_ids(core),)
    below = [level for level in reversed(distinct) if len(level) > 1]
    return Borders(levels=(*below, now, *_coarser(core, around)), now=len(below))


def _order(photo: Photo) -> tuple[datetime, str, int]:
    return _at(photo), photo.content_hash, photo.id


def _at(photo: Photo) -> datetime:
    """Give the capture time of a photo that has one."""
    if photo.taken_at is None:
        raise ValueError(f"photo {photo.id} has no capture time")
    return photo.taken_at


def _ids(photos: Sequence[Photo]) -> Part:
    return tuple(photo.id for photo in photos)


def _strength(photos: Sequence[Photo], place: int, features: Features | None) -> float:
    """Measure the border before a photo."""
    earlier, later = photos[place - 1], photos[place]
    pause_s = (_at(later) - _at(earlier)).total_seconds()
    strength = math.log1p(pause_s / PAUSE_S) + math.log1p(_way_km(earlier, later) / WAY_KM)
    if features is not None:
        before = _look(photos[max(0, place - LOOK_SHOTS) : place], features)
        after = _look(photos[place : place + LOOK_SHOTS], features)
        if before is not None and after is not None:
            strength += LOOK_WEIGHT * (1 - float(before @ after))
    return round(strength, 4)


def _way_km(one: Photo, other: Photo) -> float:
    if one.latitude is None or one.longitude is None:
        return 0.0
    if other.latitude is None or other.longitude is None:
        return 0.0
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def _look(photos: Sequence[Photo], features: Features) -> NDArray[np.float32] | None:
    """Give the mean look as a unit vector, shape ``(features,)``; None where none is known."""
    rows = [features.row_of[photo.id] for photo in photos if photo.id in features.row_of]
    if not rows:
        return None
    mean = features.embeddings[rows].mean(axis=0)
    return np.asarray(mean / max(1e-9, float(np.linalg.norm(mean))), dtype=np.float32)


def _cut(photos: Sequence[Photo], strengths: Sequence[float], parts: int) -> Level:
    """Cut at the strongest borders that leave no part too small."""
    cuts: list[int] = []
    for place in sorted(range(1, len(photos)), key=lambda place: (-strengths[place - 1], place)):
        if len(cuts) == parts - 1:
            break
        bounds = sorted([0, *cuts, place, len(photos)])
        if all(end - start >= MIN_PART for start, end in pairwise(bounds)):
            cuts.append(place)
    bounds = sorted([0, *cuts, len(photos)])
    return tuple(_ids(photos[start:end]) for start, end in pairwise(bounds))


def _coarser(core: Sequence[Photo], around: Sequence[Photo]) -> list[Level]:
    """Take in one stretch after another from before or after, the nearer first."""
    known = {photo.id for photo in core}
    ordered = sorted((photo for photo in around if photo.id not in known), key=_order)
    taken = list(core)
    levels: list[Level] = []
    while ordered and len(levels) < COARSER_STEPS:
        first, last = _at(taken[0]), _at(taken[-1])
        nearest = min(ordered, key=lambda photo: (_outside(photo, first, last), _order(photo)))
        stretch = _stretch(ordered, ordered.index(nearest))
        taken = sorted([*taken, *stretch], key=_order)
        gone = {photo.id for photo in stretch}
        ordered = [photo for photo in ordered if photo.id not in gone]
        levels.append((_ids(taken),))
    return levels


def _outside(photo: Photo, first: datetime, last: datetime) -> timedelta:
    """Measure how long before or after a span a photo was taken."""
    return max(first - _at(photo), _at(photo) - last, timedelta(0))


def _stretch(ordered: Sequence[Photo], place: int) -> Sequence[Photo]:
    """Give the photos around a place without a long pause between them."""
    start = end = place
    while start > 0 and _at(ordered[start]) - _at(ordered[start - 1]) <= STRETCH:
        start -= 1
    while end + 1 < len(ordered) and _at(ordered[end + 1]) - _at(ordered[end]) <= STRETCH:
        end += 1
    return ordered[start : end + 1]
