"""One large and two small photos side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.models import PhotoId
from ui import theme
from ui.thumbnails import Thumbnails, Wanted
from ui.widgets.card import RADIUS_PX

HEIGHT_PX, GAP_PX = 179, 2
LARGE_SHARE = 0.665


class Collage(QWidget):
    """Up to three photos, cut to fill; the upper corners are round like the card's.

    Signals:
        clicked: It was clicked.
    """

    clicked = Signal()

    def __init__(
        self, thumbnails: Thumbnails, photo_ids: Sequence[PhotoId], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._photo_ids = photo_ids
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        thumbnails.arrived.connect(self._thumbnail_arrived)

    def _thumbnail_arrived(self, photo_id: PhotoId) -> None:
        if photo_id in self._photo_ids:
            self.update()

    def _areas(self) -> list[QRect]:
        whole = self.rect()
        if len(self._photo_ids) < 3:
            return [whole]
        left = round(whole.width() * LARGE_SHARE)
        half = (whole.height() - GAP_PX) // 2
        rest = whole.width() - left - GAP_PX
        return [
            QRect(0, 0, left, whole.height()),
            QRect(left + GAP_PX, 0, rest, half),
            QRect(left + GAP_PX, half + GAP_PX, rest, whole.height() - half - GAP_PX),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photos inside the round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        below = QRectF(self.rect()).adjusted(0, 0, 0, RADIUS_PX * 2)
        outline.addRoundedRect(below, RADIUS_PX, RADIUS_PX)
        painter.setClipPath(outline)
        ratio = self.devicePixelRatioF()
        wanted = []
        for photo_id, area in zip(self._photo_ids, self._areas(), strict=False):
            one = Wanted(photo_id, round(area.width() * ratio), round(area.height() * ratio))
            wanted.append(one)
            image = self._thumbnails.image(one)
            if image is None:
                painter.fillRect(area, self.palette().color(theme.BLANK))
            else:
                painter.drawImage(area, image)
        self._thumbnails.ask_for(wanted)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()


def three_of(cover: PhotoId, photo_ids: Sequence[PhotoId]) -> list[PhotoId]:
    """The cover and two others that stand far apart."""
    others = [photo_id for photo_id in photo_ids if photo_id != cover]
    if len(others) < 2:
        return [cover, *others]
    return [cover, others[len(others) // 3], others[-1 - len(others) // 6]]
