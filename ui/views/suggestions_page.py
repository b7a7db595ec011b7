"""Suggestions: the switch, and the proposed albums as cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.models import Decision, Suggestion
from organizer.progress import Step
from ui import messages
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.widgets.card_flow import CardFlow
from ui.widgets.dismissed_card import DismissedCard
from ui.widgets.message_panel import MessagePanel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.suggestion_card import SuggestionCard
from ui.widgets.switch_card import SwitchCard
from ui.widgets.texts import button


class SuggestionsPage(ScrollPage):
    """Says honestly how things stand: off, working, nothing found, or what is proposed.

    Signals:
        turned: The switch was moved.
        save_asked, open_asked, dismiss_asked, bring_back_asked: What is wanted, with the value.
    """

    turned = Signal(bool)
    save_asked = Signal(object)
    open_asked = Signal(object)
    dismiss_asked = Signal(object)
    bring_back_asked = Signal(object)

    def __init__(
        self, session: Session, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Suggestions"), parent)
        self._session = session
        self._thumbnails = thumbnails
        self._working = False
        self._shown: list[Suggestion] | None = None
        self._dismissed_button = button(self.tr("Show dismissed"), self._show_dismissed)
        self._dismissed_button.setCheckable(True)
        self.header.add(self._dismissed_button)
        self.switch_card = SwitchCard()
        self.switch_card.turned.connect(self.turned)
        self._message = MessagePanel()
        self.flow = CardFlow()
        for part in (self.switch_card, self._message, self.flow):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show how things stand now."""
        library = self._session.library
        on = pipeline.suggestions_are_on(library)
        photo_count = library.photos.count()
        self.switch_card.show_state(
            on=on, photo_count=photo_count, folder_count=len(library.folders.all())
        )
        suggestions = pipeline.open_suggestions(library) if on else []
        dismissed = pipeline.dismissed_suggestions(library)
        self._dismissed_button.setVisible(bool(dismissed))
        if not dismissed:
            self._dismissed_button.setChecked(False)
        self.header.set_title(
            self.tr("Suggestions"), messages.new_suggestions(len(suggestions)) if on else ""
        )
        if self._dismissed_button.isChecked():
            self._fill_dismissed(dismissed)
        else:
            self._fill(suggestions)
            self._show_message(on=on, count=len(suggestions), photo_count=photo_count)

    def set_working(self, *, working: bool) -> None:
        """Whether photos are being looked at just now."""
        self._working = working

    def begin_work(self) -> None:
        """Photos are being looked at from now on."""
        self._working = True
        self.refresh()

    def end_work(self) -> None:
        """Photos have been looked at."""
        self._working = False
        self.refresh()

    def show_step(self, step: Step) -> None:
        """How far the work is."""
        self._message.show_step(step)

    def _fill(self, suggestions: list[Suggestion]) -> None:
        if suggestions == self._shown:
            return
        self._shown = suggestions
        cards = []
        for suggestion in suggestions:
            card = SuggestionCard(suggestion, self._thumbnails)
            card.save_asked.connect(self.save_asked)
            card.open_asked.connect(self.open_asked)
            card.dismiss_asked.connect(self.dismiss_asked)
            cards.append(card)
        self.flow.show_cards(cards)

    def _fill_dismissed(self, dismissed: list[Decision]) -> None:
        self._shown = None
        cards = [DismissedCard(decision, self._thumbnails) for decision in dismissed]
        for card in cards:
            card.bring_back_asked.connect(self.bring_back_asked)
        self.flow.show_cards(cards)
        self._message.hide()

    def _show_dismissed(self) -> None:
        self.refresh()
        self.area.ensureVisible(0, 0)

    def _show_message(self, *, on: bool, count: int, photo_count: int) -> None:
        self._message.setVisible(count == 0)
        self.column.setAlignment(self._message, Qt.AlignmentFlag.AlignTop)
        if not on:
            self._message.say(*self._words_for_off())
        elif self._working:
            text = self.tr("Suggestions appear here when all photos have been looked at.")
            self._message.say(self.tr("Looking at your photos"), text, working=True)
        elif photo_count == 0:
            text = self.tr("Add a folder of photos, and albums are proposed here.")
            self._message.say(self.tr("No photos yet"), text)
        else:
            text = self.tr(
                "Homeroll proposes few albums and only when it is fairly sure. More photos, or a "
                "birthday under Privacy, give it more to go by."
            )
            self._message.say(self.tr("Nothing to propose just now"), text)

    def _words_for_off(self) -> tuple[str, str]:
        return (
            self.tr("Suggestions are off"),
            self.tr(
                "Turned on, Homeroll groups your photos by time and place, finds trips, birthdays "
                "and other occasions, and proposes a few albums, each with its reasons. You keep "
                "or dismiss them. Nothing leaves this computer."
            ),
        )
