"""Settings and privacy: the switch, the network, what is kept, left out and copied."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.models import LedgerEntry
from organizer.models import Signal as May
from organizer.pipeline import receipts
from ui import messages
from ui.copies import Copies
from ui.core_words import capitalized, in_own_words
from ui.leaving_out import LeavingOut
from ui.session import Session
from ui.widgets.card import SHADOW_PX
from ui.widgets.copies_card import CopiesCard
from ui.widgets.erase_card import EraseCard
from ui.widgets.kept_card import KeptCard
from ui.widgets.language_card import LanguageCard
from ui.widgets.left_out_card import LeftOutCard
from ui.widgets.network_card import NetworkCard
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_card import SectionCard
from ui.widgets.signals_card import SignalsCard
from ui.widgets.switch_card import SwitchCard
from ui.widgets.texts import button, label

LEDGER_LINES = 20


class PrivacyPage(ScrollPage):
    """Cards, one below the other.

    Signals:
        turned: The switch was moved.
        said: A signal, a folder or None, and whether it may be worked out.
        answered: For a new folder: its id, and yes or no.
        dates_asked: The page of dates to remember is wanted.
    """

    turned = Signal(bool)
    said = Signal(object, object, bool)
    answered = Signal(object, bool)
    dates_asked = Signal()

    def __init__(
        self,
        session: Session,
        leaving_out: LeavingOut,
        copies: Copies,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Settings and privacy"), parent)
        self._session = session
        self._copies = copies
        self.switch_card = SwitchCard()
        self.switch_card.turned.connect(self.turned)
        self.signals_card = SignalsCard()
        self.signals_card.said.connect(self.said)
        self.signals_card.answered.connect(self.answered)
        self.erase_card = EraseCard()
        self.network_card = NetworkCard(session)
        self.language_card = LanguageCard(session)
        self.kept_card = KeptCard()
        self.dates_card = self._dates_card()
        self.left_out_card = LeftOutCard(session, leaving_out)
        self.copies_card = CopiesCard(session, copies)
        self.ledger_card = SectionCard(self.tr("What was decided, and when"))
        self.save_ledger = button(self.tr("Save this list…"), self._ask_where_to_save)
        self.ledger_card.add_buttons(self.save_ledger)
        for card in (
            self.switch_card,
            self.signals_card,
            self.network_card,
            self.language_card,
            self.kept_card,
            self.left_out_card,
            self.copies_card,
            self.erase_card,
            self.dates_card,
            self.ledger_card,
        ):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.column.setSpacing(16 - SHADOW_PX)

    def refresh(self) -> None:
        """Show how things stand now."""
        library = self._session.library
        self._show_switch()
        self.signals_card.refresh(library)
        self.network_card.refresh()
        self.language_card.refresh()
        self.kept_card.show_items(pipeline.kept_items(library), pipeline.free_room_note(library))
        self.left_out_card.refresh()
        self.copies_card.refresh()
        self._show_ledger(library.ledger.all())

    def _show_switch(self) -> None:
        """Say how much is looked at: folders with a no are not."""
        library = self._session.library
        folders = library.folders.all()
        looked_at = [one for one in folders if library.gate.is_open(May.GROUPING, one.id)]
        photos = library.photos.count()
        if len(looked_at) < len(folders):
            photos = min(photos, sum(one.photo_count for one in looked_at))
        self.switch_card.show_state(
            on=pipeline.suggestions_are_on(library),
            photo_count=photos,
            folder_count=len(looked_at),
        )

    def _dates_card(self) -> SectionCard:
        """Only the way to them: they have a page of their own."""
        hint = self.tr("Birthdays and other days that find their photos every year.")
        card = SectionCard(self.tr("Dates to remember"), hint)
        card.add_buttons(button(self.tr("Show the dates"), self.dates_asked.emit))
        return card

    def _ask_where_to_save(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        name = f"Homeroll {datetime.now():%Y-%m-%d %H.%M}.txt"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save this list"),
            str(Path(QStandardPaths.writableLocation(documents)) / name),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        if chosen:
            self.save_ledger_as(Path(chosen))

    def save_ledger_as(self, file: Path) -> None:
        """Save all that was decided, with every receipt, to a file that is not there yet."""
        library = self._session.library
        lines = [
            f"{messages.short_moment(entry.at)} · {capitalized(in_own_words(entry.action))}\n"
            f"{in_own_words(entry.detail)}\n"
            for entry in library.ledger.all()
        ]
        try:
            place = receipts.save_text(
                "\n".join(lines), file, not_below=receipts.photo_folders(library)
            )
        except OrganizerError as error:
            self._copies.told.emit(in_own_words(str(error)))
        else:
            self._copies.told.emit(self.tr("Saved as “{}”.").format(place))

    def _show_ledger(self, entries: list[LedgerEntry]) -> None:
        self.ledger_card.clear()
        self.save_ledger.setVisible(bool(entries))
        for entry in entries[:LEDGER_LINES]:
            line = f"{messages.short_moment(entry.at)} · {capitalized(in_own_words(entry.action))}"
            self.ledger_card.add(label(line, wrap=True))
            if entry.detail:
                self.ledger_card.add(label(in_own_words(entry.detail), "smallSoft", wrap=True))
        if not entries:
            self.ledger_card.add(label(self.tr("Nothing yet."), "soft"))
