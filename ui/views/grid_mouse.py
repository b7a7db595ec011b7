"""What a drag with the mouse does in a grid: a rubber band, or photos on their way elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QDrag, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from organizer.models import PhotoId
from ui import messages, theme
from ui.photo_mime import photos_as_mime
from ui.thumbnails import Thumbnails, Wanted

if TYPE_CHECKING:
    from ui.views.grid_canvas import GridCanvas

SCROLL_MS, EDGE_PX = 30, 36
STACK_PX, STACKED, SHIFT_PX = 84, 3, 6


class RubberBand(QObject):
    """Selects what it touches; the grid scrolls on while it is held beyond an edge.

    Positions are those of the viewport; what was begun stays with its photos when they scroll.
    """

    def __init__(self, grid: GridCanvas, selected: Callable[[], object]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._selected = selected
        self._kept: set[PhotoId] = set()
        self._start: QPoint | None = None
        self._end = QPoint()
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_drawn(self) -> bool:
        """Whether it has been pulled open."""
        return self._start is not None and not self._box().isEmpty()

    def begin(self, point: QPoint, kept: Collection[PhotoId]) -> None:
        """Hold one corner at *point*; what is *kept* stays selected."""
        self._start = self._end = self._in_content(point)
        self._kept = set(kept)

    def pull(self, point: QPoint) -> None:
        """Hold the other corner at *point*."""
        if self._start is None:
            return
        self._end = self._in_content(point)
        self._select()
        height = self._grid.viewport().height()
        if EDGE_PX <= point.y() <= height - EDGE_PX:
            self._scrolling.stop()
        else:
            self._scrolling.start()

    def end(self) -> None:
        """Let go."""
        self._start = None
        self._scrolling.stop()
        self._grid.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint it, if it is open."""
        if not self.is_drawn:
            return
        palette = self._grid.palette()
        fill = palette.color(theme.ACCENT)
        fill.setAlphaF(0.22)
        painter.setPen(QPen(palette.color(theme.INK), 1))
        painter.setBrush(fill)
        painter.drawRect(self._box().translated(0, -self._grid.verticalScrollBar().value()))

    def _in_content(self, point: QPoint) -> QPoint:
        return point + QPoint(0, self._grid.verticalScrollBar().value())

    def _box(self) -> QRect:
        start = self._start or self._end
        left, right = sorted((start.x(), self._end.x()))
        top, bottom = sorted((start.y(), self._end.y()))
        return QRect(left, top, right - left, bottom - top)

    def _select(self) -> None:
        box = self._box()
        touched = self._grid.indices_in(box) if self.is_drawn else []
        selection = self._grid.selection
        selection.take(touched)
        selection.chosen |= self._kept
        if touched:
            selection.stand_on(touched[-1])
        self._selected()

    def _scroll(self) -> None:
        if self._start is None:
            return
        bar = self._grid.verticalScrollBar()
        below = self._end.y() - bar.value()
        step = below - (EDGE_PX if below < EDGE_PX else self._grid.viewport().height() - EDGE_PX)
        before = bar.value()
        bar.setValue(before + step)
        self._end += QPoint(0, bar.value() - before)
        self._select()


def drag_photos(grid: GridCanvas, photo_ids: list[PhotoId], thumbnails: Thumbnails) -> None:
    """Let photos be dropped on an album; returns when they were, or when it was given up."""
    drag = QDrag(grid)
    drag.setMimeData(photos_as_mime(photo_ids))
    drag.setPixmap(_stack(grid, photo_ids, thumbnails))
    drag.setHotSpot(QPoint(-8, -8))
    drag.exec(Qt.DropAction.CopyAction)


def far_enough(start: QPoint, point: QPoint) -> bool:
    """Whether the mouse was moved on purpose."""
    return (point - start).manhattanLength() >= QApplication.startDragDistance()


def _stack(grid: GridCanvas, photo_ids: list[PhotoId], thumbnails: Thumbnails) -> QPixmap:
    """Some of the photos over each other, with their number."""
    ratio = grid.devicePixelRatioF()
    side = STACK_PX + (STACKED - 1) * SHIFT_PX
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    palette = grid.palette()
    shown = photo_ids[:STACKED]
    for depth, photo_id in reversed(list(enumerate(shown))):
        area = QRect(depth * SHIFT_PX, depth * SHIFT_PX, STACK_PX, STACK_PX)
        image = thumbnails.image(Wanted(photo_id, STACK_PX, STACK_PX, radius_px=4))
        painter.fillRect(area, palette.color(theme.BLANK))
        if image is not None:
            side_px = min(image.width(), image.height())
            source = QRect(0, 0, side_px, side_px)
            source.moveCenter(image.rect().center())
            painter.drawImage(area, image, source)
        painter.setPen(palette.color(theme.PANEL))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
    if len(photo_ids) > 1:
        _paint_number(painter, grid, messages.number(len(photo_ids)))
    painter.end()
    return pixmap


def _paint_number(painter: QPainter, grid: GridCanvas, text: str) -> None:
    width = painter.fontMetrics().horizontalAdvance(text) + 14
    badge = QRectF(STACK_PX - width - 4, 4, width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(grid.palette().color(theme.ACCENT))
    painter.drawRoundedRect(badge, 10, 10)
    painter.setPen(grid.palette().color(theme.ON_ACCENT))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)
