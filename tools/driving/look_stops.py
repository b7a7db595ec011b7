"""Stops of the tour with what is found by looking: suggestions and look-alikes, off and on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from organizer import pipeline
from tools.driving.camera import wait, wait_until
from tools.driving.touring import READ_S, Tour, over
from ui import sources


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
    if page.shelf.isVisible():
        page.shelf.turn()
        tour.take("withheld", settle_ms=600)
        page.shelf.close_shelf()
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
    tabs = tour.page.header.tabs
    tabs.button(1).click()
    tour.take("exact-copies", settle_ms=600)
    tabs.button(0).click()
