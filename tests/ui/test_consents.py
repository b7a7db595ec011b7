"""The page of settings says yes and no by signal and by folder, forgets, and starts over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import RememberedDate, Said, Signal
from organizer.pipeline import consenting, forgetting
from organizer.progress import Progress
from tests.builders import SPRING, a_photo_file
from tests.ui.conftest import shown
from ui import sources
from ui.dialogs.erasure_dialogs import EraseDialog, ReceiptDialog
from ui.dialogs.forget_dialog import ForgetDialog
from ui.main_window import MainWindow
from ui.views.privacy_page import PrivacyPage


@pytest.fixture
def on_window(filled_window: MainWindow, filled: Library) -> MainWindow:
    """The window with suggestions on, worked out."""
    pipeline.turn_suggestions_on(filled)
    pipeline.organize(filled, progress=Progress(), workers=1)
    return filled_window


def page_of(window: MainWindow) -> PrivacyPage:
    window.go_to(sources.PRIVACY)
    page = window.navigation.widget
    assert isinstance(page, PrivacyPage)
    return page


def dialog(kind: type, qtbot: QtBot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
    return QApplication.activeModalWidget()


def done(window: MainWindow, qtbot: QtBot) -> ReceiptDialog:
    """The receipt; nothing is being worked out behind it any more."""
    receipt = dialog(ReceiptDialog, qtbot)
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=20_000)
    return receipt


def features(library: Library) -> int:
    with library.derived() as derived:
        return derived.counts()["feature"] if derived is not None else 0


def test_a_signal_is_turned_off_with_a_preview_and_a_receipt(
    on_window: MainWindow, filled: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    card = page_of(on_window).signals_card
    assert features(filled)

    card.switches[Signal.CONTENT, None].click()
    assert card.switches[Signal.CONTENT, None].isChecked()  # until the user has said so
    dialog(EraseDialog, qtbot).erase.click()
    receipt = done(on_window, qtbot)

    assert features(filled) == 0
    assert not card.switches[Signal.CONTENT, None].isChecked()
    assert not card.switches[Signal.FACE_COUNT, None].isEnabled()
    receipt.save_as(tmp_path / "receipt.txt")
    assert "visual descriptions" in (tmp_path / "receipt.txt").read_text(encoding="utf-8")
    receipt.save_as(tmp_path / "receipt.txt")
    assert "nothing is written over it" in receipt.saved.text()
    receipt.accept()


def test_who_keeps_it_on_keeps_it_on(on_window: MainWindow, filled: Library, qtbot: QtBot) -> None:
    card = page_of(on_window).signals_card

    card.switches[Signal.PLACES, None].click()
    dialog(EraseDialog, qtbot).keep.click()

    assert card.switches[Signal.PLACES, None].isChecked()
    assert filled.gate.is_open(Signal.PLACES)


def test_a_folder_is_left_out_and_taken_in_again(
    on_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    card = page_of(on_window).signals_card
    folder = filled.folders.all()[0]

    card.switches[Signal.GROUPING, folder.id].click()
    dialog(EraseDialog, qtbot).erase.click()
    done(on_window, qtbot).accept()
    assert features(filled) == 0
    assert not filled.gate.is_open(Signal.GROUPING, folder.id)

    card.switches[Signal.GROUPING, folder.id].click()
    qtbot.waitUntil(lambda: filled.gate.is_open(Signal.GROUPING, folder.id), timeout=5_000)
    qtbot.waitUntil(lambda: not on_window.organizing.is_running, timeout=20_000)


def test_a_new_folder_asks_at_the_edge_of_the_window_until_it_is_answered(
    on_window: MainWindow, filled: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    on_window.organizing.hold()
    assert on_window.folder_question.isHidden()
    a_photo_file(tmp_path / "one" / "N.jpg", SPRING)
    (tmp_path / "two").mkdir()

    on_window.adding.add_paths([tmp_path / "one", tmp_path / "two"])
    assert "“one” is new" in on_window.folder_question.text
    on_window.folder_question.no.click()
    assert "“two” is new" in on_window.folder_question.text
    on_window.folder_question.yes.click()

    assert on_window.folder_question.isHidden()
    one, two = filled.folders.all()[-2:]
    assert not filled.gate.is_open(Signal.GROUPING, one.id)
    assert filled.gate.is_open(Signal.GROUPING, two.id)
    assert consenting.folders_that_ask(filled) == []


def test_the_list_of_what_was_decided_is_saved_over_nothing(
    filled_window: MainWindow, filled: Library, tmp_path: Path
) -> None:
    pipeline.turn_suggestions_on(filled)
    page = page_of(filled_window)

    page.save_ledger_as(tmp_path / "list.txt")
    page.save_ledger_as(tmp_path / "list.txt")

    assert "You said yes" in (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert "nothing is written over it" in filled_window.notices.text


def test_both_answers_about_a_folder_are_equal(on_window: MainWindow) -> None:
    question = on_window.folder_question

    assert question.yes.property("primary") == question.no.property("primary")
    assert question.yes.focusPolicy() == question.no.focusPolicy()


def test_what_was_said_is_forgotten_and_cannot_be_undone_into_being(
    on_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    with filled.transaction():
        filled.dates.add(RememberedDate(name="Ana", month=3, day=9, kind="birthday"))
    on_window.edits.new_album("Mine", [filled.photos.all()[0].id])

    page_of(on_window).erase_card.forget.click()
    asked = dialog(ForgetDialog, qtbot)
    assert set(asked.boxes) == {Said.DATES}
    assert asked.intent == forgetting.forgetting([Said.DATES])
    asked.forget.click()
    done(on_window, qtbot).accept()

    assert filled.dates.all() == []
    assert on_window.edits.stack.count() == 0
    assert [album.title for album in filled.albums.all()] == ["Mine"]


def test_erasing_everything_closes_the_window_and_starts_over(
    on_window: MainWindow, filled: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    page_of(on_window).erase_card.everything.click()
    dialog(EraseDialog, qtbot).erase.click()
    photos = [folder.path for folder in filled.folders.all()]
    assert on_window.wish is not None
    filled.close()

    told = on_window.wish(filled.path)

    with open_library(filled.path) as fresh:
        assert fresh.folders.all() == []
        again = shown(MainWindow(fresh, workers=1), qtbot)
        again.tell(told)
        receipt = dialog(ReceiptDialog, qtbot)
        assert receipt.windowTitle() == "Everything that Homeroll knew is gone"
        assert "No photo was touched" in receipt.text
        receipt.save_as(photos[0] / "receipt.txt")
        assert not (photos[0] / "receipt.txt").exists()
        receipt.save_as(tmp_path / "receipt.txt")
        assert (tmp_path / "receipt.txt").read_text(encoding="utf-8") == receipt.text
        again.close()
