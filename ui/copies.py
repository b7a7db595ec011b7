"""Saving a copy of the catalog, and having one put back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.progress import Progress
from ui.session import Session

ENDING = ".homeroll"


class Copies(QObject):
    """Asks where to and what, and does it beside the window.

    Signals:
        put_back_asked: This copy, which was looked at, is to take the place of the catalog.
        told: Something to tell the user.
    """

    put_back_asked = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def save(self, asker: QWidget) -> None:
        """Ask for a place, such as a stick, and save a copy there."""
        name = f"Homeroll {datetime.now():%Y-%m-%d %H.%M}{ENDING}"
        chosen, _ = QFileDialog.getSaveFileName(
            asker,
            self.tr("Save a copy"),
            str(_documents() / name),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        if chosen:
            file = Path(chosen)
            self.save_as(file if file.suffix else file.with_name(file.name + ENDING))

    def save_as(self, file: Path) -> None:
        """Save a copy as *file*."""

        def save(library: Library, _progress: Progress) -> None:
            pipeline.save_copy(library, file)

        saved = self.tr("Saved as “{}”, in {}.").format(
            file.name, QDir.toNativeSeparators(str(file.parent))
        )
        job = self._session.job(save)
        job.succeeded.connect(lambda _none: self.told.emit(saved))
        self._session.start(job)

    def choose(self, asker: QWidget) -> None:
        """Ask which copy is to be put back."""
        from ui.dialogs.put_back_dialog import PutBackDialog  # not at start-up

        dialog = PutBackDialog(
            pipeline.list_copies(self._session.path),
            pipeline.list_replaced(self._session.path),
            asker,
        )
        dialog.accepted.connect(lambda: self.put_back(dialog.chosen))
        dialog.open()

    def put_back(self, copy: Path | None) -> None:
        """Look whether a copy is sound, and ask for it to be put back."""
        if copy is None:
            return

        def check(_progress: Progress) -> Path:
            pipeline.check_copy(copy)
            return copy

        job = self._session.plain_job(check)
        job.succeeded.connect(self.put_back_asked)
        self._session.start(job)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
