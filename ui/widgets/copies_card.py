"""The catalog's copies: when the last one was made, saving one, putting one back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer import pipeline
from ui import messages
from ui.copies import Copies
from ui.session import Session
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button, label


class CopiesCard(SectionCard):
    """Says what is copied and how far back the copies reach."""

    def __init__(self, session: Session, copies: Copies, parent: QWidget | None = None) -> None:
        hint = CopiesCard.tr(
            "Once a day Homeroll copies what you did: albums, stars, corrected dates, what is left "
            "out. Your photos are not part of it. Save a copy on a stick to go on with it on "
            "another computer."
        )
        super().__init__(CopiesCard.tr("Copies of your albums and corrections"), hint, parent)
        self._session = session
        self._last = label("", "strong", wrap=True)
        self.add(self._last)
        self.save = button(self.tr("Make a copy now…"), lambda: copies.save(self))
        self.put_back = button(self.tr("Put a copy back…"), lambda: copies.choose(self))
        self.add_buttons(self.save, self.put_back)

    @property
    def last(self) -> str:
        """What it says about the last copy."""
        return self._last.text()

    def refresh(self) -> None:
        """Show how things stand now."""
        copies = pipeline.list_copies(self._session.path)
        if not copies:
            self._last.setText(self.tr("No copy was made yet."))
            return
        when = messages.short_moment(copies[0][0])
        self._last.setText(self.tr("Last copied by itself on {}.").format(when))
