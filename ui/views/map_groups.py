"""Where groups of photos stand in the view of a map, and how they are painted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen

from organizer.models import PhotoId
from ui import messages, theme
from ui.thumbnails import Thumbnails, Wanted
from ui.views.map_camera import Camera

if TYPE_CHECKING:
    from organizer.pipeline.mapping import PhotoMap

# the wider picture for the greater group: (from so many photos, pixels)
SIZES = ((100, 58), (10, 52), (0, 46))
FRAME_PX = 2.5
SHOWN_AROUND_PX = 40


class Stretch(NamedTuple):
    """A group of photos by where it stands in the order of the clusters."""

    start: int
    end: int

    @property
    def count(self) -> int:
        """How many photos it has."""
        return self.end - self.start


class Group(NamedTuple):
    """A group in the view: its photos, the one that stands for it, and its round picture."""

    stretch: Stretch
    cover: PhotoId
    cover_row: int
    disc: QRectF


def level_of(zoom: float, photo_map: PhotoMap) -> int:
    """The level of groups that is shown at a zoom."""
    return max(0, min(int(zoom), len(photo_map.clusters.levels) - 1))


def groups_in(
    photo_map: PhotoMap, camera: Camera, level: int, before: int, share: float
) -> list[Group]:
    """The groups that are seen, the smallest first; *share* of the way from level *before*."""
    import numpy as np  # not at start-up

    shown, former = photo_map.clusters.levels[level], photo_map.clusters.levels[before]
    xs, ys = shown.xs, shown.ys
    if share < 1 and len(shown):
        at = np.searchsorted(former.starts, shown.starts[:-1], side="right") - 1
        east = (xs - former.xs[at] + 0.5) % 1.0 - 0.5
        xs = former.xs[at] + share * east
        ys = former.ys[at] + share * (ys - former.ys[at])
    lefts = ((xs - camera.x + 0.5) % 1.0 - 0.5) * camera.world_px + camera.width_px / 2
    tops = (ys - camera.y) * camera.world_px + camera.height_px / 2
    around = SHOWN_AROUND_PX
    seen = (np.abs(lefts - camera.width_px / 2) < camera.width_px / 2 + around) & (
        np.abs(tops - camera.height_px / 2) < camera.height_px / 2 + around
    )
    rows = np.flatnonzero(seen)
    rows = rows[np.argsort(shown.counts[rows], kind="stable")]
    return [
        _group(photo_map, shown, row, (float(lefts[row]), float(tops[row])))
        for row in rows.tolist()
    ]


def _group(photo_map: PhotoMap, level: object, row: int, spot: tuple[float, float]) -> Group:
    stretch = Stretch(int(level.starts[row]), int(level.starts[row + 1]))
    cover_row = int(level.covers[row])
    size = next(px for least, px in SIZES if stretch.count >= least)
    disc = QRectF(0, 0, size, size)
    disc.moveCenter(QPointF(*spot))
    return Group(stretch, photo_map.ids[cover_row], cover_row, disc)


def wanted_of(group: Group, ratio: float) -> Wanted:
    """The round thumbnail of a group in device pixels."""
    side = math.ceil((group.disc.width() - 2 * FRAME_PX) * ratio)
    return Wanted(group.cover, side, side, side // 2)


def paint_group(painter: QPainter, group: Group, thumbnails: Thumbnails, palette: QPalette) -> None:
    """A round picture in a frame."""
    disc = group.disc
    painter.setPen(QPen(palette.color(theme.TRACK), 1))
    painter.setBrush(palette.color(theme.PANEL))
    painter.drawEllipse(disc)
    inner = disc.adjusted(FRAME_PX, FRAME_PX, -FRAME_PX, -FRAME_PX)
    image = thumbnails.image(wanted_of(group, painter.device().devicePixelRatioF()))
    if image is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(theme.BLANK))
        painter.drawEllipse(inner)
    else:
        painter.drawImage(inner, image)


def paint_count(painter: QPainter, group: Group, palette: QPalette, font: QFont) -> None:
    """How many photos a group has, in amber at its upper right; nothing for one photo."""
    if group.stretch.count < 2:
        return
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.84)
    small.setWeight(QFont.Weight.Bold)
    text = messages.number(group.stretch.count)
    metrics = QFontMetricsF(small)
    height = metrics.height() + 1
    pill = QRectF(0, 0, max(height, metrics.horizontalAdvance(text) + 10), height)
    pill.moveCenter(QPointF(group.disc.right() - 7, group.disc.top() + 8))
    painter.setPen(QPen(palette.color(theme.PANEL), 1.5))
    painter.setBrush(palette.color(theme.ACCENT))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(small)
    painter.setPen(palette.color(theme.ON_ACCENT))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_ring(painter: QPainter, group: Group, palette: QPalette, *, has_focus: bool) -> None:
    """The ring around the chosen group."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(theme.INK if has_focus else theme.ACCENT), 3))
    painter.drawEllipse(group.disc.adjusted(-2, -2, 2, 2))
