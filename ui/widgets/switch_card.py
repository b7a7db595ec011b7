"""The switch of suggestions with the sentence that says what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import messages
from ui.widgets.card import Card
from ui.widgets.switch import Switch
from ui.widgets.texts import label


class SwitchCard(Card):
    """Title, sentence and switch.

    Signals:
        turned: The user moved the switch; the card waits to be told what came of it.
    """

    turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Suggestions from your photo roll")
        self.switch = Switch(title)
        self._sentence = label("", "soft", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 14, 18)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(title, "heading"))
        column.addWidget(self._sentence)
        row.addLayout(column, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.switch.clicked.connect(self.turned)

    def show_state(self, *, on: bool, photo_count: int, folder_count: int) -> None:
        """Say how things stand."""
        self.switch.show_state(on=on)
        self._sentence.setText(
            self.tr(
                "Homeroll looks at {} in {}, on this computer only, to propose albums. Turning "
                "this off erases everything it learnt; your photos and saved albums stay."
            ).format(messages.photos(photo_count), messages.folders(folder_count))
            if on
            else self.tr(
                "Off. When on, Homeroll looks at your photos, on this computer only, to propose "
                "albums. Turning it off again erases everything it learnt; your photos and saved "
                "albums stay."
            )
        )
        self.switch.setAccessibleDescription(self._sentence.text())
