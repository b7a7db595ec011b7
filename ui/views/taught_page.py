"""All taught themes as cards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.models import TaughtTheme
from ui import messages
from ui.theme_edits import ThemeEdits
from ui.thumbnails import Thumbnails
from ui.widgets.card_flow import CardFlow
from ui.widgets.collage import three_of
from ui.widgets.collage_card import CollageCard
from ui.widgets.message_panel import MessagePanel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.texts import button


class TaughtPage(ScrollPage):
    """Where there is none, it says how one is taught.

    Signals:
        open_asked: A theme is to be seen, with its number.
        back_asked: Suggestions are wanted.
    """

    open_asked = Signal(int)
    back_asked = Signal()

    def __init__(
        self, thumbnails: Thumbnails, edits: ThemeEdits, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Taught themes"), parent)
        self._thumbnails = thumbnails
        self._edits = edits
        back = button(self.tr("‹ Suggestions"), self.back_asked.emit, style="quiet")
        self.header.add_left(back)
        self._message = MessagePanel()
        self._message.say(
            self.tr("Teach Homeroll what to look for"),
            self.tr(
                "Select 5 or more photos that show the same, such as a pet, a plant or a place, "
                "and choose “Teach a theme…” in their menu. Homeroll ranks all other photos by "
                "how surely they show it, and each yes and no makes it better."
            ),
        )
        self.flow = CardFlow()
        self.column.addWidget(self._message)
        self.column.addWidget(self.flow)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the themes as they are now."""
        themes = self._edits.all()
        count = messages.number(len(themes)) if themes else ""
        self.header.set_title(self.tr("Taught themes"), count)
        self._message.setVisible(not themes)
        self.flow.setVisible(bool(themes))
        self.flow.show_cards([self._card(theme) for theme in themes])

    def _card(self, theme: TaughtTheme) -> CollageCard:
        photo_ids = self._edits.examples_to_be_seen(theme)
        shown = three_of(photo_ids[0], photo_ids) if photo_ids else []
        parts = [messages.examples(len(photo_ids))]
        if theme.not_shown:
            parts.append(self.tr("{} not this").format(messages.number(len(theme.not_shown))))
        card = CollageCard(self._thumbnails, shown, theme.name, " · ".join(parts))
        card.open_asked.connect(partial(self.open_asked.emit, theme.id))
        return card
