"""What a correction makes of dates: the first before and after, and how many change."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import messages
from ui.widgets.texts import label

Pair = tuple[datetime | None, datetime | None]


class DatePreview(QWidget):
    """Two lines, and in place of the second why it cannot be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = label("", "strong", wrap=True)
        self._note = label("", "soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._dates)
        column.addWidget(self._note)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._dates.text()}\n{self._note.text()}"

    def show_dates(self, pair: Pair | None, *, is_one: bool) -> None:
        """Show a date before and after; None while it is looked for."""
        if pair is None:
            self._dates.setText(self.tr("Asking the files…"))
            return
        words = [messages.short_moment(at) if at else messages.no_date() for at in pair]
        text = " → ".join(words)
        self._dates.setText(text if is_one else self.tr("The first: {}").format(text))

    def show_counts(self, changing: int, staying: int, *, is_same: bool) -> None:
        """Show how many photos change, and how many stay as they are."""
        said = messages.changing(changing)
        if is_same:  # an unsure date becomes a sure one
            said = self.tr("The same as before, but counted as your word.")
        self._note.setText(" ".join(filter(None, [said, messages.unchanged(staying)])))

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be."""
        self._note.setText(sentence)
