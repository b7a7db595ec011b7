"""One word of the user on a line: what was said, and the buttons that change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.texts import label


class WordLine(QWidget):
    """A sentence with a soft line below it, if need be photos before it, buttons behind it."""

    def __init__(
        self,
        text: str,
        note: str = "",
        buttons: Sequence[QWidget] = (),
        *,
        before: QWidget | None = None,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        if before is not None:
            row.addWidget(before, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(4)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(label(text, "strong" if note else "", wrap=True))
        if note:
            texts.addWidget(label(note, "soft", wrap=True))
        row.addLayout(texts, 1)
        for made in buttons:
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
