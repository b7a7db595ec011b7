"""What a decode process has given up, tried from inside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from organizer import pipeline, seccomp
from organizer.scan.workers import WorkerPool
from tests.builders import a_photo_file

ROOT = Path(__file__).resolve().parents[3]

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


ALONE = """
import os, sys
from organizer.scan.landlock import forbid_files

held = open(sys.argv[1], "rb")
before = open(sys.argv[1], "rb").read(2) == b"\\xff\\xd8"
print(forbid_files(), before, held.read(2) == b"\\xff\\xd8")
for attempt in (
    lambda: open(sys.argv[1], "rb"),
    lambda: os.unlink(sys.argv[1]),
    lambda: os.mkdir(sys.argv[1] + ".d"),
    lambda: os.listdir("/"),
    lambda: os.execv(sys.executable, [sys.executable, "--version"]),
):
    try:
        attempt()
        print("went")
    except PermissionError:
        print("refused")
"""


def test_the_second_lock_alone_leaves_only_files_that_are_open_already(tmp_path: Path) -> None:
    photo = a_photo_file(tmp_path / "a.jpg")

    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(photo)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    lines = done.stdout.splitlines()
    if lines[0] == "False True True":
        pytest.skip("this kernel has no Landlock")
    assert lines == ["True True True", *["refused"] * 5]
    assert photo.is_file()


BOTH = """
import sys
from organizer.scan import landlock, sandbox

if sys.argv[1] == "locked":
    sandbox.enter()
count = 0
while landlock.forbid_files() and count < 40:  # they pile up, to a limit of the kernel
    count += 1
print(count)
"""


def test_both_locks_are_put_on() -> None:
    """What seccomp refuses hides the second lock, but it takes one of the layers there can be."""
    free, left = (
        int(
            subprocess.run(
                [sys.executable, "-c", BOTH, how],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for how in ("free", "locked")
    )
    if not free:
        pytest.skip("this kernel has no Landlock")
    assert free - left == 1


def test_a_decoder_that_crashes_leaves_no_core_file() -> None:
    """Its memory holds pictures."""
    with WorkerPool(1) as pool:
        pool.workers[0].ask({"do": "try"}, [Path(__file__)])
        process = pool.workers[0]._process
        assert process is not None
        limits = Path(f"/proc/{process.pid}/limits").read_text(encoding="utf-8")

    told = {line[:26].strip(): line[26:].split() for line in limits.splitlines()}
    assert told["Max core file size"][:2] == ["0", "0"]
    assert told["Max address space"][0] == str(4 << 30)
