"""Stops of the tour among the photos: from an empty library to the viewer."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from organizer import pipeline
from organizer.models import Facet
from tools.driving.camera import wait, wait_until
from tools.driving.touring import READ_S, Tour, close_dialogs, over
from ui import sources


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
    typed = (place.tag.name if place else "2024")[:3].lower()
    page.search.setText(typed)  # no key for it on a keyboard of ASCII
    page.search.textEdited.emit(typed)
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
    entry = next(one for one in tour.entries if one.latitude is not None)
    tour.watch.doing = "private place"
    tour.window.photo_menu.place_words.keep_private(entry.latitude, entry.longitude)
    wait_until(lambda: QApplication.activeModalWidget() is not None, limit_s=20)
    tour.take("private-place")


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
