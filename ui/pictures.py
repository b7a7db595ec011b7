"""Full pictures for the viewer, decoded by the core in its own process, newest wish first."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from organizer.models import PhotoId
from organizer.pipeline import PictureReader
from organizer.progress import Progress
from ui.core_words import in_own_words
from ui.jobs import Job
from ui.session import Session
from ui.thumbnails import turned

FIRST_LOOK_PX = 2560


class Pictures(QObject):
    """Reads one picture at a time; a new wish takes the place of one that waits.

    Signals:
        arrived: A picture: photo id, image, and whether it is whole (not made smaller).
        failed: A picture could not be read: photo id and the sentence that says why.
    """

    arrived = Signal(object, object, bool)
    failed = Signal(object, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader: PictureReader | None = None
        self._reading = threading.Lock()
        self._job: Job | None = None
        self._wish: tuple[PhotoId, Path, int | None] | None = None
        self._current: PhotoId | None = None

    def wish(self, photo_id: PhotoId, path: Path, *, max_px: int | None = FIRST_LOOK_PX) -> None:
        """Read this one next."""
        self._wish = (photo_id, path, max_px)
        if self._job is None:
            self._read_next()

    def _read_next(self) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            return
        photo_id, path, max_px = wish
        self._current = photo_id
        turns = self._session.library.turned.of(photo_id)
        self._job = self._session.plain_job(
            lambda progress: self._read(path, max_px, turns, progress), tells=False
        )
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._take_error)
        self._job.ended.connect(self._over)
        self._session.start(self._job)

    def _read(
        self, path: Path, max_px: int | None, turns: int, progress: Progress
    ) -> tuple[QImage, bool]:
        with self._reading:
            progress.check()
            if self._reader is None:
                self._reader = PictureReader()
            picture = self._reader.read(path, max_px)
        width, height = picture.width_px, picture.height_px
        image = QImage(picture.rgb, width, height, width * 3, QImage.Format.Format_RGB888)
        is_whole = max_px is None or max(width, height) < max_px
        return turned(image.convertToFormat(QImage.Format.Format_RGB32), turns), is_whole

    def _take(self, read: tuple[QImage, bool]) -> None:
        self.arrived.emit(self._current, *read)

    def _take_error(self, error: Exception) -> None:
        self.failed.emit(self._current, in_own_words(str(error)))

    def _over(self) -> None:
        self._job = None
        self._read_next()

    def close(self) -> None:
        """End the process that decodes. Call it when no job runs any more."""
        with self._reading:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
