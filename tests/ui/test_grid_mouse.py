"""The mouse over photos: rubber band, days, several photos held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.views.photo_grid import PhotoGrid

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(filled_window: MainWindow) -> PhotoGrid:
    found = filled_window.navigation.widget.grid
    found.setFocus()
    found.layout_of_rows  # noqa: B018 - laid out before its headers are looked for
    return found


def header_of(grid: PhotoGrid, number: int) -> QPoint:
    layout = grid.layout_of_rows
    return QPoint(24 + layout.section_lefts[number] + 8, layout.section_tops[number] + 12)


def chosen_indices(grid: PhotoGrid) -> list[int]:
    return [index for index, one in enumerate(grid.entries) if one.id in grid.selection.chosen]


def test_a_click_on_a_header_selects_its_day_and_another_one_lets_go(grid: PhotoGrid) -> None:
    start, end = grid.sections[1].span

    QTest.mouseClick(grid.viewport(), LEFT, NONE, header_of(grid, 1))
    assert chosen_indices(grid) == list(range(start, end))

    QTest.mouseClick(grid.viewport(), LEFT, CTRL, header_of(grid, 1))
    assert chosen_indices(grid) == []


def test_ctrl_and_a_header_add_a_day(grid: PhotoGrid) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, NONE, header_of(grid, 0))
    QTest.mouseClick(grid.viewport(), LEFT, CTRL, header_of(grid, 2))

    both = [*range(*grid.sections[0].span), *range(*grid.sections[2].span)]
    assert chosen_indices(grid) == both


def test_the_day_is_selected_by_key_too(filled_window: MainWindow, grid: PhotoGrid) -> None:
    start, end = grid.sections[1].span
    grid.show_index(start + 1)

    filled_window.actions_by_id["select-day"].trigger()

    assert chosen_indices(grid) == list(range(start, end))
    assert grid.selection.current == start + 1


def test_a_band_selects_what_it_touches(grid: PhotoGrid, qtbot: QtBot) -> None:
    first, third = grid.area_of(0), grid.area_of(2)
    beside = QPoint(4, first.top() + 4)  # left of the photos
    assert grid.index_at(beside) is None

    QTest.mousePress(grid.viewport(), LEFT, NONE, beside)
    QTest.mouseMove(grid.viewport(), third.center())
    qtbot.waitUntil(lambda: chosen_indices(grid) == [0, 1, 2], timeout=2000)
    QTest.mouseMove(grid.viewport(), first.center())
    qtbot.waitUntil(lambda: chosen_indices(grid) == [0], timeout=2000)
    QTest.mouseRelease(grid.viewport(), LEFT, NONE, first.center())

    assert chosen_indices(grid) == [0]
    assert not grid._band.is_drawn


def test_a_click_on_an_empty_place_selects_nothing(grid: PhotoGrid) -> None:
    grid.select_all()

    QTest.mouseClick(grid.viewport(), LEFT, NONE, QPoint(4, grid.area_of(0).top() + 4))

    assert chosen_indices(grid) == []


def test_several_selected_photos_can_be_taken_hold_of(
    grid: PhotoGrid, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dragged: list[list[int]] = []
    # what Qt does with a drag needs a screen; tests/ui/test_album_acts.py drops
    monkeypatch.setattr(
        "ui.views.photo_grid.drag_photos", lambda _grid, ids, _thumbs: dragged.append(ids)
    )
    grid.selection.take([0, 1, 2])
    grid.selection.stand_on(0)

    QTest.mousePress(grid.viewport(), LEFT, NONE, grid.area_of(1).center())
    assert chosen_indices(grid) == [0, 1, 2]
    QTest.mouseMove(grid.viewport(), grid.area_of(1).center() + QPoint(40, 30))

    qtbot.waitUntil(lambda: len(dragged) == 1, timeout=2000)
    assert dragged == [[entry.id for entry in grid.entries[:3]]]


def test_a_click_on_one_of_several_selects_it_alone(grid: PhotoGrid) -> None:
    grid.selection.take([0, 1, 2])

    QTest.mouseClick(grid.viewport(), LEFT, NONE, grid.area_of(1).center())

    assert chosen_indices(grid) == [1]


def test_what_is_selected_can_be_acted_on_by_a_button_that_comes_with_it(
    quiet_window: MainWindow,
) -> None:
    page = quiet_window.navigation.widget
    assert not page.acts.isVisible()

    page.grid.selection.only(1)
    page.grid.selection_changed.emit()
    assert page.acts.isVisible()
    seen: list[str] = []

    def look_and_close() -> None:  # the menu keeps the event loop
        menu = QApplication.activePopupWidget()
        seen.extend(act.text() for act in menu.actions())
        menu.close()

    QTimer.singleShot(100, look_and_close)
    page.acts.click()
    assert "Hide" in seen

    page.grid.selection.clear()
    page.grid.selection_changed.emit()
    assert not page.acts.isVisible()
