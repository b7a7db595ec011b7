"""Makes the pages that show photos by their look: taught themes, more like this, sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.models import PhotoId, SuggestionKind, TaughtTheme
from ui import sources
from ui.looking import Looking
from ui.sources import ALIKE, SORTS, TAUGHT, TAUGHT_THEMES
from ui.views.photo_grid import PhotoGrid

if TYPE_CHECKING:
    from ui.page_maker import Parts


class LookPages(QObject):
    """A method for each page.

    Signals:
        page_asked: Another page is to be seen.
        back_asked: The page from which one came is to be seen.
    """

    page_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._thumbnails = parts.thumbnails
        self._organizing = parts.organizing
        self._consent = parts.consent
        self._edits = parts.edits
        self._themes = parts.photo_menu.teaching.themes
        parts.photo_menu.teaching.page_asked.connect(self.page_asked)

    def taught_themes(self) -> QWidget:
        """All taught themes."""
        from ui.views.taught_page import TaughtPage  # not at start-up

        page = TaughtPage(self._thumbnails, self._themes)
        page.open_asked.connect(lambda number: self._go(f"{TAUGHT}:{number}"))
        page.back_asked.connect(lambda: self._go(sources.SUGGESTIONS))
        return page

    def taught(self, connect_grid: Callable[[PhotoGrid], object]) -> QWidget:
        """One taught theme; *connect_grid* ties the keys and the menu of its grid."""
        from ui.views.taught_theme_page import TaughtThemePage  # not at start-up

        page = TaughtThemePage(self._session, self._thumbnails, self._themes, self._looking())
        for signal in (page.back_asked, page.gone):
            signal.connect(lambda: self._go(TAUGHT_THEMES))
        page.switch_asked.connect(lambda: self._go(sources.SUGGESTIONS))
        page.save_asked.connect(self._save)
        page.watched.connect(lambda watched: self._organizing.wait_with_regrouping(wait=watched))
        self._consent.changed.connect(lambda _on: page.isVisible() and page.refresh())
        connect_grid(page.grid)
        return page

    def alike(self, connect_grid: Callable[[PhotoGrid], object]) -> QWidget:
        """What is like a photo."""
        from ui.views.alike_page import AlikePage  # not at start-up

        page = AlikePage(self._session, self._thumbnails, self._looking())
        page.back_asked.connect(self.back_asked)
        page.sorts_asked.connect(lambda: self._go(SORTS))
        page.switch_asked.connect(lambda: self._go(sources.SUGGESTIONS))
        self._consent.changed.connect(lambda _on: page.isVisible() and page.refresh())
        connect_grid(page.grid)
        return page

    def sorts(self) -> QWidget:
        """Every sort of pictures."""
        from ui.views.sorts_page import SortsPage  # not at start-up

        page = SortsPage(self._session, self._thumbnails, self._looking())
        page.back_asked.connect(self.back_asked)
        page.open_asked.connect(lambda number: self._go(f"{ALIKE}:{number}:whole"))
        page.switch_asked.connect(lambda: self._go(sources.SUGGESTIONS))
        self._consent.changed.connect(lambda _on: page.isVisible() and page.refresh())
        return page

    def ask_alike(self, photo_id: PhotoId) -> None:
        """Show more like this photo."""
        self._go(f"{ALIKE}:{photo_id}")

    def _looking(self) -> Looking:
        return Looking(self._session, self._organizing, self)

    def _go(self, page: str) -> None:
        self.page_asked.emit(page)

    def _save(self, theme: TaughtTheme, photo_ids: Sequence[PhotoId]) -> None:
        """Make an album, oldest first; where one of this theme is proposed, it is that one."""
        library = self._session.library
        entries = library.photos.timeline_of(photo_ids)
        entries.sort(key=lambda entry: (entry.taken_at_s is None, entry.taken_at_s or 0, entry.id))
        ids = [entry.id for entry in entries]
        for found in pipeline.open_suggestions(library):
            if found.kind is SuggestionKind.TAUGHT and found.subject == theme.name:
                saved = self._edits.save_suggestion(found.id, title=theme.name, photo_ids=ids)
                break
        else:
            saved = self._themes.save(theme, ids)
        if saved is not None:
            self._go(f"album:{saved}")
