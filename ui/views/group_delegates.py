"""Painting of the rows of look-alikes: a heading, then photos or paths."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from organizer.models import PhotoId
from organizer.pipeline.look_alikes import ExactCopies, LikeShots
from ui import messages, theme
from ui.models.group_list_model import AnyIndex, Group, GroupListModel
from ui.thumbnails import Thumbnails, Wanted
from ui.views.shot_row import EDGE_PX, HEADING_PX, ROW_PX, THUMB_PX, TOP_PX, boxes_of
from ui.widgets import glyphs
from ui.widgets.texts import as_text

if TYPE_CHECKING:
    from ui.views.group_list import GroupList

RADIUS_PX = 4
PATH_LINES = 4

Heading = Callable[[Group], tuple[str, str]]


class GroupDelegate(QStyledItemDelegate):
    """Background, heading and check of a row; subclasses paint what stands below."""

    def __init__(self, thumbnails: Thumbnails, heading: Heading, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._heading = heading

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All rows are of one height; the heading grows with the font."""
        return QSize(200, ROW_PX + max(0, option.fontMetrics.height() - 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one group."""
        group: Group = index.data(GroupListModel.GroupRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_heading(painter, option, group)
        self.paint_group(painter, option, index, group)
        painter.restore()

    def paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, group: Group
    ) -> None:
        """Paint what stands below the heading."""
        raise NotImplementedError

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area = QRectF(option.rect).adjusted(EDGE_PX / 2, 1, -EDGE_PX / 2, -3)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(theme.ACCENT_SOFT))
            painter.drawRoundedRect(area, 8, 8)
            disc = QRectF(0, 0, 18, 18)
            disc.moveTopRight(area.topRight())
            glyphs.paint_check(painter, disc.translated(-10, 9))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(option.palette.color(theme.TRACK), 1.5))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        strong, soft = self._heading(group)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Bold)
        line = option.rect.adjusted(EDGE_PX, TOP_PX, -EDGE_PX - 24, 0)
        line.setHeight(HEADING_PX - 6)
        end, flags = Qt.TextElideMode.ElideRight, int(Qt.AlignmentFlag.AlignVCenter)
        strong = QFontMetrics(bold).elidedText(strong, end, line.width())
        painter.setFont(bold)
        painter.setPen(option.palette.color(theme.INK))
        painter.drawText(line, flags, strong)
        used = QFontMetrics(bold).horizontalAdvance(strong) + 10
        painter.setFont(option.font)
        painter.setPen(option.palette.color(theme.SOFT))
        soft = option.fontMetrics.elidedText(soft, end, max(0, line.width() - used))
        painter.drawText(line.adjusted(used, 0, 0, 0), flags, soft)

    def paint_photo(
        self, painter: QPainter, option: QStyleOptionViewItem, photo_id: PhotoId, area: QRect
    ) -> None:
        """Paint a thumbnail, and ask for it where it is not at hand."""
        ratio = painter.device().devicePixelRatioF()
        size = (round(side * ratio) for side in (area.width(), area.height(), RADIUS_PX))
        wanted = Wanted(photo_id, *size)
        image = self._thumbnails.image(wanted)
        if image is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(theme.BLANK))
            painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        else:
            painter.drawImage(area, image)
        self._thumbnails.ask_for([wanted])


class ShotDelegate(GroupDelegate):
    """The shots of a group in a row, the best marked."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        heading: Heading,
        kept: Collection[PhotoId],
        parent: GroupList,
    ) -> None:
        super().__init__(thumbnails, heading, parent)
        self._list = parent
        self._kept = kept

    def paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, group: Group
    ) -> None:
        """The shots in order of time, and how many more there are."""
        if not isinstance(group, LikeShots):
            return
        is_current = index == self._list.currentIndex()
        current = self._list.current_shot if is_current else None
        boxes = boxes_of(group.entries, option.rect, current)
        for number, area in boxes:
            photo_id = group.entries[number].id
            self.paint_photo(painter, option, photo_id, area)
            if photo_id == group.best_id:
                glyphs.paint_badge(painter, option.font, self.tr("Best"), area)
            elif photo_id in self._kept:
                glyphs.paint_check(painter, QRectF(area.left() + 7, area.bottom() - 24, 18, 18))
            if number == current and self._list.hasFocus():
                self._paint_ring(painter, option, area)
        hidden = len(group.entries) - len(boxes)
        if hidden and boxes:
            self._paint_more(painter, option, hidden, boxes[-1][1].right() + 12)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        frame = QRectF(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(option.palette.color(theme.INK), 2))
        painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), RADIUS_PX + 1, RADIUS_PX + 1)
        painter.setPen(QPen(option.palette.color(theme.BG), 1.5))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def _paint_more(
        self, painter: QPainter, option: QStyleOptionViewItem, count: int, left: int
    ) -> None:
        top = option.rect.top() + TOP_PX + HEADING_PX
        area = QRect(left, top, option.rect.right() - EDGE_PX - left, THUMB_PX)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(theme.SOFT))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), f"+{messages.number(count)}")


class CopyDelegate(GroupDelegate):
    """One photo, and beside it the places where it lies."""

    def paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, _index: AnyIndex, group: Group
    ) -> None:
        """The photo, then its paths, shortened in the middle."""
        if not isinstance(group, ExactCopies):
            return
        ((_, area),) = boxes_of([group.entry], option.rect)
        self.paint_photo(painter, option, group.entry.id, area)
        line_px = option.fontMetrics.height() + 6
        line = QRect(area.right() + 16, area.top() + 2, 0, line_px)
        line.setRight(option.rect.right() - EDGE_PX)
        shown = PATH_LINES if len(group.paths) <= PATH_LINES else PATH_LINES - 1
        painter.setFont(option.font)
        for number, path in enumerate(group.paths[:shown]):
            painter.setPen(option.palette.color(theme.SOFT if number else theme.INK))
            text = option.fontMetrics.elidedText(
                as_text(path), Qt.TextElideMode.ElideMiddle, line.width()
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), text)
            line.translate(0, line_px)
        if len(group.paths) > shown:
            painter.drawText(line, 0, messages.more(len(group.paths) - shown))
