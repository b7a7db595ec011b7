"""Full pictures for the viewer: the one that is seen, then its neighbours, kept while they fit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from organizer.models import PhotoId
from ui.pictures import Pictures

MAX_KEPT_BYTES = 64_000_000
STEP_PX, LEAST_PX, MOST_PX = 640, 1280, 3840


class Asked(NamedTuple):
    """A picture to read; *max_px* limits its longest side, None for the whole picture."""

    photo_id: PhotoId
    path: Path
    max_px: int | None


class PicturesAhead(QObject):
    """One is read at a time; what is wanted anew goes before what was to be read ahead.

    Signals:
        arrived: A picture that was wanted: photo id and image.
        failed: A picture could not be read: photo id and the sentence that says why.
    """

    arrived = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._queue: list[Asked] = []
        self._reading: Asked | None = None
        self._is_spoilt = False
        self._kept: OrderedDict[Asked, QImage] = OrderedDict()
        pictures.arrived.connect(self._take)
        pictures.failed.connect(self._take_failure)

    def kept(self, asked: Asked) -> QImage | None:
        """The picture, if it is at hand."""
        image = self._kept.get(asked)
        if image is not None:
            self._kept.move_to_end(asked)
        return image

    @property
    def kept_bytes(self) -> int:
        """What is held just now."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def want(self, asked: Sequence[Asked]) -> None:
        """Read these, the first of them first, and nothing else that waits."""
        self._queue = [one for one in asked if one not in self._kept and one != self._reading]
        self._go_on()

    def forget(self, photo_id: PhotoId) -> None:
        """A photo is seen another way from now on: what is at hand of it is of no use."""
        for one in [one for one in self._kept if one.photo_id == photo_id]:
            del self._kept[one]
        if self._reading is not None and self._reading.photo_id == photo_id:
            self._is_spoilt = True

    def _go_on(self) -> None:
        if self._reading is None and self._queue:
            self._reading = self._queue.pop(0)
            self._is_spoilt = False
            self._pictures.wish(
                self._reading.photo_id, self._reading.path, max_px=self._reading.max_px
            )

    def _take(self, photo_id: PhotoId, image: QImage, _is_whole: bool) -> None:  # noqa: FBT001 - a slot
        read, self._reading = self._reading, None
        if read is not None and self._is_spoilt:
            self._queue.insert(0, read)
        elif read is not None and read.photo_id == photo_id:
            self._keep(read, image)
            self.arrived.emit(photo_id, image)
        self._go_on()

    def _take_failure(self, photo_id: PhotoId, sentence: str) -> None:
        self._reading = None
        self.failed.emit(photo_id, sentence)
        self._go_on()

    def _keep(self, read: Asked, image: QImage) -> None:
        self._kept[read] = image
        while len(self._kept) > 1 and self.kept_bytes > MAX_KEPT_BYTES:
            self._kept.popitem(last=False)


def side_for(width_px: int, height_px: int) -> int:
    """The longest side to read for a window of this size, in few steps so that they are reused."""
    steps = -(-max(width_px, height_px) // STEP_PX)
    return min(max(steps * STEP_PX, LEAST_PX), MOST_PX)
