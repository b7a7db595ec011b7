"""What works beside the window lets it go first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from organizer.priority import PROCESS_STEPS, THREAD_STEPS, step_back_here
from organizer.scan.workers import WorkerPool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads them as Linux has them")


def own_priority(thread: int = 0) -> int:
    return os.getpriority(os.PRIO_PROCESS, thread)


def test_a_thread_that_steps_back_leaves_the_others_where_they_are() -> None:
    before, found = own_priority(), []

    def work() -> None:
        step_back_here()
        found.append(own_priority(threading.get_native_id()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert found == [min(before + THREAD_STEPS, 19)]
    assert own_priority() == before


def test_a_process_that_decodes_steps_back() -> None:
    with WorkerPool(1) as pool:
        (worker,) = pool.workers
        assert worker.can_work()
        assert own_priority(worker.process_id) == min(own_priority() + PROCESS_STEPS, 19)
