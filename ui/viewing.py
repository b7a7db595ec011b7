"""The viewer over the window: made when it is first needed, and gone back from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from organizer.models import PhotoId
from ui import sources
from ui.photo_menu import PhotoMenu
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid

if TYPE_CHECKING:  # both are imported when the viewer is first needed
    from ui.pictures import Pictures
    from ui.views.viewer import Viewer


class Viewing(QObject):
    """Puts the viewer on top of the layers, and the window back in its place.

    Signals:
        show_turned: A slideshow began, or is over.
    """

    show_turned = Signal(bool)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        photo_menu: PhotoMenu,
        layers: QStackedWidget,
    ) -> None:
        super().__init__(layers)
        self._session = session
        self._thumbnails = thumbnails
        self._photo_menu = photo_menu
        self._layers = layers
        self._grid: PhotoGrid | None = None
        self._pictures: Pictures | None = None
        self.viewer: Viewer | None = None
        session.photos_changed.connect(self._leave_out_hidden)
        session.albums_changed.connect(self._leave_out_hidden)
        photo_menu.photo_edits.turned.connect(lambda one, _by: thumbnails.forget(one))

    @property
    def is_open(self) -> bool:
        """Whether the viewer is seen."""
        return self.viewer is not None and self._layers.currentWidget() is self.viewer

    def open(self, grid: PhotoGrid, index: int) -> None:
        """Show the photo at *index* of *grid* large."""
        self._grid = grid
        viewer = self._viewer()
        self._layers.setCurrentWidget(viewer)
        ids = [entry.id for entry in grid.entries]
        viewer.show_photos(ids, index, also_hidden=grid.shows_hidden)

    def play(self, photo_ids: Sequence[PhotoId]) -> None:
        """Begin a slideshow of these photos."""
        if photo_ids:
            self._grid = None
            viewer = self._viewer()
            self._layers.setCurrentWidget(viewer)
            viewer.show_photos(photo_ids, 0)
            if self.is_open:  # else all are hidden
                viewer.turn_slideshow()

    def play_from(self, grid: PhotoGrid | None) -> None:
        """Begin a slideshow where one stands: in the viewer, else at the current photo."""
        if not self.is_open and grid is not None and grid.entries:
            self.open(grid, grid.selection.current or 0)
        if self.is_open and self.viewer is not None:
            self.viewer.turn_slideshow()

    def close(self) -> None:
        """Go back to the window."""
        if self.is_open:
            self._layers.setCurrentIndex(0)

    def refresh(self) -> None:
        """Show what is known by now of the photo that is seen."""
        if self.is_open and self.viewer is not None:
            self.viewer.read_facts()

    def _leave_out_hidden(self) -> None:
        if self.is_open and self.viewer is not None:
            self.viewer.leave_out_hidden()

    def shut_down(self) -> None:
        """End the process that decodes."""
        if self._pictures is not None:
            self._pictures.close()

    def _viewer(self) -> Viewer:
        if self.viewer is None:
            from ui.pictures import Pictures  # not at start-up
            from ui.views.viewer import Viewer

            self._pictures = Pictures(self._session, self)
            self.viewer = Viewer(self._session, self._thumbnails, self._pictures)
            self.viewer.closed.connect(self._closed)
            self.viewer.favoured.connect(lambda one: self._photo_menu.turn_favourites([one]))
            self.viewer.add_asked.connect(self._photo_menu.open_albums)
            self.viewer.date_asked.connect(lambda one: self._photo_menu.correct_dates([one]))
            self.viewer.alike_asked.connect(self._photo_menu.teaching.ask_alike)
            go = self._photo_menu.teaching.page_asked
            self.viewer.likes_asked.connect(lambda one: go.emit(f"{sources.LOOK_ALIKES}:{one}"))
            self._connect_files(self.viewer)
            show = self.viewer.stage.slideshow
            show.changed.connect(lambda: self.show_turned.emit(show.is_on))
            self._layers.addWidget(self.viewer)
        return self.viewer

    def _connect_files(self, viewer: Viewer) -> None:
        edits, programs = self._photo_menu.photo_edits, self._photo_menu.programs
        viewer.turn_asked.connect(edits.turn)
        viewer.caption_asked.connect(edits.ask_caption)
        edits.turned.connect(viewer.turned)
        edits.captioned.connect(self.refresh)
        viewer.play_asked.connect(programs.open)
        viewer.folder_asked.connect(lambda one: self._with_path(one, programs.show_in_folder))
        viewer.path_asked.connect(lambda one: self._with_path(one, programs.copy_path))

    def _with_path(self, photo_id: PhotoId, act: Callable[[Path], object]) -> None:
        photo = self._session.library.photos.get(photo_id)
        if photo is not None:
            act(photo.path)

    def _closed(self, photo_id: PhotoId) -> None:
        """Stand in the grid where the viewer was left."""
        self.close()
        if self._grid is None:
            return
        for index, entry in enumerate(self._grid.entries):
            if entry.id == photo_id:
                self._grid.selection.only(index)
                self._grid.show_index(index)
        self._grid.setFocus()
