"""What the pages share that show what the user said of suggestions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.card import SHADOW_PX
from ui.widgets.message_panel import MessagePanel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.texts import button


class WordsPage(ScrollPage):
    """A way back to suggestions, cards, and a message where there is nothing to show.

    Signals:
        back_asked: Back to suggestions.
    """

    back_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.header.add_left(
            button(
                self.tr("‹ Suggestions"),
                self.back_asked.emit,
                style="quiet",
                name=self.tr("Back to suggestions"),
            )
        )
        self.message = MessagePanel()
        self.message.hide()
        self.column.setSpacing(16 - SHADOW_PX)

    def fill(self, *cards: QWidget) -> None:
        """Stand these below each other, and the message below them."""
        for card in cards:
            self.column.addWidget(card)
        self.column.addWidget(self.message)
        self.column.addStretch(1)

    def say_empty(self, heading: str, text: str) -> None:
        """Say this in the place of cards."""
        self.message.say(heading, text)
        self.message.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
