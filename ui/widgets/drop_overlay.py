"""What is seen while folders are dragged over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme

INSET_PX = 14
BOX_PX = (470, 108)


class DropOverlay(QWidget):
    """Covers its parent with a dashed amber frame; lets every event through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = ""
        parent.installEventFilter(self)
        self.hide()

    def show_over(self, text: str) -> None:
        """Cover the parent and say *text*."""
        self._text = text
        self.setAccessibleName(text)
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the parent."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a veil, the frame and the sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self.palette().color(theme.BG))
        veil.setAlpha(205)
        painter.fillRect(self.rect(), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(INSET_PX, INSET_PX, -INSET_PX, -INSET_PX)
        painter.setPen(QPen(self.palette().color(theme.ACCENT), 4))
        painter.drawRoundedRect(frame, 14, 14)
        self._paint_sentence(painter)

    def _paint_sentence(self, painter: QPainter) -> None:
        width, height = BOX_PX
        box = QRect(0, 0, width, height)
        box.moveCenter(self.rect().center())
        painter.setBrush(self.palette().color(theme.ACCENT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 14, 14)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self.palette().color(theme.ON_ACCENT))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(16, 8, -16, -8), flags, self._text)
