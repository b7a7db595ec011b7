"""A panel with round corners and a faint shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme

RADIUS_PX = 11
SHADOW_PX = 4


class Card(QWidget):
    """Paints the panel; the layout inside belongs to whoever makes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, SHADOW_PX)

    @property
    def panel(self) -> QRectF:
        """The panel without its shadow."""
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -SHADOW_PX - 0.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, panel and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        panel = self.panel
        for spread in range(SHADOW_PX, 0, -1):
            painter.setBrush(QColor(20, 20, 25, 6))
            painter.drawRoundedRect(panel.translated(0, spread * 0.8), RADIUS_PX, RADIUS_PX)
        painter.setBrush(self.palette().color(theme.PANEL))
        painter.setPen(QPen(self.palette().color(theme.LINE), 1))
        painter.drawRoundedRect(panel, RADIUS_PX, RADIUS_PX)
