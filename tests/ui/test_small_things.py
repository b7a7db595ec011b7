"""Small promises of the window, each of which was broken once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.errors import LibraryWriteError
from organizer.library import Library
from organizer.models import PhotoId, Reason
from organizer.progress import Progress
from tests.builders import a_life
from tests.ui.conftest import shown
from ui import app, sources
from ui.main_window import MainWindow
from ui.thumbnails import Thumbnails, Wanted
from ui.views.grid_painter import room_for_header
from ui.views.justified_layout import Measures, Span
from ui.views.justified_rows import lay_out
from ui.views.viewer_canvas import ViewerCanvas
from ui.widgets.reasons_panel import ReasonsPanel

ROOT = Path(__file__).resolve().parents[2]


def test_the_undo_of_a_notice_undoes_that_edit_and_no_other(
    filled_window: MainWindow, filled: Library
) -> None:
    edits, notices = filled_window.edits, filled_window.notices
    ids = [entry.id for entry in filled.photos.timeline()[:2]]
    edits.new_album("First", ids)
    edits.new_album("Second", ids)
    act = notices._act
    assert notices.isVisible()

    edits.stack.undo()

    assert not notices.isVisible()
    act()
    assert [album.title for album in filled.albums.all()] == ["First"]


def test_whatever_goes_wrong_in_an_undo_is_told(
    filled_window: MainWindow, filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    album = filled_window.edits.new_album("Walk", [filled.photos.timeline()[0].id])

    def gone(_album_id: object) -> None:
        raise ValueError("it is gone")

    monkeypatch.setattr(filled.albums, "remove", gone)
    filled_window.edits.stack.undo()

    assert "it is gone" in filled_window.notices.text
    assert filled.albums.get(album.id) is not None


def test_a_saved_suggestion_keeps_its_later_title_through_undo_and_redo(
    window: MainWindow, library: Library, tmp_path: Path
) -> None:
    a_life(tmp_path / "photos")
    pipeline.add_folders(library, [tmp_path / "photos"])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=1)
    found = pipeline.open_suggestions(library)[0]
    edits = window.edits
    album_id = edits.save_suggestion(found.id, title="Saved")
    edits.rename(library.albums.get(album_id), "Renamed")
    library.albums.all()

    for act in (edits.stack.undo, edits.stack.undo):
        act()
    other = library.albums.add("In between", ())  # takes a new id, as another window would
    for act in (edits.stack.redo, edits.stack.redo):
        act()

    titles = {album.title for album in library.albums.all() if album.id != other.id}
    assert titles == {"Renamed"}


def test_the_first_window_fits_the_screen_with_its_title_bar(window: MainWindow) -> None:
    free = window.screen().availableGeometry()

    assert free.contains(window.geometry())
    assert window.geometry().top() >= free.top() + 24


def test_scrolling_over_the_month_does_not_change_it(window: MainWindow) -> None:
    window.go_to(sources.DATES)
    month = window.navigation.widget.card.fields.month
    month.setCurrentIndex(4)
    window.navigation.widget.setFocus()
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(month, down)

    assert month.currentIndex() == 4


def test_albums_folders_and_problems_are_opened_with_again(
    filled: Library, filled_window: MainWindow, qtbot: QtBot
) -> None:
    (folder,) = filled.folders.all()
    filled_window.go_to(f"folder:{folder.id}")
    filled_window.close()

    assert shown(MainWindow(filled, workers=1), qtbot).navigation.page == f"folder:{folder.id}"
    for gone in ("album:99", "folder:x", "album:", "problems", "nonsense"):
        assert not sources.is_restored(gone, filled)


def test_a_folder_counts_in_the_list_what_its_page_shows(
    filled: Library, filled_window: MainWindow
) -> None:
    (folder,) = filled.folders.all()
    filled_window.go_to(f"folder:{folder.id}")

    assert folder.photo_count == len(filled_window.navigation.widget.grid.entries)


def test_rounded_thumbnails_do_not_stand_in_where_none_are_wanted(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    image = QImage(QSize(8, 8), QImage.Format.Format_RGB32)
    thumbnails._keep(Wanted(PhotoId(1), 8, 8, 3), 0, image)

    assert thumbnails.image(Wanted(PhotoId(1), 16, 16)) is None
    assert thumbnails.image(Wanted(PhotoId(1), 16, 16, 3)) is not None


def test_a_cut_thumbnail_is_not_stretched_over_the_viewer(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    image = QImage(QSize(8, 8), QImage.Format.Format_RGB32)
    thumbnails._keep(Wanted(PhotoId(1), 8, 8), 0, image)

    assert thumbnails.image(Wanted(PhotoId(1), 16, 12)) is None
    assert thumbnails.image(Wanted(PhotoId(1), 16, 16)) is not None


def test_a_small_picture_is_not_blown_up_to_fit(qtbot: QtBot) -> None:
    canvas = ViewerCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)

    canvas.show_picture(None, 200, 100)

    assert canvas.scale * canvas.devicePixelRatioF() == 1.0


def test_a_full_disk_keeps_nobody_in_the_window(
    window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_window: MainWindow) -> None:
        raise LibraryWriteError(library.path, "full")

    monkeypatch.setattr("ui.main_window.keep_place", full)

    assert window.close()
    assert window.session.is_closed


def test_a_reason_of_all_photos_offers_nothing_to_show(qtbot: QtBot) -> None:
    panel = ReasonsPanel()
    qtbot.addWidget(panel)
    ids = (PhotoId(1), PhotoId(2))
    reasons = [Reason(text="All", photo_ids=ids), Reason(text="Some", photo_ids=ids[:1])]

    panel.show_reasons(reasons, ids)

    assert [reason.text for reason, _link in panel._links] == ["Some"]


def test_the_last_header_of_a_line_has_all_the_room_there_is() -> None:
    layout = lay_out([1.0, 1.0], [Span(0, 1), Span(1, 2)], Measures(width_px=1000))

    assert layout.section_tops[0] == layout.section_tops[1]
    assert room_for_header(layout, 0) < layout.section_lefts[1]
    assert room_for_header(layout, 1) == 1000 - layout.section_lefts[1]


def test_a_sentence_is_shown_as_plain_text(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, Qt.TextFormat]] = []
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: seen.append((box.text(), box.textFormat()))
    )

    app.show_sentence("<b>In use</b>")

    assert seen == [("<b>In use</b>", Qt.TextFormat.PlainText)]


def test_the_file_dialog_leaves_nothing_in_the_users_settings(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ui import app;"
        "app.keep_qt_settings_in(Path(sys.argv[1])); made = app.make_application(['homeroll']);"
        "from PySide6.QtWidgets import QFileDialog;"
        "dialog = QFileDialog(); dialog.show(); made.processEvents(); dialog.close();"
        "del dialog"
    )
    home, kept = tmp_path / "home", tmp_path / "kept"
    home.mkdir()
    kept.mkdir()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home)}
    env["XDG_CONFIG_HOME"] = str(home / ".config")
    subprocess.run([sys.executable, "-c", code, str(kept)], cwd=ROOT, env=env, check=True)

    assert not list(home.rglob("QtProject.conf"))
    assert list(kept.rglob("QtProject.conf"))


def test_escape_goes_back_from_a_suggestion(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages.make("suggestion")
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.back_asked, timeout=1000):
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)


def test_undo_and_redo_by_key_say_what_they_did(quiet_window: MainWindow, filled: Library) -> None:
    quiet_window.edits.new_album("A walk", [])

    quiet_window.actions_by_id["undo"].trigger()
    assert quiet_window.notices.text == "Undone: Album “A walk” made."

    quiet_window.actions_by_id["redo"].trigger()
    assert quiet_window.notices.text == "Done again: Album “A walk” made."


def test_albums_and_folders_count_what_is_seen(quiet_window: MainWindow, filled: Library) -> None:
    ids = [entry.id for entry in filled.photos.timeline()]
    album = quiet_window.edits.new_album("A walk", ids[:5])

    quiet_window.words.hide_photos(ids[:2])

    lines = {line.page: line.count for line in sources.sources_of(filled)}
    assert lines[f"album:{album.id}"] == "3"
    assert lines["folder:1"] == lines["photos"] == "11"
