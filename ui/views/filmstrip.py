"""The neighbours of the photo that is seen large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.models import PhotoId
from ui import theme
from ui.thumbnails import Thumbnails, Wanted
from ui.widgets.notice_bar import KEPT_CLEAR

WIDTH_PX, HEIGHT_PX, GAP_PX, STRIP_PX, RADIUS_PX = 64, 48, 6, 80, 4
PALE = 0.72


class Filmstrip(QWidget):
    """Small pictures in a row, the current one framed and in the middle where there are enough.

    Signals:
        chosen: The photo at this index was clicked.
    """

    chosen = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._ids: Sequence[PhotoId] = ()
        self._current = 0
        self.setProperty(KEPT_CLEAR, "yes")
        self.setFixedHeight(STRIP_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Neighbouring photos"))
        thumbnails.arrived.connect(self._thumbnail_arrived)

    def show_photos(self, photo_ids: Sequence[PhotoId], current: int) -> None:
        """Show the neighbours of the photo at *current*."""
        self._ids, self._current = photo_ids, current
        self.update()

    def _thumbnail_arrived(self, _photo_id: object) -> None:
        if self.isVisible():
            self.update()

    def _areas(self) -> list[tuple[int, QRect]]:
        step = WIDTH_PX + GAP_PX
        room = max(1, (self.width() - 32 + GAP_PX) // step)
        count = min(room, len(self._ids))
        first = min(max(0, self._current - count // 2), len(self._ids) - count)
        left = (self.width() - count * step + GAP_PX) // 2
        top = (self.height() - HEIGHT_PX) // 2
        return [
            (first + place, QRect(left + place * step, top, WIDTH_PX, HEIGHT_PX))
            for place in range(count)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what has room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        size = round(WIDTH_PX * ratio), round(HEIGHT_PX * ratio), round(RADIUS_PX * ratio)
        wanted = []
        for index, area in self._areas():
            one = Wanted(self._ids[index], *size)
            wanted.append(one)
            image = self._thumbnails.image(one)
            painter.setOpacity(1.0 if index == self._current else PALE)
            if image is not None:
                painter.drawImage(area, image)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(theme.BLANK))
                painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
            if index == self._current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.palette().color(theme.ACCENT), 2))
                painter.drawRoundedRect(QRectF(area).adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
        self._thumbnails.ask_for(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the photo that is clicked."""
        for index, area in self._areas():
            if area.contains(event.position().toPoint()):
                self.chosen.emit(index)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go on, or back."""
        step = -1 if event.angleDelta().y() > 0 else 1
        self.chosen.emit(min(max(self._current + step, 0), len(self._ids) - 1))
