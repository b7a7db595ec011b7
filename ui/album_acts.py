"""What can be done with a whole album, from its page and from the source list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from organizer.models import Album, AlbumId, AlbumSorting, PhotoId
from ui import messages
from ui.album_edits import AlbumEdits
from ui.photo_menu import PhotoMenu
from ui.session import Session
from ui.widgets.source_drops import album_of
from ui.widgets.texts import as_shown


class AlbumActs(QObject):
    """Asks where something has to be asked; every change can be undone.

    Signals:
        page_asked: A page is to be seen.
        export_asked: This album is to be exported.
        slideshow_asked: These photos are to be seen one after the other.
    """

    page_asked = Signal(str)
    export_asked = Signal(object)
    slideshow_asked = Signal(object)

    def __init__(
        self, session: Session, edits: AlbumEdits, photo_menu: PhotoMenu, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._edits = edits
        self._photo_menu = photo_menu
        self._window = window

    def open_menu(self, album_id: AlbumId, at: QPoint) -> None:
        """Open the menu of an album."""
        album = self._session.library.albums.get(album_id)
        if album is None:
            return
        menu = self.make_menu(album)
        menu.exec(at)
        menu.deleteLater()

    def make_menu(self, album: Album) -> QMenu:
        """The menu, not yet seen."""
        menu = QMenu(self._window)
        menu.addAction(self.tr("Rename…"), lambda: self.rename(album))
        menu.addMenu(self._sorting_menu(menu, album))
        menu.addAction(self.tr("Duplicate"), lambda: self.duplicate(album))
        titles = self._session.library.albums.titles()
        if len(titles) > 1:
            merge = menu.addMenu(self.tr("Merge into"))
            for other_id, title in titles:
                if other_id != album.id:
                    merge.addAction(as_shown(title), partial(self._merge, album, other_id))
        menu.addSeparator()
        play = menu.addAction(self.tr("Slideshow"), lambda: self._play(album))
        play.setEnabled(bool(album.photo_ids))
        menu.addAction(self.tr("Export…"), lambda: self.export_asked.emit(album))
        menu.addSeparator()
        menu.addAction(self.tr("Remove album"), lambda: self._edits.remove(album))
        return menu

    def _sorting_menu(self, parent: QMenu, album: Album) -> QMenu:
        menu = QMenu(self.tr("Order"), parent)
        group = QActionGroup(menu)
        for sorting, title in (
            (AlbumSorting.OWN, self.tr("As you put them")),
            (AlbumSorting.OLDEST, self.tr("Oldest first")),
            (AlbumSorting.NEWEST, self.tr("Newest first")),
            (AlbumSorting.NAME, self.tr("By file name")),
        ):
            action = menu.addAction(title, lambda sorting=sorting: self.sort(album, sorting))
            action.setCheckable(True)
            action.setChecked(album.sorting is sorting)
            group.addAction(action)
        return menu

    # -- what is done -----------------------------------------------------------------------------

    def new_album(self, photo_ids: Sequence[PhotoId] = ()) -> None:
        """Ask for a title and make an album, then show it."""
        self._photo_menu.new_album(photo_ids, self._show)

    def rename(self, album: Album) -> None:
        """Ask for another title."""
        from ui.dialogs.ask_title import ask_title  # not at start-up

        def take(title: str) -> None:
            if title != album.title:
                self._edits.rename(album, title)

        ask_title(self.tr("Rename the album"), album.title, self._window, take)

    def sort(self, album: Album, sorting: AlbumSorting) -> None:
        """Let its photos stand in another order."""
        if album.sorting is sorting:
            return
        albums = self._session.library.albums
        self._edits.push(
            self.tr("Order of “{}” changed.").format(album.title),
            lambda: albums.set_sorting(album.id, sorting),
            lambda: albums.set_sorting(album.id, album.sorting),
        )

    def duplicate(self, album: Album) -> None:
        """Make another album of the same photos, and show it."""
        title = self.tr("{} (copy)").format(album.title)
        self._show(self._edits.new_album(title, album.photo_ids))

    def _play(self, album: Album) -> None:
        seen = self._session.library.photos.timeline_of(album.photo_ids)
        if seen:  # they may all be hidden
            self.slideshow_asked.emit([entry.id for entry in seen])

    def _merge(self, album: Album, other_id: AlbumId) -> None:
        other = self._session.library.albums.get(other_id)
        if other is not None:
            self.merge(album, other)

    def merge(self, album: Album, other: Album) -> None:
        """Put all its photos into another album and remove it; one step to undo."""
        albums, held = self._session.library.albums, set(other.photo_ids)
        new = [photo_id for photo_id in album.photo_ids if photo_id not in held]

        def redo() -> None:
            albums.set_photos(other.id, (*other.own_order, *new))
            albums.remove(album.id)

        def undo() -> None:
            albums.put_back(album)
            albums.set_photos(other.id, other.own_order)

        sentence = self.tr("“{}” is part of “{}” now; {} were added.")
        count = messages.photos(len(new))
        self._edits.push(sentence.format(album.title, other.title, count), redo, undo)
        self.page_asked.emit(f"album:{other.id}")

    def set_cover(self, album: Album, photo_id: PhotoId) -> None:
        """Let this photo stand for the album."""
        albums = self._session.library.albums
        self._edits.push(
            self.tr("Cover of “{}” chosen.").format(album.title),
            lambda: albums.set_cover(album.id, photo_id),
            lambda: albums.set_cover(album.id, album.cover_id),
        )

    def move(self, album_id: AlbumId, before: str) -> None:
        """Let an album stand before the one of that page; "" for the end."""
        albums = self._session.library.albums
        was = [one for one, _ in albums.titles()]
        others = [one for one in was if one != album_id]
        before_id = album_of(before)
        at = others.index(before_id) if before_id in others else len(others)
        order = [*others[:at], album_id, *others[at:]]
        if order != was and album_id in was and before_id != album_id:
            self._edits.push(
                self.tr("Order of the albums changed."),
                lambda: albums.put_in_order(order),
                lambda: albums.put_in_order(was),
            )

    def take_dropped(self, photo_ids: Sequence[PhotoId], page: str) -> None:
        """Photos were dropped on the line of an album, or where a new one begins."""
        album_id = album_of(page)
        if album_id is None:
            self.new_album(photo_ids)
            return
        album = self._session.library.albums.get(album_id)
        if album is not None:
            self._photo_menu.add_to(album, photo_ids)

    def _show(self, album: Album) -> None:
        self.page_asked.emit(f"album:{album.id}")
