"""Makes the pages that show what the user said of suggestions, and take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from organizer.models import Suggestion
from ui import sources
from ui.photo_menu import PhotoMenu
from ui.place_names import PlaceNames
from ui.session import Session
from ui.suggestion_menu import SuggestionMenu
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.word_edits import WordEdits


class SaidPages(QObject):
    """A method for each page.

    Signals:
        page_asked: Another page is to be seen.
        told: Something to tell the user.
    """

    page_asked = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        words: WordEdits,
        photo_menu: PhotoMenu,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._places = places
        self._words = words
        self._photo_menu = photo_menu
        self.card_menu = SuggestionMenu(session, words, self)

    def dates(self) -> QWidget:
        """Dates to remember."""
        from ui.views.dates_page import DatesPage  # not at start-up

        page = DatesPage(self._session, self._words)
        page.back_asked.connect(self._back)
        return page

    def homes(self) -> QWidget:
        """Homes, and places that are none."""
        from ui.views.homes_page import HomesPage  # not at start-up

        page = HomesPage(self._session, self._words)
        page.back_asked.connect(self._back)
        return page

    def rules(self) -> QWidget:
        """Rules and changed events."""
        from ui.views.rules_page import RulesPage  # not at start-up

        page = RulesPage(self._session, self._thumbnails, self._words)
        page.back_asked.connect(self._back)
        return page

    def hidden(self, connect_keys: Callable[[PhotoGrid], object]) -> QWidget:
        """What is hidden; *connect_keys* ties the keys of its grid to what they do."""
        from ui.views.hidden_page import HiddenPage  # not at start-up

        page = HiddenPage(self._session, self._thumbnails, self._places, self._words)
        page.back_asked.connect(self._back)
        page.rules_asked.connect(lambda: self.page_asked.emit(sources.RULES))
        page.told.connect(self.told)
        page.grid.shows_hidden = True
        connect_keys(page.grid)

        def open_menu(at: QPoint) -> None:
            chosen = page.grid.chosen_or_current()
            self._photo_menu.open_hidden(chosen, at, lambda: page.show_photos(chosen))

        page.menu_asked.connect(open_menu)
        return page

    def open_card_menu(self, suggestion: Suggestion, at: QPoint, asker: QWidget) -> None:
        """What can be said of a suggestion if it is not right."""
        self.card_menu.open(suggestion, at, asker)

    def _back(self) -> None:
        self.page_asked.emit(sources.SUGGESTIONS)
