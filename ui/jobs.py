"""Work beside the window: one call into the core, in a pool thread, answered by signals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from organizer.progress import Cancelled, Progress, Step


class Job(QObject):
    """One call into the core, made in a pool thread, answered by signals.

    Give it a parent that outlives it. Exactly one of ``succeeded``, ``failed`` and
    ``cancelled`` is sent, and then ``ended``; all are sent in the thread the job was made in.
    """

    stepped = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _reported = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self._report)
        self._reported.connect(self.stepped, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: QThreadPool) -> None:
        """Run in a thread of *pool*."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._progress.cancel()

    def pause(self) -> None:
        """Ask the work to wait at its next look."""
        self._progress.pause()

    def resume(self) -> None:
        """Let paused work go on."""
        self._progress.resume()

    @property
    def is_paused(self) -> bool:
        """Whether the work is asked to wait."""
        return self._progress.is_paused

    def _report(self, step: Step) -> None:
        self._reported.emit(step)

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Cancelled:
            self._answered.emit(self.cancelled, None)
        except Exception as error:  # noqa: BLE001 - a thread has no caller to raise to
            self._answered.emit(self.failed, (error,))
        else:
            self._answered.emit(self.succeeded, (result,))

    def _deliver(self, answer: object, values: tuple[object] | None) -> None:
        answer.emit(*(values or ()))  # type: ignore[attr-defined]
        self.ended.emit()
        self.deleteLater()
