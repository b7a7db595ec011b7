"""The window: puts the parts together and passes wishes on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.models import Album
from organizer.pipeline import consenting
from ui import sources
from ui.actions import make_actions, menu_parts
from ui.adding import Adding
from ui.album_acts import AlbumActs
from ui.album_edits import AlbumEdits
from ui.consent import Consent
from ui.core_words import in_own_words
from ui.date_edits import DateEdits
from ui.drops import DropTarget
from ui.navigation import Navigation
from ui.organizing import Organizing
from ui.page_maker import PageMaker, Parts
from ui.photo_menu import PhotoMenu
from ui.place_names import PlaceNames
from ui.room import Room
from ui.session import Session
from ui.side_panel import WIDTH_PX, SidePanel
from ui.source_lines import SourceLines
from ui.thumbnails import Thumbnails
from ui.viewing import Viewing
from ui.views.photo_grid import PhotoGrid
from ui.watching import Watching
from ui.widgets.folder_question import FolderQuestion
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.source_drops import album_of
from ui.window_place import START_SIZE, keep_place, restore_place
from ui.wishes import Outcome, Wish, to_start_over
from ui.word_edits import WordEdits


class MainWindow(QMainWindow):
    """Source list at the left, pages at the right, the viewer over everything."""

    def __init__(self, library: Library, *, workers: int | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Homeroll")
        self.setMinimumSize(760, 520)
        self._is_closed = False
        self.wish: Wish | None = None
        self.session = Session(library, workers=workers, parent=self)
        self.thumbnails = Thumbnails(library.path, self)
        self.organizing = Organizing(self.session, self)
        self.watching = Watching(self.session, self.organizing, self)
        self.consent = Consent(self.session, self.organizing, self)
        self.room = Room(self.session, self.organizing, self)
        self.edits = AlbumEdits(self.session, self)
        self.dates = DateEdits(self.session, self.edits.stack, self)
        self.words = WordEdits(self.session, self.edits, self)
        self.photo_menu = PhotoMenu(self.session, self.edits, self.dates, self.words, self)
        self.adding = Adding(self.session, self)
        self.album_acts = AlbumActs(self.session, self.edits, self.photo_menu, self)
        self.pages = PageMaker(self._parts(), self)
        self.actions_by_id = make_actions(self, self._handlers())
        self._build()
        self._connect()
        restore_place(self)

    def _parts(self) -> Parts:
        return Parts(
            session=self.session,
            thumbnails=self.thumbnails,
            places=PlaceNames(self.session, self),
            organizing=self.organizing,
            consent=self.consent,
            edits=self.edits,
            words=self.words,
            photo_menu=self.photo_menu,
            album_acts=self.album_acts,
        )

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.side = SidePanel(menu_parts(self.actions_by_id))
        self.lines = SourceLines(self.session, self.side, lambda: self.organizing.is_running, self)
        self.side.show_network(pipeline.network_state().sentence)
        stack = QStackedWidget()
        self.navigation = Navigation(stack, self.pages.make)
        self.strip = ProgressStrip()
        self.strip.hide()
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(stack, 1)
        column.addWidget(self.strip)
        self.folder_question = FolderQuestion()
        column.addWidget(self.folder_question)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.side)
        self.splitter.addWidget(content)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([WIDTH_PX, START_SIZE[0] - WIDTH_PX])
        self.layers = QStackedWidget()
        self.layers.addWidget(self.splitter)
        self.setCentralWidget(self.layers)
        self._pages_stack = stack
        self.notices = NoticeBar(stack)
        self.viewing = Viewing(self.session, self.thumbnails, self.photo_menu, self.layers)
        self.drops = DropTarget(self)

    def _connect(self) -> None:
        self.side.chosen.connect(self.go_to)
        self.side.list.activated.connect(lambda _index: self.navigation.widget.setFocus())
        self.side.privacy_asked.connect(lambda: self.go_to(sources.PRIVACY))
        self.side.menu_asked.connect(self._open_side_menu)
        self.side.list.add_asked.connect(self.album_acts.new_album)
        self.side.list.photos_dropped.connect(self.album_acts.take_dropped)
        self.side.list.album_moved.connect(self.album_acts.move)
        self.album_acts.page_asked.connect(self.go_to)
        self.album_acts.export_asked.connect(self.export)
        self.album_acts.slideshow_asked.connect(self.viewing.play)
        self.photo_menu.told.connect(self.notices.say)
        self.navigation.went.connect(self._went)
        self.drops.dropped.connect(self.adding.add_paths)
        self.drops.refused.connect(self.notices.say)
        self._connect_pages()
        self._connect_work()

    def _connect_pages(self) -> None:
        self.pages.viewer_asked.connect(self.viewing.open)
        self.pages.page_asked.connect(self.go_to)
        self.pages.back_asked.connect(lambda: self.go_to(self.navigation.came_from))
        self.pages.export_asked.connect(self.export)
        self.pages.folder_asked.connect(self.adding.choose_folder)
        self.pages.pictures_asked.connect(self.adding.add_pictures)
        self.pages.wished.connect(self.open_again)
        self.pages.told.connect(self.notices.say)
        self.photo_menu.favourites_changed.connect(self.navigation.refresh)
        for edits in (self.edits, self.dates):
            edits.told.connect(self._tell_with_undo)
            edits.refused.connect(self._tell_error)
        self.dates.changed.connect(self.organizing.regroup)
        self.words.changed.connect(self.organizing.regroup)
        self.edits.decided.connect(self.organizing.regroup)
        self.dates.changed.connect(self.viewing.refresh)
        self.layers.currentChanged.connect(self._float_notices)
        self.viewing.show_turned.connect(lambda on: self.notices.hold(on=on))
        self.edits.stack.indexChanged.connect(self.notices.withdraw_action)

    def _connect_work(self) -> None:
        self.adding.added.connect(self._read_new)
        self.adding.added.connect(self._ask_for_folders)
        self.session.photos_changed.connect(self._ask_for_folders)
        self.adding.told.connect(self.notices.say)
        self.adding.refused.connect(self._tell_error)
        self.adding.called.connect(self._come_forward)
        self.organizing.began.connect(self.strip.begin)
        self.organizing.stepped.connect(self.strip.show_step)
        self.organizing.ended.connect(self.strip.hide)
        self.room.told.connect(self.notices.say)
        self.session.failed.connect(self._tell_error)
        self.consent.changed.connect(self._refresh_side)
        self.consent.refused.connect(self.notices.say)
        self.consent.changed.connect(self._ask_for_folders)
        self.consent.forgot.connect(self.edits.stack.clear)
        self.consent.everything_asked.connect(self._start_over)
        self.folder_question.answered.connect(self.consent.answer_for_folder)
        self._ask_for_folders()
        self.strip.pause_asked.connect(self.organizing.pause)
        self.strip.resume_asked.connect(self.organizing.resume)
        self.strip.cancel_asked.connect(self.organizing.cancel)
        self.session.photos_changed.connect(self._photos_changed)
        self.session.albums_changed.connect(self._albums_changed)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "add-folder": self.adding.choose_folder,
            "new-album": self._new_album,
            "look-again": self.organizing.start,
            "undo": self._undo,
            "redo": self._redo,
            "go-photos": lambda: self.go_to(sources.PHOTOS),
            "go-suggestions": lambda: self.go_to(sources.SUGGESTIONS),
            "go-places": lambda: self.go_to(sources.PLACES),
            "go-look-alikes": lambda: self.go_to(sources.LOOK_ALIKES),
            "go-privacy": lambda: self.go_to(sources.PRIVACY),
            "go-dates": lambda: self.go_to(sources.DATES),
            "go-homes": lambda: self.go_to(sources.HOMES),
            "go-rules": lambda: self.go_to(sources.RULES),
            "go-hidden": lambda: self.go_to(sources.HIDDEN),
            "find": self._find,
            "select-all": lambda: self._with_grid(PhotoGrid.select_all),
            "select-day": lambda: self._with_grid(PhotoGrid.select_section),
            "larger": lambda: self._with_grid(lambda grid: grid.set_row_height(grid.row_px + 24)),
            "smaller": lambda: self._with_grid(lambda grid: grid.set_row_height(grid.row_px - 24)),
            "rename": lambda: self._with_page("rename"),
            "export": lambda: self._with_page("export"),
            "slideshow": lambda: self.viewing.play_from(
                getattr(self.navigation.widget, "grid", None)
            ),
            "full-screen": self._turn_full_screen,
            "keys": self._show_keys,
            "go-about": lambda: self.go_to(sources.ABOUT),
            "go-promises": lambda: self.go_to(sources.PROMISES),
            "quit": self.close,
        }

    # -- pages ------------------------------------------------------------------------------------

    def go_to(self, page: str) -> None:
        """Show a page; without any folder, the one that explains itself in place of Photos."""
        self.viewing.close()
        if page == sources.PHOTOS and not self.session.library.folders.ids():
            page = sources.FIRST_START
        self.navigation.go_to(page)

    def _went(self, _page: str) -> None:
        self._refresh_side()
        self.notices.raise_()  # a page that was made just now stands above it
        if not self.side.list.hasFocus():  # who walks over the list wants to stay in it
            self.navigation.widget.setFocus()

    def _ask_for_folders(self) -> None:
        self.folder_question.ask(consenting.folders_that_ask(self.session.library))

    def _refresh_side(self) -> None:
        self.lines.refresh(sources.line_of(self.navigation.page))

    def _photos_changed(self) -> None:
        self.thumbnails.look_again()
        if self.navigation.page == sources.FIRST_START:
            self.go_to(sources.PHOTOS)
            return
        self._refresh_side()
        self.navigation.refresh()

    def _albums_changed(self) -> None:
        self._refresh_side()
        self.navigation.refresh()

    def _with_grid(self, act: Callable[[PhotoGrid], object]) -> None:
        grid = getattr(self.navigation.widget, "grid", None)
        if grid is not None:
            act(grid)

    def _open_side_menu(self, page: str, at: QPoint) -> None:
        self.go_to(page)
        album_id = album_of(page)
        if album_id is not None:
            self.album_acts.open_menu(album_id, at)

    def _new_album(self) -> None:
        """Make an album of the photos that are selected, or an empty one."""
        grid = getattr(self.navigation.widget, "grid", None)
        self.album_acts.new_album(grid.selection.in_order() if grid is not None else ())

    def _find(self) -> None:
        """Search over all photos, from whichever page."""
        if self.navigation.page != sources.PHOTOS:
            self.go_to(sources.PHOTOS)
        self._with_page("begin_search")

    def _with_page(self, act: str) -> None:
        method = getattr(self.navigation.widget, act, None)
        if method is not None:
            method()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add folders, and the folders of files; say what was not added, and why."""
        self.adding.add_paths(paths)

    def _read_new(self) -> None:
        self.go_to(sources.PHOTOS)
        self.organizing.start()

    def _come_forward(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # -- dialogs and notices ----------------------------------------------------------------------

    def export(self, album: Album) -> None:
        """Ask how an album is to be exported."""
        from ui.dialogs.export_dialog import ExportDialog, default_folder  # not at start-up

        ExportDialog(self.session, album, default_folder(self.session.library), self).open()

    def _show_keys(self) -> None:
        from ui.dialogs.keyboard_dialog import KeyboardDialog  # not at start-up

        KeyboardDialog(self).open()

    def _float_notices(self) -> None:
        self.notices.float_over(self.layers if self.viewing.is_open else self._pages_stack)

    def _tell_with_undo(self, sentence: str) -> None:
        stack = self.edits.stack
        index = stack.index()

        def undo() -> None:
            if stack.index() == index:  # nothing else than what the notice tells of
                stack.undo()

        self.notices.say(sentence, self.tr("Undo"), undo)

    def _undo(self) -> None:
        """Undo the last change, and say which that was."""
        stack = self.edits.stack
        what, at = stack.undoText(), stack.index()
        stack.undo()
        if stack.index() < at and stack.count():  # else it was refused, which is told
            self.notices.say(self.tr("Undone: {}").format(what))

    def _redo(self) -> None:
        """Do again what was undone, and say what that was."""
        stack = self.edits.stack
        what, at = stack.redoText(), stack.index()
        stack.redo()
        if stack.index() > at:
            self.notices.say(self.tr("Done again: {}").format(what))

    def _tell_error(self, error: Exception) -> None:
        if isinstance(error, OrganizerError):
            self.notices.say(in_own_words(str(error)))
            return
        self.notices.say(self.tr("Something went wrong: {}").format(in_own_words(str(error))))
        raise error

    # -- coming and going -------------------------------------------------------------------------

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_again(self, wish: Wish) -> None:
        """Close, so that *wish* can be fulfilled and a new window shows what came of it."""
        self.wish = wish
        self.close()

    def _start_over(self) -> None:
        self.open_again(to_start_over(self.session.library.folders.paths()))

    def tell(self, outcome: Outcome) -> None:
        """Tell what came of a wish of the window before this one."""
        if outcome.receipt is not None:
            self.consent.show_receipt_of_everything(outcome.receipt, outcome.photo_folders)
        elif outcome.sentence:
            self.notices.say(outcome.sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the places, stop all work and wait for it."""
        if self._is_closed:
            return
        self._is_closed = True
        with contextlib.suppress(OrganizerError):  # a full disk keeps nobody in the window
            keep_place(self)
        self.adding.shut_down()
        self.organizing.cancel()
        self.session.close()
        self.dates.finish()
        self.viewing.shut_down()
        self.pages.look_alikes.shut_down()
        self.thumbnails.close()
        self.consent.shut_down()
        event.accept()
        QApplication.quit()  # no dialog that is still open keeps the program alive
