"""Ways to have things erased beyond the switch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button


class EraseCard(SectionCard):
    """Two buttons; each tells first what would go.

    Signals:
        forget_asked: What the user said is to be forgotten.
        everything_asked: Everything is to be erased.
    """

    forget_asked = Signal()
    everything_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = EraseCard.tr(
            "What you said, such as rules, homes, dates and taught themes, can be forgotten on its "
            "own. Or Homeroll starts over as on the first day: albums and stars go too. Your "
            "photos stay as they are."
        )
        super().__init__(EraseCard.tr("Erase and forget"), hint, parent)
        self.forget = button(self.tr("Forget what I said…"), self.forget_asked.emit)
        self.everything = button(
            self.tr("Erase everything Homeroll knows…"), self.everything_asked.emit
        )
        self.add_buttons(self.forget, self.everything)
