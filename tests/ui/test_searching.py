"""Searching and filtering the timeline, as a user does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Facet
from ui import sources
from ui.main_window import MainWindow
from ui.views.photos_page import PhotosPage


@pytest.fixture
def page(filled_window: MainWindow, qtbot: QtBot) -> PhotosPage:
    page = filled_window.navigation.widget
    page.searching.prepare()
    qtbot.waitUntil(lambda: bool(page.searching.tags(Facet.DATE)), timeout=20_000)
    return page


def counted(page: PhotosPage, count: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.grid.entries) == count, timeout=10_000)


def test_typing_narrows_the_photos_and_escape_brings_them_back(
    page: PhotosPage, qtbot: QtBot
) -> None:
    page.begin_search()
    QTest.keyClicks(page.search, "img_0003")
    counted(page, 1, qtbot)
    assert "1 photo" in page.header.subtitle

    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    counted(page, 13, qtbot)


def test_a_day_can_be_typed(page: PhotosPage, qtbot: QtBot) -> None:
    page.search.setText("4 march 2024")
    page.search.typed.emit("4 march 2024")

    counted(page, 3, qtbot)


def test_an_offer_that_is_taken_becomes_a_filter(page: PhotosPage, qtbot: QtBot) -> None:
    page.begin_search()
    QTest.keyClicks(page.search, "march")
    qtbot.waitUntil(lambda: page.search.offers.rowCount() > 0, timeout=10_000)

    popup = page.search.popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.search.text() == "", timeout=5000)
    assert [tag.name for tag in page.filters.tags] == ["March 2024"]
    assert page.filters.isVisible()
    assert page.filters.buttons[Facet.DATE].isChecked()
    counted(page, 12, qtbot)


def test_photos_without_a_sure_date_are_one_click_away(page: PhotosPage, qtbot: QtBot) -> None:
    page.turn_filters()
    page.filters.buttons[Facet.DATE_PROBLEM].click()
    counted(page, 1, qtbot)

    page.filters.clear_button.click()
    counted(page, 13, qtbot)


def test_a_facet_is_ticked_in_its_list_by_keyboard(page: PhotosPage, qtbot: QtBot) -> None:
    page.turn_filters()
    page.filters.buttons[Facet.DATE].click()
    picker = page.filters.picker
    assert picker is not None
    assert picker.list.count() == 2  # 2024 and March 2024

    QTest.keyClick(picker.list, Qt.Key.Key_Return)

    counted(page, 12, qtbot)
    assert page.filters.buttons[Facet.DATE].accessibleName().startswith("Date: ")
    picker.close()


def test_nothing_found_says_so_and_leads_back(page: PhotosPage, qtbot: QtBot) -> None:
    page.search.setText("no such thing")
    page.search.typed.emit("no such thing")
    qtbot.waitUntil(page.nothing.isVisible, timeout=10_000)
    assert not page.grid.isVisible()

    page.show_all()

    counted(page, 13, qtbot)
    assert page.grid.isVisible()


def test_what_is_hidden_leaves_the_search_at_once(
    page: PhotosPage, filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    page.search.setText("2024")
    page.search.typed.emit("2024")
    counted(page, 12, qtbot)

    filled_window.words.hide_photos([page.grid.entries[0].id])

    counted(page, 11, qtbot)


def test_the_search_is_asked_for_from_any_page(filled_window: MainWindow, page: PhotosPage) -> None:
    filled_window.go_to("privacy")

    filled_window.actions_by_id["find"].trigger()

    assert filled_window.navigation.page == "photos"
    assert page.search.isVisible()


def names_of(page: PhotosPage, facet: Facet) -> list[str]:
    return [offer.tag.name for offer in page.searching.tags(facet)]


def known(page: PhotosPage, qtbot: QtBot) -> None:
    page.searching.prepare()
    qtbot.waitUntil(lambda: bool(page.searching.tags(Facet.DATE)), timeout=20_000)


def test_what_is_hidden_is_not_offered_from_that_moment_on(
    page: PhotosPage, filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    page.turn_filters()
    assert names_of(page, Facet.PLACE)
    here = [entry.id for entry in filled.photos.timeline() if entry.latitude is not None]

    filled_window.words.hide_photos(here)

    assert names_of(page, Facet.PLACE) == []
    qtbot.waitUntil(lambda: bool(page.searching.tags(Facet.DATE_PROBLEM)), timeout=20_000)
    assert names_of(page, Facet.PLACE) == []
    filled_window.actions_by_id["undo"].trigger()
    known(page, qtbot)
    assert names_of(page, Facet.PLACE)


def test_nothing_that_was_worked_out_is_offered_once_the_switch_is_off(
    page: PhotosPage, filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    assert page.searching._index is not None
    page._titles = {1: "A trip"}

    filled_window.consent.changed.emit(False)

    assert page.searching._index is None
    assert page._titles == {}


def test_an_index_that_was_begun_before_is_not_taken_after(
    page: PhotosPage, filled_window: MainWindow, qtbot: QtBot
) -> None:
    page.searching._make()
    begun = page.searching._making
    assert begun is not None
    filled_window.consent.changed.emit(False)

    qtbot.waitUntil(lambda: page.searching._making is None, timeout=20_000)

    assert page.searching._index is None


def test_an_answer_that_was_overtaken_is_not_shown(
    page: PhotosPage, filled_window: MainWindow, qtbot: QtBot
) -> None:
    everything = list(page.grid.entries)
    page._fitting = {everything[0].id}
    page._filter(to_top=False)  # still on its way when the photos are hidden
    page._fitting = None

    filled_window.words.hide_photos([entry.id for entry in everything])
    qtbot.waitUntil(lambda: not page.grid.entries, timeout=10_000)
    qtbot.waitUntil(lambda: not page.searching._session._jobs, timeout=10_000)

    assert not page.grid.entries


def test_clearing_a_search_while_photos_are_read_shows_all_of_them(
    page: PhotosPage, qtbot: QtBot
) -> None:
    page._fitting = {page.grid.entries[0].id}
    page._filter(to_top=False)
    counted(page, 1, qtbot)
    page.refresh()  # reads with the search still standing

    page._take_found(None)

    counted(page, 13, qtbot)
    qtbot.waitUntil(lambda: not page.searching._session._jobs, timeout=10_000)
    assert len(page.grid.entries) == 13


def test_favourites_are_a_filter_as_soon_as_there_are_some(
    page: PhotosPage, filled_window: MainWindow, qtbot: QtBot
) -> None:
    page.turn_filters()
    assert page.filters.buttons[Facet.FAVOURITE].isHidden()

    filled_window.photo_menu.turn_favourites([page.grid.entries[0].id])

    button = page.filters.buttons[Facet.FAVOURITE]
    qtbot.waitUntil(lambda: not button.isHidden(), timeout=20_000)


def test_a_standing_search_stays_where_it_was_scrolled(
    page: PhotosPage, filled_window: MainWindow, qtbot: QtBot
) -> None:
    filled_window.resize(780, 520)
    page.grid.set_row_height(320)
    page.search.setText("2024")
    page.search.typed.emit("2024")
    counted(page, 12, qtbot)
    page.grid.verticalScrollBar().setValue(300)

    filled_window.edits.new_album("A", [page.grid.entries[0].id])
    qtbot.waitUntil(lambda: page.searching._making is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not page.searching._session._jobs, timeout=20_000)

    assert page.grid.verticalScrollBar().value() == 300


def test_the_key_for_searching_does_nothing_where_there_are_no_photos(window: MainWindow) -> None:
    assert window.navigation.page == sources.FIRST_START

    window.actions_by_id["find"].trigger()

    assert window.navigation.page == sources.FIRST_START
