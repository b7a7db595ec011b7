"""Noticing new photos: told by the system, on coming back to the window, and by the clock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from organizer import pipeline
from organizer.library import Library
from organizer.progress import Progress
from ui.organizing import Organizing
from ui.session import Session

# a copy of many files should be over before they are read
QUIET_MS = 2_500
# network shares and cameras send no word
EVERY_MS = 15 * 60_000
AFTER_FOCUS_MS = 30_000
# the usual limit of a system is 8,192 watched folders for all programs of a user
MAX_FOLDERS = 2_000


class Watching(QObject):
    """Starts a quiet look when something may have changed in the added folders."""

    def __init__(self, session: Session, organizing: Organizing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._organizing = organizing
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._clock = QTimer(self, interval=EVERY_MS)
        self._since_look = QElapsedTimer()
        self._since_look.start()
        self._watcher.directoryChanged.connect(lambda _path: self._quiet.start())
        self._quiet.timeout.connect(self._look)
        self._clock.timeout.connect(self._look)
        self._clock.start()
        organizing.idle.connect(self._watch_again)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._state_changed)

    @property
    def watched(self) -> list[str]:
        """The folders that the system tells about."""
        return self._watcher.directories()

    def _look(self) -> None:
        if self._organizing.is_running:  # what is found meanwhile is looked for afterwards
            self._quiet.start()
            return
        self._since_look.restart()
        self._organizing.look()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if (
            state == Qt.ApplicationState.ApplicationActive
            and self._since_look.elapsed() > AFTER_FOCUS_MS
        ):
            self._look()

    def _watch_again(self) -> None:
        job = self._session.job(_folders)
        job.succeeded.connect(self._watch)
        self._session.start(job)

    def _watch(self, folders: list[Path]) -> None:
        wanted = {str(folder) for folder in folders}
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))


def _folders(library: Library, _progress: Progress) -> list[Path]:
    return pipeline.folders_to_watch(library, limit=MAX_FOLDERS)
