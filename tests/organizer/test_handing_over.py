"""A second start and the window that is open, in real processes."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from organizer import handing_over
from organizer.handing_over import Listening, hand_over
from organizer.library import lock_library

if sys.platform == "win32":
    pytest.skip("addresses are named pipes here", allow_module_level=True)


@pytest.fixture
def handed() -> queue.Queue[list[Path]]:
    return queue.Queue()


@pytest.fixture
def listening(tmp_path: Path, handed: queue.Queue[list[Path]]) -> Iterator[Listening]:
    made = Listening(tmp_path, handed.put)
    yield made
    made.close()


def test_folders_reach_the_window_as_they_are(
    tmp_path: Path, listening: Listening, handed: queue.Queue[list[Path]]
) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9 <b>")

    assert hand_over(tmp_path, [odd, tmp_path])

    assert handed.get(timeout=5) == [odd, tmp_path]


def test_nothing_is_handed_over_where_no_window_is_open(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [tmp_path])


def test_what_a_killed_start_left_is_no_hindrance(
    tmp_path: Path, handed: queue.Queue[list[Path]]
) -> None:
    (tmp_path / handing_over.SOCKET).touch()

    listening = Listening(tmp_path, handed.put)

    assert hand_over(tmp_path, [])
    listening.close()
    assert not (tmp_path / handing_over.SOCKET).exists()


@pytest.mark.parametrize("odd", [b"", b"{}", b"[3]", b'["zz"]', b"\xff", b"[" * 100_000])
def test_odd_callers_are_passed_over(
    tmp_path: Path, listening: Listening, handed: queue.Queue[list[Path]], odd: bytes
) -> None:
    with Client(str(tmp_path / handing_over.SOCKET)) as end:
        end.send_bytes(odd)

    assert hand_over(tmp_path, [tmp_path])
    assert handed.get(timeout=5) == [tmp_path]


def test_a_library_with_a_long_path_has_its_socket_elsewhere(
    tmp_path: Path, handed: queue.Queue[list[Path]]
) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()

    listening = Listening(deep, handed.put)

    assert hand_over(deep, [tmp_path])
    listening.close()
    assert list(deep.iterdir()) == []


def test_the_folder_for_sockets_elsewhere_goes_with_the_last_window(
    tmp_path: Path, handed: queue.Queue[list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    short = Path(tempfile.mkdtemp(dir="/tmp"))  # a socket beside it needs a short path
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    deep = [tmp_path / (letter * 120) for letter in "xy"]
    for folder in deep:
        folder.mkdir()
    first, second = (Listening(folder, handed.put) for folder in deep)

    first.close()
    between = len(list(short.iterdir()))
    second.close()

    assert (between, list(short.iterdir())) == (1, [])
    short.rmdir()


def test_closing_does_not_wait_for_a_socket_that_somebody_removed(
    tmp_path: Path, handed: queue.Queue[list[Path]]
) -> None:
    listening = Listening(tmp_path, handed.put)
    (tmp_path / handing_over.SOCKET).unlink()

    listening.close()

    assert not listening._thread.is_alive()


def start_again(library: Path, *folders: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "homeroll", "--library", str(library), *map(str, folders)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_starting_the_program_again_hands_over_and_ends_well(
    tmp_path: Path, handed: queue.Queue[list[Path]]
) -> None:
    library, photos = tmp_path / "library", tmp_path / "photos"
    photos.mkdir()
    with lock_library(library):
        listening = Listening(library, handed.put)
        ended = start_again(library, photos)
        listening.close()

    assert (ended.returncode, handed.get(timeout=5)) == (0, [photos])
    assert "open already" in ended.stderr


def test_a_library_that_a_command_has_open_is_still_refused(tmp_path: Path) -> None:
    with lock_library(tmp_path / "library"):
        ended = start_again(tmp_path / "library")

    assert ended.returncode == 4
    assert "open in another Homeroll" in ended.stderr
