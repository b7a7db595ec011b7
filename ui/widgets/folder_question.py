"""Asks for a new folder whether Homeroll shall look at it too, with two equal answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from organizer.models import Folder
from ui.widgets.texts import as_text, button, label


class FolderQuestion(QWidget):
    """A line at the lower edge of the window, for one folder at a time.

    Signals:
        answered: The folder's id, and yes or no.
    """

    answered = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Folder | None = None
        self._text = label("", wrap=True)
        self.yes = button(self.tr("Look at it too"), lambda: self._answer(yes=True))
        self.no = button(self.tr("Leave it out"), lambda: self._answer(yes=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    @property
    def text(self) -> str:
        """What it asks."""
        return self._text.text()

    def ask(self, folders: list[Folder]) -> None:
        """Ask for the first of these, or nothing."""
        self._folder = folders[0] if folders else None
        if self._folder is not None:
            name = as_text(self._folder.path.relative_to(self._folder.path.parent))
            question = self.tr(
                "“{}” is new. Shall suggestions be made from it too? Until you answer, nothing is "
                "worked out from it."
            )
            self._text.setText(question.format(name))
            for made in (self.yes, self.no):
                made.setAccessibleDescription(self._text.text())
        self.setVisible(self._folder is not None)

    def _answer(self, *, yes: bool) -> None:
        if self._folder is not None:
            self.answered.emit(self._folder.id, yes)
