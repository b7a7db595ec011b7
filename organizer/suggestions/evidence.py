"""What an event's pictures say, compared with the other events of the same library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from organizer.suggestions.roll import Occurrence, Roll

MIN_SHOTS = 6
MIN_EVENTS = 8
# The usual spread of the mean log-probability over events, should a library be too uniform.
LEAST_SPREAD = 0.6
MOST_SPREADS = 8.0


@dataclass(frozen=True, slots=True)
class LookPoint:
    """From where on an occasion is asked about.

    Attributes:
        spreads: How far an event must stand out, in usual spreads of the library.
        probability: The geometric mean of the probabilities that it must reach as well.
    """

    spreads: float
    probability: float


# Measured on simulated events of labelled photos: docs/themes.md has the figures, and
# tools/measure_themes.py prints them. Look alone only asks, and never states.
LOOK_POINTS: Mapping[str, LookPoint] = MappingProxyType(
    {
        "birthday": LookPoint(4.0, 0.015),
        "christmas": LookPoint(2.5, 0.0002),
        "concert": LookPoint(2.5, 0.04),
        "graduation": LookPoint(2.5, 0.0015),
        "sports": LookPoint(2.5, 0.03),
        "wedding": LookPoint(2.5, 0.005),
    }
)


@dataclass(frozen=True, slots=True)
class Background:
    """How likely a theme is in a library's usual events: mean log-probabilities.

    Attributes:
        middle: The median over events.
        spread: The usual distance from it (scaled median absolute deviation).
    """

    middle: float
    spread: float


def background_of(means: NDArray[np.float64]) -> Background | None:
    """Learn what is usual from the mean log-probabilities of events, NaN where not known."""
    known = means[~np.isnan(means)]
    if len(known) < MIN_EVENTS:
        return None
    middle = float(np.median(known))
    spread = max(LEAST_SPREAD, 1.4826 * float(np.median(np.abs(known - middle))))
    return Background(middle, spread)


def spreads_above(
    means: NDArray[np.float64], background: Background, theme: str
) -> NDArray[np.float64]:
    """Measure how far events stand out, in usual spreads, from 0 to ``MOST_SPREADS``.

    Zero where the theme is not likely in itself either, or not known.
    """
    spreads = np.clip((means - background.middle) / background.spread, 0, MOST_SPREADS)
    floor = np.log(LOOK_POINTS[theme].probability)
    return np.asarray(np.where(np.nan_to_num(means, nan=-np.inf) >= floor, spreads, 0.0))


def look_spreads(roll: Roll, occurrences: Sequence[Occurrence], theme: str) -> NDArray[np.float64]:
    """Measure how far each event's look stands out towards a theme.

    Args:
        roll: Has the features.
        occurrences: All events of the library.
        theme: One of ``LOOK_POINTS``.

    Returns:
        For each event the mean of the log-probability of *theme*, less the library's median
        over events, in units of the library's usual spread, shape ``(events,)``; zero for small
        events and in small libraries.
    """
    column = roll.features.theme_names.index(theme) if theme in roll.features.theme_names else None
    means = np.array([_mean_log(roll, occurrence, column) for occurrence in occurrences])
    background = background_of(means)
    if background is None:
        return np.zeros(len(occurrences))
    return spreads_above(means, background, theme)


def _mean_log(roll: Roll, occurrence: Occurrence, column: int | None) -> float:
    """Average the log-probability of a theme over the shots; NaN for small events."""
    rows = roll.rows_of[occurrence.event.id]
    if column is None or len(rows) < MIN_SHOTS:
        return float("nan")
    return float(roll.features.theme_log_probabilities[rows, column].mean(dtype=np.float64))
