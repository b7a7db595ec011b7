"""Asks for the title of an album."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.dialogs.frame import Dialog
from ui.widgets.texts import button


class TitleDialog(Dialog):
    """One line of text; it cannot be left empty."""

    def __init__(self, heading: str, title: str, parent: QWidget) -> None:
        super().__init__(heading, parent, width_px=420)
        translate = QCoreApplication.translate
        self.line = QLineEdit(title)
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


def ask_title(heading: str, title: str, parent: QWidget) -> str | None:
    """The title the user gives, or None when the question is withdrawn."""
    dialog = TitleDialog(heading, title, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.line.text().strip()
