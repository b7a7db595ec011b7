"""Small signs, painted as outlines so that they are sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

AMBER, DARK, WHITE = QColor("#f2b134"), QColor("#201600"), QColor("#ffffff")


def heart_path(box: QRectF) -> QPainterPath:
    """A heart that fills *box*."""
    path = QPainterPath()

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    path.moveTo(at(0.5, 0.95))
    path.cubicTo(at(0.1, 0.65), at(-0.05, 0.4), at(0.06, 0.2))
    path.cubicTo(at(0.17, 0.0), at(0.42, 0.04), at(0.5, 0.27))
    path.cubicTo(at(0.58, 0.04), at(0.83, 0.0), at(0.94, 0.2))
    path.cubicTo(at(1.05, 0.4), at(0.9, 0.65), at(0.5, 0.95))
    return path


def paint_check(painter: QPainter, box: QRectF) -> None:
    """An amber disc with a dark tick."""
    painter.setPen(QPen(QColor(32, 22, 0, 110), 1))
    painter.setBrush(AMBER)
    painter.drawEllipse(box)
    round_ends, round_joints = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(DARK, 1.6, Qt.PenStyle.SolidLine, round_ends, round_joints))
    size = box.width()
    points = [QPointF(x * size, y * size) for x, y in ((0.3, 0.52), (0.44, 0.66), (0.71, 0.37))]
    painter.drawPolyline(QPolygonF([box.topLeft() + point for point in points]))


def paint_ring(painter: QPainter, box: QRectF) -> None:
    """An empty ring that shows on any picture."""
    painter.setPen(QPen(WHITE, 2))
    painter.setBrush(QColor(40, 40, 44, 120))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def paint_answer(painter: QPainter, box: QRectF, *, says: bool, is_lit: bool) -> None:
    """A tick (yes) or a cross (no) on a disc that shows on any picture; amber when it is lit."""
    painter.setPen(QPen(QColor(255, 255, 255, 190), 1))
    painter.setBrush(AMBER if is_lit else QColor(28, 28, 32, 190))
    painter.drawEllipse(box)
    round_ends, round_joints = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    ink = DARK if is_lit else WHITE
    painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, round_ends, round_joints))
    strokes = [[(0.3, 0.52), (0.44, 0.66), (0.71, 0.37)]]
    if not says:
        strokes = [[(0.34, 0.34), (0.66, 0.66)], [(0.66, 0.34), (0.34, 0.66)]]
    size = box.width()
    for stroke in strokes:
        points = [box.topLeft() + QPointF(x * size, y * size) for x, y in stroke]
        painter.drawPolyline(QPolygonF(points))


def paint_heart(painter: QPainter, box: QRectF) -> None:
    """A white heart with a dark edge."""
    painter.setPen(QPen(QColor(0, 0, 0, 140), 1.2))
    painter.setBrush(WHITE)
    painter.drawPath(heart_path(box))


def paint_brand(painter: QPainter, box: QRectF, hole: QColor) -> None:
    """The mark of Homeroll: an amber square with a round hole."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(AMBER)
    painter.drawRoundedRect(box, box.width() * 0.28, box.width() * 0.28)
    painter.setBrush(hole)
    inset = box.width() * 0.28
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


def brand_pixmap(size_px: int) -> QPixmap:
    """The mark of Homeroll as a picture, for the window's icon."""
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    margin = size_px / 16
    inner = size_px - 2 * margin
    paint_brand(painter, QRectF(margin, margin, inner, inner), WHITE)
    painter.end()
    return pixmap


def paint_play(painter: QPainter, centre: QPointF, radius_px: float) -> None:
    """A dark disc with a white triangle: this is a video."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 130))
    painter.drawEllipse(centre, radius_px, radius_px)
    painter.setBrush(WHITE)
    ways = ((-0.29, -0.47), (0.53, 0), (-0.29, 0.47))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * radius_px for x, y in ways]))


def paint_badge(painter: QPainter, font: QFont, text: str, area: QRect) -> None:
    """An amber badge in the lower left corner of a picture."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    small.setWeight(QFont.Weight.Bold)
    metrics = QFontMetrics(small)
    badge = QRectF(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 4)
    badge.moveBottomLeft(QRectF(area).bottomLeft())
    badge.translate(6, -6)
    painter.setPen(QPen(QColor(32, 22, 0, 110), 1))
    painter.setBrush(AMBER)
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
    painter.setFont(small)
    painter.setPen(DARK)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)
