"""Scanning and proposing, as the window sees it: one run at a time, told at a bearable pace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from organizer import pipeline
from organizer.library import Library
from organizer.memory import give_back_memory
from organizer.pipeline import regrouping
from organizer.progress import Progress, Step
from ui.jobs import Job
from ui.session import Session

REFRESH_MS = 800
# what is shown anew takes longer the more there is: 100,000 photos are shown every three seconds
PHOTOS_A_MS = 50
# several dates are often corrected one after the other
REGROUP_MS = 1500


class Organizing(QObject):
    """Runs ``pipeline.organize`` beside the window.

    Signals:
        began, ended: A run starts; a run is over, in whatever way.
        stepped: How far it is.
        idle: It is over and no other run is waiting.
    """

    began = Signal()
    stepped = Signal(object)
    ended = Signal()
    idle = Signal()
    _batch_kept = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._again = False
        self._is_quiet = False
        self._is_held = self._is_waiting = self._is_wished = False
        self._throttle = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._throttle.timeout.connect(session.photos_changed)
        self._batch_kept.connect(self._refresh_soon)
        self._regroup_soon = QTimer(self, singleShot=True, interval=REGROUP_MS)
        self._regroup_soon.timeout.connect(self.regroup_now)

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._job is not None

    def start(self) -> None:
        """Run now, or once more after the run that is under way."""
        if self._job is not None or self._is_held:
            self._again = True
            return
        self._is_quiet = False
        self._begin(self._organize)
        self.began.emit()

    def look(self) -> None:
        """Look for new photos without a word; only reading some shows the strip."""
        if self._is_held:
            self._again = True
        elif self._job is None:
            self._is_quiet = True
            self._begin(self._organize)

    def regroup(self) -> None:
        """Propose anew what was corrected, without a word and soon; opens no photo."""
        if not pipeline.suggestions_are_on(self._session.library):
            return
        if self._is_waiting:
            self._is_wished = True
        else:
            self._regroup_soon.start()

    def wait_with_regrouping(self, *, wait: bool) -> None:
        """While one answer follows the other, let what is due be due until they are given."""
        self._is_waiting = wait
        if wait and self._regroup_soon.isActive():
            self._regroup_soon.stop()
            self._is_wished = True
        elif not wait and self._is_wished:
            self._is_wished = False
            self.regroup()

    def regroup_now(self) -> None:
        """The same at once, or after the run that is under way."""
        if self._job is not None:
            self._regroup_soon.start()
        elif not self._is_held:  # what is due stays due for the next run
            self._is_quiet = True
            self._begin(_regroup)

    def hold(self) -> None:
        """Stop, and begin nothing before :meth:`release`; what is wished meanwhile comes then."""
        was_running = self._job is not None
        self._is_held = True
        self.cancel()
        self._again = was_running  # the run was stopped for something else: go on with it then

    def release(self) -> None:
        """Begin again what was wished meanwhile."""
        self._is_held = False
        if self._again:
            self.start()

    def _begin(self, work: Callable[[Library, Progress], object]) -> None:
        self._again = False
        self._job = self._session.job(work)
        if work is not _regroup:
            self._job.stepped.connect(self._step)
        self._job.ended.connect(self._over)
        self._session.start(self._job)

    def _step(self, step: Step) -> None:
        if self._is_quiet:
            if step.label.startswith("Looking for"):
                return
            self._is_quiet = False
            self.began.emit()
        self._throttle.setInterval(REFRESH_MS + (step.total or 0) // PHOTOS_A_MS)
        self.stepped.emit(step)

    def cancel(self) -> None:
        """Stop the run, and forget that another was wished."""
        self._again = False
        if self._job is not None:
            self._job.cancel()

    def pause(self) -> None:
        """Let the run wait."""
        if self._job is not None:
            self._job.pause()

    def resume(self) -> None:
        """Let the run go on."""
        if self._job is not None:
            self._job.resume()

    def _organize(self, library: Library, progress: Progress) -> object:
        return pipeline.organize(
            library,
            only_news=self._is_quiet,
            progress=progress,
            workers=self._session.workers,
            on_batch=self._batch_kept.emit,
        )

    def _refresh_soon(self) -> None:
        if not self._throttle.isActive():
            self._throttle.start()

    def _over(self) -> None:
        self._job = None
        self._throttle.stop()
        self._session.photos_changed.emit()
        self._session.albums_changed.emit()
        self.ended.emit()
        if self._again and not self._is_held:
            self.start()
        else:
            self.idle.emit()
            self._session.start(self._session.plain_job(lambda _progress: give_back_memory()))


def _regroup(library: Library, progress: Progress) -> None:
    regrouping.propose_if_due(library, progress=progress)


def is_analysis(step: Step) -> bool:
    """Whether a step belongs to what the switch allows, not to reading files."""
    return not step.label.startswith(("Reading", "Finding", "Looking for"))
