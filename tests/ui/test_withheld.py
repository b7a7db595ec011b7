"""What an opened suggestion left out of its days: told, shown on a click, and put in by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import open_library
from organizer.models import PhotoId, SuggestionKind
from tests.builders import FAR_AWAY, SPRING, a_life, a_photo_file, organized_library
from tests.ui.conftest import shown
from ui import sources
from ui.main_window import MainWindow
from ui.views.suggestion_page import SuggestionPage

MORNING = SPRING + timedelta(weeks=10, days=4)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trip with two screenshots on its first day."""
    folder = tmp_path_factory.mktemp("photos")
    a_life(folder)
    for number in range(2):
        at = MORNING.replace(hour=9) + timedelta(minutes=3 + number)
        a_photo_file(folder / f"Screenshot_{number}.png", at, FAR_AWAY, seed=7000 + number)
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", folder)


@pytest.fixture
def window(prepared: Path, library_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        made = shown(MainWindow(library, workers=1), qtbot)
        made.organizing.hold()
        yield made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SuggestionPage:
    known = pipeline.open_suggestions(window.session.library)
    (trip,) = [found for found in known if found.kind is SuggestionKind.TRIP]
    window.go_to(f"suggestion:{trip.id}")
    page = window.navigation.widget
    assert isinstance(page, SuggestionPage)
    qtbot.waitUntil(page.shelf.isVisible, timeout=20_000)
    return page


def ids_of(page: SuggestionPage) -> list[PhotoId]:
    return [entry.id for entry in page.grid.entries]


def test_it_says_how_many_and_why_and_shows_them_on_a_click(page: SuggestionPage) -> None:
    assert page.shelf.line.text() == "Withheld: 2 (2 screenshots)"
    assert list(page.shelf.grid.entries) == []

    page.shelf.open_button.click()

    assert len(page.shelf.grid.entries) == 2
    assert not {entry.id for entry in page.shelf.grid.entries} & set(ids_of(page))
    assert page.shelf.grid.spoken_of(0).endswith("1 screenshot")
    assert not page.shelf.hidden_link.isVisible()


def test_what_is_put_in_stands_in_its_place_is_saved_and_can_be_undone(
    window: MainWindow, page: SuggestionPage
) -> None:
    before = ids_of(page)
    page.shelf.open_button.click()
    first = page.shelf.grid.entries[0].id
    page.shelf.grid.selection.only(0)

    page.shelf.put_in_button.click()
    with_it = ids_of(page)
    line = page.shelf.line.text()
    window.edits.stack.undo()
    without = ids_of(page)
    window.edits.stack.redo()
    page._save.click()

    times = [entry.taken_at_s for entry in page.grid.entries]
    (album,) = window.session.library.albums.all()
    assert set(with_it) - set(before) == {first}
    assert line == "Withheld: 1 (1 screenshot)"
    assert without == before
    assert times == sorted(times)
    assert list(album.photo_ids) == with_it
    assert album.cover_id != first


def test_a_hidden_photo_is_seen_after_the_click_only_and_cannot_be_put_in(
    window: MainWindow, page: SuggestionPage, qtbot: QtBot
) -> None:
    hidden = ids_of(page)[2]
    window.words.hide_photos([hidden])
    qtbot.waitUntil(lambda: "1 hidden photo" in page.shelf.line.text(), timeout=10_000)
    assert hidden not in ids_of(page)

    page.shelf.open_button.click()
    shelf = [entry.id for entry in page.shelf.grid.entries]
    QTest.keyClick(page.shelf.grid, Qt.Key.Key_End)
    page.shelf.grid.selection.only(shelf.index(hidden))
    page.shelf.grid.selection_changed.emit()
    can_be_put_in = page.shelf.put_in_button.isEnabled()
    page.shelf.grid.opened.emit(shelf.index(hidden))
    page.shelf.grid.selection.clear()
    page.shelf.put_in_button.click()

    assert hidden in shelf
    assert not can_be_put_in
    assert not window.viewing.is_open
    assert hidden not in page.kept_ids
    page.shelf.hidden_link.click()
    assert window.navigation.page == sources.HIDDEN


def test_the_shelf_is_closed_when_a_suggestion_is_opened_again(
    window: MainWindow, page: SuggestionPage, qtbot: QtBot
) -> None:
    page.shelf.open_button.click()
    here = window.navigation.page
    window.go_to(sources.PHOTOS)

    window.go_to(here)
    qtbot.waitUntil(page.shelf.isVisible, timeout=10_000)

    assert not page.shelf.is_open
    assert list(page.shelf.grid.entries) == []
