"""Leaving folders and names out of Homeroll, the same way from every page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.models import Exclusion
from ui import messages
from ui.core_words import in_own_words
from ui.organizing import Organizing
from ui.session import Session


class LeavingOut(QObject):
    """Asks what to leave out, does it, and has a look that follows it.

    Signals:
        changed: Something is left out, or taken in again.
        told: Something to tell the user.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, session: Session, organizing: Organizing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._organizing = organizing

    def choose_folder(self, asker: QWidget, start: Path | None = None) -> None:
        """Let the user choose a folder in an added one."""
        if start is None:
            added = self._session.library.folders.all()
            start = added[0].path if added else Path.home()
        question = self.tr("Which folder is to be left out?")
        chosen = QFileDialog.getExistingDirectory(asker, question, str(start))
        if chosen:
            self.leave_out(Path(chosen))

    def ask_name(self, asker: QWidget) -> None:
        """Let the user write a name or a pattern."""
        from ui.dialogs.leave_out_by_name import LeaveOutByName  # not at start-up

        dialog = LeaveOutByName(self._session, asker)
        dialog.accepted.connect(lambda: self.leave_out(dialog.line.text()))
        dialog.open()

    def leave_out(self, what: Path | str) -> None:
        """Leave it out, or say why that cannot be."""
        try:
            added = pipeline.leave_out(self._session.library, what)
        except OrganizerError as error:
            self.told.emit(in_own_words(str(error)))
            return
        text = self.tr("“{}” is left out: {}. No file was touched.")
        self._follow(text.format(name_of(added), messages.photos(added.photos)))

    def take_in(self, exclusion: Exclusion) -> None:
        """Leave it out no longer."""
        try:
            pipeline.take_in_again(self._session.library, exclusion.id)
        except OrganizerError as error:
            self.told.emit(in_own_words(str(error)))
            return
        self._follow(self.tr("“{}” is taken in again.").format(name_of(exclusion)))

    def _follow(self, sentence: str) -> None:
        self.changed.emit()
        self.told.emit(sentence)
        if self._organizing.is_running:  # that run has listed the folders already
            self._organizing.start()
        else:
            self._organizing.look()


def name_of(exclusion: Exclusion) -> str:
    """The folder's name, or the pattern."""
    if exclusion.folder is None:
        return exclusion.pattern
    return exclusion.folder.name or str(exclusion.folder)
