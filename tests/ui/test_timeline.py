"""The timeline on real photos: order, headers, keyboard, staying in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library import Library
from ui.main_window import MainWindow
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import by_day
from ui.views.timeline_page import TimelinePage


@pytest.fixture
def page(filled_window: MainWindow) -> TimelinePage:
    return filled_window.navigation.widget


@pytest.fixture
def grid(page: TimelinePage) -> PhotoGrid:
    page.grid.setFocus()
    return page.grid


def test_photos_stand_newest_first_and_undated_ones_last(page: TimelinePage) -> None:
    dates = [entry.taken_at_s for entry in page.grid.entries]

    assert len(dates) == 13
    assert dates[-1] is None
    assert dates[:-1] == sorted(dates[:-1], reverse=True)


def test_every_day_has_a_header_and_undated_photos_their_own(page: TimelinePage) -> None:
    headings = [page._heading(section)[0] for section in page.grid.sections]

    assert headings[0] == "Tuesday, 5 March 2024"
    assert headings[-1] == "Without a date"
    assert len(headings) == 5


def test_place_names_come_to_the_headers_by_themselves(page: TimelinePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._heading(page.grid.sections[0])[1] != "", timeout=10_000)


def test_thumbnails_are_painted_when_they_arrive(grid: PhotoGrid, qtbot: QtBot) -> None:
    def is_painted() -> bool:
        picture = grid.viewport().grab().toImage()
        centre = grid.area_of(0).center()
        colours = {picture.pixelColor(centre + QPoint(x, 0)).name() for x in range(-9, 9, 3)}
        return len(colours) > 3

    qtbot.waitUntil(is_painted, timeout=5000)


def test_arrows_walk_and_home_and_end_jump(grid: PhotoGrid, qtbot: QtBot) -> None:
    reached = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(grid, key)
        reached.append(grid.selection.current)

    assert reached == [0, 1, 0, 12]


def test_shift_and_arrows_select_a_range(grid: PhotoGrid, qtbot: QtBot) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert grid.selection.in_order() == [entry.id for entry in grid.entries[:4]]


def test_ctrl_a_selects_everything_and_escape_nothing(
    filled_window: MainWindow, grid: PhotoGrid, qtbot: QtBot
) -> None:
    filled_window.actions_by_id["select-all"].trigger()
    assert len(grid.selection.chosen) == 13

    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid.selection.chosen


def test_a_click_selects_and_ctrl_click_adds(grid: PhotoGrid, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(grid.viewport(), left, pos=grid.area_of(0).center())
    qtbot.mouseClick(
        grid.viewport(), left, Qt.KeyboardModifier.ControlModifier, grid.area_of(2).center()
    )

    assert grid.selection.in_order() == [grid.entries[0].id, grid.entries[2].id]


def test_f_makes_a_photo_a_favourite_and_no_favourite_again(
    grid: PhotoGrid, library: Library, qtbot: QtBot
) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    photo_id = grid.entries[0].id

    qtbot.keyClick(grid, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: grid.entries[0].favourite, timeout=5000)
    assert library.photos.get(photo_id).favourite

    qtbot.keyClick(grid, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: not grid.entries[0].favourite, timeout=5000)


def test_ctrl_and_wheel_make_the_photos_larger(grid: PhotoGrid) -> None:
    before = grid.row_px
    centre = QPoint(200, 200)
    wheel = QWheelEvent(
        centre,
        grid.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(grid.viewport(), wheel)

    assert grid.row_px > before


def test_photos_that_come_leave_the_one_at_the_upper_edge_where_it_was(
    filled_window: MainWindow, page: TimelinePage
) -> None:
    filled_window.resize(760, 520)
    grid = page.grid
    everything = list(grid.entries)
    grid.set_photos(everything[3:], by_day)
    grid.set_row_height(320)
    grid.verticalScrollBar().setValue(300)
    held = grid._held_photo()

    grid.set_photos(everything, by_day)

    assert grid._held_photo() == held
    assert grid.verticalScrollBar().value() > 300


def test_enter_opens_the_viewer_and_escape_comes_back(
    filled_window: MainWindow, grid: PhotoGrid, qtbot: QtBot
) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    viewer = filled_window.viewing.viewer
    assert filled_window.viewing.is_open

    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)

    assert not filled_window.viewing.is_open
    assert grid.selection.current == 1


def test_the_viewer_shows_the_full_picture_and_its_facts(
    filled_window: MainWindow, grid: PhotoGrid, qtbot: QtBot
) -> None:
    filled_window.viewing.open(grid, 0)
    viewer = filled_window.viewing.viewer

    qtbot.waitUntil(lambda: viewer.canvas.has_enough_pixels(), timeout=10_000)
    qtbot.waitUntil(lambda: viewer._facts is not None, timeout=10_000)

    assert viewer._facts.photo.id == grid.entries[0].id


def test_zooming_keeps_the_point_under_the_pointer(
    filled_window: MainWindow, grid: PhotoGrid
) -> None:
    filled_window.viewing.open(grid, 0)
    canvas = filled_window.viewing.viewer.canvas
    at = canvas._frame().center() + QPoint(40, 25).toPointF()

    def under_pointer() -> tuple[float, float]:
        frame = canvas._frame()
        x = (at.x() - frame.left()) / frame.width()
        return round(x, 3), round((at.y() - frame.top()) / frame.height(), 3)

    canvas.zoom_by(4.0, at)  # larger than the window, where it can be moved
    before = under_pointer()
    canvas.zoom_by(1.25, at)

    assert under_pointer() == before
