"""Thumbnails for the screen: our own JPEGs, decoded beside the window, newest request first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform

from organizer.library import Library, open_library
from organizer.models import PhotoId

MAX_CACHE_BYTES = 32_000_000
MAX_WAITING = 500
LARGEST_PX = 512  # longest side of what is kept
MAX_STRETCH = 0.05
THREADS = 2
FULL_TURN = 4


class Wanted(NamedTuple):
    """A thumbnail cut to fill *width_px* by *height_px* device pixels, with round corners."""

    photo_id: PhotoId
    width_px: int
    height_px: int
    radius_px: int = 0


def wanted_whole(photo_id: PhotoId, width_px: int, height_px: int) -> Wanted:
    """The largest thumbnail of a picture of this size, with nothing cut off."""
    scale = LARGEST_PX / max(width_px, height_px)
    return Wanted(photo_id, max(1, round(width_px * scale)), max(1, round(height_px * scale)))


class Thumbnails(QObject):
    """A cache of thumbnails, bounded in bytes, filled by a few threads.

    Signals:
        arrived: The thumbnail of a photo can be painted now.
    """

    arrived = Signal(object)

    def __init__(self, library_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = library_path
        self._images: OrderedDict[Wanted, tuple[int, QImage]] = OrderedDict()
        self._some_size: dict[tuple[PhotoId, bool], Wanted] = {}
        self._missing: set[PhotoId] = set()
        self._cache_bytes = 0
        self._round = 0
        self._waiting: OrderedDict[Wanted, int] = OrderedDict()
        self._lock = threading.Condition()
        self._closed = False
        self._threads: list[threading.Thread] = []

    def image(self, wanted: Wanted) -> QImage | None:
        """The thumbnail, if need be in another size; None while there is none."""
        with self._lock:
            held = self._images.get(wanted)
            if held is not None:
                self._images.move_to_end(wanted)
                return held[1]
            other = self._some_size.get(_shape(wanted))
            if other not in self._images or not _can_stand_in(other, wanted):
                return None
            return self._images[other][1]

    def ask_for(self, wanted: Iterable[Wanted]) -> None:
        """Have those that are not at hand read, the first of them first."""
        with self._lock:
            for one in reversed(list(wanted)):
                held = self._images.get(one)
                if one.photo_id in self._missing or (held and held[0] == self._round):
                    continue
                self._waiting[one] = self._round
                self._waiting.move_to_end(one)
            while len(self._waiting) > MAX_WAITING:
                self._waiting.popitem(last=False)
            self._lock.notify_all()
        self._ensure_threads()

    def forget(self, photo_id: PhotoId) -> None:
        """Let go of what is at hand of a photo: it is seen another way from now on."""
        with self._lock:
            for wanted in [one for one in self._images if one.photo_id == photo_id]:
                self._drop(wanted)
            self._round += 1  # and what is being read just now is read again

    def look_again(self) -> None:
        """Thumbnails may have come or become better: read again what is asked for."""
        with self._lock:
            self._round += 1
            self._missing.clear()

    def close(self) -> None:
        """Stop the threads and wait for them."""
        with self._lock:
            self._closed = True
            self._lock.notify_all()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _ensure_threads(self) -> None:
        if self._threads or self._closed or not self._waiting:
            return
        for number in range(THREADS):
            thread = threading.Thread(target=self._serve, name=f"thumbnails-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self) -> None:
        with open_library(self._path) as library:
            while (task := self._next()) is not None:
                self._read(*task, library)

    def _next(self) -> tuple[Wanted, int] | None:
        with self._lock:
            while not self._waiting and not self._closed:
                self._lock.wait()
            return None if self._closed else self._waiting.popitem()

    def _read(self, wanted: Wanted, made_in: int, library: Library) -> None:
        jpeg = library.thumbnails.get(wanted.photo_id)
        image = QImage.fromData(jpeg, "JPG") if jpeg else QImage()
        image = turned(image, library.turned.of(wanted.photo_id))
        if image.isNull():
            with self._lock:
                self._missing.add(wanted.photo_id)
            return
        self._keep(wanted, made_in, fill(image, wanted))
        self.arrived.emit(wanted.photo_id)

    def _keep(self, wanted: Wanted, made_in: int, image: QImage) -> None:
        with self._lock:
            if (old := self._images.pop(wanted, None)) is not None:
                self._cache_bytes -= old[1].sizeInBytes()
            self._images[wanted] = (made_in, image)
            self._some_size[_shape(wanted)] = wanted
            self._cache_bytes += image.sizeInBytes()
            while self._cache_bytes > MAX_CACHE_BYTES and len(self._images) > 1:
                self._drop(next(iter(self._images)))

    def _drop(self, gone: Wanted) -> None:
        _, dropped = self._images.pop(gone)
        self._cache_bytes -= dropped.sizeInBytes()
        if self._some_size.get(_shape(gone)) == gone:
            del self._some_size[_shape(gone)]


def _shape(wanted: Wanted) -> tuple[PhotoId, bool]:
    """What may stand in for one another: round corners look notched where none are wanted."""
    return wanted.photo_id, wanted.radius_px > 0


def _can_stand_in(other: Wanted, wanted: Wanted) -> bool:
    """Whether *other* is cut like *wanted*; in a grid anything is better than a hole."""
    if wanted.radius_px:
        return True
    stretch = (other.width_px * wanted.height_px) / (other.height_px * wanted.width_px)
    return abs(stretch - 1) < MAX_STRETCH


def turned(image: QImage, quarter_turns: int) -> QImage:
    """*image* turned clockwise, as the user wants to see it."""
    if not quarter_turns % FULL_TURN or image.isNull():
        return image
    return image.transformed(QTransform().rotate(90 * quarter_turns))


def fill(image: QImage, wanted: Wanted) -> QImage:
    """*image* scaled and cut around its centre to the wanted size, with round corners."""
    size = QSize(wanted.width_px, wanted.height_px)
    scaled = image.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (scaled.width() - size.width()) // 2
    top = (scaled.height() - size.height()) // 2
    cut = scaled.copy(left, top, size.width(), size.height())
    if not wanted.radius_px:
        return cut.convertToFormat(QImage.Format.Format_RGB32)
    return _with_round_corners(cut, wanted.radius_px)


def _with_round_corners(image: QImage, radius_px: int) -> QImage:
    rounded = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(QRectF(rounded.rect()), radius_px, radius_px)
    painter.end()
    return rounded
