"""How a line of the source list is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.models.source_list_model import AnyIndex, Source, SourceListModel

LINE_PX, HEADING_PX, SPACING_PX, PADDING_PX = 31, 34, 2, 10


class SourceDelegate(QStyledItemDelegate):
    """Paints one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Headings are higher; everything grows with the font."""
        source: Source = index.data(SourceListModel.SourceRole)
        extra = max(0, option.fontMetrics.height() - 16)
        line = HEADING_PX if source.is_heading else LINE_PX
        return QSize(60, line + SPACING_PX + extra)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint background, title, count and focus ring."""
        source: Source = index.data(SourceListModel.SourceRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = option.rect.adjusted(0, 0, 0, -SPACING_PX)
        if source.is_heading:
            self._paint_heading(painter, option, line, source)
        else:
            self._paint_line(painter, option, line, source)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, source: Source
    ) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.86)
        font.setWeight(QFont.Weight.Bold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
        painter.setFont(font)
        painter.setPen(option.palette.color(theme.SOFT))
        area = line.adjusted(PADDING_PX, 8, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), source.title)
        if source.adds:
            plus = plus_area(option.rect)
            painter.setPen(QPen(option.palette.color(theme.SOFT), 1.6))
            painter.drawLine(
                QPointF(plus.left(), plus.center().y()), QPointF(plus.right(), plus.center().y())
            )
            painter.drawLine(
                QPointF(plus.center().x(), plus.top()), QPointF(plus.center().x(), plus.bottom())
            )

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, source: Source
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            fill = option.palette.color(theme.ACCENT_SOFT)
            fill.setAlphaF(1.0 if chosen else 0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(line, 7, 7)
        used = self._paint_count(painter, option, line, source)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Bold if chosen else QFont.Weight.Normal)
        area = line.adjusted(PADDING_PX, 0, -PADDING_PX - used, 0)
        title = QFontMetrics(font).elidedText(
            source.title, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.setFont(font)
        painter.setPen(option.palette.color(theme.INK))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), title)
        if option.state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(option.palette.color(theme.INK), 2))
            painter.drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, source: Source
    ) -> int:
        """Paint the count; returns the width it takes with its distance."""
        if not source.count:
            return 0
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.94)
        if source.badge:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(source.count)
        area = line.adjusted(0, 0, -PADDING_PX, 0)
        if source.badge:
            badge = QRectF(0, 0, max(width + 12, 21), 17)
            badge.moveCenter(QRectF(line).center())
            badge.moveRight(line.right() - PADDING_PX + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(theme.ACCENT))
            painter.drawRoundedRect(badge, 8.5, 8.5)
            painter.setPen(option.palette.color(theme.ON_ACCENT))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), source.count)
            return round(badge.width()) + 8
        painter.setPen(option.palette.color(theme.SOFT))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(area, flags, source.count)
        return width + 8


def plus_area(line: QRect) -> QRectF:
    """Where the “+” of a heading stands."""
    side = 10.0
    centre = line.center().y() + 3
    return QRectF(line.right() - PADDING_PX - side, centre - side / 2, side, side)


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_KeyboardFocusChange)
