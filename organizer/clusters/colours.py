"""Whether two groups of photos were taken in the same light: colours as evidence for one event.

The library itself tells how much colours say. Photos taken within minutes of each other show how
far colours differ inside an event; all photos show how far they differ at all. Where the second
is hardly more than the first, colours say nothing, and weigh nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# neighbours this close in time are one event nearly always; closer ones may be one burst
NEAR_S = 300
# shots within this time of each other count once
BURST_S = 30
MIN_PAIRS = 50
DIRECTIONS = 3
_LEAST_SPREAD = 0.15
WEEK_S = 7 * 86_400
# photos of one event are no independent draws: ten of them say as much as some four would
KINSHIP = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Colours:
    """Photos along the directions of colour that tell events apart best.

    Attributes:
        along: float64, shape ``(photos, directions)``, in units of the spread inside an event;
            0 where nothing was seen.
        seen: Whether the colours of a photo are known, shape ``(photos,)``.
        spread: Variance between events along each direction, in the same units.
    """

    along: NDArray[np.float64]
    seen: NDArray[np.bool_]
    spread: tuple[float, ...]


def measure_colours(
    colours: NDArray[np.float32], seen: NDArray[np.bool_], times_s: NDArray[np.float64]
) -> Colours:
    """Learn from photos in order of time what their colours say.

    Args:
        colours: Mean colours of parts of each photo, shape ``(photos, numbers)``.
        seen: Which rows are known, shape ``(photos,)``.
        times_s: Seconds of wall-clock time, shape ``(photos,)``.

    Source:
        Linear discriminant analysis (R. A. Fisher, 1936) with pairs near in time as classes.
    """
    nothing = Colours(np.zeros((len(seen), 0)), seen, ())
    gaps_s = np.diff(times_s)
    is_pair = (gaps_s > BURST_S) & (gaps_s < NEAR_S) & seen[1:] & seen[:-1]
    if is_pair.sum() < MIN_PAIRS or min(half.sum() for half in _halves(times_s, seen)) < MIN_PAIRS:
        return nothing
    rows = colours.astype(np.float64)
    rows -= rows[seen].mean(axis=0)
    steps = np.diff(rows, axis=0)[is_pair]
    inside = steps.T @ steps / (2 * len(steps))
    inside += (1e-3 * np.trace(inside) / len(inside) + 1e-6) * np.eye(len(inside))
    unit = np.linalg.inv(np.linalg.cholesky(inside))
    halves = [np.cov(rows[half].T) for half in _halves(times_s, seen)]
    directions = np.linalg.eigh(unit @ (halves[0] - inside) @ unit.T)[1][:, : -DIRECTIONS - 1 : -1]
    # the best of many directions look good by chance: the other half says how good they are
    spread = np.diag(directions.T @ unit @ (halves[1] - inside) @ unit.T @ directions)
    best = spread > _LEAST_SPREAD
    along = rows @ unit.T @ directions[:, best]
    along[~seen] = 0.0
    # rounded, for sums of many numbers depend a little on the machine
    return Colours(np.round(along, 4), seen, tuple(np.round(spread[best], 4).tolist()))


def _halves(
    times_s: NDArray[np.float64], seen: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Photos of even and of odd weeks: no event is in both but those over a Sunday night."""
    is_even = times_s // WEEK_S % 2 == 0
    return seen & is_even, seen & ~is_even


def same_light(
    one: NDArray[np.float64],
    count: NDArray[np.float64],
    other: NDArray[np.float64],
    other_count: NDArray[np.float64],
    spread: tuple[float, ...],
) -> NDArray[np.float64]:
    """Log-odds that two groups have one mean colour rather than two, for many pairs; 0 if unknown.

    Args:
        one, other: Sums of the photos of each group along the directions, ``(pairs, directions)``.
        count, other_count: How many photos that are, shape ``(pairs,)``.
        spread: Variance between events along each direction.

    Source:
        The two-covariance model of speaker recognition (N. Brümmer and E. de Villiers, 2010).
    """
    known = (count > 0) & (other_count > 0)
    own, others_own = np.maximum(count, 1), np.maximum(other_count, 1)
    noise = (1 + (own - 1) * KINSHIP) / own
    other_noise = (1 + (others_own - 1) * KINSHIP) / others_own
    total = np.zeros(len(count))
    for direction, between in enumerate(spread):
        x, y = one[:, direction] / own, other[:, direction] / others_own
        vx, vy = between + noise, between + other_noise
        apart = vx * vy
        together = apart - between * between
        alike = (vy * x * x - 2 * between * x * y + vx * y * y) / together
        total += np.log(apart / together) - alike + x * x / vx + y * y / vy
    return np.where(known, total / 2, 0.0)
