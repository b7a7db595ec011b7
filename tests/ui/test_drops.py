"""Dropping things onto the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import ui
from organizer.library import Library
from ui import sources
from ui.dialogs.ask_title import ask_title
from ui.main_window import MainWindow


def carrying(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(widget: QWidget, mime: QMimeData) -> None:
    event = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def drop(widget: QWidget, mime: QMimeData) -> None:
    drag_over(widget, mime)  # Qt drops only where something was dragged to
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def finish(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.organizing.is_running, timeout=30_000)


def test_the_drop_target_shows_while_something_is_dragged(
    window: MainWindow, few_photos: Path, qtbot: QtBot
) -> None:
    mime = carrying(few_photos)
    drag_over(window, mime)
    assert window.drops.overlay.isVisible()

    drop(window, carrying(few_photos / "gone"))
    assert not window.drops.overlay.isVisible()


def test_a_folder_fills_the_timeline(
    window: MainWindow, few_photos: Path, library: Library, qtbot: QtBot
) -> None:
    drop(window, carrying(few_photos))
    finish(window, qtbot)

    assert library.photos.count() == 13
    assert window.navigation.page == sources.PHOTOS
    qtbot.waitUntil(lambda: len(window.navigation.widget.grid.entries) == 13, timeout=5000)


def test_a_file_stands_for_its_folder(
    window: MainWindow, few_photos: Path, library: Library, qtbot: QtBot
) -> None:
    drop(window, carrying(few_photos / "scan.png"))
    finish(window, qtbot)

    assert [folder.path for folder in library.folders.all()] == [few_photos.resolve()]


def test_several_things_at_once_are_all_taken(
    window: MainWindow, few_photos: Path, tmp_path: Path, library: Library, qtbot: QtBot
) -> None:
    (tmp_path / "second").mkdir()

    drop(window, carrying(few_photos, tmp_path / "second"))
    finish(window, qtbot)

    assert len(library.folders.all()) == 2


def test_what_is_not_there_is_refused_with_a_sentence(
    window: MainWindow, tmp_path: Path, library: Library
) -> None:
    drop(window, carrying(tmp_path / "Sunsets"))

    assert library.folders.all() == []
    assert "cannot be found" in window.notices.text


def test_text_and_web_addresses_are_refused_with_a_sentence(
    window: MainWindow, library: Library
) -> None:
    mime = QMimeData()
    mime.setText("hello")
    mime.setUrls([QUrl("https://example.org/a.jpg")])

    drop(window, mime)

    assert library.folders.all() == []
    assert "folders and files" in window.notices.text


def test_a_folder_that_is_there_already_is_not_added_twice(
    window: MainWindow, few_photos: Path, library: Library, qtbot: QtBot
) -> None:
    drop(window, carrying(few_photos))
    finish(window, qtbot)

    drop(window, carrying(few_photos))

    assert len(library.folders.all()) == 1
    assert "already" in window.notices.text


COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


def dragged(widget: QWidget, mime: QMimeData, offered: Qt.DropAction) -> list[QDropEvent]:
    """Enter, move and drop as a file manager sends them when it would rather move."""
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    events = [
        QDragEnterEvent(QPoint(300, 300), offered, mime, button, key),
        QDragMoveEvent(QPoint(310, 300), offered, mime, button, key),
        QDropEvent(QPointF(310, 300), offered, mime, button, key),
    ]
    for event in events:
        if offered & MOVE:
            event.setDropAction(MOVE)
        QApplication.sendEvent(widget, event)
    return events


@pytest.mark.parametrize(
    ("offered", "answered"), [(COPY | MOVE | LINK, COPY), (COPY | MOVE, COPY), (MOVE | LINK, LINK)]
)
def test_a_drop_is_never_answered_with_a_move(
    window: MainWindow,
    few_photos: Path,
    library: Library,
    qtbot: QtBot,
    offered: Qt.DropAction,
    answered: Qt.DropAction,
) -> None:
    mime = carrying(few_photos)
    for event in dragged(window, mime, offered):
        assert event.isAccepted()
        assert event.dropAction() == answered

    assert len(library.folders.all()) == 1
    finish(window, qtbot)


def test_what_is_offered_only_to_be_moved_is_refused(
    window: MainWindow, few_photos: Path, library: Library
) -> None:
    mime = carrying(few_photos)
    for event in dragged(window, mime, MOVE):
        assert not event.isAccepted()

    assert library.folders.all() == []
    assert "moves nothing" in window.notices.text


def test_no_text_field_takes_a_dropped_file(filled_window: MainWindow, filled: Library) -> None:
    album = filled_window.edits.new_album("Walk", [filled.photos.timeline()[0].id])
    for page in (sources.DATES, sources.PLACES):
        filled_window.go_to(page)
    filled_window.export(album)
    ask_title("Rename", "Walk", filled_window, lambda _title: None)

    fields = filled_window.findChildren(QLineEdit)
    assert len(fields) >= 4
    assert not [field for field in fields if field.acceptDrops()]


def test_text_fields_are_made_in_one_place_that_refuses_drops() -> None:
    room = Path(ui.__file__).parent
    makers = sorted(
        path.name
        for path in room.rglob("*.py")
        if re.search(r"QLineEdit\(|\(QLineEdit\)", path.read_text("utf-8"))
    )
    assert makers == ["search_field.py", "texts.py"]
