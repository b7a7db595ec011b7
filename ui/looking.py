"""Questions about what photos show, answered beside the window; only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.errors import NotFoundError, SwitchOffError
from organizer.library import Library
from organizer.models import Seen
from organizer.progress import Progress
from ui.jobs import Job
from ui.organizing import Organizing
from ui.session import Session

Question = Callable[[Library, Seen], object]


class Looking(QObject):
    """Asks one question at a time.

    What photos look like is read for the first one and handed on to the next, for as long as the
    page that asks is seen: of 100,000 photos it takes a third of a second and 100 MB.

    Signals:
        answered: The answer to the newest question.
        refused: It cannot be answered: suggestions are off, or what it is about is gone.
    """

    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, organizing: Organizing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: Seen | None = None
        self._wanted: Question | None = None
        self._job: Job | None = None
        self._visit = 0
        self._photos_come = organizing.is_running
        organizing.began.connect(self._begin_news)
        organizing.ended.connect(self._end_news)

    @property
    def holds_looks(self) -> bool:
        """Whether what photos look like is in memory."""
        return self._seen is not None

    def ask(self, question: Question) -> None:
        """Ask this, and have no answer to what was asked before."""
        self._wanted = question
        if self._job is None:
            self._begin()

    def forget(self) -> None:
        """Want no answer any more, and let go of what photos look like."""
        self._visit += 1
        self._seen = self._wanted = None

    def _begin(self) -> None:
        question, kept, self._wanted = self._wanted, self._seen, None
        if question is None:
            return
        job = self._job = self._session.job(partial(_look, question, kept), tells=False)
        job.succeeded.connect(partial(self._take, self._visit))
        job.failed.connect(partial(self._take_failure, self._visit))
        job.ended.connect(self._over)
        self._session.start(job)

    def _take(self, visit: int, found: tuple[Seen, object]) -> None:
        if visit != self._visit:
            return
        seen, answer = found
        self._seen = None if self._photos_come else seen
        if self._wanted is None:
            self.answered.emit(answer)

    def _take_failure(self, visit: int, error: Exception) -> None:
        if not isinstance(error, SwitchOffError | NotFoundError):
            self._session.failed.emit(error)
        elif visit == self._visit and self._wanted is None:
            self.refused.emit(error)

    def _over(self) -> None:
        self._job = None
        self._begin()

    def _begin_news(self) -> None:
        self._photos_come = True

    def _end_news(self) -> None:
        if self._photos_come:
            self._photos_come, self._seen = False, None


def _look(
    question: Question, kept: Seen | None, library: Library, _progress: Progress
) -> tuple[Seen, object]:
    from organizer.pipeline.seeing import see_photos  # brings numpy: not at start-up

    seen = see_photos(library, kept)
    return seen, question(library, seen)
