"""New photos are noticed without a word from the user."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_photo_file
from ui.main_window import MainWindow


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for number in range(3):
        a_photo_file(tmp_path / f"photos/2024/{number}.jpg", datetime(2024, 5, 4, 10, number))
    return tmp_path / "photos"


@pytest.fixture
def watching(window: MainWindow, photos: Path, qtbot: QtBot) -> MainWindow:
    window.watching._quiet.setInterval(50)
    window.add_paths([photos])
    qtbot.waitUntil(lambda: str(photos / "2024") in window.watching.watched, timeout=20_000)
    return window


def test_a_photo_that_is_copied_into_a_folder_appears_by_itself(
    watching: MainWindow, photos: Path, qtbot: QtBot
) -> None:
    a_photo_file(photos / "2024/new.jpg", datetime(2024, 6, 1))

    qtbot.waitUntil(lambda: watching.session.library.photos.count() == 4, timeout=20_000)


def test_a_new_folder_is_read_and_watched_from_then_on(
    watching: MainWindow, photos: Path, qtbot: QtBot
) -> None:
    a_photo_file(photos / "2025/a.jpg", datetime(2025, 6, 1))
    qtbot.waitUntil(lambda: str(photos / "2025") in watching.watching.watched, timeout=20_000)

    a_photo_file(photos / "2025/b.jpg", datetime(2025, 6, 2))

    qtbot.waitUntil(lambda: watching.session.library.photos.count() == 5, timeout=20_000)


def test_a_photo_that_is_taken_away_leaves_the_timeline(
    watching: MainWindow, photos: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.move(photos / "2024/0.jpg", tmp_path / "elsewhere.jpg")

    qtbot.waitUntil(lambda: watching.session.library.photos.count() == 2, timeout=20_000)


def test_a_look_that_finds_nothing_shows_no_progress(watching: MainWindow, qtbot: QtBot) -> None:
    began: list[bool] = []
    watching.organizing.began.connect(lambda: began.append(True))

    with qtbot.waitSignal(watching.organizing.idle, timeout=20_000):
        watching.organizing.look()

    assert not began
    assert not watching.strip.isVisible()
