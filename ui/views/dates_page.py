"""Dates to remember: birthdays and other days that come back every year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.views.words_page import WordsPage
from ui.widgets.dates_card import DatesCard
from ui.word_edits import WordEdits


class DatesPage(WordsPage):
    """One card; everything in it can be undone."""

    def __init__(self, session: Session, words: WordEdits, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dates to remember"), parent)
        self._session = session
        self.card = DatesCard(session)
        self.card.remember_asked.connect(lambda new, old: words.remember(new, instead_of=old))
        self.card.forget_asked.connect(words.forget_date)
        self.fill(self.card)

    def refresh(self) -> None:
        """Show what is remembered now."""
        self.card.refresh()
        if self._session.library.dates.all():
            self.message.hide()
            return
        self.say_empty(
            self.tr("No dates yet"),
            self.tr(
                "Add a birthday, and Homeroll finds its photos of every year and proposes an "
                "album of each. Weddings, memorial days and holidays of your own work the same."
            ),
        )
