"""The window as a whole: text is plain, controls have names, places are remembered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
)
from pytestqt.qtbot import QtBot

from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.pipeline import hiding
from tests.ui.conftest import shown
from ui import source_lines, sources
from ui.main_window import MainWindow
from ui.models.source_list_model import SourceListModel

ROOT = Path(__file__).resolve().parents[2]
PAGES = [sources.PHOTOS, sources.LOOK_ALIKES, sources.SUGGESTIONS]
PAGES += [sources.PRIVACY, sources.PROBLEMS]
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)


@pytest.mark.parametrize("page", PAGES)
def test_every_label_shows_plain_text(filled_window: MainWindow, page: str) -> None:
    filled_window.go_to(page)

    labels = filled_window.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name(filled_window: MainWindow, page: str) -> None:
    filled_window.go_to(page)

    page_widget = filled_window.navigation.widget
    for control in (found for kind in CONTROLS for found in page_widget.findChildren(kind)):
        is_part = isinstance(control, QScrollBar) or control.objectName().startswith("qt_")
        is_popup = isinstance(control.parent(), QAbstractItemView) or not control.isVisible()
        assert is_part or is_popup or control.accessibleName(), control


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_reaches_every_button(filled_window: MainWindow, page: str) -> None:
    filled_window.go_to(page)

    for button in filled_window.navigation.widget.findChildren(QAbstractButton):
        # the cross in a field is Escape for the keyboard
        is_ours = bool(button.accessibleName()) and not isinstance(button.parent(), QLineEdit)
        is_ours = is_ours and button.group() is None  # there the arrows lead from one to the next
        assert not is_ours or button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()


def test_the_page_and_the_size_are_remembered(
    filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    filled_window.go_to(sources.PRIVACY)
    filled_window.resize(782, 541)
    filled_window.close()

    again = shown(MainWindow(filled, workers=1), qtbot)

    assert again.navigation.page == sources.PRIVACY
    assert (again.width(), again.height()) == (782, 541)


def test_an_empty_library_explains_itself_and_asks_once(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    page = window.navigation.widget
    assert window.navigation.page == sources.FIRST_START
    assert page.question.isVisible()

    window.consent.answer(on=False)

    assert not page.question.isVisible()
    assert window.consent.was_asked
    assert not window.consent.is_on


def test_closing_in_the_middle_of_a_scan_stops_it(
    window: MainWindow, few_photos: Path, library: Library
) -> None:
    window.add_paths([few_photos])

    window.close()

    assert not window.session._pool.activeThreadCount()


def test_the_window_opens_without_importing_what_is_slow() -> None:
    code = (
        "import sys, ui.app;"
        "print([n for n in ('numpy', 'sklearn', 'onnxruntime', 'PIL') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_problems_are_listed_with_their_reasons(
    window: MainWindow, tmp_path: Path, library: Library, qtbot: QtBot
) -> None:
    broken = tmp_path / "photos" / "IMG_1.jpg"
    broken.parent.mkdir()
    broken.write_bytes(b"not a picture")
    window.add_paths([broken.parent])
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)

    window.go_to(sources.PROBLEMS)

    assert str(broken) in [line.text for line in window.navigation.widget.model.lines]
    qtbot.waitUntil(lambda: window.side.model.row_of(sources.PROBLEMS).isValid(), timeout=10_000)


def test_a_date_to_remember_is_kept_and_removed(window: MainWindow, library: Library) -> None:
    window.go_to(sources.DATES)
    card = window.navigation.widget.card
    card.fields.name.setText("Mai")
    card.fields.month.setCurrentIndex(1)
    card.fields.day.setCurrentIndex(28)

    card.submit()

    (date,) = library.dates.all()
    assert (date.name, date.month, date.day) == ("Mai", 2, 29)
    card.forget_asked.emit(date)
    assert library.dates.all() == []


def test_check_now_shows_what_became_of_each_attempt(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(sources.PRIVACY)
    card = window.navigation.widget.network_card

    card.check()
    qtbot.waitUntil(lambda: card.results.count("\n") >= 2, timeout=10_000)

    assert "thread" in card.results


def test_an_error_nobody_awaited_is_told_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def work(_progress: object) -> None:
        raise OrganizerError("The disk is full.")

    job = window.session.plain_job(work)
    with qtbot.waitSignal(job.ended, timeout=5000):
        window.session.start(job)

    assert window.notices.text == "The disk is full."


def test_walking_over_the_source_list_stays_in_it(filled_window: MainWindow, qtbot: QtBot) -> None:
    sources_list, page_role = filled_window.side.list, SourceListModel.SourceRole
    filled_window.activateWindow()
    sources_list.setFocus()

    qtbot.keyClick(sources_list, Qt.Key.Key_Down)

    assert filled_window.navigation.page == sources_list.currentIndex().data(page_role).page
    assert filled_window.navigation.page != sources.PHOTOS
    assert filled_window.focusWidget() is sources_list


def test_lines_that_take_long_to_count_come_beside_the_window(
    filled_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_lines, "QUICK_S", 0.0)  # as with 100,000 photos
    window = filled_window
    photo = window.session.library.photos.all()[0]

    album = window.edits.new_album("Summer", [photo.id])
    window.edits.rename(album, "Autumn")
    window.go_to(f"album:{album.id}")

    page = f"album:{album.id}"
    qtbot.waitUntil(lambda: window.side.model.row_of(page).data() == "Autumn", timeout=5_000)
    assert window.side.list.currentIndex() == window.side.model.row_of(page)


def test_an_offline_folder_is_marked_and_its_photos_stay(
    window: MainWindow, library: Library, few_photos: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drive = tmp_path / "drive"
    shutil.copytree(few_photos, drive)
    window.add_paths([drive])
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)
    drive.rename(tmp_path / "unplugged")
    window.go_to(f"folder:{library.folders.all()[0].id}")
    page = window.navigation.widget
    assert not page._locate.isVisible()

    window.organizing.start()
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)

    (folder,) = library.folders.all()
    line = window.side.model.row_of(f"folder:{folder.id}")
    assert "offline" in line.data(Qt.ItemDataRole.AccessibleTextRole)
    assert library.photos.count() == 13
    assert page._locate.isVisible()  # though the page was open all the time
    assert "offline" in page.header.subtitle


def test_the_timeline_opens_where_it_was_scrolled(
    filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    filled_window.resize(782, 541)
    grid = filled_window.navigation.widget.grid
    grid.set_row_height(320)
    bar = grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = grid.held_photo()
    assert seen is not None
    filled_window.navigation.widget._keep_row_height()
    filled_window.close()

    again = shown(MainWindow(filled, workers=1), qtbot)

    assert again.navigation.widget.grid.held_photo() == seen


def test_the_timeline_opens_at_its_top_where_it_was_there(
    filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    filled_window.close()

    again = shown(MainWindow(filled, workers=1), qtbot)

    assert again.navigation.widget.grid.verticalScrollBar().value() == 0


def test_an_older_answer_never_takes_the_place_of_newer_source_lines(
    quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    is_busy = [True]
    session = quiet_window.session
    lines = source_lines.SourceLines(
        session, quiet_window.side, lambda: is_busy[0], parent=quiet_window
    )
    lines.refresh(sources.PHOTOS)  # counts beside the window
    assert session._pool.waitForDone(10_000)  # counted, and the answer is on its way
    is_busy[0] = False
    hiding.hide_photos(filled, [entry.id for entry in filled.photos.timeline()[:2]])
    lines.refresh(sources.PHOTOS)

    qtbot.waitUntil(lambda: not lines._is_running, timeout=5000)
    assert quiet_window.side.model.row_of(sources.HIDDEN).isValid()
