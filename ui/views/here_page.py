"""The photos of one place or group of the map, day by day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from ui import messages
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.grid_plan import GridPlan, make_plan
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import Section, by_day, main_spot
from ui.widgets.page_header import PageHeader
from ui.widgets.texts import button

NAMED_BY = 400  # the first photos of a group name it


class HerePage(QWidget):
    """A grid that is filled beside the window.

    Signals:
        back_asked: The map is to be seen again.
        filled: The photos are there.
    """

    back_asked = Signal()
    filled = Signal()

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._places = places
        self._photo_ids: Sequence[PhotoId] = ()
        self._given = self._title = ""
        self._asked = 0
        self.header = PageHeader()
        back = button(self.tr("‹ Places"), self.back_asked.emit, style="quiet")
        self.header.add_left(back)
        self.grid = PhotoGrid(thumbnails)
        self.grid.set_headings(self._heading)
        self.setFocusProxy(self.grid)
        self.grid.selection_changed.connect(self._show_counts)
        places.named.connect(self.grid.viewport().update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.grid, 1)

    def show_photos(self, photo_ids: Sequence[PhotoId], title: str) -> None:
        """Show these, in this order; without a title they are named by where they were taken."""
        self._photo_ids, self._given = photo_ids, title
        self.grid.selection.clear()
        self.grid.verticalScrollBar().setValue(0)
        self._take((make_plan([], self.grid.measures, by_day), title))
        self.refresh()

    def show_item(self, _item: str) -> None:
        """Whoever asked for the page said before what it shows."""
        self.refresh()

    def refresh(self) -> None:
        """Read the photos again: some may be hidden or gone."""
        self._asked += 1
        QTimer.singleShot(0, self, self._read)  # by then the grid has its size

    def _read(self) -> None:
        asked, ids, title, measures = self._asked, self._photo_ids, self._given, self.grid.measures

        def work(library: Library, _progress: Progress) -> object:
            entries = library.photos.timeline_of(ids)
            name = title or _name(library, main_spot(entries[:NAMED_BY]))
            # a place of which nothing is to be seen has no name here: it may be hidden
            return make_plan(entries, measures, by_day), name if entries else ""

        job = self._session.job(work)
        job.succeeded.connect(lambda loaded: asked == self._asked and self._take(loaded))
        self._session.start(job)

    def _take(self, loaded: tuple[GridPlan, str]) -> None:
        plan, self._title = loaded
        self.grid.set_plan(plan)
        self.grid.setAccessibleName(self._title or self.tr("Photos here"))
        self._show_counts()
        self.filled.emit()

    def _show_counts(self) -> None:
        parts = [messages.photos(len(self.grid.entries))]
        if chosen := len(self.grid.selection.chosen):
            parts.append(messages.selected(chosen))
        self.header.set_title(self._title or self.tr("Photos here"), " · ".join(parts))

    def _heading(self, section: Section) -> tuple[str, str]:
        if section.day is None:
            return self.tr("Without a date"), ""
        start, end = section.span
        spot = main_spot(self.grid.entries[start : min(end, start + NAMED_BY)])
        return messages.day(section.day), self._places.name_of(spot) if spot else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


def _name(library: Library, spot: tuple[float, float] | None) -> str:
    place = pipeline.name_place(*spot, language_of(library)) if spot else None
    return messages.place(place) if place else ""
