"""Asks for the words below a photo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.texts import button, label

MAX_LETTERS = 500
HEIGHT_PX = 92


class CaptionWords(QPlainTextEdit):
    """A few lines; Enter is the end of them, Shift+Enter begins another.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, or be done."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CaptionDialog(Dialog):
    """A few lines of plain text; empty takes the caption away."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(Dialog.tr("Caption"), parent, width_px=460)
        self.words = CaptionWords(text)
        self.words.setAccessibleName(self.tr("Caption"))
        self.words.setAcceptDrops(False)  # it would answer a dropped file with a move
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(HEIGHT_PX)
        self.words.selectAll()
        self.words.entered.connect(self.accept)
        self.body.addWidget(self.words)
        hint = self.tr("Kept in Homeroll; the file stays as it is.")
        self.hint = label(hint, "smallSoft", wrap=True)
        self.body.addWidget(self.hint)
        self.ok = button(self.tr("OK"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(button(self.tr("Cancel"), self.withdraw))
        self.add_button(self.ok)
        self._before = self.text
        self._is_warned = False
        self.words.textChanged.connect(self._write_on)
        self.words.setFocus()

    @property
    def text(self) -> str:
        """What was written: lines become one, and it does not grow without end."""
        return " ".join(self.words.toPlainText().split())[:MAX_LETTERS]

    def reject(self) -> None:
        """Escape throws words away only when it is pressed a second time."""
        if self._is_warned or self.text == self._before:
            self.withdraw()
            return
        self._is_warned = True
        said = self.tr("Not saved yet: Enter saves, Escape again throws the new words away.")
        self.hint.setText(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self.hint, QAccessible.Event.Alert))

    def withdraw(self) -> None:
        """Go, whatever was written."""
        super().reject()

    def _write_on(self) -> None:
        self._is_warned = False


def ask_caption(text: str, parent: QWidget, take: Callable[[str], object]) -> CaptionDialog:
    """Ask for a caption; *take* gets it unless the question is withdrawn."""
    dialog = CaptionDialog(text, parent)
    dialog.accepted.connect(lambda: take(dialog.text))
    dialog.open()
    return dialog
