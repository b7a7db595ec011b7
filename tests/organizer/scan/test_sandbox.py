"""What a decode process has given up, tried from inside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer import pipeline, seccomp
from organizer.scan.workers import WorkerPool
from tests.builders import a_photo_file

pytestmark = pytest.mark.skipif(
    not seccomp.is_supported(), reason="this system has no such lock; the program says so"
)


def test_a_decode_process_is_refused_everything_a_hostile_picture_would_try(
    tmp_path: Path,
) -> None:
    photo = a_photo_file(tmp_path / "a.jpg")
    before = photo.stat()

    with WorkerPool(1) as pool:
        answer, _ = pool.workers[0].ask({"do": "try"}, [photo])

    assert answer["locked"] is True
    assert answer["refused"] == {
        "open a file": True,
        "start a program": True,
        "open a socket": True,
        "change a photo": True,
    }
    after = photo.stat()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)


def test_the_check_says_what_was_refused() -> None:
    found = pipeline.check_decoder()

    assert len(found.refused) == 4
    assert found.allowed == ()


def test_without_the_lock_the_attempts_are_seen_to_succeed(tmp_path: Path) -> None:
    """The guard fails when its rule is missing: this process is not locked."""
    from organizer.scan.sandbox import try_what_is_refused

    with a_photo_file(tmp_path / "a.jpg").open("rb") as file:
        tried = try_what_is_refused(file.fileno())

    assert not tried["open a file"]
    assert not tried["open a socket"]
    assert not tried["change a photo"]
