"""Chooses photos: a cover, and the few that stand for many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from organizer.models import Photo
from organizer.suggestions.roll import Roll, taken_at

# How much a new look counts against a sharp picture when choosing the next one.
VARIETY_WEIGHT = 0.7
POOL_PER_CHOICE = 6


def choose_cover(shots: Sequence[Photo], roll: Roll) -> Photo:
    """Choose the shot that is good and most like the rest: it shows what the album is about.

    Args:
        shots: At least one, in order of time.
        roll: Knows quality and looks.
    """
    known = [shot for shot in shots if shot.id in roll.features.row_of]
    if not known:
        return shots[0]
    rows = [roll.features.row_of[shot.id] for shot in known]
    looks = roll.features.embeddings[rows]
    middle = looks.sum(axis=0)
    likeness = looks @ middle / max(1e-9, float(np.linalg.norm(middle)))
    merits = [
        roll.quality(shot) + round(float(like), 3)
        for shot, like in zip(known, likeness, strict=True)
    ]
    return known[int(np.argmax(merits))]


def choose_varied(shots: Sequence[Photo], roll: Roll, *, count: int) -> list[Photo]:
    """Choose *count* good shots of different looks (farthest point first), in order of time.

    Args:
        shots: In order of time.
        roll: Knows quality and looks.
        count: How many at most.
    """
    best = sorted(range(len(shots)), key=lambda place: (-roll.quality(shots[place]), place))
    pool = [shots[place] for place in best[: count * POOL_PER_CHOICE]]
    if len(pool) <= count:
        return sorted(pool, key=taken_at)
    looks = np.stack([_look(shot, roll) for shot in pool])
    quality = np.array([roll.quality(shot) for shot in pool])
    chosen = [0]
    nearest = looks @ looks[0]
    while len(chosen) < count:
        merit = quality - VARIETY_WEIGHT * nearest
        merit[chosen] = -np.inf
        chosen.append(int(np.argmax(np.round(merit, 4))))
        nearest = np.maximum(nearest, looks @ looks[chosen[-1]])
    keep = set(chosen)
    picked = [shot for place, shot in enumerate(pool) if place in keep]
    return sorted(picked, key=lambda shot: (taken_at(shot), shot.content_hash))


def _look(shot: Photo, roll: Roll) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Give the embedding of a shot, zeros when it has none."""
    row = roll.features.row_of.get(shot.id)
    if row is None:
        return np.zeros(roll.features.embeddings.shape[1], dtype=np.float32)
    found: np.ndarray[tuple[int], np.dtype[np.float32]] = roll.features.embeddings[row]
    return found
