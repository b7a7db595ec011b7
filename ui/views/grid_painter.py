"""Painting of the visible part of a photo grid."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen

from organizer.models import Kind, PhotoId, TimelineEntry
from ui import theme
from ui.thumbnails import Thumbnails, Wanted
from ui.views.justified_layout import Box, JustifiedLayout
from ui.views.sections import Section
from ui.widgets import glyphs

RADIUS_PX = 3
CHECK_PX, CHECK_INSET_PX = 18, 5
PALE = 0.32
PLAY_PX = 17
HEADER_TEXT_PT = 10.5
MIN_SOFT_PX = 90  # less than this of a place name tells nothing
HEADER_GAP_PX = 12

Heading = Callable[[Section], tuple[str, str]]


@dataclass(slots=True)
class GridMarks:
    """What is marked on the photos.

    Attributes:
        excluded: Photos without a tick; None where there are no ticks at all.
        lit: The only photos not shown pale; None lights all.
        badge: One photo and what stands on it, such as "Cover".
    """

    excluded: Collection[PhotoId] | None = None
    lit: Collection[PhotoId] | None = None
    chosen: Collection[PhotoId] = field(default_factory=set)
    current: int | None = None
    has_focus: bool = False
    badge: tuple[PhotoId, str] | None = None


@dataclass(slots=True)
class GridScene:
    """What stands in the grid, and which part of it is seen."""

    entries: Sequence[TimelineEntry]
    sections: Sequence[Section]
    layout: JustifiedLayout
    heading: Heading
    marks: GridMarks
    left: int
    top: int
    size: QRect


class GridPainter:
    """Paints headers, photos and marks; returns what it missed."""

    def __init__(
        self,
        painter: QPainter,
        palette: QPalette,
        font: QFont,
        thumbnails: Thumbnails,
        ratio: float,
    ) -> None:
        self._painter = painter
        self._palette = palette
        self._font = font
        self._thumbnails = thumbnails
        self._ratio = ratio
        self._wanted: list[Wanted] = []
        self.blank_count = 0  # photos painted without their thumbnail
        self._bold = QFont(font)
        self._bold.setPointSizeF(HEADER_TEXT_PT * font.pointSizeF() / theme.FONT_PT)
        self._bold.setWeight(QFont.Weight.Bold)
        self._bold_metrics, self._metrics = QFontMetrics(self._bold), QFontMetrics(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, scene: GridScene) -> list[Wanted]:
        """Paint what is seen; returns every thumbnail that stands in sight, from the top."""
        self._painter.fillRect(scene.size, self._palette.color(theme.BG))
        bottom = scene.top + scene.size.height()
        rows = scene.layout.rows_between(scene.top - scene.layout.measures.row_px, bottom)
        for row in rows:
            for box in scene.layout.boxes_of(row):
                self._paint_photo(scene, box)
        self._paint_headers(scene, bottom)
        return self._wanted

    def _paint_photo(self, scene: GridScene, box: Box) -> None:
        entry = scene.entries[box.index]
        area = QRect(scene.left + box.left, box.top - scene.top, box.width, box.height)
        if area.bottom() < 0:
            return
        marks = scene.marks
        self._painter.setOpacity(PALE if _is_pale(entry.id, marks) else 1.0)
        self._paint_picture(entry, area)
        if entry.id in marks.chosen:
            self._paint_chosen(area, with_check=marks.excluded is None)
        self._painter.setOpacity(1.0)
        if marks.excluded is not None:
            self._paint_tick(area, ticked=entry.id not in marks.excluded)
        if entry.favourite:
            heart = QRectF(area.left() + 7, area.bottom() - 20, 15, 14)
            glyphs.paint_heart(self._painter, heart)
        if entry.kind == Kind.VIDEO:
            glyphs.paint_play(self._painter, QPointF(area.center()), PLAY_PX)
        if marks.badge is not None and marks.badge[0] == entry.id:
            glyphs.paint_badge(self._painter, self._font, marks.badge[1], area)
        if marks.has_focus and marks.current == box.index:
            self._paint_focus(area)

    def _paint_picture(self, entry: TimelineEntry, area: QRect) -> None:
        wanted = Wanted(
            entry.id,
            round(area.width() * self._ratio),
            round(area.height() * self._ratio),
            round(RADIUS_PX * self._ratio),
        )
        self._wanted.append(wanted)
        image = self._thumbnails.image(wanted)
        if image is None:
            self.blank_count += 1
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._palette.color(theme.BLANK))
            self._painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        else:
            self._painter.drawImage(area, image)

    def _paint_chosen(self, area: QRect, *, with_check: bool) -> None:
        frame = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
        self._painter.setBrush(QColor(242, 177, 52, 46))
        self._painter.setPen(QPen(self._palette.color(theme.ACCENT), 3))
        self._painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(32, 22, 0, 150), 1))
        self._painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), 2, 2)
        if not with_check:  # where photos carry ticks, another one would say something else
            return
        disc = QRectF(area.left() + 8, area.top() + 8, CHECK_PX, CHECK_PX)
        glyphs.paint_check(self._painter, disc)

    def _paint_tick(self, area: QRect, *, ticked: bool) -> None:
        paint = glyphs.paint_check if ticked else glyphs.paint_ring
        paint(self._painter, tick_area(area))

    def _paint_focus(self, area: QRect) -> None:
        frame = QRectF(area)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._palette.color(theme.INK), 2))
        self._painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), RADIUS_PX + 1, RADIUS_PX + 1)
        self._painter.setPen(QPen(self._palette.color(theme.BG), 1.5))
        self._painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def _paint_headers(self, scene: GridScene, bottom: int) -> None:
        """Headers in sight, and the one of the topmost section held at the upper edge."""
        header_px = scene.layout.measures.header_px
        if not header_px or not scene.sections:
            return
        tops = scene.layout.section_tops
        number = scene.layout.section_at(scene.top)
        after = bisect_right(tops, tops[number])
        next_top = tops[after] if after < len(tops) else bottom + header_px
        held = min(0, next_top - scene.top - header_px)
        strip = QRect(0, held, scene.size.width(), header_px)
        self._painter.fillRect(strip, self._palette.color(theme.BG))
        for below in range(number, len(tops)):
            if tops[below] > bottom:
                break
            is_held = tops[below] == tops[number]
            self._paint_header(scene, below, held if is_held else tops[below] - scene.top)

    def _paint_header(self, scene: GridScene, number: int, y: int) -> None:
        strong, soft = scene.heading(scene.sections[number])
        height = scene.layout.measures.header_px - 8
        width = room_for_header(scene.layout, number)
        self._painter.setFont(self._bold)
        self._painter.setPen(self._palette.color(theme.INK))
        line = QRect(scene.left + scene.layout.section_lefts[number], y, width, height)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        strong = self._bold_metrics.elidedText(strong, Qt.TextElideMode.ElideRight, width)
        self._painter.drawText(line, flags, strong)
        used = self._bold_metrics.horizontalAdvance(strong) + 10
        self._painter.setFont(self._font)
        self._painter.setPen(self._palette.color(theme.SOFT))
        rest = fitting(soft, self._metrics, width - used)
        self._painter.drawText(line.adjusted(used, 0, 0, 0), flags, rest)


def fitting(text: str, metrics: QFontMetrics, room_px: int) -> str:
    """*text*, shortened where it must be; nothing where too little of it would be left."""
    needed_px = metrics.horizontalAdvance(text)
    if room_px < min(needed_px, MIN_SOFT_PX):
        return ""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)


def room_for_header(layout: JustifiedLayout, number: int) -> int:
    """How wide the header of a section may be: up to the next one in its line, else to the end."""
    left = layout.section_lefts[number]
    tops, after = layout.section_tops, number + 1
    if after < len(tops) and tops[after] == tops[number]:
        return layout.section_lefts[after] - left - HEADER_GAP_PX
    return layout.measures.width_px - left


def tick_area(area: QRect) -> QRectF:
    """Where the tick of a photo stands: in its upper right corner."""
    return QRectF(
        area.right() - CHECK_PX - CHECK_INSET_PX, area.top() + CHECK_INSET_PX, CHECK_PX, CHECK_PX
    )


def _is_pale(photo_id: PhotoId, marks: GridMarks) -> bool:
    if marks.lit is not None and photo_id not in marks.lit:
        return True
    return marks.excluded is not None and photo_id in marks.excluded
