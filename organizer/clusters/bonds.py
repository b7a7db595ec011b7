"""How strongly two stretches of photos belong to one event, in log-odds."""

from __future__ import annotations

import math

import numpy as np

from organizer.clusters.colours import same_light
from organizer.clusters.stretches import (
    Floats,
    Rows,
    Stretches,
    distance_km,
    pause_between_s,
)

# Before a stretch shows its own rhythm, people at an event take a photo every few minutes.
USUAL_PAUSE_S = 8 * 60
USUAL_PAUSE_WEIGHT = 2.0
POSITION_BLUR_KM = 0.3
# Fitted by logistic regression on the pairs met while joining made lives of several seeds, with
# and without positions, whole and thinned out. Then 0.8 was taken from the first, second and
# fifth, for a missing boundary is worse than one too many, and the weight of the look was held
# below the fitted 8: real events look less uniform than made ones.
WEIGHTS = (4.6, 6.8, -0.77, -1.13, 2.55, -0.75, -1.07, 6.0, -1.3)
# Colours count as log-odds already; less than whole, for light and place are seen by other evidence
# too, and bounded, for the light of one event may change.
COLOUR_WEIGHT, MOST_BY_COLOUR = 0.45, 5.0
_AT_A_TIME = 20_000


def bonds(stretches: Stretches, ones: Rows, others: Rows, spread: tuple[float, ...]) -> Floats:
    """Weigh the evidence: log-odds that two stretches are one event, for many pairs.

    Args:
        ones, others: Which stretches, shape ``(pairs,)``.
        spread: What colours say in this library, see :class:`organizer.clusters.colours.Colours`.
    """
    parts = [
        _bonds(stretches.at(ones[some]), stretches.at(others[some]), spread)
        for start in range(0, len(ones), _AT_A_TIME)
        for some in [slice(start, start + _AT_A_TIME)]
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _bonds(one: Stretches, other: Stretches, spread: tuple[float, ...]) -> Floats:
    light = same_light(one.colours, one.seen, other.colours, other.seen, spread)
    strength = COLOUR_WEIGHT * np.clip(light, -MOST_BY_COLOUR, MOST_BY_COLOUR)
    for weight, speaks in zip(WEIGHTS, evidence(one, other), strict=True):
        strength += weight * speaks
    return np.asarray(strength)


def evidence(one: Stretches, other: Stretches) -> tuple[Floats, ...]:
    """Give the numbers that speak for or against one event, in the order of ``WEIGHTS``."""
    usual = (one.log_pauses + other.log_pauses + USUAL_PAUSE_WEIGHT * math.log(USUAL_PAUSE_S)) / (
        one.pauses + other.pauses + USUAL_PAUSE_WEIGHT
    )
    pause_s = pause_between_s(one, other)
    # at the same time there is no pause, only the rhythm
    pause_s = np.where(pause_s <= 0, np.exp(usual), pause_s)
    known = ((one.located > 0) & (other.located > 0)).astype(np.float64)
    apart_km = known * distance_km(one, other)
    around_km = one.spread_km + other.spread_km + POSITION_BLUR_KM
    here = known * np.exp(-apart_km / around_km)
    elsewhere, unknown = known - here, 1 - known
    log_pause_h = np.log(pause_s / 3600 + 0.05)
    span_s = np.maximum(one.end_s, other.end_s) - np.minimum(one.start_s, other.start_s)
    return (
        here,
        elsewhere,
        elsewhere * log_pause_h,
        elsewhere * np.maximum(0.0, np.log(np.maximum(1.0, pause_s)) - usual),
        unknown,
        unknown * log_pause_h,
        np.log1p(apart_km),
        likeness(one, other),
        np.log1p(span_s / 3600),
    )


def likeness(one: Stretches, other: Stretches) -> Floats:
    """Compare the mean looks, from -1 to 1, drawn to 0 where there are few photos."""
    along = np.einsum("ij,ij->i", one.look, other.look).astype(np.float64)
    return np.asarray(along / ((one.count + 1) * (other.count + 1)))
