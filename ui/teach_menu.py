"""What the menu of photos offers by their look: a theme to teach, and more like this."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from organizer.models import PhotoId, TaughtTheme
from organizer.pipeline.teaching import MIN_EXAMPLES
from ui import sources
from ui.session import Session
from ui.theme_edits import ThemeEdits
from ui.widgets.texts import as_shown
from ui.word_edits import WordEdits


class TeachMenu(QObject):
    """Adds its entries to a menu and does what is chosen.

    Signals:
        page_asked: Another page is to be seen.
    """

    page_asked = Signal(str)

    def __init__(self, session: Session, words: WordEdits, window: QWidget) -> None:
        super().__init__(window)
        self.themes = ThemeEdits(session, words, self)
        self._window = window

    def add_to(self, menu: QMenu, photo_ids: Sequence[PhotoId]) -> None:
        """Add what can be done with these photos."""
        if len(photo_ids) == 1:
            menu.addAction(self.tr("More like this"), partial(self.ask_alike, photo_ids[0]))
        teach = menu.addAction(self.tr("Teach a theme…"), partial(self.ask_name, photo_ids))
        if len(photo_ids) < MIN_EXAMPLES:
            teach.setText(self.tr("Teach a theme: select 5 or more photos that show it"))
            teach.setEnabled(False)
        if themes := self.themes.all():
            below = menu.addMenu(self.tr("Add to theme"))
            for theme in themes:
                name = as_shown(theme.name)
                below.addAction(name, partial(self.add_examples, theme, photo_ids))

    def ask_alike(self, photo_id: PhotoId) -> None:
        """Show more like this photo."""
        self.page_asked.emit(f"{sources.ALIKE}:{photo_id}")

    def ask_name(self, photo_ids: Sequence[PhotoId]) -> None:
        """Ask how the theme is called, and teach it."""
        from ui.dialogs.ask_title import ask_title  # not at start-up

        heading = self.tr("What do these photos show?")
        ask_title(heading, "", self._window, partial(self.teach, photo_ids))

    def teach(self, photo_ids: Sequence[PhotoId], name: str) -> None:
        """Teach a theme and show its page."""
        theme_id = self.themes.teach(name, photo_ids)
        if theme_id is not None:
            self.page_asked.emit(f"{sources.TAUGHT}:{theme_id}")

    def add_examples(self, theme: TaughtTheme, photo_ids: Sequence[PhotoId]) -> None:
        """Say that these photos show the theme too."""
        self.themes.answer(theme, photo_ids, shows=True)
