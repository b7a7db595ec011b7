"""Leaving out and taking in again, from the settings page and from a folder's page."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from tests.builders import a_photo_file, fingerprints
from ui import sources
from ui.dialogs.leave_out_by_name import LeaveOutByName
from ui.main_window import MainWindow
from ui.widgets.left_out_card import LeftOutCard


@pytest.fixture
def photos(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Path:
    for number, name in enumerate(("a.jpg", "phone/Sent/b.jpg", "phone/c.png")):
        a_photo_file(tmp_path / f"photos/{name}", datetime(2024, 5, 4 + number), seed=number)
    window.add_paths([tmp_path / "photos"])
    wait_for_photos(window, 3, qtbot)
    return tmp_path / "photos"


def wait_for_photos(window: MainWindow, count: int, qtbot: QtBot) -> None:
    def is_so() -> bool:
        return not window.organizing.is_running and window.session.library.photos.count() == count

    qtbot.waitUntil(is_so, timeout=20_000)


def card_of(window: MainWindow) -> LeftOutCard:
    window.go_to(sources.PRIVACY)
    card: LeftOutCard = window.navigation.widget.left_out_card
    return card


def texts(card: LeftOutCard) -> list[str]:
    return [found.text() for found in card.findChildren(QLabel) if found.isVisible()]


def take_in_buttons(card: LeftOutCard) -> list[QPushButton]:
    return [b for b in card.findChildren(QPushButton) if b.text() == "Take in again"]


def test_a_folder_is_left_out_and_taken_in_again_from_the_settings(
    window: MainWindow, photos: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = fingerprints(photos)
    card = card_of(window)
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_asked: str(photos / "phone/Sent")
    )

    card.by_folder.click()
    assert "1 photo" in window.notices.text
    wait_for_photos(window, 2, qtbot)

    qtbot.waitUntil(lambda: "Sent" in texts(card), timeout=10_000)
    sent = str(photos / "phone/Sent")
    qtbot.waitUntil(lambda: sent not in window.watching.watched, timeout=10_000)
    (take_in,) = take_in_buttons(card)
    assert take_in.accessibleName() == "Take in again: Sent"
    take_in.click()
    wait_for_photos(window, 3, qtbot)
    qtbot.waitUntil(lambda: "Sent" not in texts(card), timeout=10_000)
    assert fingerprints(photos) == originals


def test_a_name_shows_what_it_would_do_before_it_does_it(
    window: MainWindow, photos: Path, qtbot: QtBot
) -> None:
    card = card_of(window)
    card.by_name.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LeaveOutByName)
    assert not dialog.ok.isEnabled()

    dialog.line.setText("*")
    qtbot.waitUntil(lambda: "everything" in dialog.verdict, timeout=10_000)
    dialog.line.setText("nothing")
    qtbot.waitUntil(lambda: "No photo" in dialog.verdict, timeout=10_000)
    dialog.line.setText("PHONE")
    qtbot.waitUntil(lambda: "2 photos" in dialog.verdict, timeout=10_000)
    dialog.ok.click()
    wait_for_photos(window, 1, qtbot)

    qtbot.waitUntil(lambda: "1 folder" in texts(card), timeout=10_000)


def test_what_cannot_be_left_out_is_told_and_changes_nothing(
    window: MainWindow, photos: Path, library: Library
) -> None:
    window.pages.leaving_out.leave_out(photos)
    assert "remove it from Homeroll instead" in window.notices.text

    window.pages.leaving_out.leave_out("*.*")
    assert "everything" in window.notices.text
    assert pipeline.left_out(library) == []


def test_the_page_of_a_folder_begins_there(
    window: MainWindow,
    photos: Path,
    library: Library,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began: list[str] = []

    def choose(_asker: object, _question: str, start: str) -> str:
        began.append(start)
        return str(photos / "phone")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    window.go_to(f"folder:{library.folders.all()[0].id}")

    (asks,) = [
        found
        for found in window.navigation.widget.findChildren(QPushButton)
        if found.accessibleName() == "Leave out a folder in it…"
    ]
    asks.click()

    assert began == [str(photos)]
    wait_for_photos(window, 1, qtbot)


def test_what_is_left_out_during_a_run_goes_after_it(
    window: MainWindow, photos: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_listed, may_end = threading.Event(), threading.Event()

    def one_that_has_listed(_library: Library, **_options: object) -> None:
        has_listed.set()
        assert may_end.wait(30)

    with monkeypatch.context() as busy:
        busy.setattr(pipeline, "organize", one_that_has_listed)
        window.organizing.start()
        assert has_listed.wait(30)
        window.pages.leaving_out.leave_out(photos / "phone")
    may_end.set()

    wait_for_photos(window, 1, qtbot)
