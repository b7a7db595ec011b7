"""The timeline: every photo, or those of one folder, day by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import TimelineEntry
from organizer.plain_text import on_one_line
from organizer.progress import Progress
from ui import messages
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.grid_canvas import MAX_ROW_PX, MIN_ROW_PX
from ui.views.grid_plan import GridPlan, make_plan
from ui.views.photo_grid import PhotoGrid
from ui.views.scrubber import Scrubber, YearMark
from ui.views.sections import Section, by_day, main_spot
from ui.widgets.consent_card import ConsentCard
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader
from ui.widgets.selection_button import SelectionButton
from ui.widgets.texts import button

ROW_HEIGHT_KEY = "timeline-row-px"
UNDATED_MARK = "–"  # at the scrubber, where there is no room for words

Load = Callable[[Library], list[TimelineEntry]]


class TimelinePage(QWidget):
    """Header, grid and scrubber.

    Signals:
        menu_asked: A context menu is wanted for the selected photos at this global point.
        opened: The photo at an index is to be seen large.
        add_folder_asked: A folder is to be chosen.
    """

    opened = Signal(int)
    menu_asked = Signal(QPoint)
    filled = Signal()
    add_folder_asked = Signal()

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        load: Load,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._places = places
        self._load = load
        self._note = ""
        self._titles: dict[int, str] = {}
        self._marked: Sequence[Section] = ()
        self._seen_of: Sequence[Section] = ()
        self._seen: dict[int, tuple[str, tuple[float, float] | None]] = {}
        self._first_of_labels: list[tuple[int, str, bool]] = []
        self._loading = self._stale = self._was_filled = False
        self._asked = 0  # answers to earlier questions are not shown after later ones
        self.is_reading: Callable[[], bool] = lambda: False
        self.header = PageHeader()
        self._title = title
        self.grid = PhotoGrid(thumbnails, self)
        self.setFocusProxy(self.grid)
        self.grid.setAccessibleName(on_one_line(title))
        self.grid.set_headings(self._heading)
        self.grid.set_right_margin(0)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrubber = Scrubber(self)
        self._size = self._size_slider()
        self._lay_out()
        self._connect()

    def _size_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(MIN_ROW_PX, MAX_ROW_PX)
        slider.setFixedWidth(110)
        slider.setAccessibleName(self.tr("Thumbnail size"))
        slider.setToolTip(self.tr("Thumbnail size (Ctrl and wheel)"))
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row_px = int(self._session.library.settings.get(ROW_HEIGHT_KEY, "122"))
        self.grid.set_row_height(row_px)
        slider.setValue(self.grid.row_px)
        return slider

    def _lay_out(self) -> None:
        self.header.add(self._size)
        self.acts = SelectionButton(self._size)
        self.header.add(self.acts)
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.above_grid = QVBoxLayout()
        self.above_grid.setContentsMargins(24, 0, 24, 0)
        column.addLayout(self.above_grid)
        self.photos_area = QWidget()
        row = QHBoxLayout(self.photos_area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.grid, 1)
        row.addWidget(self._scrubber)
        column.addWidget(self.photos_area, 1)
        self.empty = MessagePanel()
        self.empty.hide()
        column.addWidget(self.empty, 1)

    def _add_buttons(self) -> None:
        self.header.add(button(self.tr("Add folder"), self.add_folder_asked.emit))

    def ask_for_consent(self) -> ConsentCard:
        """Put the question about suggestions above the photos."""
        card = ConsentCard()
        self.above_grid.addWidget(card)
        return card

    def _connect(self) -> None:
        self._size.valueChanged.connect(self.grid.set_row_height)
        self._size.sliderReleased.connect(self._keep_row_height)
        self.grid.row_height_changed.connect(self._follow_row_height)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self.menu_asked)
        self.acts.menu_asked.connect(self.grid.menu_asked)
        self.grid.selection_changed.connect(self._show_counts)
        self._places.named.connect(self.grid.viewport().update)
        bar = self.grid.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._follow_value)
        self._scrubber.valueChanged.connect(bar.setValue)

    # -- filling ----------------------------------------------------------------------------------

    def fill_now(self) -> None:
        """Show what the library holds, at once."""
        self._was_filled = True
        self._asked += 1
        entries = self._load(self._session.library)
        self._take((make_plan(entries, self.grid.measures, by_day), {}))
        self.refresh_titles()

    def refresh(self) -> None:
        """Show what the library holds, read beside the window; at once the first time."""
        if not self._was_filled:
            self.fill_now()
            return
        if self._loading:
            self._stale = True
            return
        self._loading, self._stale = True, False
        self._asked += 1
        asked, load, measures = self._asked, self._load, self.grid.measures

        def work(library: Library, _progress: Progress) -> object:
            plan = make_plan(load(library), measures, by_day)
            return plan, pipeline.event_titles(library)

        job = self._session.job(work)
        job.succeeded.connect(lambda read: self._take_read(asked, read))
        job.ended.connect(self._loaded)
        self._session.start(job)

    def refresh_titles(self) -> None:
        """Fetch the names of days anew."""
        job = self._session.job(lambda library, _progress: pipeline.event_titles(library))
        job.succeeded.connect(self._take_titles)
        self._session.start(job)

    def _loaded(self) -> None:
        self._loading = False
        if self._stale:
            self.refresh()

    def _take_read(self, asked: int, read: tuple[GridPlan, dict[int, str]]) -> None:
        if asked == self._asked:
            self._take(read)
        else:
            self._overtaken()

    def _overtaken(self) -> None:
        """Something else was asked for while the library was read."""

    def forget_titles(self) -> None:
        """Name no day any more until the names are fetched anew."""
        self._take_titles({})
        self.refresh_titles()

    def _take(self, loaded: tuple[GridPlan, dict[int, str]]) -> None:
        plan, self._titles = loaded
        self.grid.set_plan(plan)
        self.show_what_is_there()
        self._show_counts()
        if self.grid.isVisible():
            self._mark_years()
        self.filled.emit()

    def show_what_is_there(self) -> None:
        """Show the photos, or say why there is none."""
        words = None if self.grid.entries else self._why_empty()
        if words is not None:
            self.empty.say(*words)
        self.empty.setVisible(words is not None)
        self.set_photos_visible(visible=words is None)

    def set_photos_visible(self, *, visible: bool) -> None:
        """Show the photos, or leave their room to something else."""
        self.photos_area.setVisible(visible)
        self.setFocusProxy(self.grid if visible else None)  # Tab would be caught by a hidden one

    def _why_empty(self) -> tuple[str, str] | None:
        """What to say where there is no photo; None to say nothing."""
        if self.is_reading():
            text = self.tr("They appear here as they are found.")
            return self.tr("Reading your photos"), text
        return self.tr("No photos here"), self.tr(
            "Homeroll found no photo that it can read. What could not be read stands on the page "
            "“Problems”, with the reasons."
        )

    def _take_titles(self, titles: dict[int, str]) -> None:
        self._titles = titles
        self.grid.viewport().update()

    def set_title(self, title: str, note: str = "") -> None:
        """Name the page; *note* stands behind the counts."""
        self._title, self._note = title, note
        self._show_counts()

    def _show_counts(self) -> None:
        entries = self.grid.entries
        parts = [messages.photos(len(entries))]
        dated = [entry.taken_at_s for entry in (*entries[:1], *_last_dated(entries))]
        years = [_year(at_s) for at_s in dated if at_s is not None]
        if years:
            parts.append(messages.years(min(years), max(years)))
        if chosen := len(self.grid.selection.chosen):
            parts.append(messages.selected(chosen))
        self.acts.follow(chosen)
        self.header.set_title(self._title, " · ".join(filter(None, [*parts, self._note])))

    # -- headers and years ------------------------------------------------------------------------

    def _heading(self, section: Section) -> tuple[str, str]:
        if section.day is None:
            return self.tr("Without a date"), ""
        day, spot = self._day_and_spot(section, section.day)
        place = self._places.name_of(spot) if spot else ""
        title = self._titles.get(section.day, "")
        parts = [title, place if place not in title else ""]
        return day, " · ".join(filter(None, parts))

    def _day_and_spot(self, section: Section, day: int) -> tuple[str, tuple[float, float] | None]:
        """Worked out once: headers are painted with every step of the wheel."""
        if self._seen_of is not self.grid.sections:
            self._seen_of, self._seen = self.grid.sections, {}
        known = self._seen.get(section.span.start)
        if known is None:
            start, end = section.span
            spot = main_spot(self.grid.entries[start : min(end, start + 400)])
            known = self._seen[start] = (messages.day(day), spot)
        return known

    def _mark_years(self) -> None:
        sections, tops = self.grid.sections, self.grid.layout_of_rows.section_tops
        if self._marked is not sections:
            self._marked, self._first_of_labels = sections, _first_of_labels(sections)
        self._scrubber.set_marks(
            [
                YearMark(label.partition(" ")[0], tops[number], is_year)
                for number, label, is_year in self._first_of_labels
            ]
        )

    def _follow_range(self, _low: int, high: int) -> None:
        self._scrubber.setRange(0, high)
        self._scrubber.setPageStep(self.grid.verticalScrollBar().pageStep())
        self._mark_years()

    def _follow_value(self, value: int) -> None:
        self._scrubber.setValue(value)
        sections = self.grid.sections
        if self._scrubber.isSliderDown() and sections:
            section = sections[self.grid.layout_of_rows.section_at(value)]
            text = messages.month(section.day) if section.day else self.tr("Without a date")
            self._scrubber.show_bubble(text)

    def _follow_row_height(self, row_px: int) -> None:
        self._size.blockSignals(True)  # noqa: FBT003 - Qt
        self._size.setValue(row_px)
        self._size.blockSignals(False)  # noqa: FBT003 - Qt
        self._mark_years()

    def _keep_row_height(self) -> None:
        library = self._session.library
        with library.transaction():
            library.settings.set(ROW_HEIGHT_KEY, str(self.grid.row_px))


def _first_of_labels(sections: Sequence[Section]) -> list[tuple[int, str, bool]]:
    """The first section of each year and month, its label, and whether it is the year's."""
    seen: set[str] = set()
    found = []
    for number, section in enumerate(sections):
        for label, is_year in _labels_of(section.day):
            if label not in seen:
                seen.add(label)
                found.append((number, label, is_year))
    return found


def _last_dated(entries: Sequence[TimelineEntry]) -> Sequence[TimelineEntry]:
    """The last entry with a date, in a sequence whose undated ones stand at the end."""
    low, high = 0, len(entries)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if entries[middle].taken_at_s is not None else (low, middle)
    return entries[low - 1 : low] if low else ()


def _labels_of(day: int | None) -> tuple[tuple[str, bool], ...]:
    """The year and the month of a day as labels; whether it is the year's."""
    if day is None:
        return ((UNDATED_MARK, True),)
    when = date.fromordinal(day)
    return (str(when.year), True), (f"{messages.short_month(when.month)} {when.year}", False)


def _year(at_s: int) -> int:
    return date.fromordinal(at_s // 86_400 + 719_163).year
