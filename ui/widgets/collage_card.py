"""A card with a collage, a title, one line, and a way in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.models import PhotoId
from organizer.plain_text import on_one_line
from ui.thumbnails import Thumbnails
from ui.widgets.card import SHADOW_PX, Card
from ui.widgets.collage import Collage
from ui.widgets.texts import button, label


class CollageCard(Card):
    """Shows a theme or a sort of pictures.

    Signals:
        open_asked: It is to be opened.
    """

    open_asked = Signal()

    def __init__(
        self,
        thumbnails: Thumbnails,
        photo_ids: Sequence[PhotoId],
        title: str,
        line: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(on_one_line(title))
        self.setContentsMargins(1, 1, 1, SHADOW_PX + 1)
        collage = Collage(thumbnails, photo_ids)
        collage.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(collage)
        row = QHBoxLayout()
        row.setContentsMargins(14, 11, 14, 13)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(label(title, "cardTitle", wrap=True))
        texts.addWidget(label(line, "soft", wrap=True))
        texts.addStretch(1)
        row.addLayout(texts, 1)
        text = self.tr("Open")
        name = self.tr("{}: {}").format(text, title)
        open_it = button(text, self.open_asked.emit, name=name)
        row.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row, 1)
