"""The page of look-alikes: groups, the best, side by side, albums and lists; nothing is deleted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import open_library
from organizer.models import PhotoId
from organizer.pipeline import look_alikes
from tests.builders import fingerprints, organized_library
from tests.organizer.pipeline.test_look_alikes import a_burst
from tests.ui.conftest import shown
from ui.main_window import MainWindow
from ui.views.compare_view import CompareView
from ui.views.look_alikes_page import LookAlikesPage

Key = Qt.Key


@pytest.fixture(scope="module")
def bursts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bursts")
    a_burst(folder, "cat", seed=7, days=0)
    a_burst(folder, "sea", seed=8, days=9, shots=5)
    shutil.copy(folder / "sea-0.jpg", folder / "<b>sent on.jpg")
    return folder


@pytest.fixture(scope="module")
def prepared(bursts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", bursts)


@pytest.fixture
def window(prepared: Path, library_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        made = shown(MainWindow(library, workers=1), qtbot)
        made.organizing.hold()
        yield made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LookAlikesPage:
    """The page with its two groups: five shots of the sea, three of a cat."""
    window.go_to("look-alikes")
    page = window.navigation.widget
    assert isinstance(page, LookAlikesPage)
    qtbot.waitUntil(lambda: len(page.shots.groups.groups) == 2, timeout=10_000)
    return page


@pytest.fixture
def compare(page: LookAlikesPage, qtbot: QtBot) -> CompareView:
    """The five shots of the sea side by side, their facts read."""
    page.compare_photo(shots(page, 0)[0])
    view = page.compare_view
    qtbot.waitUntil(lambda: all(p.shot is not None and p.shot.photo for p in view.shown))
    return view


def shots(page: LookAlikesPage, row: int) -> list[PhotoId]:
    return [entry.id for entry in page.shots.groups.groups[row].entries]


def best(page: LookAlikesPage, row: int = 0) -> PhotoId:
    return page.shots.groups.groups[row].best_id


def another(page: LookAlikesPage, row: int = 0) -> PhotoId:
    return next(one for one in shots(page, row) if one != best(page, row))


def test_groups_and_exact_copies_are_shown_and_counted(
    window: MainWindow, page: LookAlikesPage
) -> None:
    tabs = [tab.text() for tab in page.header.tabs.buttons()]
    page.header.tabs.button(1).click()

    assert tabs == ["Like shots · 2", "Exact copies · 1"]
    assert page.copies.isVisible()
    assert not page.shots.isVisible()
    assert window.side.list.currentIndex().data() == "Look-alikes"
    assert "5 like shots; number" in page.shots.groups.index(0).data()
    assert "2 identical files" in page.copies.groups.index(0).data()


def test_the_keyboard_alone_marks_the_best_and_undo_takes_it_back(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot
) -> None:
    proposed, other = best(page), another(page)
    page.shots.setFocus()
    for _ in range(shots(page, 0).index(other)):
        QTest.keyClick(page.shots, Key.Key_Right)

    QTest.keyClick(page.shots, Key.Key_B)
    at_once = best(page)
    kept = set(window.session.library.best_shots.all())
    window.edits.stack.undo()

    assert at_once == other
    assert kept == {other}
    qtbot.waitUntil(lambda: best(page) == proposed, timeout=10_000)
    assert window.session.library.best_shots.all() == {}


def test_the_best_holds_over_a_regrouping(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot
) -> None:
    other = another(page)
    page.ask_best(other)

    window.organizing.release()
    window.organizing.regroup()
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)
    page.refresh()
    qtbot.waitUntil(lambda: not page._is_reading, timeout=10_000)

    assert best(page) == other


def test_a_hidden_photo_leaves_the_page_and_a_group_of_one_is_none(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot
) -> None:
    hidden = shots(page, 0)[1]

    window.words.hide_photos([hidden, *shots(page, 1)[1:]])

    qtbot.waitUntil(lambda: len(page.shots.groups.groups) == 1, timeout=10_000)
    assert hidden not in shots(page, 0)


def test_who_comes_back_sees_no_shot_that_was_hidden_meanwhile(
    window: MainWindow, page: LookAlikesPage, compare: CompareView, qtbot: QtBot
) -> None:
    gone = compare.current_id
    window.go_to("photos")

    window.words.hide_photos([gone])
    window.go_to("look-alikes")

    assert not page.shots.isVisible()
    assert not page.is_comparing
    assert page.notes[0].isVisible()
    assert not page.header.compare.isEnabled()
    qtbot.waitUntil(lambda: page.shots.isVisible() or page.is_comparing, timeout=10_000)
    assert gone not in shots(page, 0)
    assert page.header.compare.isEnabled()


def test_without_suggestions_a_note_says_why_and_exact_copies_are_there(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot
) -> None:
    pipeline.turn_suggestions_off(window.session.library)
    page.refresh()

    qtbot.waitUntil(lambda: page.notes[0].isVisible(), timeout=10_000)
    assert page.notes[0].to_switch.isVisible()
    page.header.tabs.button(1).click()
    assert page.copies.isVisible()


def test_panes_keep_in_step_when_one_is_zoomed_and_dragged(compare: CompareView) -> None:
    first, second, third = (pane.canvas for pane in compare.shown)

    first.zoom_to(2.0, QPointF(30, 40))
    zoomed = [canvas.view for canvas in (first, second, third)]
    second.zoom_by(0.8, QPointF(5, 5))
    QTest.keyClick(compare, Key.Key_Right)

    assert zoomed[0] == zoomed[1] == zoomed[2]
    assert not zoomed[0].is_fitted
    assert first.view == second.view == third.view != zoomed[0]
    QTest.keyClick(compare, Key.Key_0)
    assert all(canvas.is_fitted for canvas in (first, second, third))


def test_a_shot_that_walks_into_sight_is_seen_in_the_same_place(compare: CompareView) -> None:
    compare.panes[0].canvas.zoom_to(2.0, QPointF(30, 40))
    before = compare.panes[0].canvas.view

    QTest.keyClick(compare, Key.Key_End)

    assert compare._first == 2
    assert [pane.canvas.view for pane in compare.shown] == [before] * 3


def test_the_keyboard_walks_a_comparison_keeps_marks_and_goes_back(
    page: LookAlikesPage, compare: CompareView
) -> None:
    ids, was_best = shots(page, 0), best(page)
    other = next(number for number, one in enumerate(ids) if one != was_best)
    compare.go_to(0)
    for _ in range(other):
        QTest.keyClick(compare, Key.Key_Right)

    QTest.keyClick(compare, Key.Key_Space)
    QTest.keyClick(compare, Key.Key_4)
    kept = set(page.shots.kept)
    QTest.keyClick(compare, Key.Key_B)
    said = compare.accessibleName()
    QTest.keyClick(compare, Key.Key_Escape)

    assert kept == {ids[other]}
    assert best(page) == ids[other]
    assert f"{other + 1} of 5" in said
    assert "best" in said
    assert not page.is_comparing
    assert page.shots.current_photo == ids[other]


def test_full_pictures_arrive_for_every_pane(compare: CompareView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(pane.is_whole for pane in compare.shown), timeout=20_000)

    assert all(pane.canvas._image.width() == 640 for pane in compare.shown)


def test_copying_the_list_names_the_files_of_the_others_and_nothing_else(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot, bursts: Path
) -> None:
    before = fingerprints(bursts)
    page.shots.stand_on(1)
    QTest.keyClick(page.shots, Key.Key_Space)

    with qtbot.waitSignal(window.pages.told, timeout=10_000) as told:
        window.pages.look_alikes.copy_list()

    lines = QGuiApplication.clipboard().text().splitlines()
    library = window.session.library
    wanted = [photo.path for photo in library.photos.get_many(page.shots.chosen_others())]
    assert [Path(line) for line in lines] == wanted
    assert len(lines) == 2
    assert told.args == ["2 paths copied. The files stay where they are."]
    assert fingerprints(bursts) == before


def test_of_exact_copies_all_paths_but_the_first_are_listed(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.header.tabs.button(1).click()

    with qtbot.waitSignal(window.pages.told, timeout=10_000):
        window.pages.look_alikes.save_list(tmp_path / "copies.txt")

    (copied,) = look_alikes.exact_copies(window.session.library)
    written = (tmp_path / "copies.txt").read_text(encoding="utf-8").splitlines()
    assert written == [str(path) for path in copied.paths[1:]]


def test_a_list_is_not_written_among_the_photos(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot, bursts: Path
) -> None:
    with qtbot.waitSignal(window.session.failed, timeout=10_000):
        window.pages.look_alikes.save_list(bursts / "list.txt")

    assert not (bursts / "list.txt").exists()


def test_the_best_and_what_is_kept_beside_them_go_into_an_album(
    window: MainWindow, page: LookAlikesPage
) -> None:
    page.turn_kept(another(page))

    album = window.edits.new_album("Best", page.shots.chosen_best())

    assert set(album.photo_ids) == {best(page, 0), best(page, 1), another(page)}
    assert not set(album.photo_ids) & set(page.shots.chosen_others())
    menu = window.pages.look_alikes.others_menu(page, page.pos())
    assert menu.actions()[0].text() == "5 photos"


def test_ctrl_a_selects_every_group_and_escape_none(page: LookAlikesPage) -> None:
    page.shots.setFocus()
    QTest.keyClick(page.shots, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    everything = page.shots.selected_count
    QTest.keyClick(page.shots, Key.Key_Escape)

    assert everything == 2
    assert page.shots.selected_count == 0


def test_a_name_with_html_is_plain_in_the_comparison(compare: CompareView) -> None:
    said = [pane.in_words for pane in compare.shown]

    assert any("sea-" in one or "<b>" in one for one in said)
    for pane in compare.shown:
        assert all(line.textFormat() == Qt.TextFormat.PlainText for line in pane._lines)


def test_the_viewer_leads_to_the_like_shots_of_a_photo(
    window: MainWindow, page: LookAlikesPage, qtbot: QtBot
) -> None:
    sea = another(page)
    window.go_to("photos")
    grid = window.navigation.widget.grid
    qtbot.waitUntil(lambda: len(grid.entries) == 8, timeout=10_000)
    window.viewing.open(grid, [entry.id for entry in grid.entries].index(sea))

    window.viewing.viewer.info.likes_asked.emit()

    qtbot.waitUntil(lambda: page.is_comparing, timeout=10_000)
    assert page.compare_view.current_id == sea
    assert not window.viewing.is_open
    assert window.side.list.currentIndex().data() == "Look-alikes"


def test_the_arrows_turn_from_tab_to_tab(page: LookAlikesPage) -> None:
    tabs = page.header.tabs.buttons()
    tabs[0].setFocus()

    QTest.keyClick(tabs[0], Key.Key_Right)

    assert page.copies.isVisible()
    assert tabs[1].isChecked()
