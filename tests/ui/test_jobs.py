"""One worker for everything: it answers exactly once, in the window's thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from organizer.errors import OrganizerError
from organizer.progress import Progress, Step
from ui.jobs import Job


class Heard(QObject):
    """Writes down every answer of a job, and the thread that it came in."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.answers: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        job.stepped.connect(lambda step: self.hear("stepped", step))
        job.succeeded.connect(lambda result: self.hear("succeeded", result))
        job.failed.connect(lambda error: self.hear("failed", error))
        job.cancelled.connect(lambda: self.hear("cancelled", None))
        job.ended.connect(lambda: self.hear("ended", None))

    def hear(self, name: str, value: object) -> None:
        self.answers.append((name, value))
        self.threads.add(threading.get_ident())


@pytest.fixture
def pool(qapp: object) -> QThreadPool:
    return QThreadPool()


@pytest.fixture
def parent(qapp: object) -> QObject:
    return QObject()


def run(job: Job, pool: QThreadPool, qtbot: QtBot) -> Heard:
    heard = Heard(job)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.start(pool)
    return heard


def test_a_job_hands_over_its_result_and_then_ends(
    pool: QThreadPool, parent: QObject, qtbot: QtBot
) -> None:
    heard = run(Job(lambda _progress: 42, parent), pool, qtbot)

    assert heard.answers == [("succeeded", 42), ("ended", None)]


def test_a_job_hands_over_its_error_and_then_ends(
    pool: QThreadPool, parent: QObject, qtbot: QtBot
) -> None:
    error = OrganizerError("The disk is full.")

    def work(_progress: Progress) -> None:
        raise error

    heard = run(Job(work, parent), pool, qtbot)

    assert heard.answers == [("failed", error), ("ended", None)]


def test_a_cancelled_job_stops_at_its_next_look(
    pool: QThreadPool, parent: QObject, qtbot: QtBot
) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        for _ in progress.track(iter(int, 1), "For ever"):
            begun.set()

    job = Job(work, parent)
    heard = Heard(job)
    job.start(pool)
    begun.wait(5)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.cancel()

    assert [name for name, _ in heard.answers if name != "stepped"] == ["cancelled", "ended"]


def test_steps_and_answers_arrive_in_the_thread_of_the_window(
    pool: QThreadPool, parent: QObject, qtbot: QtBot
) -> None:
    job = Job(lambda progress: progress.step("Reading", 1, 1), parent)

    heard = run(job, pool, qtbot)

    assert heard.threads == {threading.get_ident()}
    assert heard.answers[0] == ("stepped", Step("Reading", 1, 1))


def test_a_paused_job_waits_and_goes_on(pool: QThreadPool, parent: QObject, qtbot: QtBot) -> None:
    job = Job(lambda progress: progress.check() or "done", parent)
    heard = Heard(job)
    job.pause()
    job.start(pool)

    assert heard.answers == []
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.resume()
    assert heard.answers[0] == ("succeeded", "done")
