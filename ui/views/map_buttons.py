"""The buttons that lie on the map: nearer, further, everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.views.map_view import MapView
from ui.widgets.texts import PushButton

SIDE_PX, MARGIN_PX = 34, 14
NEARER, FURTHER, ALL = "nearer", "further", "all"


class MapButtons(QWidget):
    """A column at the lower right of a map."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for sign, name, act in (
            (NEARER, self.tr("Zoom in"), lambda: view.zoom_by(1.0)),
            (FURTHER, self.tr("Zoom out"), lambda: view.zoom_by(-1.0)),
            (ALL, self.tr("Show all places"), view.fit),
        ):
            made = _Button(sign, name)
            made.clicked.connect(lambda _checked=False, act=act: act())
            column.addWidget(made)
        self.adjustSize()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            corner = self._view.rect().bottomRight()
            self.move(corner.x() - self.width() - MARGIN_PX, corner.y() - self.height() - MARGIN_PX)
        return super().eventFilter(watched, event)


class _Button(PushButton):
    """A square with a painted sign."""

    def __init__(self, sign: str, name: str) -> None:
        super().__init__()
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and its sign."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(theme.INK), 1.8, c=Qt.PenCapStyle.RoundCap))
        middle = QRectF(self.rect()).center()
        if self._sign == ALL:
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                corner = middle + QPointF(6 * x, 6 * y)
                painter.drawLine(corner, corner - QPointF(4 * x, 0))
                painter.drawLine(corner, corner - QPointF(0, 4 * y))
            return
        painter.drawLine(middle - QPointF(5.5, 0), middle + QPointF(5.5, 0))
        if self._sign == NEARER:
            painter.drawLine(middle - QPointF(0, 5.5), middle + QPointF(0, 5.5))
