"""What a screen reader and a keyboard find, page by page."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer.library import Library
from tests.ui.pages import ids_of
from ui import sources
from ui.main_window import MainWindow
from ui.views.photo_grid import PhotoGrid

ROLE = QAccessible.Role
USED = {
    *(ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText),
    *(ROLE.Slider, ROLE.SpinBox, ROLE.List, ROLE.ListItem, ROLE.Table, ROLE.Dialog),
}
PAGES = (
    *(sources.PHOTOS, sources.PLACES, sources.LOOK_ALIKES, sources.SUGGESTIONS, sources.PRIVACY),
    *(sources.DATES, sources.HOMES, sources.RULES, sources.HIDDEN, sources.ABOUT, sources.PROMISES),
    *(sources.TAUGHT_THEMES, "album", "folder"),
)


def open_page(window: MainWindow, library: Library, page: str, qtbot: QtBot) -> QWidget:
    if page == "album":
        page = f"album:{window.edits.new_album('A walk', ids_of(library)[:3]).id}"
    elif page == "folder":
        page = f"folder:{library.folders.all()[0].id}"
    elif page == sources.HIDDEN:
        window.words.hide_photos(ids_of(library)[:2])
    window.go_to(page)
    shown = window.navigation.widget
    if page == sources.HIDDEN:
        qtbot.waitUntil(lambda: bool(shown.grid.entries), timeout=20_000)
    if page == sources.PLACES:
        qtbot.waitUntil(shown.map.isVisible, timeout=20_000)
    QApplication.processEvents()
    return shown


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An interface and everything in it that is seen."""
    if not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from below(child)


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def is_part(interface: QAccessibleInterface) -> bool:
    """Whether Qt made it as a part of something that has a name."""
    widget = interface.object()
    if not isinstance(widget, QWidget):
        return False
    return widget.objectName().startswith("qt_") or not widget.isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_is_used_has_a_name(
    quiet_window: MainWindow, filled: Library, page: str, qtbot: QtBot
) -> None:
    open_page(quiet_window, filled, page, qtbot)
    root = QAccessible.queryAccessibleInterface(quiet_window)

    met = [one for one in below(root) if one.role() in USED and not is_part(one)]

    assert met
    assert [(one.role(), one.object()) for one in met if not name_of(one)] == []


def test_photos_are_items_of_a_list_with_their_dates(
    quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    grid = open_page(quiet_window, filled, sources.PHOTOS, qtbot).grid
    shown = QAccessible.queryAccessibleInterface(grid)

    first, last = shown.child(0), shown.child(shown.childCount() - 1)

    assert shown.role() == ROLE.List
    assert shown.childCount() == 13
    assert name_of(first).startswith("5 March 2024")
    assert name_of(last).startswith("No date")
    assert first.role() == ROLE.ListItem
    assert shown.indexOfChild(first) == 0


def test_the_state_of_a_photo_follows_the_keyboard(
    quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    grid = open_page(quiet_window, filled, sources.PHOTOS, qtbot).grid
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    shown = QAccessible.queryAccessibleInterface(grid)

    grid.show_index(0)
    QTest.keyClick(grid, Qt.Key.Key_Right)

    second = shown.child(1)
    assert second.state().selected
    assert second.state().focused == grid.hasFocus()
    assert not shown.child(0).state().selected
    assert "selected" in name_of(second)
    assert grid.viewport().rect().contains(grid.viewport().mapFromGlobal(second.rect().center()))


def test_what_is_gone_is_no_longer_spoken_of(
    quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    grid = open_page(quiet_window, filled, sources.PHOTOS, qtbot).grid
    last = QAccessible.queryAccessibleInterface(grid).child(12)
    assert last.isValid()

    quiet_window.words.hide_photos(ids_of(filled)[:5])
    qtbot.waitUntil(lambda: len(grid.entries) == 8, timeout=10_000)

    assert not last.isValid()
    assert last.state().invalid
    assert name_of(last) == ""


def test_a_grid_that_is_gone_is_let_go_with_its_photos(
    quiet_window: MainWindow, filled: Library
) -> None:
    grid = PhotoGrid(quiet_window.thumbnails)
    grid.set_photos(filled.photos.timeline())
    shown = QAccessible.queryAccessibleInterface(grid)
    photos = [shown.child(index) for index in range(shown.childCount())]
    gone = ref(grid)

    grid.deleteLater()
    QApplication.sendPostedEvents(grid, QEvent.Type.DeferredDelete)
    del grid, shown, photos
    gc.collect()

    assert gone() is None


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_round_through_the_page_and_is_never_caught(
    quiet_window: MainWindow, filled: Library, page: str, qtbot: QtBot
) -> None:
    widget = open_page(quiet_window, filled, page, qtbot)
    quiet_window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    start = QApplication.focusWidget()

    met = []
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
        if met[-1] is start:
            break

    assert met[-1] is start, [(type(one).__name__, one.accessibleName()) for one in met[-9:]]
    assert quiet_window.side.list in met
    assert all(one.isVisible() for one in met)


@pytest.mark.parametrize("page", PAGES)
def test_the_focus_is_seen(
    quiet_window: MainWindow, filled: Library, page: str, qtbot: QtBot
) -> None:
    widget = open_page(quiet_window, filled, page, qtbot)
    quiet_window.activateWindow()
    unseen = []
    for control in widget.findChildren(QWidget):
        takes_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not takes_tab or not control.isVisible() or not control.isEnabled():
            continue
        if control.focusProxy() is not None or control.objectName().startswith("qt_"):
            continue
        quiet_window.side.list.setFocus()
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        quiet_window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Tab does
        if control.grab().toImage() == before:
            unseen.append((type(control).__name__, control.accessibleName()))

    assert unseen == []


@pytest.mark.parametrize("page", [sources.PHOTOS, sources.PLACES, sources.LOOK_ALIKES, "album"])
def test_tab_goes_round_where_there_is_nothing_to_see(
    window: MainWindow, library: Library, page: str
) -> None:
    if page == "album":
        page = f"album:{window.edits.new_album('Empty', []).id}"
    window.go_to(page)
    window.activateWindow()
    window.side.list.setFocus(Qt.FocusReason.TabFocusReason)

    met = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
        if met[-1] is window.side.list:
            break

    assert met[-1] is window.side.list, [type(one).__name__ for one in met[-4:]]
