"""The main job, clicked through on the real window with real files and the real pipeline."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from organizer.library import Library
from tests.builders import a_life, fingerprints
from tests.ui.test_drops import carrying, drop, finish
from ui import sources
from ui.dialogs.erasure_dialogs import EraseDialog, ReceiptDialog
from ui.dialogs.export_dialog import ExportDialog
from ui.main_window import MainWindow
from ui.views.grid_painter import tick_area
from ui.widgets.suggestion_card import SuggestionCard

PHOTOS_VARIABLE = "HOMEROLL_TEST_PHOTOS"


def click(qtbot: QtBot, root: QWidget, text: str) -> None:
    """Press the visible button that says *text*."""
    buttons = root.findChildren(QAbstractButton)
    found = next(made for made in buttons if made.text() == text and made.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def cards(window: MainWindow) -> list[SuggestionCard]:
    return list(window.navigation.widget.flow.cards)


def dialog_of(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    """The dialog of this kind, as soon as it is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
    return QApplication.activeModalWidget()


def some_photos(tmp_path: Path) -> Path:
    """A life, or the folder of one that stands already: test_promises.py watches that one."""
    if PHOTOS_VARIABLE in os.environ:
        return Path(os.environ[PHOTOS_VARIABLE])
    a_life(tmp_path / "photos")
    return tmp_path / "photos"


def test_from_a_dropped_folder_to_an_exported_album_and_nothing_left_behind(
    window: MainWindow, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    photos, out = some_photos(tmp_path), tmp_path / "out" / "trip"
    originals = fingerprints(photos)
    derived = library.path / "derived.sqlite"

    # photos are dropped, and are seen
    drop(window, carrying(photos))
    finish(window, qtbot)
    assert window.navigation.page == sources.PHOTOS
    grid = window.navigation.widget.grid
    qtbot.waitUntil(lambda: len(grid.entries) == len(originals), timeout=10_000)
    assert not derived.exists()

    # the switch goes on, and suggestions come with their reasons
    window.go_to(sources.SUGGESTIONS)
    switch = window.navigation.widget.switch_card.switch
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert window.organizing.is_running
    finish(window, qtbot)
    qtbot.waitUntil(lambda: len(cards(window)) > 0, timeout=10_000)
    assert all(card.suggestion.reasons for card in cards(window))
    trip = next(card for card in cards(window) if card.suggestion.kind == "trip")
    assert derived.exists()

    # the trip is opened, a photo is left out, and it is saved
    click(qtbot, trip, "Open")
    page = window.navigation.widget
    left_out = page.grid.entries[0].id
    qtbot.mouseClick(
        page.grid.viewport(),
        Qt.MouseButton.LeftButton,
        pos=tick_area(page.grid.area_of(0)).center().toPoint(),
    )
    assert page.grid.excluded == {left_out}
    click(qtbot, page, "Save album")
    (album,) = library.albums.all()
    assert left_out not in album.photo_ids
    assert window.navigation.page == f"album:{album.id}"

    # the album is exported
    click(qtbot, window.navigation.widget, "Export…")
    export = dialog_of(qtbot, ExportDialog)
    export.path.setText(str(out))
    click(qtbot, export, "Export")
    qtbot.waitUntil(lambda: export.report is not None, timeout=30_000)
    assert len(list(out.iterdir())) == len(album.photo_ids)
    click(qtbot, export, "Close")

    # the switch goes off, and what was learnt is gone
    window.go_to(sources.SUGGESTIONS)
    qtbot.mouseClick(window.navigation.widget.switch_card.switch, Qt.MouseButton.LeftButton)
    click(qtbot, dialog_of(qtbot, EraseDialog), "Turn off and erase")
    receipt = dialog_of(qtbot, ReceiptDialog)
    click(qtbot, receipt, "Close")
    assert not list(library.path.glob("derived.sqlite*"))
    assert not window.navigation.widget.switch_card.switch.isChecked()
    assert cards(window) == []

    # the album is still there and opens, and no original was touched
    window.go_to(f"album:{album.id}")
    assert len(window.navigation.widget.grid.entries) == len(album.photo_ids)
    assert fingerprints(photos) == originals
