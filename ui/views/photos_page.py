"""Every photo of the library, and the search over them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.library import Library
from organizer.models import PhotoId, Tag, TimelineEntry, Wish
from organizer.progress import Progress
from ui.place_names import PlaceNames
from ui.searching import Searching
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.grid_plan import GridPlan, make_plan
from ui.views.sections import by_day
from ui.views.timeline_page import TimelinePage
from ui.widgets.filter_bar import FilterBar
from ui.widgets.message_panel import MessagePanel
from ui.widgets.search_field import SearchField
from ui.widgets.texts import button, in_the_middle

SCROLL_KEY = "timeline-photo"


class PhotosPage(TimelinePage):
    """The timeline with words and filters above it."""

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        searching: Searching,
        parent: QWidget | None = None,
    ) -> None:
        self._all: list[TimelineEntry] = []
        self._fitting: set[PhotoId] | None = None
        self._answered = Wish()
        self.searching = searching
        super().__init__(session, thumbnails, places, self._load_wished, "", parent)
        self.set_title(self.tr("Photos"))
        self.grid.setAccessibleName(self.tr("Photos"))
        self.filters = FilterBar(searching.tags)
        self.filters.hide()
        self.above_grid.addWidget(self.filters)
        self.nothing = self._make_nothing()
        self.layout().addWidget(self.nothing)
        self.nothing.hide()
        self._connect_search()

    def _add_buttons(self) -> None:
        self.search = SearchField()
        self.header.add(self.search)
        self._filter_button = button(self.tr("Filter"), self.turn_filters)
        self._filter_button.setCheckable(True)
        self._filter_button.setToolTip(self.tr("Choose photos by date, place, theme and more"))
        self.header.add(self._filter_button)
        super()._add_buttons()

    def _make_nothing(self) -> QWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        message = MessagePanel()
        message.layout().setContentsMargins(0, 90, 0, 16)
        message.say(
            self.tr("No photo fits"),
            self.tr("Fewer words or other filters may find some. Hidden photos are not searched."),
        )
        column.addWidget(message)
        column.addLayout(in_the_middle(button(self.tr("Show all photos"), self.show_all)))
        column.addStretch(1)
        return nothing

    def _connect_search(self) -> None:
        self.searching.is_watched = self._is_searched
        self.search.entered.connect(self.searching.prepare)
        self.search.typed.connect(lambda _text: self._look())
        self.search.taken.connect(lambda tag: self.filters.turn(tag, on=True))
        self.search.left.connect(self.grid.setFocus)
        self.filters.changed.connect(self._look)
        self.searching.offered.connect(self.search.show_offers)
        self.searching.found.connect(self._take_found)
        self.searching.is_ready.connect(self.filters.refresh)

    # -- where one was ----------------------------------------------------------------------------

    def fill_now(self) -> None:
        """Show what the library holds, at once; the first time where one was scrolled last."""
        was_filled = self._was_filled
        super().fill_now()
        kept = self._session.library.settings.get(SCROLL_KEY, "")
        if not was_filled and kept.isdecimal():
            self.grid.scroll_to_photo(PhotoId(int(kept)))

    def keep_scroll(self) -> None:
        """Remember the photo at the upper edge; the caller owns the transaction."""
        held = self.grid.held_photo() if self._fitting is None else None
        self._session.library.settings.set(SCROLL_KEY, str(held) if held is not None else "")

    # -- what is wished for -----------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What is looked for."""
        return Wish(self.search.text(), self.filters.tags)

    def begin_search(self) -> None:
        """Stand in the field for words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_tags(self, *tags: Tag) -> None:
        """Show the photos with these tags, and no others."""
        self.search.clear()
        self.filters.set_tags(tags)

    def show_all(self) -> None:
        """Show every photo again."""
        self.search.clear()
        self.filters.clear()
        self.grid.setFocus()

    def turn_filters(self) -> None:
        """Show the filters; or hide them, and then nothing is filtered any more."""
        shown = not self.filters.isVisibleTo(self)
        self.searching.prepare()
        self._show_filters(shown=shown)
        if not shown:
            self.filters.clear()

    def _show_filters(self, *, shown: bool) -> None:
        self.filters.setVisible(shown)
        self._filter_button.setChecked(shown)

    def _look(self) -> None:
        if self.filters.tags:
            self._show_filters(shown=True)
        self.searching.look_for(self.wish, self.search.text())

    # -- what fits --------------------------------------------------------------------------------

    def _load_wished(self, library: Library) -> list[TimelineEntry]:
        """Called in whichever thread reads the library."""
        self._all = library.photos.timeline()
        return self._only_fitting(self._all)

    def _only_fitting(self, entries: list[TimelineEntry]) -> list[TimelineEntry]:
        fitting = self._fitting
        return entries if fitting is None else [one for one in entries if one.id in fitting]

    def _take_found(self, found: set[PhotoId] | None) -> None:
        if found is None and self._fitting is None:
            return
        self._fitting = found
        is_another = self._answered != self.searching.wish
        self._answered = self.searching.wish
        self._filter(to_top=is_another)

    def _overtaken(self) -> None:
        self._filter(to_top=False)

    def _filter(self, *, to_top: bool) -> None:
        """Show of all photos those that fit."""
        self._asked += 1
        asked, entries, measures = self._asked, self._all, self.grid.measures

        def work(_progress: Progress) -> GridPlan:
            return make_plan(self._only_fitting(entries), measures, by_day)

        def take(plan: GridPlan) -> None:
            if asked == self._asked:
                self._take((plan, self._titles))
                if to_top:
                    self.grid.verticalScrollBar().setValue(0)

        job = self._session.plain_job(work)
        job.succeeded.connect(take)
        self._session.start(job)

    def show_what_is_there(self) -> None:
        """Show the photos, or say that none fits, or that there are none."""
        super().show_what_is_there()
        nothing = self._fitting is not None and not self.grid.entries
        self.nothing.setVisible(nothing)
        if nothing:
            self.set_photos_visible(visible=False)

    def _why_empty(self) -> tuple[str, str] | None:
        return super()._why_empty() if self._fitting is None else None

    # -- events -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Filters that were left open are offered as they are now."""
        super().showEvent(event)
        if not self.filters.isHidden():
            self.searching.prepare()
        self.filters.refresh()

    def _is_searched(self) -> bool:
        return self.isVisible() and (not self.filters.isHidden() or self.search.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows all photos again."""
        if event.key() == Qt.Key.Key_Escape and not self.wish.is_empty:
            self.show_all()
        else:
            super().keyPressEvent(event)
