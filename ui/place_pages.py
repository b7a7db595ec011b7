"""Makes the pages that show where photos were taken: the map, and the photos of a place on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer.models import PhotoId
from ui.sources import HERE, PLACES
from ui.views.photo_grid import PhotoGrid

if TYPE_CHECKING:
    from ui.page_maker import Parts


class PlacePages(QObject):
    """A method for each page.

    Signals:
        page_asked: Another page is to be seen.
    """

    page_asked = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown: tuple[Sequence[PhotoId], str] = ((), "")

    def places(self) -> QWidget:
        """The map with the list of places."""
        from ui.views.places_page import PlacesPage  # not at start-up

        parts = self._parts
        page = PlacesPage(parts.session, parts.thumbnails, parts.places)
        page.photos_asked.connect(self._show)
        parts.words.changed.connect(lambda: page.isVisible() and page.refresh())
        return page

    def here(self, connect_grid: Callable[[PhotoGrid], object]) -> QWidget:
        """The photos of a place; *connect_grid* ties the keys and the menu of its grid."""
        from ui.views.here_page import HerePage  # not at start-up

        parts = self._parts
        self._here = HerePage(parts.session, parts.thumbnails, parts.places)
        self._here.back_asked.connect(lambda: self.page_asked.emit(PLACES))
        self._here.show_photos(*self._shown)
        connect_grid(self._here.grid)
        return self._here

    def _show(self, photo_ids: Sequence[PhotoId], title: str) -> None:
        self._shown = (photo_ids, title)
        if (page := getattr(self, "_here", None)) is not None:
            page.show_photos(photo_ids, title)
        self.page_asked.emit(HERE)
