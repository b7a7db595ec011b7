"""Paints what lies under the photos of a map: water, land, borders and names of towns."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from ui import theme
from ui.views.map_camera import Camera

if TYPE_CHECKING:
    from organizer.pipeline.mapping import Land
    from organizer.places.map_outlines import OutlineLevel, Part

# from which zoom a level of outlines is fine enough
LEVEL_FROM = (0.0, 2.6, 5.2)
MAX_TILES, MAX_NAMES = 400, 600
NEW_NAMES = 10  # a frame; making the picture of a name takes some tenths of a millisecond
PREPARED = 2  # levels whose tiles are many and soon seen
HALO_PX = 3
DOT_PX = 2.2
ELEMENT = [("type", ">i4"), ("x", ">f8"), ("y", ">f8")]  # of a path, as Qt writes it to a stream


class TilePaths(NamedTuple):
    """One tile in units of it: what is filled, and what is drawn as lines."""

    land: QPainterPath
    coast: QPainterPath
    borders: QPainterPath


class LandPainter:
    """Holds the paths and pictures of names that were painted lately."""

    def __init__(self, land: Land, name_of: Callable[[int], str]) -> None:
        self._land = land
        self._name_of = name_of
        self._tiles: OrderedDict[tuple[int, int], TilePaths] = OrderedDict()
        self._names: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()

    def prepare(self) -> LandPainter:
        """Make the paths of the coarse levels beforehand, in any thread."""
        for number, level in enumerate(self._land.outlines[:PREPARED]):
            for tile in range(level.tiles**2):
                self._tile(number, tile)
        return self

    # -- land -------------------------------------------------------------------------------------

    def paint_land(self, painter: QPainter, camera: Camera, palette: QPalette) -> None:
        """Land and borders of what is seen; the water is there already."""
        colours = map_colours(palette)
        number = max(place for place, zoom in enumerate(LEVEL_FROM) if camera.zoom >= zoom)
        level = self._land.outlines[number]
        tile_px = camera.world_px / level.tiles
        for column, row in _tiles_in(camera, level.tiles):
            paths = self._tile(number, row * level.tiles + column % level.tiles)
            painter.save()
            left = (column / level.tiles - camera.x) * camera.world_px + camera.width_px / 2
            top = (row / level.tiles - camera.y) * camera.world_px + camera.height_px / 2
            painter.translate(left, top)
            _paint_tile(painter, paths, tile_px, colours)
            painter.restore()

    def _tile(self, number: int, tile: int) -> TilePaths:
        key = (number, tile)
        if key not in self._tiles:
            self._tiles[key] = _paths_of(self._land.outlines[number], tile)
            while len(self._tiles) > MAX_TILES:
                self._tiles.popitem(last=False)
        self._tiles.move_to_end(key)
        return self._tiles[key]

    # -- names ------------------------------------------------------------------------------------

    def paint_names(
        self,
        painter: QPainter,
        camera: Camera,
        palette: QPalette,
        font: QFont,
        discs: Sequence[QRectF],
    ) -> bool:
        """Names of towns, below the round picture where one lies on the town; whether all are."""
        used, made = list(discs), 0
        ratio = painter.device().devicePixelRatioF()
        for row, spot, population in self._towns_in(camera):
            key = (row, palette.cacheKey(), round(ratio * 100 + font.pointSizeF() * 10_000))
            made += key not in self._names
            if made > NEW_NAMES:
                return False
            pixmap = self._name(key, population, font, palette, ratio)
            size = pixmap.deviceIndependentSize()
            under = next((disc for disc in discs if disc.contains(spot)), None)
            if under is None:
                area = QRectF(spot.x() + DOT_PX, spot.y() - size.height() / 2, *_sides(size))
            else:
                left = under.center().x() - size.width() / 2
                area = QRectF(left, under.bottom() - HALO_PX, *_sides(size))
            inner = area.adjusted(HALO_PX, HALO_PX, -HALO_PX, -HALO_PX)
            if any(inner.intersects(other) for other in used):
                continue
            used.append(area)
            if under is None:
                _paint_dot(painter, spot, palette)
            painter.drawPixmap(area.topLeft(), pixmap)
        return True

    def _towns_in(self, camera: Camera) -> list[tuple[int, QPointF, float]]:
        """Row, point of the view and population of the towns to be named, the greatest first."""
        import numpy as np  # not at start-up

        level = self._land.towns[min(int(camera.zoom), len(self._land.towns) - 1)]
        lefts = ((level.xs - camera.x + 0.5) % 1.0 - 0.5) * camera.world_px + camera.width_px / 2
        tops = (level.ys - camera.y) * camera.world_px + camera.height_px / 2
        seen = (lefts > -40) & (lefts < camera.width_px) & (tops > 0) & (tops < camera.height_px)
        return [
            (int(level.rows[at]), QPointF(lefts[at], tops[at]), float(level.populations[at]))
            for at in np.flatnonzero(seen).tolist()
        ]

    def _name(
        self,
        key: tuple[int, int, int],
        population: float,
        font: QFont,
        palette: QPalette,
        ratio: float,
    ) -> QPixmap:
        if key not in self._names:
            self._names[key] = _name_pixmap(self._name_of(key[0]), population, font, palette, ratio)
            while len(self._names) > MAX_NAMES:
                self._names.popitem(last=False)
        self._names.move_to_end(key)
        return self._names[key]


class MapColours(NamedTuple):
    """The colours of a map."""

    water: QColor
    land: QColor
    coast: QColor
    border: QColor


def map_colours(palette: QPalette) -> MapColours:
    """Calm greys of the palette: land stands out from water, photos stand out from both."""
    is_dark = palette.color(theme.BG).lightness() < 128
    land = palette.color(theme.BLANK if is_dark else theme.PANEL)
    water = palette.color(theme.SIDE) if is_dark else _mixed(palette, theme.BLANK, theme.SIDE, 0.75)
    coast = _mixed(palette, theme.TRACK, theme.LINE, 0.35)
    return MapColours(water, land, coast, _mixed(palette, theme.TRACK, theme.LINE, 0.2))


def _mixed(
    palette: QPalette, one: QPalette.ColorRole, other: QPalette.ColorRole, share: float
) -> QColor:
    """So much of *one*, the rest of *other*."""
    first, second = palette.color(one), palette.color(other)
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return QColor(*(round(share * a + (1 - share) * b) for a, b in parts))


def _tiles_in(camera: Camera, tiles: int) -> list[tuple[int, int]]:
    """Columns, counted on beyond the date line, and rows of the tiles that are seen."""
    west, north = camera.to_world(0, 0)
    east, south = camera.to_world(camera.width_px, camera.height_px)
    columns = range(math.floor(west * tiles), math.floor(east * tiles) + 1)
    rows = range(max(0, math.floor(north * tiles)), min(tiles - 1, math.floor(south * tiles)) + 1)
    return [(column, row) for row in rows for column in columns]


def _paint_tile(painter: QPainter, paths: TilePaths, tile_px: float, colours: MapColours) -> None:
    from organizer.places.map_outlines import UNITS  # brings numpy: not at start-up

    painter.scale(tile_px / UNITS, tile_px / UNITS)
    # tiles meet without a gap only if their edges are not smoothed; the coast hides the steps
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillPath(paths.land, colours.land)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for path, colour in ((paths.borders, colours.border), (paths.coast, colours.coast)):
        if not path.isEmpty():
            pen = QPen(colour, 1)
            pen.setCosmetic(True)
            painter.strokePath(path, pen)


def _paths_of(level: OutlineLevel, tile: int) -> TilePaths:
    from organizer.places.map_outlines import BORDER, LAND

    parts = level.parts_of(tile)
    rings = [part for part in parts if part.kind == LAND]
    return TilePaths(
        land=_path(rings, closed=True),
        coast=_path(rings, closed=True, without_edges=True),
        borders=_path([part for part in parts if part.kind == BORDER], closed=False),
    )


def _path(parts: Sequence[Part], *, closed: bool, without_edges: bool = False) -> QPainterPath:
    """A path of all parts, made at once from bytes as Qt would write it to a stream."""
    import numpy as np  # not at start-up

    path = QPainterPath()
    pieces = []
    for part in parts:
        end = 1 if closed else 0
        piece = np.zeros(len(part.xs) + end, dtype=ELEMENT)
        piece["x"], piece["y"] = (np.append(one, one[:end]) for one in (part.xs, part.ys))
        piece["type"] = 1
        if without_edges:
            piece["type"][1:][_on_an_edge(piece["x"]) | _on_an_edge(piece["y"])] = 0
        piece["type"][0] = 0
        pieces.append(piece)
    if pieces:
        joined = np.concatenate(pieces).astype(ELEMENT)  # joining turns the bytes round
        last = int(np.flatnonzero(joined["type"] == 0)[-1])
        numbers = (len(joined), joined.tobytes(), last, Qt.FillRule.OddEvenFill.value)
        packed = b"".join(
            one if isinstance(one, bytes) else one.to_bytes(4, "big") for one in numbers
        )
        stream = QDataStream(QByteArray(packed))
        stream >> path
    return path


def _on_an_edge(values: object) -> object:
    """Whether a step from value to value runs along the edge of the tile."""
    from organizer.places.map_outlines import UNITS

    low, high = values <= 0, values >= UNITS
    return (low[1:] & low[:-1]) | (high[1:] & high[:-1])


def _sides(size: QSize) -> tuple[float, float]:
    return size.width(), size.height()


def _paint_dot(painter: QPainter, spot: QPointF, palette: QPalette) -> None:
    painter.setPen(QPen(map_colours(palette).land, 1))
    painter.setBrush(palette.color(theme.SOFT))
    painter.drawEllipse(spot, DOT_PX, DOT_PX)


def _name_pixmap(
    text: str, population: float, font: QFont, palette: QPalette, ratio: float
) -> QPixmap:
    """The name with a halo in the colour of the land, larger for a large town."""
    chosen = QFont(font)
    chosen.setPointSizeF(font.pointSizeF() * (0.98 if population > 1_000_000 else 0.86))
    chosen.setWeight(QFont.Weight.DemiBold if population > 1_000_000 else QFont.Weight.Medium)
    metrics = QFontMetrics(chosen)
    width, height = metrics.horizontalAdvance(text) + 2 * HALO_PX, metrics.height() + 2
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addText(HALO_PX, 1 + metrics.ascent(), chosen, text)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    halo = QColor(map_colours(palette).land)
    halo.setAlphaF(0.8)
    painter.strokePath(
        path,
        QPen(halo, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin),
    )
    painter.setFont(chosen)
    painter.setPen(palette.color(theme.INK if population > 1_000_000 else theme.SOFT))
    painter.drawText(QPointF(HALO_PX, 1 + metrics.ascent()), text)
    painter.end()
    return pixmap
