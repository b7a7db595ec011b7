"""What part of the world a map shows, and how it moves. Knows no Qt.

The world is the square of :mod:`organizer.places.map_clusters`, endless to the east and west.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

WORLD_PX = 256
MAX_ZOOM = 15.0
FIT_ZOOM = 13.0  # nearer than that one place alone is not looked at by itself


@dataclass(frozen=True, slots=True)
class Camera:
    """The middle of the view in the world, the zoom, and the size of the view in pixels."""

    x: float = 0.5
    y: float = 0.42
    zoom: float = 0.0
    width_px: int = 100
    height_px: int = 100

    @property
    def world_px(self) -> float:
        """How wide and high the world is."""
        return WORLD_PX * 2.0**self.zoom

    @property
    def min_zoom(self) -> float:
        """The zoom at which the world fills the view; further out it would be seen twice."""
        return math.log2(max(self.width_px, self.height_px, 1) / WORLD_PX)

    def held(self) -> Camera:
        """The same, with no view beyond the poles and x from 0 to 1."""
        zoom = min(MAX_ZOOM, max(self.min_zoom, self.zoom))
        half = self.height_px / 2 / (WORLD_PX * 2.0**zoom)
        y = min(1 - half, max(half, self.y)) if half < 0.5 else 0.5
        return replace(self, x=self.x % 1.0, y=y, zoom=zoom)

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the world stands in the view, at its nearest to the middle."""
        east = (x - self.x + 0.5) % 1.0 - 0.5
        return (
            east * self.world_px + self.width_px / 2,
            (y - self.y) * self.world_px + self.height_px / 2,
        )

    def to_world(self, left: float, top: float) -> tuple[float, float]:
        """The point of the world at a point of the view; x may lie beyond the date line."""
        return (
            self.x + (left - self.width_px / 2) / self.world_px,
            self.y + (top - self.height_px / 2) / self.world_px,
        )

    def moved(self, right_px: float, down_px: float) -> Camera:
        """Looking so many pixels further to the east and south."""
        x, y = self.x + right_px / self.world_px, self.y + down_px / self.world_px
        return replace(self, x=x, y=y).held()

    def zoomed(self, by: float, at: tuple[float, float] | None = None) -> Camera:
        """Nearer by so many doublings; the point of the view *at* stays where it is."""
        left, top = at or (self.width_px / 2, self.height_px / 2)
        x, y = self.to_world(left, top)
        zoom = min(MAX_ZOOM, max(self.min_zoom, self.zoom + by))
        world_px = WORLD_PX * 2.0**zoom
        return replace(
            self,
            x=x - (left - self.width_px / 2) / world_px,
            y=y - (top - self.height_px / 2) / world_px,
            zoom=zoom,
        ).held()

    def resized(self, width_px: int, height_px: int) -> Camera:
        """The same place in another view."""
        return replace(self, width_px=width_px, height_px=height_px).held()

    def fitted(self, bounds: tuple[float, float, float, float], margin_px: int) -> Camera:
        """Seeing all of *bounds* (west, north, east, south), at most ``FIT_ZOOM`` near."""
        west, north, east, south = bounds
        room = (max(40, self.width_px - 2 * margin_px), max(40, self.height_px - 2 * margin_px))
        spans = (east - west, south - north)
        zooms = [
            math.log2(px / WORLD_PX / span)
            for px, span in zip(room, spans, strict=True)
            if span > 0
        ]
        zoom = min([FIT_ZOOM, *zooms])
        return replace(self, x=(west + east) / 2, y=(north + south) / 2, zoom=zoom).held()

    def towards(self, other: Camera, share: float) -> Camera:
        """Part of the way to *other*; a point that stays in place at both ends does throughout."""
        zoom = self.zoom + share * (other.zoom - self.zoom)
        if abs(other.zoom - self.zoom) > 1e-6:
            here, now, there = (2.0**-one for one in (self.zoom, zoom, other.zoom))
            share = (now - here) / (there - here)
        east = (other.x - self.x + 0.5) % 1.0 - 0.5
        x, y = self.x + share * east, self.y + share * (other.y - self.y)
        return replace(other, x=x % 1.0, y=y, zoom=zoom)
