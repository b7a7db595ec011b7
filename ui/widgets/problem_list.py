"""The list of problems: a path and, below it, why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.models.problem_model import AnyIndex, ProblemLine, ProblemModel

LINE_PX, HEADING_PX, INSET_PX = 46, 44, 24


class ProblemList(QListView):
    """Shows a :class:`ProblemModel`."""

    def __init__(self, model: ProblemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setModel(model)
        self.setItemDelegate(ProblemDelegate(self))
        self.setAccessibleName(self.tr("Files that could not be read"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


class ProblemDelegate(QStyledItemDelegate):
    """Paints one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Headings keep some distance."""
        line: ProblemLine = index.data(ProblemModel.LineRole)
        return QSize(200, HEADING_PX if line.is_heading else LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the path, shortened in its middle, and the reason."""
        line: ProblemLine = index.data(ProblemModel.LineRole)
        area = option.rect.adjusted(INSET_PX, 0, -INSET_PX, 0)
        painter.save()
        font = QFont(option.font)
        if line.is_heading:
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            painter.setPen(option.palette.color(theme.INK))
            flags = int(Qt.AlignmentFlag.AlignBottom)
            painter.drawText(area.adjusted(0, 0, 0, -6), flags, line.text)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, option.palette.color(theme.ACCENT_SOFT))
            path = QFontMetrics(font).elidedText(
                line.text, Qt.TextElideMode.ElideMiddle, area.width()
            )
            painter.setPen(option.palette.color(theme.INK))
            painter.drawText(area.adjusted(0, 5, 0, 0), int(Qt.AlignmentFlag.AlignTop), path)
            painter.setPen(option.palette.color(theme.SOFT))
            flags = int(Qt.AlignmentFlag.AlignBottom)
            painter.drawText(area.adjusted(0, 0, 0, -5), flags, line.reason)
        painter.restore()
