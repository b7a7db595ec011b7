"""How long the event loop is held up, and by what."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, sleep

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS, LOOK_S = 5, 0.004
LIMIT_MS = 50.0
OUR_ROOMS = ("/ui/", "/organizer/", "/tools/", "/tests/")


@dataclass(frozen=True, slots=True)
class Stall:
    """The loop came back so late; *where* it was then, innermost call last."""

    late_ms: float
    doing: str
    where: tuple[str, ...]


class LoopWatch(QObject):
    """Beats in the event loop; a thread looks where the loop is when a beat is missing.

    Attributes:
        stalls: Every time it was late by more than ``LIMIT_MS``.
        late_ms: How late each beat was.
        doing: What the driver is about, for the report.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self.late_ms: list[float] = []
        self.doing = ""
        self._last = perf_counter()
        self._paused = 0
        self._seen: tuple[str, ...] = ()
        self._is_over = False
        self._main = threading.get_ident()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._thread = threading.Thread(target=self._look, name="loop-watch", daemon=True)
        self._thread.start()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What is done inside is the driver's doing, such as taking a picture."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1
            self._last = perf_counter()
            self._seen = ()

    def close(self) -> None:
        """Watch no more."""
        self._is_over = True
        self._timer.stop()
        self._thread.join()

    def report(self) -> dict[str, object]:
        """The figures, for JSON."""
        late = sorted(self.late_ms)
        worst = sorted(self.stalls, key=lambda one: -one.late_ms)[:20]
        return {
            "beats": len(late),
            "late_p99_ms": round(late[int(len(late) * 0.99)], 1) if late else None,
            "over_50_ms": len(self.stalls),
            "worst": [
                {"late_ms": round(one.late_ms), "doing": one.doing, "where": one.where}
                for one in worst
            ],
        }

    def _beat(self) -> None:
        now = perf_counter()
        late_ms = (now - self._last) * 1000 - BEAT_MS
        if not self._paused:
            self.late_ms.append(max(0.0, late_ms))
            if late_ms > LIMIT_MS:
                self.stalls.append(Stall(late_ms, self.doing, self._seen))
        self._last = now
        self._seen = ()

    def _look(self) -> None:
        while not self._is_over:
            sleep(LOOK_S)
            late_ms = (perf_counter() - self._last) * 1000
            if late_ms > LIMIT_MS / 2 and not self._paused and not self._seen:
                self._seen = _ours(self._main)


def _ours(thread: int) -> tuple[str, ...]:
    """Our own lines of where a thread is, by room, file, line and function.

    Frames are let go at once: what they hold, such as a painter, must not outlive its call.
    """
    frame = sys._current_frames().get(thread)  # noqa: SLF001 - there is no other way
    places = []
    while frame is not None:
        places.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    found = []
    for filename, line, function in reversed(places):
        for room in OUR_ROOMS:
            if room in filename:
                place = room.strip("/") + "/" + filename.rpartition(room)[2]
                found.append(f"{place}:{line} {function}")
                break
    return tuple(found[-6:])
