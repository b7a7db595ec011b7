"""What a page says where there is nothing to show, or not yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from organizer.progress import Step
from ui import messages
from ui.core_words import in_own_words
from ui.widgets.texts import in_the_middle, label

WIDTH_PX = 460
TICKS = 1000


class MessagePanel(QWidget):
    """A heading and a sentence in the middle, if need be with a progress bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", "cardTitle", wrap=True)
        self._text = label("", "soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._step = label("", "smallSoft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 70, 0, 40)
        column.setSpacing(10)
        for part in (self._heading, self._text, self._bar, self._step):
            part.setFixedWidth(WIDTH_PX)
            column.addLayout(in_the_middle(part))
            if part is not self._bar:
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def say(self, heading: str, text: str, *, working: bool = False) -> None:
        """Say this; show a bar while *working*."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._bar.setVisible(working)
        self._step.setVisible(working)
        if working and not self._step.text():
            self._bar.setRange(0, 0)

    def show_step(self, step: Step) -> None:
        """Move the bar."""
        if step.total:
            self._bar.setRange(0, TICKS)
            self._bar.setValue(round(TICKS * min(1, step.done / step.total)))
            counts = self.tr("{} of {}").format(*map(messages.number, (step.done, step.total)))
            self._step.setText(f"{in_own_words(step.label)} · {counts}")
        else:
            self._bar.setRange(0, 0)
            self._step.setText(in_own_words(step.label))
