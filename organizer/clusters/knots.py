"""How the places of one event lie: most near a middle, some far from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# what receivers of a phone err by, between houses
BLUR_KM = 0.1
# Two degrees of freedom: one event has a tight middle and far outliers, and stays one.
_DEGREES = 2.0
_ROUNDS, _MORE_ROUNDS = 6, 1

Floats = NDArray[np.float64]


class Knot(NamedTuple):
    """A middle in km, shape ``(2,)``, and the square of how far places lie around it."""

    middle: Floats
    reach_km2: float


def knot_of(spots: Floats, *, like: Knot | None = None) -> Knot:
    """Fit a knot to places in km, shape ``(places, 2)``; quicker if one nearly *like* it is known.

    Source:
        Maximum likelihood for Student's t by re-weighting (K. Lange, R. Little and J. Taylor,
        "Robust statistical modeling using the t distribution", 1989).
    """
    middle, reach_km2 = like or _first_guess(spots)
    away = _squares(spots, middle)
    for _ in range(_MORE_ROUNDS if like else _ROUNDS):
        weights = (_DEGREES + 2) / (_DEGREES + away / reach_km2)
        middle = weights @ spots / np.add.reduce(weights)
        away = _squares(spots, middle)
        reach_km2 = max(float(weights @ away) / (2 * len(spots)), BLUR_KM**2)
    return Knot(middle, reach_km2)


def _first_guess(spots: Floats) -> Knot:
    middle = np.sort(spots, axis=0)[len(spots) // 2]  # the median, nearly, in a tenth of the time
    return Knot(middle, float(_squares(spots, middle).sum()) / (2 * len(spots)) + BLUR_KM**2)


def _squares(spots: Floats, middle: Floats) -> Floats:
    north, east = (spots - middle).T
    return np.asarray(north * north + east * east)


def surprise(knot: Knot, spots: Floats) -> Floats:
    """Nats by which each place surprises, up to a constant that is the same for all knots."""
    far = np.log1p(_squares(spots, knot.middle) / (_DEGREES * knot.reach_km2))
    return np.asarray(np.log(knot.reach_km2) + (_DEGREES + 2) / 2 * far)
