"""Suggestions: the switch, and the proposed albums as cards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from organizer import pipeline
from organizer.models import Decision, Suggestion
from organizer.progress import Step
from ui import messages, sources
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.widgets.card_flow import CardFlow
from ui.widgets.dismissed_card import DismissedCard
from ui.widgets.message_panel import MessagePanel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.suggestion_card import SuggestionCard
from ui.widgets.switch_card import SwitchCard
from ui.widgets.texts import button, in_the_middle

# whole rows of one, two, three or four
CARDS_AT_A_TIME = 12
# making a dozen holds the event loop up for 90 ms
MADE_IN_ONE_TURN = 4


class SuggestionsPage(ScrollPage):
    """Says honestly how things stand: off, working, nothing found, or what is proposed.

    Signals:
        turned: The switch was moved.
        save_asked, open_asked, dismiss_asked, bring_back_asked: What is wanted, with the value.
        menu_asked: The menu of a suggestion is wanted at a global point, by this card.
        page_asked: One of the pages with what the user said is wanted.
    """

    turned = Signal(bool)
    save_asked = Signal(object)
    open_asked = Signal(object)
    dismiss_asked = Signal(object)
    bring_back_asked = Signal(object)
    menu_asked = Signal(object, QPoint, object)
    page_asked = Signal(str)

    def __init__(
        self, session: Session, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Suggestions"), parent)
        self._session = session
        self._thumbnails = thumbnails
        self._working = self._shows_dismissed = False
        self._shown: list[Suggestion] | None = None
        self._room = CARDS_AT_A_TIME
        self._make_header()
        self.switch_card = SwitchCard()
        self.switch_card.turned.connect(self.turned)
        self._message = MessagePanel()
        self.flow = CardFlow()
        self.more_button = button(self.tr("Show more"), self.show_more)
        for part in (self.switch_card, self._message, self.flow):
            self.column.addWidget(part)
        self.column.addLayout(in_the_middle(self.more_button))
        self.column.addStretch(1)

    def _make_header(self) -> None:
        self.back_button = button(self.tr("‹ Suggestions"), self.show_open, style="quiet")
        self.back_button.hide()
        self.header.add_left(self.back_button)
        self.menu_button = button(self.tr("More"), self._open_menu, style="quiet")
        self.header.add(self.menu_button)
        self.menu = QMenu(self)
        self._hidden_action = QAction(self)
        for title, page in (
            (self.tr("Dates to remember"), sources.DATES),
            (self.tr("Homes"), sources.HOMES),
            (self.tr("Rules"), sources.RULES),
            (self.tr("Taught themes"), sources.TAUGHT_THEMES),
            (self.tr("Sorts of pictures"), sources.SORTS),
            (self.tr("Hidden photos"), sources.HIDDEN),
        ):
            made = self.menu.addAction(title, partial(self.page_asked.emit, page))
            if page == sources.HIDDEN:
                self._hidden_action = made
        self.menu.addSeparator()
        self.dismissed_action = self.menu.addAction(self.tr("Show dismissed"), self.show_dismissed)

    def _open_menu(self) -> None:
        self._hidden_action.setVisible(sources.something_is_hidden(self._session.library))
        self.menu.adjustSize()
        below = QPoint(self.menu_button.width() - self.menu.sizeHint().width(), 0)
        self.menu.popup(self.menu_button.mapToGlobal(below + QPoint(0, 36)))

    def refresh(self) -> None:
        """Show how things stand now."""
        library = self._session.library
        on = pipeline.suggestions_are_on(library)
        photo_count = library.photos.count()
        self.switch_card.show_state(
            on=on, photo_count=photo_count, folder_count=len(library.folders.ids())
        )
        suggestions = pipeline.open_suggestions(library) if on else []
        dismissed = pipeline.dismissed_suggestions(library)
        self._shows_dismissed = self._shows_dismissed and bool(dismissed)
        self.dismissed_action.setVisible(bool(dismissed) and not self._shows_dismissed)
        self.back_button.setVisible(self._shows_dismissed)
        self.switch_card.setVisible(not self._shows_dismissed)
        if self._shows_dismissed:
            self.header.set_title(self.tr("Dismissed"), messages.number(len(dismissed)))
            self._fill_dismissed(dismissed)
            return
        new = messages.new_suggestions(len(suggestions)) if on else ""
        self.header.set_title(self.tr("Suggestions"), new)
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

    # -- cards ------------------------------------------------------------------------------------

    def _fill(self, suggestions: list[Suggestion]) -> None:
        self.more_button.setVisible(len(suggestions) > self._room)
        if suggestions == self._shown:
            return
        self._shown = suggestions
        self._make_cards()

    def _make_cards(self) -> None:
        """Those that are there, and a few that are not yet; the others in the next turns."""
        shown = self._shown
        if shown is None:  # what was dismissed is seen meanwhile
            return
        there = {
            card.suggestion.id: card
            for card in self.flow.cards
            if isinstance(card, SuggestionCard) and card.suggestion in shown
        }
        some = shown[: self._room]
        missing = [one for one in some if one.id not in there]
        there |= {one.id: self._card(one) for one in missing[:MADE_IN_ONE_TURN]}
        self.flow.show_cards([there[one.id] for one in some if one.id in there])
        if missing[MADE_IN_ONE_TURN:]:
            QTimer.singleShot(0, self, self._make_cards)

    def _card(self, suggestion: Suggestion) -> SuggestionCard:
        card = SuggestionCard(suggestion, self._thumbnails)
        card.save_asked.connect(self.save_asked)
        card.open_asked.connect(self.open_asked)
        card.dismiss_asked.connect(self.dismiss_asked)
        card.menu_asked.connect(lambda found, at: self.menu_asked.emit(found, at, card))
        return card

    def show_more(self) -> None:
        """Show some more cards, and stand on the first of them."""
        first = self._room
        self._room += CARDS_AT_A_TIME
        self._make_cards()
        self.more_button.setVisible(len(self._shown or ()) > self._room)
        if len(self.flow.cards) > first:
            self._stand_on(self.flow.cards[first].save)

    def _stand_on(self, act: QWidget) -> None:
        act.setFocus(Qt.FocusReason.TabFocusReason)
        # once it is laid out
        QTimer.singleShot(0, act, lambda: self.area.ensureWidgetVisible(act))

    def _fill_dismissed(self, dismissed: list[Decision]) -> None:
        self._shown = None
        self.more_button.hide()
        cards = [DismissedCard(decision, self._thumbnails) for decision in dismissed]
        for card in cards:
            card.bring_back_asked.connect(self.bring_back_asked)
        self.flow.show_cards(cards)
        self._message.hide()

    def show_dismissed(self) -> None:
        """Show what was dismissed in the place of what is proposed."""
        self._shows_dismissed = True
        self._turn_over()

    def show_open(self) -> None:
        """Show what is proposed again."""
        self._shows_dismissed = False
        self._turn_over()

    def _turn_over(self) -> None:
        self.refresh()
        self.area.ensureVisible(0, 0)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from what was dismissed."""
        if event.key() == Qt.Key.Key_Escape and self._shows_dismissed:
            self.show_open()
        else:
            super().keyPressEvent(event)

    # -- where there is nothing -------------------------------------------------------------------

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
                "birthday under More, give it more to go by."
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
