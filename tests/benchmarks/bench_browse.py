#!/usr/bin/env python3
"""Browsing many photos, beside a stock QListView in the same run.

    python -m tests.benchmarks.bench_browse LIBRARY [--rounds 5]

LIBRARY is an organized library, best of 100,000 photos with thumbnails (its originals are not
needed; it is copied first). The real program is started until its timeline is painted; then the
real window offscreen at 1280x800 turns the wheel, jumps, and changes its size, and its memory is
taken. The same is done with a QListView in icon mode that shows the same thumbnails. Prints JSON;
times in ms unless the name says otherwise.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QAbstractListModel,
    QEventLoop,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView

from organizer.library import Library, open_library
from tests.benchmarks.bench_start import seconds_to_start
from tests.benchmarks.running import ROOT, memory_mb
from ui.app import SWITCH_INTERVAL_S, begin_work, make_application
from ui.main_window import MainWindow

STEPS, STRETCH, JUMPS, SIZES = 400, 20, 40, 20
SETTLE_MS, LIMIT_S = 1500, 10
SIDE_PX = 122


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--part", choices=("ours", "stock"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        measure = {"ours": _ours, "stock": _stock}[options.part]
        print(json.dumps(measure(options.library)))
        return
    with tempfile.TemporaryDirectory(prefix="homeroll-bench-") as folder:
        library = Path(folder) / "library"
        shutil.copytree(options.library, library)
        starts = sorted(seconds_to_start(library) for _ in range(options.rounds))
        found: dict[str, object] = {
            "start_to_painted_s": {"best": starts[0], "median": starts[len(starts) // 2]},
            **{part: _in_process(library, part) for part in ("ours", "stock")},
        }
    print(json.dumps(found, indent=1))


def _in_process(library: Path, part: str) -> object:
    """A process of its own, so that memory is its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_browse", str(library)]
    done = subprocess.run(
        [*command, "--part", part], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def _ours(path: Path) -> dict[str, object]:
    sys.setswitchinterval(SWITCH_INTERVAL_S)  # as the program does
    make_application(["homeroll"])
    with open_library(path) as library:
        window = MainWindow(library, workers=1)
        window.organizing.hold()  # what new photos cost is another benchmark
        window.resize(1280, 800)
        window.show()
        begin_work(window, [])
        _live(SETTLE_MS)
        grid = window.navigation.widget.grid
        found = _browse(grid, window, lambda: grid.blank_count == 0)
        found["photos"] = len(grid.entries)
        window.close()
    return found


def _stock(path: Path) -> dict[str, object]:
    application = make_application(["stock"])
    with open_library(path) as library:
        view = QListView()
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setUniformItemSizes(True)
        view.setIconSize(QSize(SIDE_PX, SIDE_PX))
        view.setGridSize(QSize(SIDE_PX + 8, SIDE_PX + 8))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setModel(StockModel(library))
        view.resize(1280, 800)
        started = perf_counter()
        view.show()
        application.processEvents()
        shown_ms = 1000 * (perf_counter() - started)
        found = _browse(view, view, lambda: True)
    return {"first_layout": round(shown_ms, 1), **found}


class StockModel(QAbstractListModel):
    """What a simple program would do: a pixmap a photo, decoded when it is painted."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._ids = [entry.id for entry in library.photos.timeline()]
        self._made: dict[int, QPixmap] = {}

    def rowCount(  # noqa: N802 - Qt's name
        self,
        _parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008 - and signature
    ) -> int:
        """How many photos there are."""
        return len(self._ids)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The thumbnail."""
        if role != Qt.ItemDataRole.DecorationRole:
            return None
        row = index.row()
        if row not in self._made:
            jpeg = self._library.thumbnails.get(self._ids[row])
            image = QImage.fromData(jpeg or b"", "JPG")
            self._made[row] = QPixmap.fromImage(
                image.scaled(SIDE_PX, SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio)
            )
        return self._made[row]


def _browse(
    view: QAbstractScrollArea, window: object, is_filled: Callable[[], bool]
) -> dict[str, object]:
    """Turn the wheel, jump, change the size."""
    bar, chance = view.verticalScrollBar(), random.Random(1)
    bar.setValue(0)
    _live(SETTLE_MS)
    known = []
    for _ in range(STEPS // STRETCH):
        bar.setValue(chance.randrange(bar.maximum()))
        for _ in range(STRETCH):
            _wheel(view, down=True)
        _live(SETTLE_MS)
        known += [_wheel(view, down=False) for _ in range(STRETCH)]  # back: all are at hand
    bar.setValue(0)
    arriving = []
    for _ in range(JUMPS):
        bar.setValue(chance.randrange(bar.maximum()))
        arriving += [_wheel(view, down=True) for _ in range(STEPS // JUMPS)]
    filled = [_jump(view, chance.randrange(bar.maximum()), is_filled) for _ in range(JUMPS)]
    sizes = [_resize(view, window, 1280 - 40 * (step % 2)) for step in range(SIZES)]
    return {
        "wheel_step": _spread(known),
        "wheel_step_thumbnails_arriving": _spread(arriving),
        "jump_until_filled": _spread(filled),
        "resize": _spread(sizes),
        "memory_mb": round(memory_mb(os.getpid()), 1),
    }


def _wheel(view: QAbstractScrollArea, *, down: bool) -> float:
    """A step, from the event to the picture; then the window lives for a moment."""
    viewport = view.viewport()
    at = QPointF(viewport.rect().center())
    turn = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120 if down else 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    started = perf_counter()
    QApplication.sendEvent(viewport, turn)
    viewport.repaint()
    took_ms = 1000 * (perf_counter() - started)
    _live(4)
    return took_ms


def _jump(view: QAbstractScrollArea, to: int, is_filled: Callable[[], bool]) -> float:
    """To somewhere else, until every photo that is seen has its thumbnail painted."""
    started = perf_counter()
    view.verticalScrollBar().setValue(to)
    view.viewport().repaint()
    while not is_filled() and perf_counter() - started < LIMIT_S:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
    view.viewport().repaint()
    return 1000 * (perf_counter() - started)


def _resize(view: QAbstractScrollArea, window: object, width: int) -> float:
    started = perf_counter()
    window.resize(width, 800)  # type: ignore[attr-defined]
    QApplication.processEvents()
    view.viewport().repaint()
    took_ms = 1000 * (perf_counter() - started)
    _live(20)
    return took_ms


def _live(duration_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(ordered[len(ordered) // 2], 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "worst": round(ordered[-1], 2),
    }


if __name__ == "__main__":
    main()
