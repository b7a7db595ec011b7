"""What is done with whole albums: from their menu, and by dragging in the source list."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from organizer.library import Library
from organizer.models import Album, AlbumId, AlbumSorting, PhotoId
from tests.ui.menus import chosen
from ui.dialogs.ask_title import TitleDialog
from ui.main_window import MainWindow
from ui.photo_mime import PHOTOS, album_as_mime, album_in, photos_as_mime, photos_in


@pytest.fixture
def ids(filled: Library) -> list[PhotoId]:
    return [entry.id for entry in filled.photos.timeline()]


@pytest.fixture
def albums(quiet_window: MainWindow, ids: list[PhotoId]) -> list[Album]:
    """Three albums: the first five photos, the next five, one of each."""
    parts = (("First", ids[:5]), ("Second", ids[5:10]), ("Third", [ids[0], ids[9]]))
    return [quiet_window.edits.new_album(title, part) for title, part in parts]


def menu_of(window: MainWindow, album: Album) -> QMenu:
    found = window.session.library.albums.get(album.id)
    assert found is not None
    return window.album_acts.make_menu(found)


def titles(library: Library) -> list[str]:
    return [album.title for album in library.albums.all()]


def photos_of(library: Library, album: Album) -> tuple[PhotoId, ...]:
    found = library.albums.get(album.id)
    assert found is not None
    return found.photo_ids


def undo(window: MainWindow) -> None:
    window.actions_by_id["undo"].trigger()


def drop_on_line(window: MainWindow, page: str, mime: QMimeData, *, above: bool = True) -> bool:
    """Drag over the line of a page and let go; returns whether it could be dropped."""
    sources = window.side.list
    area = sources.visualRect(window.side.model.row_of(page))
    return drop_at(window, area.center() + QPoint(0, -6 if above else 6), mime)


def drop_at(window: MainWindow, point: QPoint, mime: QMimeData) -> bool:
    viewport = window.side.list.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    QApplication.sendEvent(viewport, QDragEnterEvent(point, both, mime, left, none))
    over = QDragMoveEvent(point, both, mime, left, none)
    QApplication.sendEvent(viewport, over)
    QApplication.sendEvent(viewport, QDropEvent(point.toPointF(), both, mime, left, none))
    QApplication.processEvents()
    return over.isAccepted()


def test_photos_dropped_on_an_album_go_into_it_and_come_out_with_undo(
    quiet_window: MainWindow, filled: Library, albums: list[Album], ids: list[PhotoId]
) -> None:
    page = f"album:{albums[1].id}"

    assert drop_on_line(quiet_window, page, photos_as_mime(ids[3:6]))

    assert photos_of(filled, albums[1]) == (*ids[5:10], ids[3], ids[4])
    undo(quiet_window)
    assert photos_of(filled, albums[1]) == tuple(ids[5:10])


def test_dropping_what_is_in_an_album_already_says_so(
    quiet_window: MainWindow, albums: list[Album], ids: list[PhotoId]
) -> None:
    drop_on_line(quiet_window, f"album:{albums[0].id}", photos_as_mime(ids[:2]))

    assert "has these photos already" in quiet_window.notices.text


def test_photos_dropped_on_the_heading_of_albums_make_a_new_one(
    quiet_window: MainWindow, filled: Library, albums: list[Album], ids: list[PhotoId], qtbot: QtBot
) -> None:
    first = quiet_window.side.model.row_of(f"album:{albums[0].id}")
    heading = quiet_window.side.list.visualRect(first.siblingAtRow(first.row() - 1))

    assert drop_at(quiet_window, heading.center(), photos_as_mime(ids[:3]))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TitleDialog)
    dialog.line.setText("Dropped")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    made = filled.albums.all()[-1]
    assert (made.title, made.photo_ids) == ("Dropped", tuple(ids[:3]))
    assert quiet_window.navigation.page == f"album:{made.id}"


@pytest.mark.parametrize("page", ["photos", "suggestions"])
def test_photos_cannot_be_dropped_where_nothing_would_come_of_it(
    quiet_window: MainWindow, albums: list[Album], ids: list[PhotoId], page: str
) -> None:
    assert not drop_on_line(quiet_window, page, photos_as_mime(ids[:1]))


def test_files_over_the_source_list_are_left_to_the_window(
    quiet_window: MainWindow, albums: list[Album]
) -> None:
    mime = QMimeData()
    mime.setText("words")

    drop_on_line(quiet_window, f"album:{albums[0].id}", mime)

    assert "cannot be added" in quiet_window.notices.text


def test_an_album_is_dragged_to_another_place(
    quiet_window: MainWindow, filled: Library, albums: list[Album]
) -> None:
    third = albums[2]
    pages = [f"album:{album.id}" for album in albums]

    drop_on_line(quiet_window, pages[0], album_as_mime(third.id))
    assert titles(filled) == ["Third", "First", "Second"]

    drop_on_line(quiet_window, pages[1], album_as_mime(third.id), above=False)
    assert titles(filled) == ["First", "Second", "Third"]

    undo(quiet_window)
    assert titles(filled) == ["Third", "First", "Second"]


def test_alt_and_arrows_move_an_album(
    quiet_window: MainWindow, filled: Library, albums: list[Album], qtbot: QtBot
) -> None:
    sources, alt = quiet_window.side.list, Qt.KeyboardModifier.AltModifier
    quiet_window.go_to(f"album:{albums[0].id}")

    qtbot.keyClick(sources, Qt.Key.Key_Down, alt)
    assert titles(filled) == ["Second", "First", "Third"]
    qtbot.keyClick(sources, Qt.Key.Key_Down, alt)
    qtbot.keyClick(sources, Qt.Key.Key_Down, alt)
    assert titles(filled) == ["Second", "Third", "First"]
    qtbot.keyClick(sources, Qt.Key.Key_Up, alt)
    assert titles(filled) == ["Second", "First", "Third"]


def test_an_album_becomes_part_of_another_in_one_step(
    quiet_window: MainWindow, filled: Library, albums: list[Album], ids: list[PhotoId]
) -> None:
    first, _, third = albums

    chosen(menu_of(quiet_window, third), "Merge into", "First").trigger()

    assert titles(filled) == ["First", "Second"]
    assert photos_of(filled, first) == (*ids[:5], ids[9])
    undo(quiet_window)
    assert titles(filled) == ["First", "Second", "Third"]
    assert photos_of(filled, first) == tuple(ids[:5])


def test_an_album_that_comes_back_has_its_place_in_the_list(
    quiet_window: MainWindow, filled: Library, albums: list[Album]
) -> None:
    quiet_window.album_acts.move(albums[2].id, f"album:{albums[0].id}")
    assert titles(filled) == ["Third", "First", "Second"]

    chosen(menu_of(quiet_window, albums[2]), "Remove album").trigger()
    undo(quiet_window)
    assert titles(filled) == ["Third", "First", "Second"]

    chosen(menu_of(quiet_window, albums[2]), "Merge into", "Second").trigger()
    undo(quiet_window)
    assert titles(filled) == ["Third", "First", "Second"]


def test_a_duplicate_has_the_same_photos(
    quiet_window: MainWindow, filled: Library, albums: list[Album]
) -> None:
    chosen(menu_of(quiet_window, albums[0]), "Duplicate").trigger()

    made = filled.albums.all()[-1]
    assert made.title == "First (copy)"
    assert made.photo_ids == albums[0].photo_ids


def test_sorting_keeps_the_users_order_for_later(
    quiet_window: MainWindow, filled: Library, albums: list[Album]
) -> None:
    first = albums[0]

    chosen(menu_of(quiet_window, first), "Order", "Oldest first").trigger()
    assert photos_of(filled, first) == tuple(reversed(first.photo_ids))

    chosen(menu_of(quiet_window, first), "Order", "As you put them").trigger()
    assert photos_of(filled, first) == first.photo_ids


def test_photos_added_to_a_sorted_album_leave_the_users_order_as_it_was(
    quiet_window: MainWindow, filled: Library, albums: list[Album], ids: list[PhotoId]
) -> None:
    first = albums[0]
    chosen(menu_of(quiet_window, first), "Order", "Oldest first").trigger()
    sorted_album = filled.albums.get(first.id)
    assert sorted_album is not None

    quiet_window.photo_menu.add_to(sorted_album, [ids[7]])
    chosen(menu_of(quiet_window, first), "Order", "As you put them").trigger()

    assert photos_of(filled, first) == (*ids[:5], ids[7])


def test_dragging_in_a_sorted_album_makes_the_order_the_users(
    quiet_window: MainWindow, filled: Library, albums: list[Album]
) -> None:
    first = albums[0]
    quiet_window.go_to(f"album:{first.id}")
    chosen(menu_of(quiet_window, first), "Order", "Oldest first").trigger()
    page = quiet_window.navigation.widget
    shown = [entry.id for entry in page.grid.entries]

    page.grid.moved.emit([shown[-1], *shown[:-1]])

    kept = filled.albums.get(first.id)
    assert kept is not None
    assert kept.sorting is AlbumSorting.OWN
    assert list(kept.photo_ids) == [shown[-1], *shown[:-1]]
    undo(quiet_window)
    again = filled.albums.get(first.id)
    assert again is not None
    assert (again.sorting, list(again.photo_ids)) == (AlbumSorting.OLDEST, shown)


def test_the_cover_is_chosen_from_the_photos_of_the_album(
    quiet_window: MainWindow, filled: Library, albums: list[Album], ids: list[PhotoId]
) -> None:
    quiet_window.go_to(f"album:{albums[0].id}")
    page = quiet_window.navigation.widget

    acts: Sequence[tuple[str, object]] = page.acts_on([ids[2]])
    dict(acts)["Use as cover"]()  # type: ignore[operator]

    kept = filled.albums.get(albums[0].id)
    assert kept is not None
    assert kept.cover_id == ids[2]
    assert page.grid.badge == (ids[2], "Cover")


def test_what_is_dragged_names_no_file() -> None:
    carried = photos_as_mime([PhotoId(3), PhotoId(5)])

    assert not carried.hasUrls()
    assert not carried.hasText()
    assert photos_in(carried) == [3, 5]
    assert album_in(album_as_mime(AlbumId(4))) == 4


@pytest.mark.parametrize("odd", [b"", b"{", b'{"a": 1}', b"[true]", b'["x"]', b"\xff\xfe"])
def test_odd_drags_of_other_programs_carry_no_photos(odd: bytes) -> None:
    carried = QMimeData()
    carried.setData(PHOTOS, odd)

    assert photos_in(carried) == []
