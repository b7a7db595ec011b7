"""A grid whose photos can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer.models import PhotoId
from ui import theme
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid


class ReorderGrid(PhotoGrid):
    """Dragging moves the selected photos; a bar shows where they will stand.

    Signals:
        moved: The ids in their new order.
    """

    moved = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(thumbnails, parent)
        self._gap: int | None = None

    def _dragged(self, point: QPoint) -> None:
        """Show where the photos would go; beyond the grid they go to whatever is there."""
        if self.viewport().rect().contains(point):
            self._gap = self._gap_at(point)
            self.viewport().update()
        else:
            self._gap = None
            super()._dragged(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move them."""
        gap, self._gap = self._gap, None
        if gap is not None:
            self._pressed_at = None
            ids = [entry.id for entry in self.entries]
            self.moved.emit(moved(ids, self.selection.chosen, gap))
            self.viewport().update()
        super().mouseReleaseEvent(event)

    def _gap_at(self, point: QPoint) -> int:
        index = self.index_at(point)
        if index is None:
            return self._gap if self._gap is not None else len(self.entries)
        return index + (point.x() > self.area_of(index).center().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar over the grid."""
        super().paintEvent(event)
        if self._gap is None or not self.entries:
            return
        at_end = self._gap >= len(self.entries)
        area = self.area_of(len(self.entries) - 1 if at_end else self._gap)
        x = area.right() + 1 if at_end else area.left() - 4
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(theme.INK))
        painter.setBrush(self.palette().color(theme.ACCENT))
        painter.drawRoundedRect(QRectF(x - 1, area.top() - 2, 5, area.height() + 4), 2, 2)


def moved(ids: Sequence[PhotoId], chosen: set[PhotoId], gap: int) -> list[PhotoId]:
    """*ids* with the chosen ones put, in their order, where the *gap* was."""
    before = [photo_id for photo_id in ids[:gap] if photo_id not in chosen]
    after = [photo_id for photo_id in ids[gap:] if photo_id not in chosen]
    return [*before, *(photo_id for photo_id in ids if photo_id in chosen), *after]


def with_unseen(seen: Sequence[PhotoId], before: Sequence[PhotoId]) -> list[PhotoId]:
    """What is seen in its new order, and behind each what stood behind it and is not seen."""
    shown = set(seen)
    behind: dict[PhotoId | None, list[PhotoId]] = {None: []}
    last: PhotoId | None = None
    for photo_id in before:
        if photo_id in shown:
            last = photo_id
            behind[last] = []
        else:
            behind[last].append(photo_id)
    whole = list(behind[None])
    for photo_id in seen:
        whole += [photo_id, *behind.get(photo_id, ())]
    return whole
