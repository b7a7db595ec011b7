"""Searching and filtering the timeline, as a user does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Facet
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
    page.find()
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
    page.find()
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
