"""Where the window was: its size, its place on the screen, its page and where that was scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from ui import sources

if TYPE_CHECKING:
    from ui.main_window import MainWindow

GEOMETRY_KEY, SPLITTER_KEY, PAGE_KEY = "window-geometry", "splitter", "page"
START_SIZE = (1280, 800)
FRAME_PX, TITLE_BAR_PX = 8, 40


def restore_place(window: MainWindow) -> None:
    """Stand where the window stood when it was closed, as far as the screen allows."""
    library = window.session.library
    window.resize(*START_SIZE)
    if geometry := library.settings.get(GEOMETRY_KEY, ""):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    _fit_to_screen(window)
    if splitter := library.settings.get(SPLITTER_KEY, ""):
        window.splitter.restoreState(QByteArray.fromBase64(splitter.encode()))
    page = library.settings.get(PAGE_KEY, "") or sources.PHOTOS
    window.go_to(page if sources.is_restored(page, library) else sources.PHOTOS)


def keep_place(window: MainWindow) -> None:
    """Remember where the window stands."""
    library = window.session.library
    with library.transaction():
        for key, value in (
            (GEOMETRY_KEY, window.saveGeometry().toBase64().toStdString()),
            (SPLITTER_KEY, window.splitter.saveState().toBase64().toStdString()),
            (PAGE_KEY, window.navigation.page),
        ):
            library.settings.set(key, value)
        keep_scroll = getattr(window.navigation.widget, "keep_scroll", None)
        if keep_scroll is not None:
            keep_scroll()


def _fit_to_screen(window: MainWindow) -> None:
    """Leave room for the frame and the title bar, which are not known before showing."""
    free = window.screen().availableGeometry()
    room = free.adjusted(FRAME_PX, TITLE_BAR_PX, -FRAME_PX, -FRAME_PX)
    window.resize(window.size().boundedTo(room.size()))
    here = window.geometry()
    here.moveLeft(max(room.left(), min(here.left(), room.right() + 1 - here.width())))
    here.moveTop(max(room.top(), min(here.top(), room.bottom() + 1 - here.height())))
    window.setGeometry(here)
