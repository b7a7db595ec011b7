"""The viewer: turned views, captions, reading ahead, slideshow, other programs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from organizer import pipeline
from organizer.library import Library
from organizer.progress import Progress
from tests.builders import HOME, SPRING, a_photo_file, fingerprints
from tests.organizer.scan.making import a_video
from tests.ui.conftest import shown
from tests.ui.menus import chosen
from tests.ui.pages import ids_of
from ui.dialogs.ask_caption import CaptionDialog
from ui.main_window import MainWindow
from ui.pictures_ahead import MAX_KEPT_BYTES
from ui.thumbnails import Wanted
from ui.views.viewer import Viewer

WAIT_MS = 10_000


@pytest.fixture
def viewer(quiet_window: MainWindow, qtbot: QtBot) -> Viewer:
    """The viewer on the second photo of twelve."""
    grid = quiet_window.navigation.widget.grid
    qtbot.waitUntil(lambda: len(grid.entries) == 13, timeout=WAIT_MS)
    quiet_window.viewing.open(grid, 1)
    made = quiet_window.viewing.viewer
    qtbot.waitUntil(lambda: made.canvas.has_enough_pixels(), timeout=WAIT_MS)
    return made


def a_program(folder: Path, name: str, *, code: int = 0) -> Path:
    """A program that writes down what it was asked; returns where."""
    folder.mkdir(exist_ok=True)
    asked = folder / f"{name}.asked"
    script = folder / name
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{asked}.new"\nmv "{asked}.new" "{asked}"\nexit {code}\n'
    )
    script.chmod(0o755)
    return asked


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is looked into first."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


# -- turned views ---------------------------------------------------------------------------------


def test_a_turned_view_is_kept_and_the_file_stays_as_it_is(
    viewer: Viewer, filled: Library, few_photos: Path, qtbot: QtBot
) -> None:
    before, one = fingerprints(few_photos), viewer.current_id
    wide = viewer.canvas.real_size

    qtbot.keyClick(viewer, Qt.Key.Key_R)

    assert filled.turned.of(one) == 1
    assert viewer.canvas.real_size == wide[::-1]
    (entry,) = filled.photos.timeline_of([one])
    assert (entry.width_px, entry.height_px) == wide[::-1]
    assert fingerprints(few_photos) == before


def test_turning_back_and_undo_give_the_view_back(
    viewer: Viewer, quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    one, wide = viewer.current_id, viewer.canvas.real_size

    qtbot.keyClick(viewer, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert filled.turned.of(one) == 3
    quiet_window.edits.stack.undo()

    assert filled.turned.of(one) == 0
    assert viewer.canvas.real_size == wide


def test_the_picture_and_the_thumbnail_are_turned_alike(
    viewer: Viewer, quiet_window: MainWindow, qtbot: QtBot
) -> None:
    one = viewer.current_id
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    seen = viewer.canvas._image.copy()

    viewer.walk(1)
    viewer.walk(-1)
    qtbot.waitUntil(lambda: viewer.canvas.has_enough_pixels(), timeout=WAIT_MS)
    fresh = viewer.canvas._image
    wanted = Wanted(one, seen.width(), seen.height())
    thumbnails = quiet_window.thumbnails
    thumbnails.ask_for([wanted])
    qtbot.waitUntil(lambda: thumbnails.image(wanted) is not None, timeout=WAIT_MS)
    small = thumbnails.image(wanted)

    assert fresh.size() == seen.size()
    assert apart(fresh, seen) < 10
    assert apart(small, seen) < 10


def apart(one: QImage, other: QImage) -> float:
    """How far two pictures of one size are apart, from 0 to 255."""
    places = [(x, y) for x in range(10, 240, 25) for y in range(10, 320, 25)]
    ways = [abs(one.pixelColor(*at).green() - other.pixelColor(*at).green()) for at in places]
    return sum(ways) / len(ways)


# -- read ahead -----------------------------------------------------------------------------------


def test_an_arrow_shows_the_sharp_picture_at_once(viewer: Viewer, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(viewer._ahead._kept) == 3, timeout=WAIT_MS)

    qtbot.keyClick(viewer, Qt.Key.Key_Right)

    assert viewer.canvas.has_enough_pixels()
    assert viewer._ahead.kept_bytes <= MAX_KEPT_BYTES


# -- captions -------------------------------------------------------------------------------------


def test_a_caption_is_plain_text_below_the_picture_and_can_be_undone(
    viewer: Viewer, quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    one = viewer.current_id
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CaptionDialog)
    dialog.words.setPlainText("Mai & <b>Linh</b>\nat the sea")
    dialog.accept()

    assert filled.captions.of(one) == "Mai & <b>Linh</b> at the sea"
    assert viewer.below.caption.text() == "Mai & <b>Linh</b> at the sea"
    assert viewer.below.caption.textFormat() is Qt.TextFormat.PlainText
    quiet_window.edits.stack.undo()
    assert not viewer.below.caption.text()


def test_enter_saves_a_caption_and_escape_throws_no_words_away_at_once(
    viewer: Viewer, filled: Library, qtbot: QtBot
) -> None:
    one = viewer.current_id
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    qtbot.keyClicks(dialog.words, "Mai")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog.words, "at the sea")

    qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Not saved yet" in dialog.hint.text()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert filled.captions.of(one) == "Mai at the sea"

    qtbot.keyClick(viewer, Qt.Key.Key_C)
    dialog = QApplication.activeModalWidget()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)  # nothing was changed
    assert QApplication.activeModalWidget() is None


# -- the menu -------------------------------------------------------------------------------------


def test_the_words_of_the_menu_can_be_read_whatever_the_system_wears(
    viewer: Viewer, qtbot: QtBot
) -> None:
    menu = viewer.bar.make_menu()
    picture = menu.grab().toImage()

    ground = picture.pixelColor(picture.width() // 2, 8).lightness()
    inside = [
        picture.pixelColor(x, y).lightness()
        for x in range(14, 90)
        for y in range(12, picture.height() - 12)
    ]
    assert max(abs(one - ground) for one in inside) > 120


# -- whole screen and slideshow -------------------------------------------------------------------


def test_escape_ends_the_slideshow_then_leaves_the_viewer(
    viewer: Viewer, quiet_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    assert viewer.stage.slideshow.is_on
    assert quiet_window.isFullScreen()

    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.stage.slideshow.is_on
    assert not quiet_window.isFullScreen()
    assert quiet_window.viewing.is_open

    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not quiet_window.viewing.is_open


def test_a_slideshow_goes_on_by_itself_pauses_with_space_and_ends_at_the_end(
    viewer: Viewer, quiet_window: MainWindow, qtbot: QtBot
) -> None:
    viewer.go_to(viewer.count - 2)
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    assert viewer.stage.slideshow.is_paused
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    viewer.stage.slideshow._timer.setInterval(30)

    qtbot.waitUntil(lambda: not viewer.stage.slideshow.is_on, timeout=WAIT_MS)

    assert viewer.current_id == viewer._ids[-1]
    assert not quiet_window.isFullScreen()


def test_notices_stand_above_the_strip_and_wait_for_the_end_of_a_slideshow(
    viewer: Viewer, quiet_window: MainWindow, qtbot: QtBot
) -> None:
    notices = quiet_window.notices
    notices.say("Caption written.")
    assert notices.geometry().bottom() < viewer.filmstrip.mapTo(viewer, QPoint()).y()

    qtbot.keyClick(viewer, Qt.Key.Key_S)
    assert not notices.isVisible()
    notices.say("Something else.")
    assert not notices.isVisible()

    qtbot.keyClick(viewer, Qt.Key.Key_S)
    assert notices.isVisible()
    assert notices.text == "Something else."


def test_the_bars_and_the_pointer_go_while_nothing_moves(viewer: Viewer, qtbot: QtBot) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    viewer.stage.bars._timer.setInterval(10)
    viewer.stage.bars._timer.start()

    qtbot.waitUntil(lambda: not viewer.bar.isVisible(), timeout=WAIT_MS)
    assert QApplication.overrideCursor().shape() is Qt.CursorShape.BlankCursor

    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.bar.isVisible()
    assert QApplication.overrideCursor() is None


def test_an_album_is_played_from_its_menu(
    quiet_window: MainWindow, filled: Library, qtbot: QtBot
) -> None:
    album = quiet_window.edits.new_album("A walk", ids_of(filled)[:3])

    chosen(quiet_window.album_acts.make_menu(album), "Slideshow").trigger()

    viewer = quiet_window.viewing.viewer
    assert viewer.count == 3
    assert viewer.stage.slideshow.is_on
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)


def test_leaving_for_another_page_ends_the_slideshow(
    viewer: Viewer, quiet_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_S)

    quiet_window.go_to("suggestions")

    assert not viewer.stage.slideshow.is_on
    assert not quiet_window.isFullScreen()
    assert QApplication.overrideCursor() is None


# -- hidden meanwhile ------------------------------------------------------------------------------


def test_a_photo_that_is_hidden_gives_way_to_its_neighbour_and_is_walked_over_no_more(
    viewer: Viewer, quiet_window: MainWindow
) -> None:
    before, count = viewer._ids, viewer.count

    quiet_window.words.hide_photos([before[0], before[1]])

    assert viewer.current_id == before[2]
    assert list(viewer._ids) == list(before[2:])
    assert list(viewer.filmstrip._ids) == list(before[2:])
    quiet_window.words.hide_photos([before[3]])
    assert (viewer.current_id, viewer.count) == (before[2], count - 3)


def test_the_viewer_is_left_where_everything_was_hidden(
    viewer: Viewer, quiet_window: MainWindow
) -> None:
    viewer.turn_slideshow()

    quiet_window.words.hide_photos(list(viewer._ids))

    assert not viewer.stage.slideshow.is_on
    assert not quiet_window.viewing.is_open
    quiet_window.viewing.play(viewer._ids)
    assert not quiet_window.viewing.is_open


def test_a_slideshow_passes_over_what_is_hidden(viewer: Viewer, quiet_window: MainWindow) -> None:
    ids = list(viewer._ids[:3])
    quiet_window.words.hide_photos(ids[:1])

    quiet_window.viewing.play(ids)

    assert viewer.stage.slideshow.is_on
    assert list(viewer._ids) == ids[1:]
    assert viewer.current_id == ids[1]
    viewer.stage.slideshow.stop()


# -- other programs -------------------------------------------------------------------------------


def test_the_file_manager_is_asked_for_the_file_by_its_uri(
    viewer: Viewer, filled: Library, programs: Path, qtbot: QtBot
) -> None:
    asked = a_program(programs, "gdbus")

    qtbot.keyClick(viewer, Qt.Key.Key_O)
    qtbot.waitUntil(asked.exists, timeout=WAIT_MS)

    photo = filled.photos.get(viewer.current_id)
    words = asked.read_text().splitlines()
    assert "org.freedesktop.FileManager1.ShowItems" in words
    assert f"['{photo.path.as_uri()}']" in words


def test_without_a_file_manager_the_folder_is_opened_else_the_path_is_told(
    viewer: Viewer, quiet_window: MainWindow, filled: Library, programs: Path, qtbot: QtBot
) -> None:
    a_program(programs, "gdbus", code=1)
    opener = a_program(programs, "xdg-open")
    path = filled.photos.get(viewer.current_id).path

    qtbot.keyClick(viewer, Qt.Key.Key_O)
    qtbot.waitUntil(opener.exists, timeout=WAIT_MS)
    assert opener.read_text().splitlines() == [str(path.parent)]

    a_program(programs, "xdg-open", code=3)
    qtbot.keyClick(viewer, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: str(path) in quiet_window.notices.text, timeout=WAIT_MS)


def test_a_path_is_copied(viewer: Viewer, filled: Library) -> None:
    chosen(viewer.bar.make_menu(), "Copy path").trigger()

    assert QApplication.clipboard().text() == str(filled.photos.get(viewer.current_id).path)


@pytest.mark.parametrize("name", ['it\'s, a "name".jpg', "a 100% ; $(touch x) #1.jpg"])
def test_odd_names_stay_one_argument(
    quiet_window: MainWindow, programs: Path, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    asked = a_program(programs, "gdbus")
    path = a_photo_file(tmp_path / "odd" / name, SPRING, HOME)

    quiet_window.photo_menu.programs.show_in_folder(path)
    qtbot.waitUntil(asked.exists, timeout=WAIT_MS)

    (uri,) = [word for word in asked.read_text().splitlines() if "file://" in word]
    assert uri == f"['{path.as_uri()}']"
    assert not set(uri[2:-2]) & set("'\", $;()")


def test_a_video_is_handed_to_the_players_and_never_opened_here(
    library: Library, programs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opener = a_program(programs, "xdg-open")
    clip = a_video(tmp_path / "videos/clip.mp4")
    before = fingerprints(clip.parent)
    pipeline.add_folders(library, [clip.parent])
    pipeline.organize(library, progress=Progress(), workers=1)
    window = shown(MainWindow(library, workers=1), qtbot)
    window.organizing.hold()
    grid = window.navigation.widget.grid
    qtbot.waitUntil(lambda: len(grid.entries) == 1, timeout=WAIT_MS)
    window.viewing.open(grid, 0)
    viewer = window.viewing.viewer
    assert viewer.below.play.isVisible()

    qtbot.keyClick(viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(opener.exists, timeout=WAIT_MS)

    assert opener.read_text().splitlines() == [str(clip)]
    assert fingerprints(clip.parent) == before


def test_the_parts_of_a_live_photo_are_named_and_its_clip_is_handed_over(
    library: Library, programs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opener = a_program(programs, "xdg-open")
    folder = tmp_path / "live"
    a_photo_file(folder / "IMG_1.jpg", SPRING, offset="+00:00")
    a_video(folder / "IMG_1.mov", creation_time=SPRING.isoformat() + ".000000Z")
    pipeline.add_folders(library, [folder])
    pipeline.organize(library, progress=Progress(), workers=1)
    (photo,) = library.photos.all()
    assert [part.path.name for part in photo.parts] == ["IMG_1.mov"]
    window = shown(MainWindow(library, workers=1), qtbot)
    window.organizing.hold()
    grid = window.navigation.widget.grid
    qtbot.waitUntil(lambda: len(grid.entries) == 1, timeout=WAIT_MS)
    window.viewing.open(grid, 0)
    viewer = window.viewing.viewer

    def texts() -> list[str]:
        return [line.text() for line in viewer.info.findChildren(QLabel)]

    qtbot.waitUntil(lambda: "IMG_1.mov, moving picture" in texts(), timeout=WAIT_MS)
    viewer.bar.live.click()
    qtbot.waitUntil(opener.exists, timeout=WAIT_MS)
    assert opener.read_text().splitlines() == [str(folder / "IMG_1.mov")]


# -- room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [760, 900, 1280])
def test_no_button_of_the_bar_is_clipped(
    viewer: Viewer, quiet_window: MainWindow, width: int, qtbot: QtBot
) -> None:
    quiet_window.resize(width, 600)
    qtbot.waitUntil(lambda: viewer.width() == width, timeout=WAIT_MS)

    for made in (viewer.bar.zoom, viewer.bar.add, viewer.bar.more, viewer.bar.facts):
        assert made.isVisible()
        assert made.width() >= made.sizeHint().width()
        assert viewer.bar.rect().contains(made.geometry())
