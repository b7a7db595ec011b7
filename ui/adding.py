"""Folders come in: by the button, by a drop, or from a second start of the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.paths import pictures_folder
from ui import messages
from ui.core_words import in_own_words
from ui.session import Session

if TYPE_CHECKING:
    from ui.second_starts import SecondStarts


class Adding(QObject):
    """Adds folders and says what was not added, and why.

    Signals:
        added: Photos of new folders are to be read.
        told: What came of it, as a sentence for the user.
        refused: Nothing could be added, with the error that says why.
        called: A second start wants the window to be seen.
    """

    added = Signal()
    told = Signal(str)
    refused = Signal(object)
    called = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._second_starts: SecondStarts | None = None

    def choose_folder(self) -> None:
        """Ask for a folder and add it."""
        start = str(pictures_folder() if pictures_folder().is_dir() else Path.home())
        heading = self.tr("Add a folder of photos")
        chosen = QFileDialog.getExistingDirectory(self._window, heading, start)
        if chosen:
            self.add_paths([Path(chosen)])

    def add_pictures(self) -> None:
        """Add the system's folder for pictures."""
        self.add_paths([pictures_folder()])

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add folders, and the folders of files."""
        try:
            result = pipeline.add_folders(self._session.library, paths)
        except OrganizerError as error:
            self.refused.emit(error)
            return
        if result.added:
            self.added.emit()
        if result.notes:
            self.told.emit(" ".join(map(in_own_words, result.notes)))
        elif len(result.added) > 1:
            self.told.emit(self.tr("{} added.").format(messages.folders(len(result.added))))

    def listen(self) -> None:
        """Take over from second starts of the program."""
        from ui.second_starts import SecondStarts  # not at start-up

        self._second_starts = SecondStarts(self._session.path, self)
        self._second_starts.handed.connect(self._take_over)

    def shut_down(self) -> None:
        """Listen no more."""
        if self._second_starts is not None:
            self._second_starts.close()

    def _take_over(self, folders: Sequence[Path]) -> None:
        self.called.emit()
        if folders:
            self.add_paths(folders)
