"""Every sort of pictures in the library as a card, the largest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import Seen
from ui import messages
from ui.looking import Looking
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.widgets.card_flow import CardFlow
from ui.widgets.collage import three_of
from ui.widgets.collage_card import CollageCard
from ui.widgets.off_note import OffNote
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.texts import button

if TYPE_CHECKING:
    from organizer.pipeline.alike import Sort

TYPICAL = 12  # the photos of a card are chosen among so many of the most typical


class SortsPage(ScrollPage):
    """Sorts have no names: their pictures say what they are.

    Signals:
        open_asked: A sort is to be seen, with the id of its most typical photo.
        back_asked, switch_asked: Another page is wanted.
    """

    open_asked = Signal(int)
    back_asked = Signal()
    switch_asked = Signal()

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        looking: Looking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Sorts of pictures"), parent)
        self._session = session
        self._thumbnails = thumbnails
        self._looking = looking
        self._shown: list[Sort] | None = None
        looking.answered.connect(self._take)
        looking.refused.connect(lambda _error: self.refresh())
        self.header.add_left(button(self.tr("‹ Back"), self.back_asked.emit, style="quiet"))
        self.note = OffNote()
        self.note.switch_asked.connect(self.switch_asked)
        self.flow = CardFlow()
        self.column.addWidget(self.note)
        self.column.addWidget(self.flow)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the sorts as they are now."""
        if not pipeline.suggestions_are_on(self._session.library):
            self._looking.forget()
            self._fill([])
            self.note.say_off(
                self.tr("To sort pictures by what they show, Homeroll has to look at them.")
            )
            return
        if not self._shown:
            self._fill([])
            self.note.say(self.tr("Sorting pictures"), "", working=True)
        self._looking.ask(_find)

    def _take(self, found: list[Sort]) -> None:
        self._fill(found)
        if not found:
            text = self.tr("Sorts are made when all photos have been looked at.")
            self.note.say(self.tr("No sorts of pictures yet"), text)

    def _fill(self, found: list[Sort]) -> None:
        self.note.setVisible(not found)
        self.flow.setVisible(bool(found))
        self.header.set_title(
            self.tr("Sorts of pictures"), messages.number(len(found)) if found else ""
        )
        if found != self._shown:
            self._shown = found
            self.flow.show_cards([self._card(sort) for sort in found])

    def _card(self, sort: Sort) -> CollageCard:
        first = sort.photo_ids[0]
        shown = three_of(first, sort.photo_ids[:TYPICAL])
        title = messages.photos(len(sort.photo_ids))
        card = CollageCard(self._thumbnails, shown, title, _years(sort))
        card.open_asked.connect(partial(self.open_asked.emit, first))
        return card

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what photos look like."""
        super().hideEvent(event)
        self._looking.forget()


def _find(library: Library, seen: Seen) -> object:
    from organizer.pipeline import alike  # brings numpy: not at start-up

    return alike.find_sorts(library, seen)


def _years(sort: Sort) -> str:
    if sort.first_year is None or sort.last_year is None:
        return messages.no_date()
    return messages.years(sort.first_year, sort.last_year)
