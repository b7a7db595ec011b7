"""What a page says that cannot say anything while suggestions are off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.message_panel import MessagePanel
from ui.widgets.texts import button, in_the_middle


class OffNote(QWidget):
    """A message, and where suggestions are off the way to their switch.

    Signals:
        switch_asked: The switch is to be seen.
    """

    switch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = MessagePanel()
        self.message.layout().setContentsMargins(0, 70, 0, 16)
        self.to_switch = button(self.tr("To the switch"), self.switch_asked.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addLayout(in_the_middle(self.to_switch))
        column.addStretch(1)

    def say(self, heading: str, text: str, *, working: bool = False) -> None:
        """Say this, without a way to the switch."""
        self.message.say(heading, text, working=working)
        self.to_switch.hide()

    def say_off(self, text: str) -> None:
        """Say that suggestions are off, and what that means here."""
        self.message.say(self.tr("Suggestions are off"), text)
        self.to_switch.show()


def show_instead(shown: QWidget, hidden: QWidget) -> None:
    """Show one of two; who stood on either, or had nowhere else to stand, stands on this one."""
    page = shown.parentWidget()
    had_focus = page.isAncestorOf(page.window().focusWidget()) if page.isVisible() else False
    if shown.isHidden() and had_focus:
        hidden.hide()
        shown.show()
        shown.setFocus()
        return
    hidden.hide()
    shown.show()
