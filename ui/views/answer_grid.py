"""A grid that asks of each photo: yes or no?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.widgets import glyphs

DISC_PX, INSET_PX, GAP_PX = 24, 6, 5
YES, NO = True, False


class AnswerGrid(PhotoGrid):
    """A tick and a cross on every photo; Y and N answer for the selection or the current photo.

    Signals:
        answered: These photos (ids) show it, or do not.
        taken_back: What was said of these photos counts no more.

    Attributes:
        asks: Whether a tick is painted beside the cross; without, the cross takes an answer back.
    """

    answered = Signal(object, bool)
    taken_back = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(thumbnails, parent)
        self.asks = True
        self._under: tuple[int, bool] | None = None
        self.viewport().setMouseTracking(True)

    # -- input ------------------------------------------------------------------------------------

    def _act(self, event: QKeyEvent) -> bool:
        chosen = self.chosen_or_current()
        key, plain = event.key(), not event.modifiers()
        if chosen and plain and key in (Qt.Key.Key_Y, Qt.Key.Key_N):
            self.answered.emit(chosen, key == Qt.Key.Key_Y)
        elif chosen and not self.asks and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_back.emit(chosen)
        else:
            return super()._act(event)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an answer, or select."""
        under = self._disc_at(event.position())
        if under is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        index, says = under
        ids = [self.entries[index].id]
        if self.asks:
            self.answered.emit(ids, says)
        else:
            self.taken_back.emit(ids)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the photo; two quick answers are two answers."""
        if self._disc_at(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the disc under the pointer."""
        self._point_at(self._disc_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light none."""
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, under: tuple[int, bool] | None) -> None:
        if under != self._under:
            self._under = under
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a disc does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._disc_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._meaning(under) if under else "", self)
            return True
        return super().viewportEvent(event)

    def _meaning(self, under: tuple[int, bool]) -> str:
        if not self.asks:
            return self.tr("Take this answer back (Delete)")
        return self.tr("Yes, it shows this (Y)") if under[1] else self.tr("No, it does not (N)")

    # -- discs ------------------------------------------------------------------------------------

    def discs_of(self, index: int) -> list[tuple[bool, QRectF]]:
        """The discs on a photo: what each says, and where it stands."""
        area = self.area_of(index)
        no = _disc(area, 0)
        return [(YES, _disc(area, 1)), (NO, no)] if self.asks else [(NO, no)]

    def _disc_at(self, point: QPointF) -> tuple[int, bool] | None:
        index = self.index_at(point.toPoint())
        if index is None:
            return None
        for says, disc in self.discs_of(index):
            if disc.adjusted(-2, -2, 2, 2).contains(point):
                return index, says
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the discs over the photos that are seen, below the header that is held."""
        super().paintEvent(event)
        top = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if top > 0:
            painter.setClipRect(self.viewport().rect().adjusted(0, self._header_px, 0, 0))
        layout = self.layout_of_rows
        for row in layout.rows_between(top, top + self.viewport().height()):
            for box in layout.boxes_of(row):
                for says, disc in self.discs_of(box.index):
                    is_lit = self._under == (box.index, says)
                    glyphs.paint_answer(painter, disc, says=says, is_lit=is_lit)


def _disc(area: QRect, place: int) -> QRectF:
    """The disc at a place counted from the right, in the upper corner of a photo."""
    left = area.right() - INSET_PX - DISC_PX - place * (DISC_PX + GAP_PX)
    return QRectF(left, area.top() + INSET_PX, DISC_PX, DISC_PX)
