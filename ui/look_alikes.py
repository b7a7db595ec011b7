"""Makes the page of look-alikes and fulfils its wishes: the best, albums, lists of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from organizer.library import Library
from organizer.models import PhotoId
from organizer.pipeline import best_shots, look_alikes
from organizer.progress import Progress
from ui import messages, sources
from ui.collecting import without_collecting
from ui.widgets.texts import as_text

if TYPE_CHECKING:
    from ui.page_maker import Parts
    from ui.pictures import Pictures
    from ui.views.look_alikes_page import LookAlikesPage

ENDING = ".txt"


class LookAlikes(QObject):
    """One page, its menus, and the process that decodes for it.

    Signals:
        page_asked: Another page is to be seen.
        told: Something to tell the user.
    """

    page_asked = Signal(str)
    told = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._session = parts.session
        self._pictures: Pictures | None = None
        self.page: LookAlikesPage | None = None

    def make(self) -> LookAlikesPage:
        """The page."""
        from ui.pictures import Pictures  # not at start-up
        from ui.views.compare_view import CompareView
        from ui.views.look_alikes_page import LookAlikesPage
        from ui.views.pane_pictures import PanePictures

        parts = self._parts
        self._pictures = Pictures(self._session, self)
        compare = CompareView(self._session, parts.thumbnails, PanePictures(self._pictures, self))
        page = self.page = LookAlikesPage(self._session, parts.thumbnails, parts.places, compare)
        page.is_working = lambda: parts.organizing.is_running
        parts.organizing.ended.connect(lambda: page.refresh() if page.isVisible() else None)
        page.switch_asked.connect(lambda: self.page_asked.emit(sources.SUGGESTIONS))
        page.best_asked.connect(self.say_best)
        page.keep_asked.connect(
            lambda at: parts.photo_menu.open_albums(page.shots.chosen_best(), at)
        )
        page.others_asked.connect(lambda at: self._open_others(page, at))
        page.menu_asked.connect(lambda at: self._open_menu(page, at))
        parts.consent.changed.connect(lambda _on: page.refresh())
        return page

    def shut_down(self) -> None:
        """End the process that decodes."""
        if self._pictures is not None:
            self._pictures.close()

    # -- the best ---------------------------------------------------------------------------------

    def say_best(self, photo_id: PhotoId) -> None:
        """This photo is the best of its group, until that is undone."""
        library = self._session.library
        before: list[str | None] = []

        def redo() -> None:
            before[:] = [best_shots.say_best(library, photo_id)]

        self._parts.words.say(
            self.tr("This shot is the best of its group now."),
            redo,
            lambda: best_shots.take_best_back(library, photo_id, before[0]),
        )

    # -- menus ------------------------------------------------------------------------------------

    def _open_albums(self, photo_ids: Sequence[PhotoId], at: QPoint) -> None:
        self._parts.photo_menu.open_albums(photo_ids, at)

    def _open_menu(self, page: LookAlikesPage, at: QPoint) -> None:
        photo_id = page.seen.current_photo
        if photo_id is None:
            return
        acts = []
        if page.seen is page.shots:
            acts = [
                (self.tr("This one is best"), page.shots.best_asked.emit),
                (self.tr("Keep this one too, or no more"), page.shots.keep_asked.emit),
                (self.tr("Compare"), page.compare),
            ]
        self._parts.photo_menu.open([photo_id], at, acts)

    def others_menu(self, page: LookAlikesPage, at: QPoint) -> QMenu:
        """What can be done with the others, not yet seen."""
        menu = QMenu(page)
        if page.seen is page.shots:
            others = page.shots.chosen_others()
            menu.addAction(messages.photos(len(others))).setEnabled(False)
            menu.addAction(
                self.tr("Put the others in an album…"),
                lambda: self._open_albums(others, at),
            )
        menu.addAction(self.tr("Copy list of paths"), self.copy_list)
        menu.addAction(self.tr("Save list…"), self.ask_where)
        return menu

    def _open_others(self, page: LookAlikesPage, at: QPoint) -> None:
        menu = self.others_menu(page, at)
        menu.exec(at)
        menu.deleteLater()

    # -- lists ------------------------------------------------------------------------------------

    def copy_list(self) -> None:
        """Put the paths of the others into the clipboard."""

        def join(_library: Library, paths: Sequence[Path]) -> tuple[str, int]:
            return "\n".join(map(as_text, paths)), len(paths)

        def take(joined: tuple[str, int]) -> None:
            text, count = joined
            QGuiApplication.clipboard().setText(text)
            self.told.emit(messages.paths_copied(count))

        self._with_paths(join, take)

    def ask_where(self) -> None:
        """Ask for a file, and write the list there."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        name = self.tr("Look-alikes") + ENDING
        chosen, _ = QFileDialog.getSaveFileName(
            self.page,
            self.tr("Save list"),
            str(Path(QStandardPaths.writableLocation(place)) / name),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        if chosen:
            file = Path(chosen)
            self.save_list(file if file.suffix else file.with_name(file.name + ENDING))

    def save_list(self, file: Path) -> None:
        """Write the paths of the others into a new file."""

        def save(library: Library, paths: Sequence[Path]) -> int:
            look_alikes.save_paths(library, paths, file)
            return len(paths)

        self._with_paths(save, lambda count: self.told.emit(messages.paths_saved(count, file.name)))

    def _with_paths(
        self,
        act: Callable[[Library, Sequence[Path]], object],
        take: Callable[..., object],
    ) -> None:
        """Read the paths of the others beside the window and do *act* with them there."""
        page = self.page
        if page is None:
            return
        is_shots, rows = page.seen is page.shots, page.copies.chosen()
        others, copies = page.shots.chosen_others(), page.copies.groups.groups

        def work(library: Library, _progress: Progress) -> object:
            with without_collecting():
                if is_shots:
                    return act(library, look_alikes.paths_of(library, others))
                return act(library, copies.spare(rows))

        job = self._session.job(work)
        job.succeeded.connect(take)
        self._session.start(job)
