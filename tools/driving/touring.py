"""The tour itself: goes from stop to stop, takes pictures, and watches the event loop."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from organizer.library import lock_library
from tools.driving.camera import SCHEMES, Camera, wait, wait_until
from tools.driving.loop_watch import LoopWatch
from ui.app import make_application, run_window
from ui.main_window import MainWindow

START_MS = 1200
READ_S = 900

Stop = Callable[["Tour"], None]


class Tour:
    """What is toured, and what came of it.

    Attributes:
        event_loop: What the watch of the event loop says, once the tour is over.
    """

    def __init__(
        self,
        out: Path,
        sizes: Sequence[tuple[int, int]],
        folders: Sequence[Path],
        scratch: Path,
        only: set[str],
        stops: Sequence[Stop],
    ) -> None:
        self.out, self.sizes, self.folders = out, sizes, folders
        self.scratch, self.only, self.stops = scratch, only, stops
        self.event_loop: dict[str, object] = {}
        self.failures: list[str] = []

    def walk(self) -> None:
        """Go everywhere; a stop that cannot be reached is told, and the others follow."""
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.resize(*self.sizes[0])
        watch = LoopWatch(window)
        self.window, self.watch = window, watch
        self.camera = Camera(window, watch, self.out, self.sizes, SCHEMES)
        for stop in self.stops:
            name = stop.__name__
            try:
                stop(self)
            except Exception as error:  # noqa: BLE001 - told at the end, with the others
                traceback.print_exc()
                self.failures.append(f"{name}: {error}")
            close_dialogs()
        watch.close()
        self.event_loop = watch.report()
        window.close()

    def take(self, name: str, **options: object) -> None:
        """A picture, if it is wanted."""
        if not self.only or name in self.only:
            self.camera.take(name, **options)  # type: ignore[arg-type]

    @property
    def page(self) -> QWidget:
        """The page that is seen."""
        return self.window.navigation.widget

    @property
    def entries(self) -> list[object]:
        """All photos, newest first."""
        return self.window.session.library.photos.timeline()

    def go_to(self, page: str, settle_ms: int = 700) -> None:
        """Go to a page, as a click in the source list does."""
        self.watch.doing = f"to {page}"
        self.window.go_to(page)
        wait(settle_ms)


def run(tour: Tour, library: Path) -> list[str]:
    """Start the program on a new library, walk, and return what failed."""
    make_application(["homeroll"])
    QTimer.singleShot(START_MS, tour.walk)
    with lock_library(library):
        run_window(library, [])
    return tour.failures


def over(tour: Tour, open_it: Callable[[], object], name: str) -> None:
    """Open something that keeps the event loop, look at it, and close it."""

    def look_and_close() -> None:
        tour.take(name, once=QApplication.activePopupWidget() is not None)
        close_dialogs()

    QTimer.singleShot(400, look_and_close)
    open_it()
    wait(600)
    if QApplication.activeModalWidget() is not None:  # pictures take longer than that
        wait_until(lambda: QApplication.activeModalWidget() is None, limit_s=60)


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    while top := QApplication.activePopupWidget() or QApplication.activeModalWidget():
        top.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
