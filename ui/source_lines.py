"""Fills the source list: at once where that is quick, beside the window where it is not."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject

from organizer.library import Library
from ui import sources
from ui.models.source_list_model import Source
from ui.session import Session
from ui.side_panel import SidePanel

# counting 100,000 photos takes longer than the window may stand still
QUICK_S = 0.01


class SourceLines(QObject):
    """Keeps the lines of the source list true."""

    def __init__(
        self, session: Session, side: SidePanel, is_busy: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._session = session
        self._side = side
        self._page = ""
        self._took_s = 0.0
        self._is_running = self._is_stale = False

    def refresh(self, page: str) -> None:
        """Stand on the line of *page*, and bring all lines up to date."""
        self._page = page
        if self._is_running:  # its answer is older than this, and comes later: count once more
            self._is_stale = True
            self._side.list.stand_on(page)
        elif self._took_s < QUICK_S and not self._is_busy():  # others would slow it down
            self._take(_count(self._session.library))
        else:
            self._side.list.stand_on(page)
            self._count_beside()

    def _count_beside(self) -> None:
        self._is_running, self._is_stale = True, False
        job = self._session.job(lambda library, _progress: _count(library))
        job.succeeded.connect(self._take)
        job.ended.connect(self._over)
        self._session.start(job)

    def _take(self, counted: tuple[list[Source], float]) -> None:
        lines, self._took_s = counted
        self._side.show_sources(lines, self._page)

    def _over(self) -> None:
        self._is_running = False
        if self._is_stale:
            self._count_beside()


def _count(library: Library) -> tuple[list[Source], float]:
    """The lines, and how many seconds making them took."""
    started = perf_counter()
    lines = sources.sources_of(library)
    return lines, perf_counter() - started
