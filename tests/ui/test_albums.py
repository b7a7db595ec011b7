"""Albums: made, changed, exported, and every change undone and redone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Album, PhotoId
from tests.ui.menus import chosen
from ui.dialogs.ask_title import TitleDialog
from ui.dialogs.export_dialog import ExportDialog, safe_title
from ui.main_window import MainWindow
from ui.views.reorder_grid import moved, with_unseen


@pytest.fixture
def album(filled_window: MainWindow, filled: Library) -> Album:
    ids = [entry.id for entry in filled.photos.timeline()[:5]]
    made = filled_window.edits.new_album("A <b>walk</b>", ids)
    filled_window.go_to(f"album:{made.id}")
    return made


def test_an_album_stands_in_the_source_list(filled_window: MainWindow, album: Album) -> None:
    index = filled_window.side.model.row_of(f"album:{album.id}")

    assert index.data() == "A <b>walk</b>"


def test_making_an_album_can_be_undone_and_redone(
    filled_window: MainWindow, filled: Library, album: Album
) -> None:
    filled_window.actions_by_id["undo"].trigger()
    assert filled.albums.all() == []

    filled_window.actions_by_id["redo"].trigger()
    assert filled.albums.all() == [album]


def test_a_new_title_can_be_undone(
    filled_window: MainWindow, filled: Library, album: Album, qtbot: QtBot
) -> None:
    filled_window.actions_by_id["rename"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TitleDialog)
    dialog.line.setText("Another walk")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert filled.albums.get(album.id).title == "Another walk"

    filled_window.actions_by_id["undo"].trigger()
    assert filled.albums.get(album.id).title == album.title


def test_an_empty_title_cannot_be_given(filled_window: MainWindow, album: Album) -> None:
    filled_window.actions_by_id["rename"].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.line.setText("  ")

    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_delete_takes_photos_out_and_undo_brings_them_back(
    filled_window: MainWindow, filled: Library, album: Album, qtbot: QtBot
) -> None:
    page = filled_window.navigation.widget
    page.grid.selection.only(1)

    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert filled.albums.get(album.id).photo_ids == (album.photo_ids[0], *album.photo_ids[2:])

    filled_window.actions_by_id["undo"].trigger()
    assert filled.albums.get(album.id).photo_ids == album.photo_ids


def test_a_removed_album_comes_back_whole(
    filled_window: MainWindow, filled: Library, album: Album
) -> None:
    chosen(filled_window.album_acts.make_menu(album), "Remove album").trigger()
    assert filled.albums.all() == []
    assert filled_window.navigation.page == "photos"

    filled_window.edits.stack.undo()
    assert filled.albums.all() == [album]


def test_dragged_photos_stand_where_they_were_dropped() -> None:
    ids = [PhotoId(number) for number in range(6)]

    assert moved(ids, {PhotoId(4), PhotoId(1)}, 3) == [0, 2, 1, 4, 3, 5]
    assert moved(ids, {PhotoId(0)}, 6) == [1, 2, 3, 4, 5, 0]


def test_an_album_is_exported_without_location_unless_asked(
    filled_window: MainWindow, album: Album, tmp_path: Path, qtbot: QtBot
) -> None:
    filled_window.actions_by_id["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: "where" in dialog.strip.sentence, timeout=5000)
    dialog.path.setText(str(tmp_path / "out"))

    dialog.start()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=30_000)

    assert not dialog.options.keep_location
    assert len(list((tmp_path / "out").iterdir())) == 5
    dialog.accept()


def test_an_export_into_a_photo_folder_is_refused_in_the_dialog(
    filled_window: MainWindow, album: Album, few_photos: Path, qtbot: QtBot
) -> None:
    before = sorted(few_photos.rglob("*"))
    filled_window.actions_by_id["export"].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.path.setText(str(few_photos / "out"))

    dialog.start()
    qtbot.waitUntil(lambda: "never writes there" in dialog.outcome_text, timeout=30_000)

    assert sorted(few_photos.rglob("*")) == before
    dialog.reject()


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert safe_title('a/b: "c"?') == "a-b- -c--"
    assert safe_title("...") == "Album"


def test_a_change_that_cannot_be_made_any_more_is_told_and_forgotten(
    filled_window: MainWindow,
) -> None:
    saved = filled_window.edits.save_suggestion("trip-gone", title="A trip")

    assert saved is None
    assert filled_window.edits.stack.count() == 0
    assert "are off" in filled_window.notices.text


@pytest.mark.parametrize(
    ("seen", "before", "whole"),
    [
        ([3, 1], [1, 2, 3], [3, 1, 2]),
        ([1, 3], [1, 2, 3], [1, 2, 3]),
        ([2, 1], [9, 1, 2], [9, 2, 1]),
        ([], [9, 8], [9, 8]),
        ([2, 1], [1, 7, 8, 2, 9], [2, 9, 1, 7, 8]),
    ],
)
def test_what_is_not_seen_stays_behind_what_it_stood_behind(
    seen: list[PhotoId], before: list[PhotoId], whole: list[PhotoId]
) -> None:
    assert with_unseen(seen, before) == whole
