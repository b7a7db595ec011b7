"""A few small square photos in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer.models import PhotoId
from ui import theme
from ui.thumbnails import Thumbnails, Wanted

SIDE_PX, GAP_PX, RADIUS_PX = 44, 3, 5


class ThumbRow(QWidget):
    """Room for *places* photos, so that what stands behind several rows is in line."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        photo_ids: Sequence[PhotoId],
        places: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._photo_ids = tuple(photo_ids)[:places]
        self.setFixedSize(places * (SIDE_PX + GAP_PX) - GAP_PX, SIDE_PX)
        thumbnails.arrived.connect(self._thumbnail_arrived)

    def _thumbnail_arrived(self, photo_id: PhotoId) -> None:
        if photo_id in self._photo_ids:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        size = round(SIDE_PX * ratio), round(SIDE_PX * ratio), round(RADIUS_PX * ratio)
        wanted = [Wanted(photo_id, *size) for photo_id in self._photo_ids]
        for place, one in enumerate(wanted):
            area = QRect(place * (SIDE_PX + GAP_PX), 0, SIDE_PX, SIDE_PX)
            image = self._thumbnails.image(one)
            if image is not None:
                painter.drawImage(area, image)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().color(theme.BLANK))
                painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        self._thumbnails.ask_for(wanted)
