"""The empty window that explains itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.consent_card import ConsentCard
from ui.widgets.texts import button, in_the_middle, label

WIDTH_PX = 560


class FirstStartPage(QWidget):
    """Where to drop photos, and the question about suggestions.

    Signals:
        add_asked: A folder is to be chosen.
        pictures_asked: The system's Pictures folder is to be added.
        answered: The question about suggestions was answered.
    """

    add_asked = Signal()
    pictures_asked = Signal()
    answered = Signal(bool)

    def __init__(self, *, has_pictures: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.question = ConsentCard()
        self.question.answered.connect(self.answered)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addStretch(1)
        for part in (self._drop_area(has_pictures=has_pictures), self.question):
            part.setFixedWidth(WIDTH_PX)
            column.addLayout(in_the_middle(part))
        column.addStretch(1)

    def _drop_area(self, *, has_pictures: bool) -> QWidget:
        area = DropArea()
        column = QVBoxLayout(area)
        column.setContentsMargins(30, 44, 30, 40)
        column.setSpacing(10)
        heading = label(self.tr("Drop a folder of photos here"), "bigHeading", wrap=True)
        where = self.tr("Homeroll reads it where it is. Nothing is copied, moved or changed.")
        for text in (heading, label(where, "soft", wrap=True)):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(button(self.tr("Add folder…"), self.add_asked.emit, style="primary"))
        if has_pictures:
            text = self.tr("Add my Pictures folder")
            row.addWidget(button(text, self.pictures_asked.emit))
        row.addStretch(1)
        column.addLayout(row)
        return area


class DropArea(QWidget):
    """A panel with a dashed edge."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(theme.PANEL))
        pen = QPen(self.palette().color(theme.LINE), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
