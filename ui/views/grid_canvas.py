"""A grid of photos in justified rows, painted by hand so that 100,000 of them stay light."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from organizer.models import PhotoId, TimelineEntry
from ui.thumbnails import Thumbnails
from ui.views.grid_painter import GridMarks, GridPainter, GridScene, Heading
from ui.views.grid_plan import GridPlan, SectionsOf, make_plan
from ui.views.grid_selection import GridSelection
from ui.views.justified_layout import JustifiedLayout, Measures
from ui.views.sections import Section, all_in_one

MIN_ROW_PX, MAX_ROW_PX, START_ROW_PX = 72, 320, 122
LEFT_PX = 24


class GridCanvas(QAbstractScrollArea):
    """What is seen of a grid: it lays out, scrolls and paints, and leaves input to others.

    Attributes:
        blank_count: How many photos were painted last time without their thumbnail.

    Signals:
        row_height_changed: The photos became larger or smaller.
        painted: The visible part was painted.
    """

    row_height_changed = Signal(int)
    painted = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._heading: Heading = lambda _section: ("", "")
        self._header_px = 0
        self._right_px = 24
        self._row_px = START_ROW_PX
        self._plan = make_plan((), Measures(width_px=100))
        self.selection = GridSelection()
        self.excluded: set[PhotoId] | None = None
        self.lit: Collection[PhotoId] | None = None
        self.badge: tuple[PhotoId, str] | None = None
        self._is_stale = True
        self.blank_count = 0
        self._awaited: PhotoId | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(False)
        self.verticalScrollBar().setSingleStep(60)
        thumbnails.arrived.connect(self._thumbnail_arrived)

    # -- what stands in it ------------------------------------------------------------------------

    def set_headings(self, heading: Heading, *, height_px: int = 34) -> None:
        """Show a header above every section, said by *heading*."""
        self._heading, self._header_px = heading, height_px

    def set_right_margin(self, right_px: int) -> None:
        """Leave this much room at the right."""
        self._right_px = right_px
        self._lay_out_again()

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """The photos."""
        return self._plan.entries

    @property
    def sections(self) -> Sequence[Section]:
        """What the photos are parted into."""
        return self._plan.sections

    def set_photos(
        self, entries: Sequence[TimelineEntry], sections_of: SectionsOf = all_in_one
    ) -> None:
        """Show other photos; the one at the upper edge stays where it was."""
        self.set_plan(make_plan(entries, self.measures, sections_of))

    def set_plan(self, plan: GridPlan) -> None:
        """Show other photos that were laid out beforehand, best under the present measures."""
        held = self._held_photo()
        self._plan = plan
        self.selection.refill(plan.ids)
        self._is_stale = True
        if self.isVisible():
            self._lay_out()
            self._put_back(held)
        self.viewport().update()

    @property
    def measures(self) -> Measures:
        """The sizes under which photos are laid out now."""
        return Measures(
            width_px=max(80, self.width() - LEFT_PX - self._right_px),
            row_px=self._row_px,
            header_px=self._header_px,
            section_gap_px=12 if self._header_px else 0,
        )

    @property
    def layout_of_rows(self) -> JustifiedLayout:
        """Where everything stands; worked out when it is first asked for."""
        if self._is_stale:
            self._lay_out()
        return self._plan.layout

    @property
    def row_px(self) -> int:
        """The wanted height of rows."""
        return self._row_px

    def set_row_height(self, row_px: int) -> None:
        """Make the photos larger or smaller."""
        row_px = min(max(row_px, MIN_ROW_PX), MAX_ROW_PX)
        if row_px != self._row_px:
            self._row_px = row_px
            self._lay_out_again()
            self.row_height_changed.emit(row_px)

    def current_entry(self) -> TimelineEntry | None:
        """The photo the keyboard stands on."""
        current = self.selection.current
        return None if current is None else self.entries[current]

    def show_index(self, index: int) -> None:
        """Stand on a photo and scroll until it is seen."""
        self.selection.stand_on(index)
        self._scroll_to(index)
        self.viewport().update()

    # -- layout -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._is_stale = False
        self._plan = self._plan.under(self.measures)
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._plan.layout.height_px + 16 - page))

    def _lay_out_again(self) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        held = self._held_photo()
        self._lay_out()
        self._put_back(held)
        self.viewport().update()

    def _held_photo(self) -> tuple[PhotoId, int] | None:
        """The photo at the upper edge and its distance from it; None at the very top."""
        top = self.verticalScrollBar().value()
        layout = self.layout_of_rows
        if top == 0 or not layout.row_tops:
            return None
        row = layout.rows_between(top, top + 1).start
        index = layout.row_starts[row]
        return self.entries[index].id, layout.row_tops[row] - top

    def held_photo(self) -> PhotoId | None:
        """The photo at the upper edge; None at the very top."""
        held = self._held_photo()
        return held[0] if held is not None else None

    def scroll_to_photo(self, photo_id: PhotoId) -> None:
        """Put a photo at the upper edge, as soon as the grid is seen."""
        if self.isVisible():
            self._put_back((photo_id, 0))
        else:
            self._awaited = photo_id

    def _put_back(self, held: tuple[PhotoId, int] | None) -> None:
        if held is None:
            return
        photo_id, distance = held
        with contextlib.suppress(ValueError):  # it is gone: the bar stays where it is
            layout = self._plan.layout
            row = layout.row_of(self._plan.ids.index(photo_id))
            self.verticalScrollBar().setValue(layout.row_tops[row] - distance)

    def _scroll_to(self, index: int) -> None:
        layout = self.layout_of_rows
        row = layout.row_of(index)
        top = layout.row_tops[row] - self._header_px - 4
        bottom = layout.row_tops[row] + layout.row_heights[row] + 8
        bar = self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def index_at(self, point: QPoint) -> int | None:
        """The photo under a point of the viewport."""
        top = self.verticalScrollBar().value()
        if self._header_px and point.y() < self._header_px and top > 0:
            return None
        return self.layout_of_rows.index_at(point.x() - LEFT_PX, point.y() + top)

    def indices_in(self, box: QRect) -> list[int]:
        """The photos that touch a rectangle whose top is counted from the top of all rows."""
        left, right = box.left() - LEFT_PX, box.right() + 1 - LEFT_PX
        return self.layout_of_rows.indices_in(left, box.top(), right, box.bottom() + 1)

    def section_header_at(self, point: QPoint) -> int | None:
        """The section whose header is under a point of the viewport."""
        top, layout = self.verticalScrollBar().value(), self.layout_of_rows
        if not self._header_px or not self.sections:
            return None
        is_held = top > 0 and point.y() < self._header_px  # the one that stays at the upper edge
        number = layout.section_at(top if is_held else top + point.y())
        y = 0 if is_held else layout.section_tops[number] - top
        if not y <= point.y() < y + self._header_px:
            return None
        side_by_side = [
            other
            for other in range(number, len(layout.section_tops))
            if layout.section_tops[other] == layout.section_tops[number]
            and layout.section_lefts[other] <= point.x() - LEFT_PX
        ]
        return side_by_side[-1] if side_by_side else None

    def area_of(self, index: int) -> QRect:
        """Where a photo stands in the viewport."""
        box = self.layout_of_rows.box_of(index)
        top = box.top - self.verticalScrollBar().value()
        return QRect(LEFT_PX + box.left, top, box.width, box.height)

    # -- events -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is seen, then ask for its thumbnails."""
        painter = QPainter(self.viewport())
        scene = GridScene(
            self.entries,
            self.sections,
            self.layout_of_rows,
            self._heading,
            self._marks(),
            LEFT_PX,
            self.verticalScrollBar().value(),
            self.viewport().rect(),
        )
        ratio = self.devicePixelRatioF()
        photos = GridPainter(painter, self.palette(), self.font(), self._thumbnails, ratio)
        wanted = photos.paint(scene)
        painter.end()
        self.blank_count = photos.blank_count
        self._thumbnails.ask_for(wanted)
        self.painted.emit()

    def _marks(self) -> GridMarks:
        return GridMarks(
            excluded=self.excluded,
            lit=self.lit,
            chosen=self.selection.chosen,
            current=self.selection.current,
            has_focus=self.hasFocus(),
            badge=self.badge,
        )

    def _thumbnail_arrived(self, _photo_id: object) -> None:
        if self.isVisible():
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._lay_out_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Break the rows, if that was left until somebody looks."""
        super().showEvent(event)
        if self._is_stale:
            self._lay_out()
        if self._awaited is not None:
            self._put_back((self._awaited, 0))
            self._awaited = None

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
