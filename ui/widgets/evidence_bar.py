"""How far a reason passed what it had to reach."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import messages, theme

HEIGHT_PX, BAR_PX, MARK_PX = 12, 4, 2
# So near to the beginning the mark may stand.
LEAST_SHARE = 0.12


class EvidenceBar(QWidget):
    """A bar as long as the value, and a mark at the threshold."""

    def __init__(self, value: float, threshold: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = max(LEAST_SHARE, min(1.0, threshold / max(value, 1e-9)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = messages.measured(value, threshold)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(80, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        painter.setBrush(self.palette().color(theme.ACCENT))
        bar = QRectF(0, middle - BAR_PX / 2, self.width(), BAR_PX)
        painter.drawRoundedRect(bar, BAR_PX / 2, BAR_PX / 2)
        painter.setBrush(self.palette().color(theme.INK))
        mark = self._mark * (self.width() - MARK_PX)
        painter.drawRect(QRectF(mark, middle - HEIGHT_PX / 2 + 1, MARK_PX, HEIGHT_PX - 2))
