"""The years at the right of the timeline: click or drag to travel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QLabel, QWidget

from ui import theme

WIDTH_PX = 48
EDGE_PX = 30
NAME_PX, HANDLE_PX = 18, 26
LABEL_EVERY_PX = 19


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year or month and the height at which it begins, in pixels of the whole timeline."""

    label: str
    top: int
    is_year: bool = True


class Scrubber(QAbstractSlider):
    """A slider over the whole timeline with the years as its marks. Its value is a height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setInvertedControls(True)
        self.setInvertedAppearance(True)
        self.setFixedWidth(WIDTH_PX)
        self.setAccessibleName(self.tr("Years"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._marks: Sequence[YearMark] = ()
        self._moments: dict[int, str] = {}
        self._hovered = False
        self._names: QPixmap | None = None
        self._bubble = QLabel(self.parentWidget())
        self._bubble.setTextFormat(Qt.TextFormat.PlainText)
        self._bubble.hide()
        self.valueChanged.connect(self.update)
        self.rangeChanged.connect(self._forget_names)

    def set_marks(self, marks: Sequence[YearMark]) -> None:
        """Show these years."""
        self._marks = marks
        self._forget_names()

    def show_bubble(self, text: str) -> None:
        """Say beside the handle where one is; only while dragging."""
        if not self.isSliderDown() or not text:
            return
        self._bubble.setText(text)
        self._bubble.setStyleSheet(
            f"background: {self.palette().color(theme.INK).name()};"
            f"color: {self.palette().color(theme.BG).name()};"
            "border-radius: 8px; padding: 6px 12px; font-weight: 600;"
        )
        self._bubble.adjustSize()
        at = self.mapTo(self.parentWidget(), QPoint(0, round(self._y_of(self.value()))))
        self._bubble.move(at.x() - self._bubble.width() - 6, at.y() - self._bubble.height() // 2)
        self._bubble.show()
        self._bubble.raise_()

    def _y_of(self, height: float) -> float:
        free = max(1, self.height() - 2 * EDGE_PX)
        return EDGE_PX + free * height / max(1, self.maximum())

    def _value_at(self, y: float) -> int:
        free = max(1, self.height() - 2 * EDGE_PX)
        return round((y - EDGE_PX) / free * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Travel there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            y = event.position().y()
            on_handle = abs(y - self._y_of(self.value())) <= HANDLE_PX / 2
            named = None if on_handle else self._named_at(y)
            self.setValue(self._value_at(y) if named is None else named)

    def _named_at(self, y: float) -> int | None:
        """Where the year or month begins whose name is clicked."""
        for at, mark in self._placed():
            if abs(at - y) <= NAME_PX / 2:
                return round(mark.top)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Travel along."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stay here."""
        self.setSliderDown(False)
        self._bubble.hide()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the timeline."""
        event.ignore()

    def enterEvent(self, event) -> None:
        """Show the handle more clearly."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event) -> None:
        """Show the handle faintly again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the years that have room, and the handle."""
        if self.maximum() <= 0:
            return
        if self._names is None or self._names.devicePixelRatio() != self.devicePixelRatioF():
            self._names = self._painted_names()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._names)
        self._paint_handle(painter)

    def _painted_names(self) -> QPixmap:
        """The years and months; painted once, for they stand still while the handle moves."""
        ratio = self.devicePixelRatioF()
        names = QPixmap(self.size() * ratio)
        names.setDevicePixelRatio(ratio)
        names.fill(Qt.GlobalColor.transparent)
        painter = QPainter(names)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(self.palette().color(theme.SOFT))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for y, mark in self._placed():
            painter.drawText(QRectF(0, y - 9, self.width() - 10, NAME_PX), flags, mark.label)
        painter.end()
        return names

    def _forget_names(self) -> None:
        self._names = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other names have room."""
        super().resizeEvent(event)
        self._forget_names()

    def changeEvent(self, event: QEvent) -> None:
        """Follow colours, font and screen."""
        super().changeEvent(event)
        self._forget_names()

    def _placed(self) -> list[tuple[float, YearMark]]:
        """The names that have room: years first, then the months between them."""
        placed: list[tuple[float, YearMark]] = []
        for mark in sorted(self._marks, key=lambda mark: not mark.is_year):
            y = min(self._y_of(mark.top), self.height() - 10.0)
            if all(abs(y - other) >= LABEL_EVERY_PX for other, _ in placed):
                placed.append((y, mark))
        return placed

    def _paint_handle(self, painter: QPainter) -> None:
        y = self._y_of(self.value())
        held = self.isSliderDown() or self._hovered or self.hasFocus()
        width = 4 if held else 3
        handle = QRectF(self.width() - 7, y - HANDLE_PX / 2, width, HANDLE_PX)
        painter.setPen(QPen(self.palette().color(theme.INK), 1) if held else Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(theme.ACCENT if held else theme.TRACK))
        painter.drawRoundedRect(handle, 2, 2)
