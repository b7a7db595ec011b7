"""The stops of the tour: what a person can come to, in an order that leads there."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from organizer import pipeline
from organizer.library import lock_library
from organizer.models import Facet, RememberedDate
from tools.driving.camera import SCHEMES, Camera, wait, wait_until
from tools.driving.loop_watch import LoopWatch
from ui import sources
from ui.app import make_application, run_window
from ui.main_window import MainWindow

START_MS = 1200
READ_S = 900


class Tour:
    """What is toured, and what came of it.

    Attributes:
        event_loop: What the watch of the event loop says, once the tour is over.
    """

    def __init__(
        self,
        out: Path,
        sizes: Sequence[tuple[int, int]],
        folders: Sequence[Path],
        scratch: Path,
        only: set[str],
    ) -> None:
        self.out, self.sizes, self.folders = out, sizes, folders
        self.scratch, self.only = scratch, only
        self.event_loop: dict[str, object] = {}
        self.failures: list[str] = []

    def walk(self) -> None:
        """Go everywhere; a stop that cannot be reached is told, and the others follow."""
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.resize(*self.sizes[0])
        watch = LoopWatch(window)
        self.window, self.watch = window, watch
        self.camera = Camera(window, watch, self.out, self.sizes, SCHEMES)
        for stop in STOPS:
            name = stop.__name__
            try:
                stop(self)
            except Exception as error:  # noqa: BLE001 - told at the end, with the others
                traceback.print_exc()
                self.failures.append(f"{name}: {error}")
            close_dialogs()
        watch.close()
        self.event_loop = watch.report()
        window.close()

    def take(self, name: str, **options: object) -> None:
        """A picture, if it is wanted."""
        if not self.only or name in self.only:
            self.camera.take(name, **options)  # type: ignore[arg-type]

    @property
    def page(self) -> QWidget:
        """The page that is seen."""
        return self.window.navigation.widget

    @property
    def entries(self) -> list[object]:
        """All photos, newest first."""
        return self.window.session.library.photos.timeline()

    def go_to(self, page: str, settle_ms: int = 700) -> None:
        """Go to a page, as a click in the source list does."""
        self.watch.doing = f"to {page}"
        self.window.go_to(page)
        wait(settle_ms)


def run(tour: Tour, library: Path) -> list[str]:
    """Start the program on a new library, walk, and return what failed."""
    make_application(["homeroll"])
    QTimer.singleShot(START_MS, tour.walk)
    with lock_library(library):
        run_window(library, [])
    return tour.failures


# -- stops ----------------------------------------------------------------------------------------


def first_start(tour: Tour) -> None:
    """An empty library, something dragged over it, photos being read, the question."""
    tour.take("first-start")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder)) for folder in tour.folders])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(tour.window, drag)
    tour.take("drop-target")
    QApplication.sendEvent(tour.window, QDragLeaveEvent())
    for page in (sources.PLACES, sources.LOOK_ALIKES, sources.SUGGESTIONS):
        tour.go_to(page)
        tour.take(f"empty-{page}")
    tour.go_to(sources.PHOTOS)
    tour.watch.doing = "reading"
    tour.window.add_paths(tour.folders)
    wait(900)
    tour.take("reading", settle_ms=150, once=True)
    wait_until(lambda: not tour.window.organizing.is_running, limit_s=READ_S)
    tour.take("question")
    tour.window.consent.answer(on=False)
    wait(800)


def timeline(tour: Tour) -> None:
    """Selection, places in it, sizes, a folder."""
    grid = tour.page.grid
    tour.take("timeline", settle_ms=900)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)
    tour.take("selection")
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    bar = grid.verticalScrollBar()
    tour.take("timeline-middle", settle_ms=900, first=lambda: bar.setValue(bar.maximum() // 2))
    tour.take("timeline-end", settle_ms=900, first=lambda: bar.setValue(bar.maximum()))
    bar.setValue(0)
    grid.set_row_height(220)
    tour.take("timeline-large", settle_ms=900)
    grid.set_row_height(122)
    tour.go_to(f"folder:{tour.window.session.library.folders.all()[0].id}")
    tour.take("folder", settle_ms=600)


def searching(tour: Tour) -> None:
    """Words, offers, filters, nothing."""
    tour.go_to(sources.PHOTOS)
    page = tour.page
    page.begin_search()
    wait_until(lambda: bool(page.searching.tags(Facet.DATE)), limit_s=60)
    place = next(iter(page.searching.tags(Facet.PLACE)), None)
    QTest.keyClicks(page.search, (place.tag.name if place else "2024")[:3].lower())
    wait(900)
    tour.take("search-offers", once=True)
    page.search.popup.hide()
    page.show_all()
    page.turn_filters()
    tour.take("filters")
    page.filters.buttons[Facet.DATE].click()
    wait(400)
    tour.take("filter-list", once=True)
    if page.filters.picker is not None:
        page.filters.picker.close()
    page.show_tags(page.searching.tags(Facet.DATE)[0].tag)
    tour.take("filtered", settle_ms=600)
    page.search.setText("zzzz")
    page.search.typed.emit("zzzz")
    wait_until(page.nothing.isVisible, limit_s=20)
    tour.take("nothing-found")
    page.show_all()
    page.turn_filters()


def places(tour: Tour) -> None:
    """The map, far and near, and its photos."""
    tour.go_to(sources.PLACES, 2500)
    tour.take("places", settle_ms=900)
    map_view = tour.page.map
    map_view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(map_view, Qt.Key.Key_Space)
    for _ in range(3):
        wait(400)
        QTest.keyClick(map_view, Qt.Key.Key_Plus)
    tour.take("places-near", settle_ms=900)
    QTest.keyClick(map_view, Qt.Key.Key_Return)
    wait(1200)
    tour.take("photos-here", settle_ms=700)


def look_alikes_off(tour: Tour) -> None:
    """What look-alikes say without the switch."""
    tour.go_to(sources.LOOK_ALIKES, 900)
    tour.take("look-alikes-off")


def suggestions(tour: Tour) -> None:
    """From off to opened."""
    tour.go_to(sources.SUGGESTIONS)
    tour.take("suggestions-off")
    tour.watch.doing = "analysing"
    tour.window.consent.turn(on=True)
    wait(2000)
    tour.take("suggestions-working", settle_ms=150, once=True)
    wait_until(lambda: not tour.window.organizing.is_running, limit_s=READ_S)
    wait(800)
    tour.take("suggestions", settle_ms=600)
    found = pipeline.open_suggestions(tour.window.session.library)
    tour.window.edits.dismiss_suggestion(found[-1].id, title=found[-1].title)
    tour.take("notice")
    tour.window.notices.hide()


def opened_suggestion(tour: Tour) -> None:
    """Include, exclude, reasons, another title."""
    found = pipeline.open_suggestions(tour.window.session.library)
    tour.go_to(f"suggestion:{found[0].id}", 1200)
    page = tour.page
    for entry in (page.grid.entries[1], page.grid.entries[3]):
        page.grid.toggled.emit(entry.id)
    tour.take("suggestion-opened", settle_ms=600)
    tour.watch.doing = "rename"
    over(tour, page.rename, "rename")
    bar = page.grid.verticalScrollBar()
    tour.take("suggestion-end", first=lambda: bar.setValue(bar.maximum()))


def look_alikes(tour: Tour) -> None:
    """Groups, and a comparison."""
    tour.go_to(sources.LOOK_ALIKES, 1200)
    tour.take("look-alikes", settle_ms=600)
    tour.page.compare()
    wait(1500)
    tour.take("compare", settle_ms=700)
    QTest.keyClick(QApplication.focusWidget() or tour.page, Qt.Key.Key_Escape)
    wait(300)
    buttons = tour.page.tabs.buttons() if hasattr(tour.page, "tabs") else []
    if len(buttons) > 1:
        buttons[1].click()
        tour.take("exact-copies", settle_ms=600)
        buttons[0].click()


def album(tour: Tour) -> None:
    """A saved album, its menu, its export; an empty one."""
    window = tour.window
    found = pipeline.open_suggestions(window.session.library)
    album_id = window.edits.save_suggestion(found[0].id, title=found[0].title)
    tour.go_to(f"album:{album_id}")
    tour.take("album-saved")
    window.notices.hide()
    at = window.mapToGlobal(QPoint(700, 120))
    over(tour, lambda: window.album_acts.open_menu(album_id, at), "album-menu")
    page = tour.page
    page.export()
    wait(500)
    dialog = QApplication.activeModalWidget()
    dialog.path.setText(str(tour.scratch / "exported" / "album"))
    tour.take("export")
    dialog.start()
    wait_until(lambda: dialog.report is not None, limit_s=120)
    tour.take("exported")
    dialog.accept()
    made = window.edits.new_album("Nothing yet", [])
    window.notices.hide()
    tour.go_to(f"album:{made.id}")
    tour.take("album-empty")


def viewer(tour: Tour) -> None:
    """One photo, large, and turned, and its facts."""
    tour.go_to(sources.PHOTOS)
    window = tour.window
    window.viewing.open(tour.page.grid, 3)
    wait(1500)
    view = window.viewing.viewer
    tour.take("viewer", settle_ms=700)
    QTest.keyClick(view, Qt.Key.Key_1)
    tour.take("viewer-100", settle_ms=900)
    QTest.keyClick(view, Qt.Key.Key_0)
    QTest.keyClick(view, Qt.Key.Key_R)
    tour.take("viewer-turned", settle_ms=700)
    QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_I)
    tour.take("viewer-no-info", settle_ms=500)
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def dialogs_of_photos(tour: Tour) -> None:
    """The menu of photos, dates, like photos."""
    window = tour.window
    tour.go_to(sources.PHOTOS)
    ids = [entry.id for entry in tour.entries[:3]]
    at = window.mapToGlobal(QPoint(500, 200))
    over(tour, lambda: window.photo_menu.open(ids, at), "photo-menu")
    window.photo_menu.correct_dates(ids)
    wait(500)
    tour.take("correct-dates")
    close_dialogs()
    window.photo_menu.teaching.ask_alike(ids[0])
    wait(2500)
    tour.take("more-like-this", settle_ms=700)


def said_pages(tour: Tour) -> None:
    """What the user said, page by page."""
    window = tour.window
    library = window.session.library
    with library.transaction():
        library.dates.add(RememberedDate(name="Mai", month=6, day=14, year=2019))
    window.words.hide_photos([entry.id for entry in tour.entries[5:8]])
    window.notices.hide()
    pages = (sources.DATES, sources.HOMES, sources.RULES, sources.HIDDEN)
    for page in (*pages, sources.TAUGHT_THEMES, sources.SORTS):
        tour.go_to(page, 900)
        tour.take(page)


def settings(tour: Tour) -> None:
    """Settings and privacy, checked; about; keys; problems; an unplugged drive."""
    window = tour.window
    tour.go_to(sources.PRIVACY)
    tour.take("privacy")
    page = tour.page
    page.network_card.check()
    wait_until(lambda: bool(page.network_card.results), limit_s=60)
    tour.take("privacy-checked")
    bar = page.area.verticalScrollBar()
    tour.take("privacy-end", first=lambda: bar.setValue(bar.maximum()))
    tour.go_to(sources.ABOUT)
    tour.take("about")
    tour.go_to(sources.PROMISES)
    tour.page.check()
    wait_until(lambda: bool(tour.page.results), limit_s=60)
    tour.take("promises")
    over(tour, window.actions_by_id["keys"].trigger, "keys")
    over(tour, window.side.open_menu, "main-menu")
    tour.go_to(sources.PROBLEMS)
    tour.take("problems")
    stick = tour.folders[-1]
    stick.rename(stick.with_name("unplugged"))
    window.organizing.start()
    wait(500)
    wait_until(lambda: not window.organizing.is_running, limit_s=READ_S)
    tour.go_to(f"folder:{window.session.library.folders.all()[-1].id}")
    tour.take("folder-offline")
    window.add_paths([tour.scratch / "nowhere"])
    tour.take("refused")
    window.notices.hide()


def switch_off(tour: Tour) -> None:
    """What goes, and what went."""
    window = tour.window
    tour.go_to(sources.SUGGESTIONS)
    erased: list[object] = []
    window.consent.changed.connect(erased.append)
    window.consent.turn(on=False)
    wait(400)
    tour.take("turn-off")
    QApplication.activeModalWidget().accept()
    wait_until(lambda: False in erased, limit_s=60)
    wait(300)
    tour.take("receipt")
    close_dialogs()
    tour.take("suggestions-off-again")


STOPS: tuple[Callable[[Tour], None], ...] = (
    first_start,
    timeline,
    searching,
    places,
    look_alikes_off,
    suggestions,
    opened_suggestion,
    look_alikes,
    album,
    viewer,
    dialogs_of_photos,
    said_pages,
    settings,
    switch_off,
)


def over(tour: Tour, open_it: Callable[[], object], name: str) -> None:
    """Open something that keeps the event loop, look at it, and close it."""

    def look_and_close() -> None:
        tour.take(name, once=QApplication.activePopupWidget() is not None)
        close_dialogs()

    QTimer.singleShot(400, look_and_close)
    open_it()
    wait(600)
    if QApplication.activeModalWidget() is not None:  # pictures take longer than that
        wait_until(lambda: QApplication.activeModalWidget() is None, limit_s=60)


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    while top := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        top.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
