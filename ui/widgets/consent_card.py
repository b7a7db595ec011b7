"""The question about suggestions, asked once, with two equal answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.texts import button, label


class ConsentCard(Card):
    """Asks whether Homeroll shall look at the photos.

    Signals:
        answered: True for *Turn on*, False for *Not now*.
    """

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 20)
        column.setSpacing(5)
        column.addWidget(label(self.tr("Suggestions from your photo roll"), "heading"))
        question = self.tr(
            "Shall Homeroll look at your photos to propose albums, such as trips, birthdays and "
            "graduations? Faces are counted, and nobody is recognised. It happens on this computer "
            "only. You can turn it off at any time, and "
            "what it learnt is erased."
        )
        column.addWidget(label(question, "soft", wrap=True))
        column.addSpacing(8)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for text, answer in ((self.tr("Turn on"), True), (self.tr("Not now"), False)):
            answers.addWidget(button(text, lambda answer=answer: self.answered.emit(answer)), 1)
        column.addLayout(answers)
