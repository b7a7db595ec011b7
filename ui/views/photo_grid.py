"""A grid of photos that can be walked over, selected, ticked and opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from organizer.models import Kind, PhotoId
from ui import messages
from ui.thumbnails import Thumbnails
from ui.views.accessible_grid import tell_of_current
from ui.views.grid_canvas import GridCanvas
from ui.views.grid_mouse import RubberBand, drag_photos, far_enough
from ui.views.grid_painter import tick_area
from ui.views.grid_steps import step_from


class PhotoGrid(GridCanvas):
    """Takes mouse and keyboard on photos: a selection and, where asked for, ticks.

    Attributes:
        shows_hidden: Whether hidden photos are meant to be seen, here and large.

    Signals:
        opened: The photo at this index is to be seen large.
        toggled: The tick of this photo was changed.
        menu_asked: A context menu is wanted at this global point.
        favoured: The favourite mark of this photo is to be turned.
        date_asked: The dates of the selected photos are to be corrected.
        alike_asked: More like this photo is to be seen.
    """

    opened = Signal(int)
    toggled = Signal(object)
    selection_changed = Signal()
    menu_asked = Signal(QPoint)
    favoured = Signal(object)
    date_asked = Signal()
    alike_asked = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(thumbnails, parent)
        self.shows_hidden = False
        self._band = RubberBand(self, self._selected)
        self._pressed_at: QPoint | None = None
        self._is_held = False

    def chosen_or_current(self) -> list[PhotoId]:
        """The selected photos, or else the one the keyboard stands on."""
        entry = self.current_entry()
        return self.selection.in_order() or ([entry.id] if entry else [])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands, at the latest now."""
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self.selection.current is None and self.entries:
            top = self.verticalScrollBar().value()
            row = self.layout_of_rows.rows_between(top, top + 1).start
            self.selection.stand_on(self.layout_of_rows.row_starts[row])
        self.viewport().update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Take the focus ring away."""
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or turn a tick; a header selects its day, and an empty place begins a band."""
        point = event.position().toPoint()
        index = self.index_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            if index is not None and self.entries[index].id not in self.selection.chosen:
                self.selection.only(index)
                self._selected()
        elif index is None:
            self._pressed_beside(point, event.modifiers())
        else:
            self._pressed_at = point
            if event.modifiers() or self.entries[index].id not in self.selection.chosen:
                self._clicked(index, event)
            else:
                self.selection.stand_on(index)
                self._is_held = True  # what is selected may be about to be dragged

    def _pressed_beside(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        adds = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if not adds:
            self.selection.clear()
        header = self.section_header_at(point)
        if header is not None:
            self._turn_section(header)
        else:
            self._band.begin(point, self.selection.chosen)
        self._selected()

    def _turn_section(self, number: int) -> None:
        """Select all photos of a section; if they are, none of them."""
        start, end = self.sections[number].span
        ids = {entry.id for entry in self.entries[start:end]}
        chosen = self.selection.chosen
        self.selection.chosen = chosen - ids if ids <= chosen else chosen | ids
        self.selection.stand_on(start)

    def select_section(self) -> None:
        """Select the whole day on which the keyboard stands."""
        current = self.selection.current
        for number, section in enumerate(self.sections):
            if current is not None and section.span.start <= current < section.span.end:
                self._turn_section(number)
                self.selection.stand_on(current)
                self._selected()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the band, or take the selected photos along."""
        point = event.position().toPoint()
        self._band.pull(point)
        if self._pressed_at is not None and far_enough(self._pressed_at, point):
            self._dragged(point)

    def _dragged(self, _point: QPoint) -> None:
        """Photos were taken hold of and moved."""
        self._pressed_at, self._is_held = None, False
        drag_photos(self, self.selection.in_order(), self._thumbnails)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a click on one of several selected photos selects it alone."""
        self._band.end()
        if self._is_held and self._pressed_at is not None and not event.modifiers():
            index = self.index_at(self._pressed_at)
            if index is not None:
                self.selection.only(index)
                self._selected()
        self._pressed_at, self._is_held = None, False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band over the photos."""
        super().paintEvent(event)
        if self._band.is_drawn:
            self._band.paint(QPainter(self.viewport()))

    def _clicked(self, index: int, event: QMouseEvent) -> None:
        modifiers = event.modifiers()
        on_tick = tick_area(self.area_of(index)).adjusted(-6, -6, 6, 6).contains(event.position())
        if self.excluded is not None and on_tick:
            self.selection.stand_on(index)
            self.toggled.emit(self.entries[index].id)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.selection.reach_to(index)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(index)
        else:
            self.selection.only(index)
        self._selected()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the photo."""
        index = self.index_at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected photos."""
        if self.chosen_or_current():
            self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make the photos larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_row_height(round(self._row_px * 1.15 ** (event.angleDelta().y() / 120)))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the photos, select, open."""
        if not self.entries or not (self._walk(event) or self._act(event)):
            event.ignore()

    def _walk(self, event: QKeyEvent) -> bool:
        current = self.selection.current
        page_rows = max(1, self.viewport().height() // (self._row_px + 4) - 1)
        target = step_from(self.layout_of_rows, current, event.key(), page_rows)
        if target is None:
            return False
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.selection.reach_to(target)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.selection.stand_on(target)
        else:
            self.selection.only(target)
        self._scroll_to(target)
        self._selected()
        return True

    def _act(self, event: QKeyEvent) -> bool:
        entry = self.current_entry()
        if event.key() == Qt.Key.Key_Escape and self.selection.chosen:
            self.selection.clear()
            self._selected()
            return True
        if entry is None or self.selection.current is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.selection.current)
        elif event.key() == Qt.Key.Key_Space and self.excluded is not None:
            self.toggled.emit(entry.id)
        elif event.key() == Qt.Key.Key_Space:
            self.selection.toggle(self.selection.current)
            self._selected()
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.favoured.emit(entry.id)
        elif event.key() == Qt.Key.Key_D and not event.modifiers():
            self.date_asked.emit()
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self.alike_asked.emit(entry.id)
        else:
            return False
        return True

    def _spoken(self) -> str:
        """What a screen reader says of the photo the keyboard stands on."""
        current = self.selection.current
        if self.current_entry() is None or current is None:
            return messages.photos(len(self.entries))
        place = f"{messages.number(current + 1)} / {messages.number(len(self.entries))}"
        return f"{place}, {self.spoken_of(current)}"

    def spoken_of(self, index: int) -> str:
        """What a screen reader says of a photo."""
        if not 0 <= index < len(self.entries):
            return ""
        entry = self.entries[index]
        chosen = self.tr("selected") if entry.id in self.selection.chosen else ""
        favourite = self.tr("favourite") if entry.favourite else ""
        video = self.tr("video") if entry.kind == Kind.VIDEO else ""
        taken = messages.taken(entry) or messages.no_date()
        return ", ".join(filter(None, [taken, video, chosen, favourite]))

    def select_all(self) -> None:
        """Select every photo."""
        self.selection.take_all()
        self._selected()

    def _selected(self) -> None:
        self.viewport().update()
        self.setAccessibleDescription(self._spoken())
        tell_of_current(self)
        self.selection_changed.emit()
