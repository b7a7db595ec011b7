"""A decode worker for the tests of reading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from organizer.scan.workers import DecodeWorker, WorkerPool


@pytest.fixture
def worker() -> Iterator[DecodeWorker]:
    with WorkerPool(1) as pool:
        yield pool.workers[0]
