"""The language of the window: the system's, or one of ours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.pipeline.speaking import chosen_language
from ui.session import Session
from ui.widgets.choices import choices, in_row
from ui.widgets.section_card import SectionCard

CODES = ("", "en", "vi")


class LanguageCard(SectionCard):
    """A button for each language, of which one is chosen.

    Signals:
        chosen: This language is to be spoken; "" for the system's.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        hint = LanguageCard.tr(
            "The words of this window; the names of photos, albums and folders stay as they are."
        )
        super().__init__(LanguageCard.tr("Language"), hint, parent)
        self._session = session
        texts = (self.tr("As the system"), "English", "Tiếng Việt")  # each in its own words
        self.languages = choices(texts, self)
        row = in_row(self.languages)
        row.setContentsMargins(0, 8, 0, 2)
        self.foot.addLayout(row)
        self.refresh()
        self.languages.idClicked.connect(lambda number: self.chosen.emit(CODES[number]))

    def refresh(self) -> None:
        """Show which one is chosen."""
        chosen = chosen_language(self._session.library)
        self.languages.button(CODES.index(chosen)).setChecked(True)
