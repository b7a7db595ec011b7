"""Makes the pages and ties their wishes to what fulfils them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.models import Decision, PhotoId, Suggestion
from organizer.paths import pictures_folder
from organizer.pipeline.speaking import choose_language
from organizer.pipeline.starting_over import EVERYTHING
from ui import messages, sources
from ui.album_acts import AlbumActs
from ui.album_edits import AlbumEdits
from ui.consent import Consent
from ui.copies import Copies
from ui.leaving_out import LeavingOut
from ui.look_alikes import LookAlikes
from ui.look_pages import LookPages
from ui.organizing import Organizing
from ui.photo_menu import PhotoMenu
from ui.place_names import PlaceNames
from ui.place_pages import PlacePages
from ui.said_pages import SaidPages
from ui.searching import Searching
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.views.photos_page import PhotosPage
from ui.views.timeline_page import TimelinePage
from ui.wishes import to_put_back, to_speak_anew
from ui.word_edits import WordEdits


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What pages are made of; made once, handed over."""

    session: Session
    thumbnails: Thumbnails
    places: PlaceNames
    organizing: Organizing
    consent: Consent
    edits: AlbumEdits
    words: WordEdits
    photo_menu: PhotoMenu
    album_acts: AlbumActs


class PageMaker(QObject):
    """A method for each page, and signals for what pages want of the window.

    Signals:
        viewer_asked: A grid and the index of the photo in it that is to be seen large.
        page_asked: Another page is to be seen.
        export_asked: An album is to be exported.
        folder_asked, pictures_asked: A folder is to be chosen; the Pictures folder is to be added.
        wished: This wish is to be fulfilled, and a new window opened.
        told: Something to tell the user.
        back_asked: The page from which one came is to be seen.
    """

    viewer_asked = Signal(object, int)
    page_asked = Signal(str)
    export_asked = Signal(object)
    folder_asked = Signal()
    pictures_asked = Signal()
    wished = Signal(object)
    told = Signal(str)
    back_asked = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.said = SaidPages(
            parts.session, parts.thumbnails, parts.places, parts.words, parts.photo_menu, self
        )
        self.said.page_asked.connect(self.page_asked)
        self.said.told.connect(self.told)
        self.looks = LookPages(parts, self)
        self.looks.page_asked.connect(self.page_asked)
        self.looks.back_asked.connect(self.back_asked)
        self.look_alikes = LookAlikes(parts, self)
        self.look_alikes.page_asked.connect(self.page_asked)
        self.look_alikes.told.connect(self.told)
        self.places = PlacePages(parts, self)
        self.places.page_asked.connect(self.page_asked)
        self.leaving_out = LeavingOut(parts.session, parts.organizing, self)
        self.leaving_out.told.connect(self.told)
        self.copies = Copies(parts.session, self)
        self.copies.told.connect(self.told)
        self.copies.put_back_asked.connect(lambda copy: self.wished.emit(to_put_back(copy)))

    def make(self, kind: str) -> QWidget:
        """The page of this kind."""
        makers = {
            sources.PHOTOS: self._photos,
            sources.FIRST_START: self._first_start,
            sources.SUGGESTIONS: self._suggestions,
            sources.PROBLEMS: self._problems,
            sources.PRIVACY: self._privacy,
            sources.ABOUT: self._about,
            sources.PROMISES: self._promises,
            sources.DATES: self.said.dates,
            sources.HOMES: self.said.homes,
            sources.RULES: self.said.rules,
            sources.HIDDEN: lambda: self.said.hidden(self._connect_keys),
            sources.TAUGHT_THEMES: self.looks.taught_themes,
            sources.TAUGHT: lambda: self.looks.taught(self._connect_grid),
            sources.ALIKE: lambda: self.looks.alike(self._connect_grid),
            sources.SORTS: self.looks.sorts,
            sources.PLACES: self.places.places,
            sources.HERE: lambda: self.places.here(self._connect_grid),
            sources.LOOK_ALIKES: self.look_alikes.make,
            "suggestion": self._suggestion,
            "album": self._album,
            "folder": self._folder,
        }
        return makers[kind]()

    def _first_start(self) -> QWidget:
        from ui.views.first_start_page import FirstStartPage  # not at start-up

        page = FirstStartPage(has_pictures=pictures_folder().is_dir())
        page.add_asked.connect(self.folder_asked)
        page.pictures_asked.connect(self.pictures_asked)
        page.answered.connect(self._answer)
        page.question.setVisible(not self._parts.consent.was_asked)
        self._parts.consent.changed.connect(lambda _on: page.question.hide())
        return page

    def _photos(self) -> QWidget:
        parts = self._parts
        searching = Searching(parts.session, self)
        parts.words.changed.connect(searching.forget)
        parts.consent.changed.connect(searching.forget)
        parts.photo_menu.favourites_changed.connect(searching.forget)
        page = PhotosPage(parts.session, parts.thumbnails, parts.places, searching)
        page.add_folder_asked.connect(self.folder_asked)
        parts.consent.changed.connect(page.forget_titles)
        self._connect_reading(page)
        self._connect_grid(page.grid)
        if not parts.consent.was_asked:
            question = page.ask_for_consent()
            question.answered.connect(self._answer)
            parts.consent.changed.connect(lambda _on: question.hide())
        return page

    def _folder(self) -> QWidget:
        from ui.views.folder_page import FolderPage  # not at start-up

        parts = self._parts
        page = FolderPage(parts.session, parts.thumbnails, parts.places)
        page.gone.connect(lambda: self.page_asked.emit(sources.PHOTOS))
        page.gone.connect(parts.organizing.start)  # what was worked out of its photos goes now
        page.moved.connect(parts.organizing.start)
        page.leave_out_asked.connect(lambda path: self.leaving_out.choose_folder(page, path))
        self._connect_reading(page)
        self._connect_grid(page.grid)
        return page

    def _suggestions(self) -> QWidget:
        from ui.views.suggestions_page import SuggestionsPage  # not at start-up

        parts = self._parts
        page = SuggestionsPage(parts.session, parts.thumbnails)
        page.turned.connect(self._turn)
        parts.consent.changed.connect(page.refresh)
        page.save_asked.connect(self._save)
        page.dismiss_asked.connect(self._dismiss)
        page.bring_back_asked.connect(self._bring_back)
        page.open_asked.connect(lambda found: self.page_asked.emit(f"suggestion:{found.id}"))
        page.menu_asked.connect(self.said.open_card_menu)
        page.page_asked.connect(self.page_asked)
        parts.organizing.began.connect(page.begin_work)
        parts.organizing.ended.connect(page.end_work)
        parts.organizing.stepped.connect(page.show_step)
        page.set_working(working=parts.organizing.is_running)
        return page

    def _suggestion(self) -> QWidget:
        from ui.suggestion_edits import SuggestionEdits  # not at start-up
        from ui.views.suggestion_page import SuggestionPage

        parts = self._parts
        edits = SuggestionEdits(parts.session, parts.words, self)
        page = SuggestionPage(parts.session, parts.thumbnails, parts.places, edits)
        page.back_asked.connect(lambda: self.page_asked.emit(sources.SUGGESTIONS))
        page.gone.connect(lambda: self.page_asked.emit(sources.SUGGESTIONS))
        page.save_asked.connect(self._save_as)
        page.parts_asked.connect(self._save_parts)
        page.dismiss_asked.connect(self._dismiss_opened)
        page.menu_asked.connect(
            lambda at, acts: parts.photo_menu.open(page.grid.chosen_or_current(), at, acts)
        )
        page.hidden_asked.connect(lambda: self.page_asked.emit(sources.HIDDEN))
        page.shelf.opened.connect(lambda index: self.viewer_asked.emit(page.shelf.grid, index))
        self._connect_keys(page.grid)
        return page

    def _album(self) -> QWidget:
        from ui.views.album_page import AlbumPage  # not at start-up

        parts = self._parts
        page = AlbumPage(parts.session, parts.thumbnails, parts.edits, parts.album_acts)
        page.export_asked.connect(self.export_asked)
        page.gone.connect(lambda: self.page_asked.emit(sources.PHOTOS))
        self._connect_keys(page.grid)
        page.grid.menu_asked.connect(
            lambda at: parts.photo_menu.open(
                ids := page.grid.chosen_or_current(), at, page.acts_on(ids)
            )
        )
        return page

    def _try_again(self, photo_ids: list[PhotoId] | None) -> None:
        count = pipeline.try_problems_again(self._parts.session.library, photo_ids)
        self._parts.organizing.start()
        self.told.emit(messages.tried_again(count) if count else self.tr("Looking again."))

    def _problems(self) -> QWidget:
        from ui.views.problems_page import ProblemsPage  # not at start-up

        page = ProblemsPage(self._parts.session)
        page.again_asked.connect(self._try_again)
        page.told.connect(self.told)
        return page

    def _privacy(self) -> QWidget:
        from ui.views.privacy_page import PrivacyPage  # not at start-up

        page = PrivacyPage(self._parts.session, self.leaving_out, self.copies)
        page.turned.connect(self._turn)
        consent = self._parts.consent
        page.said.connect(
            lambda may, folder_id, on: (consent.allow if on else consent.withdraw)([may], folder_id)
        )
        page.answered.connect(consent.answer_for_folder)
        page.erase_card.forget_asked.connect(consent.ask_to_forget)
        page.erase_card.everything_asked.connect(lambda: consent.ask_to_erase(EVERYTHING))
        page.dates_asked.connect(lambda: self.page_asked.emit(sources.DATES))
        page.language_card.chosen.connect(self._speak)
        self._parts.consent.changed.connect(page.refresh)
        return page

    def _speak(self, language: str) -> None:
        choose_language(self._parts.session.library, language)
        self.wished.emit(to_speak_anew)

    def _about(self) -> QWidget:
        from ui.views.about_page import AboutPage  # not at start-up

        page = AboutPage(self._parts.session)
        page.told.connect(self.told)
        page.refused.connect(self._parts.session.failed)
        page.privacy_asked.connect(lambda: self.page_asked.emit(sources.PRIVACY))
        page.promises_asked.connect(lambda: self.page_asked.emit(sources.PROMISES))
        return page

    def _promises(self) -> QWidget:
        from ui.views.promises_page import PromisesPage  # not at start-up

        page = PromisesPage(self._parts.session)
        page.privacy_asked.connect(lambda: self.page_asked.emit(sources.PRIVACY))
        return page

    # -- wishes -----------------------------------------------------------------------------------

    def _connect_grid(self, grid: PhotoGrid) -> None:
        grid.menu_asked.connect(lambda at: self._open_menu(grid, at))
        self._connect_keys(grid)

    def _connect_reading(self, page: TimelinePage) -> None:
        """A page without photos says whether some may still come."""
        organizing = self._parts.organizing
        page.is_reading = lambda: organizing.is_running
        organizing.began.connect(page.show_what_is_there)
        organizing.ended.connect(page.show_what_is_there)

    def _connect_keys(self, grid: PhotoGrid) -> None:
        menu = self._parts.photo_menu
        grid.opened.connect(lambda index: self.viewer_asked.emit(grid, index))
        grid.favoured.connect(lambda _id: menu.turn_favourites(grid.chosen_or_current()))
        grid.date_asked.connect(lambda: menu.correct_dates(grid.chosen_or_current()))
        grid.alike_asked.connect(self.looks.ask_alike)

    def _open_menu(self, grid: PhotoGrid, at: QPoint) -> None:
        self._parts.photo_menu.open(grid.chosen_or_current(), at)

    def _answer(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._parts.consent.answer(on=on)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._parts.consent.turn(on=on)

    def _save(self, suggestion: Suggestion) -> None:
        self._parts.edits.save_suggestion(suggestion.id, title=suggestion.title)

    def _save_as(self, suggestion: Suggestion, title: str, ids: tuple[PhotoId, ...]) -> None:
        album_id = self._parts.edits.save_suggestion(suggestion.id, title=title, photo_ids=ids)
        if album_id is not None:
            self.page_asked.emit(f"album:{album_id}")

    def _save_parts(self, suggestion: Suggestion, parts: list[tuple[PhotoId, ...]]) -> None:
        if albums := self._parts.edits.save_parts(suggestion.id, parts):
            self.page_asked.emit(f"album:{albums[0]}")

    def _dismiss(self, suggestion: Suggestion) -> None:
        self._parts.edits.dismiss_suggestion(suggestion.id, title=suggestion.title)

    def _dismiss_opened(self, suggestion: Suggestion) -> None:
        self._dismiss(suggestion)
        self.page_asked.emit(sources.SUGGESTIONS)

    def _bring_back(self, decision: Decision) -> None:
        self._parts.edits.bring_back_suggestion(decision.suggestion_id, title=decision.title)
