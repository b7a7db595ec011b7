"""Off means off: whatever else is asked for meanwhile, and however soon the window is closed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.models import Receipt
from organizer.progress import Progress
from ui import consent as consent_module
from ui.dialogs.erasure_dialogs import EraseDialog, ReceiptDialog
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]


class SlowRun:
    """A run that has begun to derive, and stops only when it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_stop = threading.Event()
        self.count = 0

    def __call__(self, _library: Library, *, progress: Progress, **_options: object) -> None:
        self.count += 1
        self.begun.set()
        assert self.may_stop.wait(30)
        progress.check()


@pytest.fixture
def on_window(filled_window: MainWindow, filled: Library) -> MainWindow:
    """The window with suggestions on, worked out."""
    pipeline.turn_suggestions_on(filled)
    pipeline.organize(filled, progress=Progress(), workers=1)
    assert derived_of(filled)
    return filled_window


@pytest.fixture
def slow_run(on_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SlowRun:
    run = SlowRun()
    monkeypatch.setattr(pipeline, "organize", run)
    on_window.organizing.start()
    assert run.begun.wait(10)
    return run


def derived_of(library: Library) -> list[Path]:
    return list(library.path.glob("derived.sqlite*"))


def confirm_off(window: MainWindow) -> None:
    window.consent.turn(on=False)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EraseDialog)
    dialog.erase.click()


def close_receipt(qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), ReceiptDialog), timeout=20_000
    )
    QApplication.activeModalWidget().accept()


def test_closing_while_the_old_run_stops_still_erases(
    on_window: MainWindow, filled: Library, slow_run: SlowRun
) -> None:
    confirm_off(on_window)
    slow_run.may_stop.set()

    on_window.close()

    assert not pipeline.suggestions_are_on(filled)
    assert not derived_of(filled)
    assert not filled.erasure_flag.exists()


def test_off_is_written_down_before_the_old_run_has_stopped(
    on_window: MainWindow, filled: Library, slow_run: SlowRun
) -> None:
    confirm_off(on_window)

    assert filled.erasure_flag.exists()  # the next start would finish it
    assert not pipeline.suggestions_are_on(filled)
    slow_run.may_stop.set()


def test_what_is_asked_for_meanwhile_waits_for_the_erasure(
    on_window: MainWindow, filled: Library, slow_run: SlowRun, qtbot: QtBot
) -> None:
    confirm_off(on_window)
    on_window.actions_by_id["look-again"].trigger()
    on_window.organizing.look()
    on_window.consent.turn(on=True)
    assert "still being erased" in on_window.notices.text

    seen_at_start: list[bool] = []
    on_window.organizing.began.connect(lambda: seen_at_start.append(bool(derived_of(filled))))
    slow_run.may_stop.set()
    close_receipt(qtbot)
    qtbot.waitUntil(lambda: not on_window.organizing.is_running, timeout=20_000)

    assert seen_at_start == [False]  # once, and after everything was gone
    assert slow_run.count == 2
    assert not derived_of(filled)
    assert not pipeline.suggestions_are_on(filled)


def test_turning_on_works_again_after_the_erasure(
    on_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    confirm_off(on_window)
    close_receipt(qtbot)

    on_window.consent.turn(on=True)

    assert pipeline.suggestions_are_on(filled)
    qtbot.waitUntil(lambda: not on_window.organizing.is_running, timeout=20_000)


def test_no_dialog_opens_on_a_closed_window(
    on_window: MainWindow, filled: Library, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    erased = threading.Event()

    def erase(library: Library, _progress: Progress) -> Receipt:
        receipt = pipeline.turn_suggestions_off(library)
        erased.set()
        return receipt

    monkeypatch.setattr(consent_module, "_turn_off", erase)
    confirm_off(on_window)
    assert erased.wait(20)  # the answer is on its way, and the window closes

    on_window.close()
    qtbot.wait(200)

    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ReceiptDialog)]
    assert not derived_of(filled)


CLOSING_PROGRAM = """
import sys
from pathlib import Path
from organizer import pipeline
from organizer.library import open_library
from ui import app
from ui.dialogs.frame import Dialog

with open_library(Path(sys.argv[1])) as library:
    pipeline.turn_suggestions_on(library)

def off_and_close(window, _folders):
    window.consent._stop_and_erase()
    Dialog("Still open", None).open()
    window.close()

app.begin_work = off_and_close
sys.exit(app.run_window(Path(sys.argv[1]), [], workers=1))
"""


def test_closing_right_after_off_ends_the_program(filled: Library) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSING_PROGRAM, str(filled.path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=30,
        check=False,
    )

    assert done.returncode == 0
    assert not filled.erasure_flag.exists()


@pytest.mark.parametrize("action", ["suggestions on", "suggestions off"])
def test_an_answer_at_the_command_line_is_an_answer(
    window: MainWindow, library: Library, action: str
) -> None:
    assert not window.consent.was_asked

    with library.transaction():
        library.ledger.write(action, "You said so.")

    assert window.consent.was_asked
