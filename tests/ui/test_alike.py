"""More like this in the window: the page, its way back, the sorts, and the switch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import open_library
from organizer.models import PhotoId
from tests.looks import fill_with_looks
from tests.ui.conftest import shown
from ui.main_window import MainWindow
from ui.views.alike_page import MOST_LIKE, WHOLE_SORT, AlikePage
from ui.views.sorts_page import SortsPage
from ui.widgets.collage import Collage

COUNT, IN_SORT = 200, 30


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each photo is a little less like the first; the first ones are of one sort, two a burst."""
    angles = np.radians(np.arange(COUNT) * 0.4)
    looks = np.zeros((COUNT, 256))
    looks[:, 0], looks[:, 1] = np.cos(angles), np.sin(angles)
    best: list[int | None] = [None] * COUNT
    best[10] = best[11] = 11
    sorts = [1] * IN_SORT + [2] * (IN_SORT + 5) + [None] * (COUNT - 2 * IN_SORT - 5)
    path = tmp_path_factory.mktemp("libraries") / "prepared"
    with open_library(path) as library:
        fill_with_looks(library, looks, best=best, sorts=sorts)
    return path


@pytest.fixture
def window(prepared: Path, library_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        made = shown(MainWindow(library, workers=1), qtbot)
        made.go_to("suggestions")
        yield made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> AlikePage:
    """What is like the first photo."""
    return opened(window, "alike:1", qtbot)


def opened(window: MainWindow, name: str, qtbot: QtBot) -> AlikePage:
    window.go_to(name)
    page = window.navigation.widget
    assert isinstance(page, AlikePage)
    qtbot.waitUntil(lambda: bool(page.grid.entries), timeout=20_000)
    return page


def ids(page: AlikePage) -> list[int]:
    return [entry.id for entry in page.grid.entries]


def test_the_nearest_come_first_with_one_of_near_identical_shots(page: AlikePage) -> None:
    # photo 12 is the best of 11 and 12, and stands where the nearer one stood
    assert ids(page)[:12] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14]
    assert len(ids(page)) == 120
    assert page.header.subtitle == "the 198 nearest of all"


def test_more_are_shown_when_they_are_asked_for(page: AlikePage) -> None:
    (more,) = page.more.findChildren(QPushButton)
    was_seen = page.more.isVisible()

    more.click()

    assert was_seen
    assert len(ids(page)) == COUNT - 2
    assert not page.more.isVisible()


def test_the_whole_sort_is_a_click_away_and_back(page: AlikePage) -> None:
    near = ids(page)

    page.which.button(WHOLE_SORT).click()
    sort = ids(page)
    page.which.button(MOST_LIKE).click()

    assert sort == [one for one in range(1, IN_SORT + 1) if one != 11]
    assert page.which.button(WHOLE_SORT).text() == "This sort of picture · 29"
    assert ids(page) == near


def test_a_photo_of_no_sort_offers_none(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, "alike:150", qtbot)

    assert not page.which.button(WHOLE_SORT).isVisible()
    assert set(ids(page)[:4]) <= set(range(145, 156))


def test_the_key_leads_from_photo_to_photo_and_back_to_where_one_came_from(
    window: MainWindow, page: AlikePage, qtbot: QtBot
) -> None:
    page.grid.show_index(5)

    QTest.keyClick(page.grid, Qt.Key.Key_L)
    there = window.navigation.page
    qtbot.waitUntil(lambda: bool(set(ids(page)[:1]) & {5, 6, 8, 9}), timeout=10_000)
    (sorts,) = [one for one in page.findChildren(QPushButton) if one.text() == "Sorts of pictures"]
    sorts.click()
    between = window.navigation.page
    window.go_to(there)
    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert (there, between) == ("alike:7", "sorts")
    assert window.navigation.page == "suggestions"


def test_the_key_leads_out_of_the_viewer_too(window: MainWindow, page: AlikePage) -> None:
    page.grid.opened.emit(3)
    viewer = window.viewing.viewer
    assert viewer is not None

    QTest.keyClick(viewer, Qt.Key.Key_L)

    assert window.navigation.page == "alike:5"
    assert not window.viewing.is_open


def test_a_hidden_photo_leaves_the_page_at_once(window: MainWindow, page: AlikePage) -> None:
    hidden = PhotoId(ids(page)[0])

    window.words.hide_photos([hidden])

    assert hidden not in ids(page)


def test_an_answer_about_a_photo_that_was_asked_before_is_not_shown(
    window: MainWindow, page: AlikePage, qtbot: QtBot
) -> None:
    late = page._alike
    assert late is not None
    opened(window, "alike:150", qtbot)
    qtbot.waitUntil(lambda: bool(ids(page)), timeout=10_000)
    there = ids(page)

    page._take(late)

    assert ids(page) == there
    assert 150 not in there
    assert set(there[:4]) <= set(range(145, 156))


def test_the_page_takes_the_keys_once_there_are_photos(page: AlikePage) -> None:
    assert page.window().focusWidget() is page.grid


def test_with_suggestions_off_the_page_explains_and_leads_to_the_switch(
    window: MainWindow, page: AlikePage
) -> None:
    pipeline.turn_suggestions_off(window.session.library)
    window.consent.changed.emit(False)
    left = ids(page)
    heading, asks = page.note.message._heading.text(), page.note.to_switch.isVisible()
    page.note.to_switch.click()

    assert left == []
    assert page._alike is None
    assert not page._looking.holds_looks
    assert (heading, asks) == ("Suggestions are off", True)
    assert window.navigation.page == "suggestions"


def test_what_was_not_looked_at_is_said_so(
    window: MainWindow, page: AlikePage, qtbot: QtBot
) -> None:
    window.go_to("alike:99999")

    qtbot.waitUntil(lambda: "Nothing is known" in page.note.message._heading.text(), timeout=10_000)
    assert ids(page) == []
    assert not page.note.to_switch.isVisible()


def test_leaving_lets_go_of_what_photos_look_like(window: MainWindow, page: AlikePage) -> None:
    held = page._looking.holds_looks

    window.go_to("photos")

    assert held
    assert not page._looking.holds_looks


# -- sorts ----------------------------------------------------------------------------------------


def sorts_of(window: MainWindow, qtbot: QtBot) -> SortsPage:
    window.go_to("sorts")
    page = window.navigation.widget
    assert isinstance(page, SortsPage)
    qtbot.waitUntil(lambda: bool(page.flow.cards), timeout=10_000)
    return page


def test_sorts_are_cards_with_the_largest_first_and_open_as_a_whole(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = sorts_of(window, qtbot)
    names = [card.accessibleName() for card in page.flow.cards]
    (open_it,) = page.flow.cards[0].findChildren(QPushButton)

    open_it.click()
    there = window.navigation.widget
    assert isinstance(there, AlikePage)
    qtbot.waitUntil(lambda: bool(there.grid.entries), timeout=10_000)

    assert names == ["35 photos", "29 photos"]
    assert there.shows_sort
    assert set(ids(there)) == set(range(IN_SORT + 1, 2 * IN_SORT + 6))


def test_a_hidden_photo_is_on_no_card(window: MainWindow, qtbot: QtBot) -> None:
    page = sorts_of(window, qtbot)
    covers = page.flow.cards[1].findChild(Collage)._photo_ids

    window.words.hide_photos(list(covers))

    qtbot.waitUntil(
        lambda: [card.accessibleName() for card in page.flow.cards] == ["35 photos", "26 photos"],
        timeout=10_000,
    )
    assert not set(covers) & set(page.flow.cards[1].findChild(Collage)._photo_ids)


def test_sorts_are_not_shown_with_suggestions_off(window: MainWindow, qtbot: QtBot) -> None:
    page = sorts_of(window, qtbot)

    pipeline.turn_suggestions_off(window.session.library)
    window.consent.changed.emit(False)

    assert page.flow.cards == ()
    assert page.note.message._heading.text() == "Suggestions are off"


def test_the_menu_of_suggestions_leads_to_taught_themes_and_sorts(window: MainWindow) -> None:
    page = window.navigation.widget
    acts = {act.text(): act for act in page.menu.actions()}

    acts["Sorts of pictures"].trigger()
    first = window.navigation.page
    acts["Taught themes"].trigger()

    assert (first, window.navigation.page) == ("sorts", "taught-themes")
