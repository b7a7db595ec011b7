"""Asks for the words below a photo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.texts import button, label

MAX_LETTERS = 500
HEIGHT_PX = 92


class CaptionDialog(Dialog):
    """A few lines of plain text; empty takes the caption away."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(Dialog.tr("Caption"), parent, width_px=460)
        self.words = QPlainTextEdit(text)
        self.words.setAccessibleName(self.tr("Caption"))
        self.words.setAcceptDrops(False)  # it would answer a dropped file with a move
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(HEIGHT_PX)
        self.words.selectAll()
        self.body.addWidget(self.words)
        hint = self.tr("Kept in Homeroll; the file stays as it is.")
        self.body.addWidget(label(hint, "smallSoft", wrap=True))
        self.ok = button(self.tr("OK"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(button(self.tr("Cancel"), self.reject))
        self.add_button(self.ok)
        self.words.setFocus()

    @property
    def text(self) -> str:
        """What was written: lines become one, and it does not grow without end."""
        return " ".join(self.words.toPlainText().split())[:MAX_LETTERS]


def ask_caption(text: str, parent: QWidget, take: Callable[[str], object]) -> CaptionDialog:
    """Ask for a caption; *take* gets it unless the question is withdrawn."""
    dialog = CaptionDialog(text, parent)
    dialog.accepted.connect(lambda: take(dialog.text))
    dialog.open()
    return dialog
