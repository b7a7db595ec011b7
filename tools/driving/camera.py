"""Pictures of the screen, with everything that stands over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from tools.driving.loop_watch import LoopWatch
from ui import theme
from ui.app import wear
from ui.main_window import MainWindow

SETTLE_MS = 350
SCHEMES = (theme.LIGHT, theme.DARK)


class Camera:
    """Takes numbered pictures of what is seen, in every scheme and size."""

    def __init__(
        self,
        window: MainWindow,
        watch: LoopWatch,
        out: Path,
        sizes: Sequence[tuple[int, int]],
        schemes: Sequence[str] = SCHEMES,
    ) -> None:
        self.window = window
        self.watch = watch
        self._out = out
        self._sizes = sizes
        self._schemes = schemes
        self._number = 0

    def take(
        self,
        name: str,
        *,
        settle_ms: int = SETTLE_MS,
        first: Callable[[], object] | None = None,
        once: bool = False,
    ) -> None:
        """Write the pictures of what is seen now.

        Args:
            first: Done before each picture, such as scrolling to the end.
            once: As it is, in one scheme and size: what would be gone after a change of either.
        """
        self._number += 1
        self.watch.doing = name
        for size in self._sizes[:1] if once else self._sizes:
            if not once:
                self._resize(size)
            for scheme in self._schemes[:1] if once else self._schemes:
                if not once:
                    with self.watch.paused():  # the system changes its colours once in a while
                        wear(QApplication.instance(), scheme)
                        wait(60)
                wait(settle_ms)
                if first is not None:
                    first()
                    wait(settle_ms)
                file = f"{self._number:03d}-{name}-{scheme}-{size[0]}.png"
                with self.watch.paused():
                    self._picture().save(str(self._out / file))
        if not once:
            with self.watch.paused():
                wear(QApplication.instance(), self._schemes[0])
                wait(60)
            self._resize(self._sizes[0])
        print(f"{self._number:03d} {name}", flush=True)

    def _resize(self, size: tuple[int, int]) -> None:
        if self.window.size().toTuple() != size:
            self.window.resize(*size)
            wait(200)

    def _picture(self) -> QPixmap:
        """The part of the screen where the window is: menus and dialogs stand over it."""
        frame = self.window.geometry()
        return self.window.screen().grabWindow(
            0, frame.x(), frame.y(), frame.width(), frame.height()
        )


def wait(duration_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool], *, limit_s: int = 600) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: If it is not so in time.
    """
    for _ in range(limit_s * 20):
        if is_so():
            return
        wait(50)
    raise TimeoutError(f"not within {limit_s} s")
