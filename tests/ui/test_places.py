"""The page Places: map, list, and the way to the photos."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.pipeline import dwelling
from organizer.progress import Progress
from tests.builders import FAR_AWAY, HOME, SPRING, a_photo_file
from tests.ui.conftest import shown
from tests.ui.pages import said
from ui import sources
from ui.main_window import MainWindow
from ui.models.source_list_model import SourceListModel
from ui.views.here_page import HerePage
from ui.views.places_page import PlacesPage

NEAR_HOME = (HOME[0] + 0.3, HOME[1])


@pytest.fixture(scope="session")
def travels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four photos at home, two an hour away, three on another continent, one nowhere."""
    folder = tmp_path_factory.mktemp("travels")
    spots = [HOME] * 4 + [NEAR_HOME] * 2 + [FAR_AWAY] * 3 + [None]
    for number, spot in enumerate(spots):
        a_photo_file(folder / f"{number}.jpg", SPRING + timedelta(days=number), spot, seed=number)
    return folder


@pytest.fixture
def places(library: Library, travels: Path, qtbot: QtBot) -> PlacesPage:
    pipeline.add_folders(library, [travels])
    pipeline.organize(library, progress=Progress(), workers=1)
    return opened(library, qtbot)


def opened(library: Library, qtbot: QtBot) -> PlacesPage:
    window = shown(MainWindow(library, workers=1), qtbot)
    window.actions_by_id["go-places"].trigger()
    page = window.navigation.widget
    assert isinstance(page, PlacesPage)
    page.test_window = window  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.map.photo_map is not None, timeout=10_000)
    qtbot.waitUntil(lambda: page.map.goal == page.map.camera, timeout=5_000)
    return page


def window_of(page: PlacesPage) -> MainWindow:
    return page.test_window  # type: ignore[attr-defined]


def counts_on_map(page: PlacesPage) -> list[int]:
    return sorted(group.stretch.count for group in page.map.groups())


def lines(page: PlacesPage) -> list[tuple[str, str]]:
    model = page.list.list.model()
    rows = [model.index(row).data(SourceListModel.SourceRole) for row in range(model.rowCount())]
    return [(line.title, line.count) for line in rows]


def shown_here(page: PlacesPage, qtbot: QtBot, count: int) -> HerePage:
    navigation = window_of(page).navigation
    qtbot.waitUntil(lambda: navigation.page == sources.HERE)
    here = navigation.widget
    qtbot.waitUntil(lambda: len(here.grid.entries) == count, timeout=5_000)
    return here


def still(page: PlacesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.map.goal == page.map.camera, timeout=5_000)


def test_places_are_listed_by_country_with_what_the_map_counts(places: PlacesPage) -> None:
    assert counts_on_map(places) == [3, 6]
    assert lines(places)[0] == ("France · 6", "")
    assert sum(int(count) for _, count in lines(places) if count) == 9
    assert "9 photos" in places.header.subtitle
    assert "1 without a place" in places.header.subtitle


def test_typing_filters_the_list_without_accents(places: PlacesPage) -> None:
    places.list.filter.setText("da nang")

    assert [title for title, _ in lines(places)] == ["Vietnam · 3", "Da Nang"]
    places.list.filter.setText("nowhere at all")
    assert "No place is called that." in said(places)


def test_a_click_splits_a_group_and_then_shows_its_photos(places: PlacesPage, qtbot: QtBot) -> None:
    largest = places.map.groups()[-1]
    QTest.mouseClick(places.map, Qt.MouseButton.LeftButton, pos=largest.disc.center().toPoint())
    still(places, qtbot)
    assert counts_on_map(places) == [2, 4]

    home = places.map.groups()[-1]
    QTest.mouseClick(places.map, Qt.MouseButton.LeftButton, pos=home.disc.center().toPoint())

    here = shown_here(places, qtbot, 4)
    qtbot.waitUntil(lambda: "Lyon" in here.header.title, timeout=5_000)


def test_one_comes_back_to_the_map_where_one_was(places: PlacesPage, qtbot: QtBot) -> None:
    middle = places.map.groups()[-1].disc.center()
    places.map.zoom_by(2, (middle.x(), middle.y()))
    still(places, qtbot)
    camera = places.map.camera
    places.map.opened.emit(places.map.groups()[-1].stretch)
    here = window_of(places).navigation.widget

    QTest.keyClick(here.grid, Qt.Key.Key_Escape)

    assert window_of(places).navigation.page == sources.PLACES
    assert places.map.camera == camera


def test_a_line_of_the_list_leads_there_and_its_button_to_the_photos(
    places: PlacesPage, qtbot: QtBot
) -> None:
    places.list.filter.setText("da nang")
    QTest.keyClick(places.list.list, Qt.Key.Key_Down)
    still(places, qtbot)

    assert counts_on_map(places) == [3]
    assert places.list.show_button.isVisible()
    places.list.show_button.click()
    here = shown_here(places, qtbot, 3)
    assert here.header.title == "Da Nang, Vietnam"


def test_the_map_is_used_by_keys_alone(places: PlacesPage, qtbot: QtBot) -> None:
    view = places.map
    before = view.camera
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    still(places, qtbot)
    assert view.camera.zoom == pytest.approx(before.zoom + 2)
    assert view.camera.x != pytest.approx(before.x)

    QTest.keyClick(view, Qt.Key.Key_Home)
    still(places, qtbot)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.chosen_group().stretch.count == 3
    QTest.keyClick(view, Qt.Key.Key_Return)
    shown_here(places, qtbot, 3)


def test_tab_goes_from_the_map_to_its_buttons_and_the_list(places: PlacesPage) -> None:
    places.map.setFocus()
    seen = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())

    assert {"Zoom in", "Zoom out", "Show all places", "Filter places"} <= set(seen)
    assert "Places by number of photos" in seen


def test_the_wheel_zooms_at_the_pointer(places: PlacesPage, qtbot: QtBot) -> None:
    spot = QPointF(100, 200)
    under = places.map.camera.to_world(100, 200)
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    for _ in range(4):
        wheel = QWheelEvent(spot, spot, QPoint(), QPoint(0, 120), no_button, no_key, phase, False)
        QApplication.sendEvent(places.map, wheel)
    still(places, qtbot)

    left, _ = places.map.camera.to_view(*under)
    assert left == pytest.approx(100, abs=0.5)
    assert places.map.camera.zoom > 3


def test_dragging_moves_the_map_and_chooses_nothing(places: PlacesPage) -> None:
    before = places.map.camera
    start = places.map.groups()[-1].disc.center().toPoint()
    QTest.mousePress(places.map, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(places.map, start + QPoint(12 * step, 0))
    QTest.mouseRelease(places.map, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))

    assert places.map.camera.x == pytest.approx(before.x - 60 / before.world_px, abs=1e-3)
    assert places.map.current is None


def test_the_map_tells_a_screen_reader_what_is_seen(places: PlacesPage, qtbot: QtBot) -> None:
    told = "Map, 2 groups of photos; largest: Lyon, 6 photos"
    qtbot.waitUntil(lambda: places.map.accessibleDescription() == told, timeout=5_000)


def test_homes_are_hidden_on_demand_and_stay_so(places: PlacesPage, qtbot: QtBot) -> None:
    window = window_of(places)
    assert not places.hide_homes.isEnabled()
    dwelling.say_home(window.session.library, *HOME)
    places.refresh()
    qtbot.waitUntil(places.hide_homes.isEnabled, timeout=5_000)

    places.hide_homes.setChecked(True)

    qtbot.waitUntil(lambda: "4 at home left out" in places.header.subtitle, timeout=5_000)
    assert sum(int(count) for _, count in lines(places) if count) == 5
    assert PlacesPage(
        window.session, window.thumbnails, window._parts().places
    ).hide_homes.isChecked()


def test_who_comes_back_sees_no_photo_that_was_hidden_meanwhile(
    places: PlacesPage, qtbot: QtBot
) -> None:
    window, there = window_of(places), places.map.camera
    hidden = places._mapped[0]
    ids = [places.map.photo_map.ids[row] for row in hidden.rows.tolist()]
    window.go_to(sources.PHOTOS)

    window.words.hide_photos(ids)
    window.go_to(sources.PLACES)

    assert places.map.photo_map is None
    assert places.note.isVisible()
    assert not places.map.isVisible()
    qtbot.waitUntil(lambda: places.map.isVisible(), timeout=10_000)
    assert not set(ids) & set(places.map.photo_map.ids)
    assert places.map.camera == there


def test_a_place_of_which_all_is_hidden_is_not_named(places: PlacesPage, qtbot: QtBot) -> None:
    places._open_place(0)
    here = shown_here(places, qtbot, places._mapped[0].count)
    named = here._title

    window_of(places).words.hide_photos([entry.id for entry in here.grid.entries])
    qtbot.waitUntil(lambda: not here.grid.entries, timeout=5_000)

    assert named
    assert named not in said(here)
    window_of(places).edits.stack.undo()
    qtbot.waitUntil(lambda: named in said(here), timeout=5_000)


def test_without_photos_and_without_places_the_page_says_what_helps(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(library, qtbot)
    assert "No photos yet" in said(page)

    a_photo_file(tmp_path / "photos" / "1.jpg", SPRING)
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.organize(library, progress=Progress(), workers=1)
    page.refresh()
    qtbot.waitUntil(
        lambda: "None of your photos say where they were taken" in said(page), timeout=5_000
    )
    assert not page.map.isVisible()
