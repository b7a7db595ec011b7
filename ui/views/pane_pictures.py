"""Full pictures for shots that are compared: one after another, kept while they are seen."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from organizer.models import PhotoId
from ui.pictures import FIRST_LOOK_PX, Pictures

Wish = tuple[PhotoId, Path, int | None]


class PanePictures(QObject):
    """A queue before the one decoder.

    Signals:
        arrived: The picture of a photo is there, or a finer one.
        failed: A picture could not be read: photo id and the sentence that says why.
    """

    arrived = Signal(object)
    failed = Signal(object, str)

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._waiting: list[Wish] = []
        self._reading: PhotoId | None = None
        self._kept: dict[PhotoId, tuple[QImage, bool]] = {}
        pictures.arrived.connect(self._take)
        pictures.failed.connect(self._take_failure)

    def image(self, photo_id: PhotoId) -> tuple[QImage, bool] | None:
        """The picture and whether it is whole (not made smaller); None while it is not there."""
        return self._kept.get(photo_id)

    def want(self, shown: Iterable[tuple[PhotoId, Path]], *, whole: bool) -> None:
        """Read these, and let go of all others."""
        wanted = dict(shown)
        self._kept = {one: kept for one, kept in self._kept.items() if one in wanted}
        self._waiting = [
            (one, path, None if whole else FIRST_LOOK_PX)
            for one, path in wanted.items()
            if one not in self._kept or (whole and not self._kept[one][1])
        ]
        self._read_next()

    def let_go(self) -> None:
        """Keep nothing."""
        self._waiting.clear()
        self._kept.clear()

    def _read_next(self) -> None:
        if self._reading is None and self._waiting:
            photo_id, path, max_px = self._waiting.pop(0)
            self._reading = photo_id
            self._pictures.wish(photo_id, path, max_px=max_px)

    def _take(self, photo_id: PhotoId, image: QImage, is_whole: bool) -> None:  # noqa: FBT001 - a slot
        self._reading = None
        self._kept[photo_id] = (image, is_whole)
        self.arrived.emit(photo_id)
        self._read_next()

    def _take_failure(self, photo_id: PhotoId, sentence: str) -> None:
        self._reading = None
        self.failed.emit(photo_id, sentence)
        self._read_next()
