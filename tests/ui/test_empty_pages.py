"""What pages say where there is nothing to show."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.progress import Progress
from tests.builders import a_photo_file
from tests.ui.conftest import shown
from tests.ui.pages import said
from ui.main_window import MainWindow


def test_a_timeline_without_photos_says_whether_some_may_come(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    window.add_paths([folder])
    page = window.navigation.widget
    assert "Reading your photos" in said(page)

    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)
    qtbot.waitUntil(lambda: "No photos here" in said(page), timeout=5000)
    a_photo_file(folder / "a.jpg")
    window.organizing.start()

    qtbot.waitUntil(lambda: len(page.grid.entries) == 1, timeout=30_000)
    assert page.grid.isVisible()
    assert not page.empty.isVisible()


def test_an_unplugged_folder_says_how_its_photos_come_back(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    pipeline.add_folders(library, [stick])
    stick.rmdir()
    pipeline.organize(library, progress=Progress(), workers=1)
    window = shown(MainWindow(library, workers=1), qtbot)

    window.go_to(f"folder:{library.folders.all()[0].id}")

    assert "This folder cannot be reached just now" in said(window.navigation.widget)


def test_an_empty_album_says_how_photos_get_into_it(
    quiet_window: MainWindow, filled: Library
) -> None:
    album = quiet_window.edits.new_album("Soon", [])
    quiet_window.go_to(f"album:{album.id}")
    page = quiet_window.navigation.widget
    assert "Nothing in it yet" in said(page)

    quiet_window.photo_menu.add_to(album, [filled.photos.timeline()[0].id])

    assert page.grid.isVisible()
    assert "Nothing in it yet" not in said(page)
