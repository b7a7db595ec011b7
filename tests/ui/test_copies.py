"""Copies of the catalog in the window: saved, put back, and offered when it is damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import namedtuple
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from organizer import cli, pipeline
from organizer import library as library_module
from organizer.library import Library, open_library
from organizer.pipeline import safekeeping
from tests.builders import fingerprints
from ui import mending, sources
from ui.dialogs.put_back_dialog import PutBackDialog
from ui.main_window import MainWindow
from ui.widgets.copies_card import CopiesCard

ROOT = Path(__file__).resolve().parents[2]
Usage = namedtuple("Usage", "total used free")


def card_of(window: MainWindow) -> CopiesCard:
    window.go_to(sources.PRIVACY)
    card: CopiesCard = window.navigation.widget.copies_card
    return card


def dialog_of(window: MainWindow) -> PutBackDialog:
    card_of(window).put_back.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PutBackDialog)
    return dialog


def test_the_card_says_when_the_last_copy_was_made(
    filled_window: MainWindow, filled: Library
) -> None:
    pipeline.back_up(filled, now=datetime(2031, 3, 3, 9, 7), even_if_recent=True)

    assert card_of(filled_window).last == "Last copied by itself on 3 March 2031, 09:07."


def test_a_copy_is_saved_where_the_user_says(
    filled_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine"), "")
    )

    card_of(filled_window).save.click()
    qtbot.waitUntil(lambda: "Saved as" in filled_window.notices.text, timeout=10_000)

    pipeline.check_copy(tmp_path / "mine.homeroll")
    card_of(filled_window).save.click()
    qtbot.waitUntil(lambda: "is there already" in filled_window.notices.text, timeout=10_000)


def test_a_file_that_is_no_copy_is_told_and_the_window_stays(
    filled_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Homeroll")
    dialog = dialog_of(filled_window)
    dialog.take_file(tmp_path / "letter.txt")

    dialog.ok.click()
    qtbot.waitUntil(lambda: "letter.txt" in filled_window.notices.text, timeout=10_000)

    assert filled_window.wish is None
    assert filled_window.isVisible()


def test_without_any_copy_only_a_file_can_be_chosen(window: MainWindow) -> None:
    dialog = dialog_of(window)

    assert not dialog.ok.isEnabled()
    assert dialog.chosen is None
    dialog.reject()


PUT_BACK_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from organizer.library import lock_library
from ui import app, sources

windows = []

def begin(window, _folders):
    windows.append(window)
    if len(windows) > 1:
        print([album.title for album in window.session.library.albums.all()])
        print(window.session.library.photos.count(), window.notices.text)
        window.close()
        return
    window.organizing.start()  # a run is under way when the copy is put back
    window.edits.new_album("Later", [])
    window.go_to(sources.PRIVACY)
    window.navigation.widget.copies_card.put_back.click()
    dialog = QApplication.activeModalWidget()
    dialog.take_file(Path(sys.argv[2]))
    dialog.ok.click()

app.begin_work = begin
with lock_library(Path(sys.argv[1])):
    sys.exit(app.run_window(Path(sys.argv[1]), [], workers=1))
"""


def run_program(code: str, *words: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_a_copy_is_put_back_and_a_new_window_shows_it(
    filled: Library, few_photos: Path, tmp_path: Path
) -> None:
    originals = fingerprints(few_photos)
    with filled.transaction():
        filled.albums.add("Mine", [filled.photos.all()[0].id])
    pipeline.turn_suggestions_on(filled)
    pipeline.save_copy(filled, tmp_path / "mine.homeroll")
    filled.close()

    said = run_program(PUT_BACK_PROGRAM, filled.path, tmp_path / "mine.homeroll").splitlines()

    assert said[0] == "['Mine']"
    assert said[1].startswith("13 The copy was put back.")
    with open_library(filled.path) as library:
        assert not pipeline.suggestions_are_on(library)
    ((_, replaced),) = pipeline.list_replaced(filled.path)
    assert pipeline.check_copy(replaced)
    assert fingerprints(few_photos) == originals


def damage(library: Library) -> None:
    library.close()
    (library.path / "catalog.sqlite").write_bytes(b"ruined" * 2000)
    library_module._checked.clear()


def start(library_path: Path, opened: list[Path], told: list[str]) -> int:
    def open_window(path: Path, _folders: object, _workers: object) -> int:
        with open_library(path) as library:
            opened.extend(photo.path for photo in library.photos.all())
        return 0

    return cli.run(
        ["--library", str(library_path)],
        open_window=open_window,
        tell=told.append,
        mend=mending.offer_copies,
    )


@pytest.fixture
def _a_screen(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(cli, "_has_screen", lambda: True)


def answer(monkeypatch: pytest.MonkeyPatch, *buttons: str) -> list[str]:
    """Press these buttons, one a box; collects what the boxes say."""
    seen: list[str] = []
    waiting = list(buttons)

    def press(box: QMessageBox) -> None:
        seen.append(box.text())
        wanted = waiting.pop(0)
        for button in box.buttons():
            if button.text().startswith(wanted):
                button.click()
                return
        raise AssertionError([button.text() for button in box.buttons()])

    monkeypatch.setattr(QMessageBox, "exec", press)
    return seen


@pytest.mark.usefixtures("_a_screen")
def test_a_damaged_catalog_is_put_back_at_the_start_without_a_command(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.back_up(filled, now=datetime(2031, 3, 3, 9), even_if_recent=True)
    damage(filled)
    seen = answer(monkeypatch, "Put back the copy of 3 March 2031, 09:00")
    opened: list[Path] = []

    assert start(filled.path, opened, []) == 0

    assert len(opened) == 13
    assert "is damaged" in seen[0]
    assert "homeroll restore" not in seen[0]


@pytest.mark.usefixtures("_a_screen")
def test_when_the_newest_copy_is_damaged_too_the_one_before_is_offered(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (3, 4):
        pipeline.back_up(filled, now=datetime(2031, 3, day, 9), even_if_recent=True)
    pipeline.list_copies(filled.path)[0][1].write_bytes(b"ruined")
    damage(filled)
    seen = answer(monkeypatch, "Put back the copy of 4", "Put back the copy of 3")
    opened: list[Path] = []

    assert start(filled.path, opened, []) == 0

    assert len(opened) == 13
    assert "cannot be put back" in seen[1]


@pytest.mark.usefixtures("_a_screen")
def test_quitting_leaves_the_damaged_catalog_as_it_is_and_says_no_more(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.back_up(filled, now=datetime(2031, 3, 3, 9), even_if_recent=True)
    damage(filled)
    answer(monkeypatch, "Quit")
    opened: list[Path] = []
    told: list[str] = []

    assert start(filled.path, opened, told) == 4

    assert (opened, told) == ([], [])
    assert (filled.path / "catalog.sqlite").read_bytes() == b"ruined" * 2000


def test_a_nearly_full_disk_is_told_once_before_it_hurts(
    window: MainWindow, few_photos: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [400_000_000]
    monkeypatch.setattr(
        safekeeping.shutil, "disk_usage", lambda _path: Usage(10**9, 10**9, free[0])
    )
    told: list[str] = []
    window.room.told.connect(told.append)

    window.add_paths([few_photos])
    assert "400 MB are free" in window.notices.text  # at the beginning, not when it is too late
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)
    assert len(told) == 1

    window.go_to(sources.PRIVACY)
    assert "400 MB are free" in window.navigation.widget.kept_card._where.text()
    free[0] = 10**12
    window.room.look()
    free[0] = 300_000_000
    window.room.look()
    assert len(told) == 2
