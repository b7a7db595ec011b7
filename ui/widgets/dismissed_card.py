"""A dismissed suggestion, and the way to have it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.models import Decision
from ui import messages
from ui.thumbnails import Thumbnails
from ui.widgets.card import SHADOW_PX, Card
from ui.widgets.collage import Collage, three_of
from ui.widgets.texts import button, label


class DismissedCard(Card):
    """Collage, kind, title and count.

    Signals:
        bring_back_asked: It is to be proposed again.
    """

    bring_back_asked = Signal(object)

    def __init__(
        self, decision: Decision, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setContentsMargins(1, 1, 1, SHADOW_PX + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        photo_ids = sorted(decision.photo_ids)
        shown = three_of(photo_ids[0], photo_ids) if photo_ids else []
        column.addWidget(Collage(thumbnails, shown))
        texts = QVBoxLayout()
        texts.setContentsMargins(14, 11, 14, 14)
        texts.setSpacing(3)
        texts.addWidget(label(messages.kind(decision.suggestion_kind, None), "kind"))
        texts.addWidget(label(decision.title, "cardTitle", wrap=True))
        texts.addWidget(label(messages.photos(len(photo_ids)), "soft"))
        texts.addStretch(1)
        texts.addSpacing(8)
        row = QHBoxLayout()
        text = self.tr("Propose again")
        name = self.tr("{}: {}").format(text, decision.title)
        row.addWidget(button(text, lambda: self.bring_back_asked.emit(decision), name=name))
        row.addStretch(1)
        texts.addLayout(row)
        column.addLayout(texts, 1)
