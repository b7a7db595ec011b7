"""For the benchmark: how long it took from the start of the process to the painted timeline."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from ui.main_window import MainWindow

TRACE_VARIABLE, QUIT_VARIABLE = "HOMEROLL_TRACE_START", "HOMEROLL_QUIT_AFTER_PAINT"


def trace_start(window: MainWindow) -> None:
    """Report the first painted timeline to stderr, when the environment asks for it."""
    if os.environ.get(TRACE_VARIABLE) != "1":
        return
    grid = getattr(window.navigation.widget, "grid", None)
    if grid is None:
        return
    reported: list[float] = []

    def report() -> None:
        if reported:
            return
        reported.append(seconds_since_start())
        sys.stderr.write(f"painted after {reported[0]:.3f} s, {len(grid.entries)} photos\n")
        if os.environ.get(QUIT_VARIABLE) == "1":
            QTimer.singleShot(0, window.close)

    grid.painted.connect(report)


def seconds_since_start() -> float:
    """Seconds since this process was started by the system."""
    try:
        after_name = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        started_s = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started_s
    except (OSError, AttributeError, ValueError):
        return time.process_time()
