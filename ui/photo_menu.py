"""What can be done with photos wherever they stand: favourite, date, album."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from organizer.models import Album, AlbumId, Photo, PhotoId
from ui import messages
from ui.album_edits import AlbumEdits
from ui.date_edits import DateEdits
from ui.other_programs import OtherPrograms
from ui.photo_edits import PhotoEdits
from ui.place_words import PlaceWords
from ui.session import Session
from ui.teach_menu import TeachMenu
from ui.widgets.texts import as_shown
from ui.word_edits import WordEdits

# the menu says by so many photos whether they are favourites; what is done goes by all
MANY = 200

Act = Callable[[], object]


class PhotoMenu(QObject):
    """Makes context menus and does what is chosen in them.

    Signals:
        favourites_changed: Some photo became a favourite, or is none any more.
        told: Why nothing was done, as a sentence for the user.
    """

    favourites_changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        edits: AlbumEdits,
        dates: DateEdits,
        words: WordEdits,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._edits = edits
        self._dates = dates
        self._words = words
        self._window = window
        self.photo_edits = PhotoEdits(session, edits, window)
        self.programs = OtherPrograms(session, window)
        self.programs.told.connect(self.told)
        self.teaching = TeachMenu(session, words, window)
        self.place_words = PlaceWords(session, words, window)

    def open(
        self, photo_ids: Sequence[PhotoId], at: QPoint, more: Sequence[tuple[str, Act]] = ()
    ) -> None:
        """Open the menu of these photos; *more* is what their page can do with them."""
        menu = self.make(photo_ids, more)
        menu.exec(at)
        menu.deleteLater()

    def make(self, photo_ids: Sequence[PhotoId], more: Sequence[tuple[str, Act]] = ()) -> QMenu:
        """The menu, not yet seen: what is done with photos, their page's part, hiding, homes."""
        menu = QMenu(self._window)
        menu.addAction(messages.photos(len(photo_ids))).setEnabled(False)
        photos = self._session.library.photos.get_many(photo_ids[:MANY])
        are_all = bool(photos) and all(photo.favourite for photo in photos)
        favourite = self.tr("Not a favourite any more") if are_all else self.tr("Favourite")
        menu.addAction(favourite, lambda: self.turn_favourites(photo_ids))
        menu.addAction(self.tr("Correct the date…"), lambda: self.correct_dates(photo_ids))
        self._add_albums(menu.addMenu(self.tr("Add to album")), photo_ids)
        self.teaching.add_to(menu, photo_ids)
        hide: tuple[str, Act] = (self.tr("Hide"), lambda: self._words.hide_photos(photo_ids))
        one = self._session.library.photos.get(photo_ids[0]) if len(photo_ids) == 1 else None
        self._add_files(menu, one)
        around = self.place_words.hiding(one) if one else []
        homes = self.place_words.homes(one) if one else []
        for acts in (more, [hide, *around], homes):
            menu.addSeparator()  # none is seen where nothing follows
            for title, act in acts:
                menu.addAction(title, act)
        return menu

    def _add_files(self, menu: QMenu, one: Photo | None) -> None:
        """What is done with one photo and its file."""
        if one is None:
            return
        path = one.path
        menu.addAction(self.tr("Caption…"), lambda: self.photo_edits.ask_caption(one.id))
        menu.addAction(self.tr("Show in folder"), lambda: self.programs.show_in_folder(path))
        menu.addAction(self.tr("Copy path"), lambda: self.programs.copy_path(path))

    def open_hidden(self, photo_ids: Sequence[PhotoId], at: QPoint, show_again: Act) -> None:
        """The menu of photos that are hidden."""
        menu = QMenu(self._window)
        menu.addAction(messages.photos(len(photo_ids))).setEnabled(False)
        menu.addAction(self.tr("Show again"), show_again)
        menu.exec(at)
        menu.deleteLater()

    def open_albums(self, photo_ids: Sequence[PhotoId], at: QPoint) -> None:
        """The menu of albums to which these photos can be added."""
        menu = QMenu(self._window)
        self._add_albums(menu, photo_ids)
        menu.exec(at)
        menu.deleteLater()

    def _add_albums(self, menu: QMenu, photo_ids: Sequence[PhotoId]) -> None:
        menu.addAction(self.tr("New album…"), lambda: self.new_album(photo_ids))
        menu.addSeparator()  # none is seen where nothing follows
        for album_id, title in self._session.library.albums.titles():
            menu.addAction(as_shown(title), partial(self._add_to, album_id, photo_ids))

    def new_album(
        self, photo_ids: Sequence[PhotoId], made: Callable[[Album], object] = lambda _album: None
    ) -> None:
        """Ask for a title and make an album; *made* gets it."""
        from ui.dialogs.ask_title import ask_title  # not at start-up

        heading = self.tr("New album")
        ask_title(
            heading,
            heading,
            self._window,
            lambda title: made(self._edits.new_album(title, photo_ids)),
        )

    def correct_dates(self, photo_ids: Sequence[PhotoId]) -> None:
        """Ask when these photos were taken."""
        if not self._session.library.photos.date_span(photo_ids).count:  # gone meanwhile
            return
        from ui.dialogs.correct_dates import CorrectDatesDialog  # not at start-up

        dialog = CorrectDatesDialog(self._session, photo_ids, self._window)
        dialog.accepted.connect(lambda: self._dates.correct(dialog.choice))
        dialog.open()

    def _add_to(self, album_id: AlbumId, photo_ids: Sequence[PhotoId]) -> None:
        album = self._session.library.albums.get(album_id)
        if album is not None:
            self.add_to(album, photo_ids)

    def add_to(self, album: Album, photo_ids: Sequence[PhotoId]) -> None:
        """Put photos at the end of an album; those that are in it stay where they are."""
        held = set(album.photo_ids)
        new = [photo_id for photo_id in photo_ids if photo_id not in held]
        sentence = self.tr("{} added to “{}”.").format(messages.photos(len(new)), album.title)
        if new:
            self._edits.set_photos(album, (*album.own_order, *new), sentence)
        else:
            self.told.emit(self.tr("“{}” has these photos already.").format(album.title))

    def turn_favourites(self, photo_ids: Sequence[PhotoId]) -> None:
        """Make all of them favourites; if they all are, none of them."""
        library = self._session.library
        photos = library.photos.get_many(photo_ids)
        wanted = not all(photo.favourite for photo in photos)
        with library.transaction():
            for photo in photos:
                library.photos.set_favourite(photo.id, wanted)
        self.favourites_changed.emit()
