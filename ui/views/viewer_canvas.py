"""One picture, fitted or enlarged, dragged and zoomed."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.motion import wants_no_motion
from ui.thumbnails import turned
from ui.widgets import glyphs

MAX_SCALE = 8.0
STEP = 1.25
FADE_MS = 450
PLAY_PX = 34


class View(NamedTuple):
    """Which part of a picture is seen, in terms that hold for pictures of other sizes.

    Attributes:
        is_fitted: The whole picture is seen; the rest says nothing then.
        side_px: How long its longer side is on the screen.
        centre: The point in the middle, as shares of width and height.
    """

    is_fitted: bool
    side_px: float
    centre: QPointF


class ViewerCanvas(QWidget):
    """Shows an image of a picture whose real size may be larger.

    Signals:
        scaled: The scale changed: screen pixels for each pixel of the real picture.
        moved: Somebody zoomed or dragged the picture.
        play_asked: The sign that plays a video was clicked.
    """

    scaled = Signal(float)
    moved = Signal()
    play_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._real_width = 1
        self._real_height = 1
        self._is_fitted = True
        self._scale = 1.0
        self._centre = QPointF(0.5, 0.5)
        self._dragged_from: QPointF | None = None
        self._message = ""
        self._can_play = False
        self._before: tuple[QImage, QRectF] | None = None  # what fades away
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE_MS)
        self._fade.valueChanged.connect(lambda _value: self.update())
        self._fade.finished.connect(self._end_fade)
        self.setMinimumSize(120, 120)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_picture(
        self, image: QImage | None, real_width: int, real_height: int, *, fade: bool = False
    ) -> None:
        """Show another picture, fitted; *image* may be a thumbnail of it, or None for now."""
        self._end_fade()
        if fade and self._image is not None and not wants_no_motion():
            self._before = self._image, self._frame()
            self._fade.start()
        self._image, self._message = image, ""
        self._real_width, self._real_height = real_width, real_height
        self._is_fitted = True
        self._fit()

    def improve(self, image: QImage) -> None:
        """Show the same picture with more pixels; place and zoom stay."""
        self._image = image
        self.update()

    def turn(self, quarter_turns: int) -> None:
        """Show what is seen now turned clockwise, fitted."""
        if self._image is None:
            return
        image = turned(self._image, quarter_turns)
        width, height = self._real_width, self._real_height
        self.show_picture(image, *((height, width) if quarter_turns % 2 else (width, height)))

    def show_play_sign(self, *, can_play: bool) -> None:
        """Show that this is a video, which a click has played."""
        self._can_play = can_play
        self.update()

    def _end_fade(self) -> None:
        self._fade.stop()
        self._before = None
        self.update()

    def say(self, message: str) -> None:
        """Say why there is no picture."""
        self._message = message
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether there is something to see."""
        return self._image is not None

    @property
    def real_size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return self._real_width, self._real_height

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is seen."""
        return self._is_fitted

    @property
    def scale(self) -> float:
        """Screen pixels for each pixel of the picture."""
        return self._scale

    def has_enough_pixels(self) -> bool:
        """Whether the image is as fine as what the zoom shows of the picture."""
        if self._image is None:
            return False
        shown = self._real_width * self._scale * self.devicePixelRatioF()
        return self._image.width() >= min(shown, self._real_width) - 2

    def fit(self) -> None:
        """Show the whole picture."""
        self._is_fitted = True
        self._fit()
        self.moved.emit()

    @property
    def view(self) -> View:
        """Which part is seen."""
        side_px = self._scale * max(self._real_width, self._real_height)
        return View(self._is_fitted, side_px, QPointF(self._centre))

    def follow(self, view: View) -> None:
        """Show the same part as another canvas."""
        self._is_fitted = view.is_fitted
        if view.is_fitted:
            self._fit()
            return
        self._scale = view.side_px / max(self._real_width, self._real_height)
        self._centre = QPointF(view.centre)
        self._moved()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Enlarge to *scale*, keeping the point *at* of this widget where it is."""
        least = min(self._fitting_scale(), 1.0)
        scale = min(max(scale, least), MAX_SCALE)
        if scale <= least * 1.001 and least == self._fitting_scale():
            self.fit()
            return
        at = at or QPointF(self.rect().center())
        frame = self._frame()
        x = (at.x() - frame.left()) / frame.width()
        y = (at.y() - frame.top()) / frame.height()
        self._scale, self._is_fitted = scale, False
        width, height = self._real_width * scale, self._real_height * scale
        middle = QPointF(self.rect().center())
        self._centre = QPointF(
            x + (middle.x() - at.x()) / width, y + (middle.y() - at.y()) / height
        )
        self._moved()
        self.moved.emit()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge, or make smaller, by *factor*."""
        self.zoom_to(self._scale * factor, at)

    def turn_zoom(self, at: QPointF | None = None) -> None:
        """Switch between the whole picture and 100 %."""
        if self._is_fitted:
            self.zoom_to(1.0 / self.devicePixelRatioF(), at)
        else:
            self.fit()

    def _fitting_scale(self) -> float:
        by_width = self.width() / max(1, self._real_width)
        by_height = self.height() / max(1, self._real_height)
        whole = 1.0 / self.devicePixelRatioF()  # a small picture is not blown up
        return max(0.001, min(by_width, by_height, whole))

    def _fit(self) -> None:
        self._scale = self._fitting_scale()
        self._centre = QPointF(0.5, 0.5)
        self._moved()

    def _moved(self) -> None:
        """Keep the picture from leaving the window, and paint."""
        width, height = self._real_width * self._scale, self._real_height * self._scale
        self._centre = QPointF(
            _kept_inside(self._centre.x(), self.width() / width),
            _kept_inside(self._centre.y(), self.height() / height),
        )
        cursor = Qt.CursorShape.ArrowCursor if self._is_fitted else Qt.CursorShape.OpenHandCursor
        self.setCursor(cursor)
        self.scaled.emit(self._scale)
        self.update()

    def _frame(self) -> QRectF:
        width, height = self._real_width * self._scale, self._real_height * self._scale
        middle = QPointF(self.rect().center())
        left = middle.x() - self._centre.x() * width
        top = middle.y() - self._centre.y() * height
        return QRectF(left, top, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the sentence that says why there is none."""
        painter = QPainter(self)
        if self._before is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(1.0 - float(self._fade.currentValue()))
            painter.drawImage(self._before[1], self._before[0])
            painter.setOpacity(float(self._fade.currentValue()))
        if self._image is not None:
            smooth = self._scale * self.devicePixelRatioF() < 3
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(self._frame(), self._image)
        elif not self._message:
            painter.fillRect(self._frame(), self.palette().color(theme.PANEL))
        painter.setOpacity(1.0)
        if self._can_play:
            glyphs.paint_play(painter, QPointF(self.rect().center()), PLAY_PX)
        if self._message:
            self._paint_message(painter)

    def _paint_message(self, painter: QPainter) -> None:
        """The sentence on a panel of its own, readable over any picture."""
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        room = self.rect().adjusted(60, 0, -60, 0)
        text = painter.boundingRect(room, flags, self._message)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(theme.PANEL))
        painter.drawRoundedRect(text.adjusted(-18, -12, 18, 12), 8, 8)
        painter.setPen(self.palette().color(theme.INK))
        painter.drawText(room, flags, self._message)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit again."""
        if self._is_fitted:
            self._fit()
        else:
            self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(STEP**steps, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton and self._can_play:
            way = event.position() - QPointF(self.rect().center())
            if math.hypot(way.x(), way.y()) <= PLAY_PX:
                self.play_asked.emit()
        elif event.button() == Qt.MouseButton.LeftButton and not self._is_fitted:
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._dragged_from is None:
            return
        way = event.position() - self._dragged_from
        self._dragged_from = event.position()
        frame = self._frame()
        self._centre -= QPointF(way.x() / frame.width(), way.y() / frame.height())
        self._moved()
        self.moved.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._dragged_from = None
        self._moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Switch between fit and 100 %."""
        self.turn_zoom(event.position())


def _kept_inside(centre: float, seen: float) -> float:
    """*centre* so that no empty stripe shows; *seen* is the visible share of the picture."""
    if seen >= 1:
        return 0.5
    return min(max(centre, seen / 2), 1 - seen / 2)
