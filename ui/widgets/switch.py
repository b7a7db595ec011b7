"""A switch that slides, for something that is on or off."""

from __future__ import annotations

from PySide6.QtCore import (
    Property,
    QEasingCurve,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.motion import wants_no_motion

WIDTH_PX, HEIGHT_PX, MARGIN_PX = 42, 24, 4


class Switch(QAbstractButton):
    """Amber when on. A dark edge keeps it visible on white; Space and Enter turn it.

    It asks before it turns: a click sends ``asked`` with the wished state, and whoever owns the
    switch calls :meth:`show_state` when it is so.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._knob = 0.0
        self._slide = QPropertyAnimation(self, b"knob", self)
        self._slide.setDuration(130)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.toggled.connect(self._start_slide)

    def sizeHint(self) -> QSize:
        """The switch and room for its focus ring."""
        return QSize(WIDTH_PX + 2 * MARGIN_PX, HEIGHT_PX + 2 * MARGIN_PX)

    def keyPressEvent(self, event) -> None:
        """Enter turns it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def show_state(self, *, on: bool) -> None:
        """Stand where it should, without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 - Qt
        self.setChecked(on)
        self.blockSignals(False)  # noqa: FBT003 - Qt
        self._start_slide(on)

    def _start_slide(self, on: bool) -> None:  # noqa: FBT001 - a slot
        target = 1.0 if on else 0.0
        self._slide.stop()
        if not self.isVisible() or wants_no_motion():
            self._set_knob(target)
            return
        self._slide.setStartValue(self._knob)
        self._slide.setEndValue(target)
        self._slide.start()

    def _get_knob(self) -> float:
        return self._knob

    def _set_knob(self, value: float) -> None:
        self._knob = value
        self.update()

    knob = Property(float, _get_knob, _set_knob)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(MARGIN_PX, MARGIN_PX, WIDTH_PX, HEIGHT_PX)
        palette = self.palette()
        on = self.isChecked()
        painter.setBrush(palette.color(theme.ACCENT if on else theme.TRACK))
        painter.setPen(QPen(QColor(32, 22, 0, 150) if on else palette.color(theme.TRACK), 1))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT_PX / 2, HEIGHT_PX / 2)
        size = HEIGHT_PX - 6
        left = track.left() + 3 + self._knob * (WIDTH_PX - size - 6)
        painter.setPen(QPen(QColor(32, 22, 0, 60), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QRectF(left, track.top() + 3, size, size))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(theme.INK), 2))
            radius = HEIGHT_PX / 2 + 2
            painter.drawRoundedRect(track.adjusted(-2.5, -2.5, 2.5, 2.5), radius, radius)
