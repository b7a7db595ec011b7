"""Asks for the title of an album."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.texts import button, text_field


class TitleDialog(Dialog):
    """One line of text; it cannot be left empty."""

    def __init__(self, heading: str, title: str, parent: QWidget) -> None:
        super().__init__(heading, parent, width_px=420)
        translate = QCoreApplication.translate
        self.line = text_field(title)
        self.line.setAccessibleName(translate("ask_title", "Title"))
        self.line.setMaxLength(200)
        self.line.selectAll()
        self.body.addWidget(self.line)
        self.ok = button(translate("ask_title", "OK"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(button(translate("ask_title", "Cancel"), self.reject))
        self.add_button(self.ok)
        self.line.textChanged.connect(self._allow)
        self._allow(title)

    def _allow(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))


def ask_title(
    heading: str, title: str, parent: QWidget, take: Callable[[str], object]
) -> TitleDialog:
    """Ask for a title; *take* gets it unless the question is withdrawn."""
    dialog = TitleDialog(heading, title, parent)
    dialog.accepted.connect(lambda: take(dialog.line.text().strip()))
    dialog.open()
    return dialog
