"""The open library of the window, and the work that is done beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from organizer.library import Library, open_library
from organizer.progress import Progress
from ui.jobs import Job

MAX_JOBS = 8


class Session(QObject):
    """The window's own connection to the library, and a pool for work with other connections.

    Signals:
        photos_changed: Photos, folders or problems are not what they were.
        albums_changed: Albums or suggestions are not what they were.
        failed: A job ended with this error, and nobody else tells the user.
    """

    photos_changed = Signal()
    albums_changed = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, *, workers: int | None, parent: QObject | None = None):
        super().__init__(parent)
        self.library = library
        self.workers = workers
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MAX_JOBS)
        self._jobs: set[Job] = set()
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Whether nothing is begun any more."""
        return self._is_closed

    @property
    def path(self) -> Path:
        """The library's folder."""
        return self.library.path

    def job(self, work: Callable[[Library, Progress], object], *, tells: bool = True) -> Job:
        """A job, not started, that opens a connection of its own for *work*.

        With *tells* an error goes to ``failed``; without, whoever made the job shows it.
        """
        path = self.path

        def with_own_connection(progress: Progress) -> object:
            with open_library(path) as library:
                return work(library, progress)

        return self.plain_job(with_own_connection, tells=tells)

    def plain_job(self, work: Callable[[Progress], object], *, tells: bool = True) -> Job:
        """A job, not started, that needs no library."""
        job = Job(work, self)
        if tells:
            job.failed.connect(self.failed)
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))
        return job

    def start(self, job: Job) -> Job:
        """Run *job* in the pool; when the window is closing, nothing is begun."""
        if not self._is_closed:
            job.start(self._pool)
        return job

    def close(self) -> None:
        """Cancel what is running, wait until it has stopped, and say nothing from then on.

        What cannot be cancelled, such as an erasure that has begun, is waited for.
        """
        self._is_closed = True
        self.blockSignals(True)  # noqa: FBT003 - Qt
        for job in tuple(self._jobs):
            job.blockSignals(True)  # noqa: FBT003 - answers on their way would reach a closed window
            job.cancel()
        self._pool.waitForDone()
