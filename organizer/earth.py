"""Distances on the earth."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great-circle distance of two positions in degrees, in km (haversine)."""
    north, south = math.radians(one[0]), math.radians(other[0])
    half_east = math.sin(math.radians(other[1] - one[1]) / 2)
    chord = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * half_east**2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))
