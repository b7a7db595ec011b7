#!/usr/bin/env python3
"""Whether the window can be used while many photos are scanned.

    python -m tests.benchmarks.bench_window_while_scanning [--photos 100000] [--keep DIR]

Opens the real window offscreen on an empty library, adds a folder of tiny photos, and turns the
wheel over the timeline four times a second until the scan is over. Prints JSON: how late the event
loop came back to a timer of 5 ms, how long a wheel step took until it was painted, memory.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from organizer.library import open_library
from tests.benchmarks.making import make_tiny_photos
from tests.benchmarks.running import memory_mb
from ui import sources
from ui.app import SWITCH_INTERVAL_S, make_application
from ui.main_window import MainWindow
from ui.views.timeline_page import TimelinePage

BEAT_MS, WHEEL_MS, MEMORY_MS = 5, 250, 2_000
LATE_MS = 50


class Watch:
    """Turns the wheel and looks at the clock while the window works."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last = perf_counter()
        self._began = self._last
        self.late_ms: list[float] = []
        self.latest: list[tuple[float, float]] = []
        self.wheel_ms: list[float] = []
        self.memory: list[float] = []
        self._down = True
        self._timers = [
            self._every(BEAT_MS, self._beat),
            self._every(WHEEL_MS, self._wheel),
            self._every(MEMORY_MS, self._weigh),
        ]

    def _every(self, ms: int, act: object) -> QTimer:
        timer = QTimer(self._window, interval=ms)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
        timer.start()
        return timer

    def _beat(self) -> None:
        now = perf_counter()
        late_ms = max(0.0, 1000 * (now - self._last) - BEAT_MS)
        self.late_ms.append(late_ms)
        if late_ms > LATE_MS:
            self.latest.append((round(now - self._began, 1), round(late_ms)))
        self._last = now

    def _wheel(self) -> None:
        page = self._window.navigation.widget
        if not isinstance(page, TimelinePage):
            self._window.go_to(sources.PHOTOS)
            return
        bar = page.grid.verticalScrollBar()
        if bar.value() == bar.maximum():
            self._down = False
        elif bar.value() == 0:
            self._down = True
        viewport = page.grid.viewport()
        started = perf_counter()
        QApplication.sendEvent(viewport, _wheel_event(viewport.rect().center(), down=self._down))
        viewport.repaint()
        self.wheel_ms.append(1000 * (perf_counter() - started))
        self._last = perf_counter()  # our own wheel is no lateness of the window

    def _weigh(self) -> None:
        self.memory.append(memory_mb(os.getpid()))


def _wheel_event(at: QPoint, *, down: bool) -> QWheelEvent:
    where = QPointF(at)
    return QWheelEvent(
        where,
        where,
        QPoint(),
        QPoint(0, -120 if down else 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="make or use the photos here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="homeroll-bench-") as made:
        photos = options.keep or Path(made, "photos")
        if not photos.exists():
            make_tiny_photos(photos, options.photos)
        print(json.dumps(measure(photos, Path(made, "library")), indent=1))


def measure(photos: Path, library_path: Path) -> dict[str, object]:
    """Scan these photos in the window and watch it."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)  # as the program does
    application = make_application(["homeroll"])
    with open_library(library_path) as library:
        window = MainWindow(library, workers=os.cpu_count())
        window.resize(1280, 800)
        window.show()
        application.processEvents()
        watch = Watch(window)
        started = perf_counter()
        window.add_paths([photos])
        window.organizing.ended.connect(application.quit)
        application.exec()
        seconds = perf_counter() - started
        count = library.photos.count()
        window.close()
    return {
        "photos": count,
        "scan_s": round(seconds, 1),
        "late_ms": _spread(watch.late_ms),
        "late_over_50_ms_at_s": watch.latest,
        "wheel_to_painted_ms": _spread(watch.wheel_ms),
        "memory_mb": [round(mb) for mb in watch.memory[:: max(1, len(watch.memory) // 10)]],
        "peak_mb": round(max(watch.memory, default=0)),
    }


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        name: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)
        for name, share in (("median", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
    }


if __name__ == "__main__":
    main()
