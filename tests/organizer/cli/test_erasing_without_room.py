"""A full disk or one that may only be read: one sentence, and nothing half done stays so."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import cli, pipeline
from organizer.library import open_library
from organizer.models import RememberedDate, Signal
from organizer.progress import Progress
from tests.builders import SPRING, a_photo_file, contains


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that has worked something out and was told something."""
    base = tmp_path_factory.mktemp("prepared")
    for number in range(8):
        a_photo_file(base / "photos" / f"P_{number}.jpg", SPRING + timedelta(minutes=number))
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "photos"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
        with library.transaction():
            library.dates.add(RememberedDate(name="canary-Ana", month=3, day=9, kind="birthday"))
    return base / "library"


@pytest.fixture
def disk(prepared: Path, tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB with that library."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    shutil.copytree(prepared, place / "library")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, *, but_bytes: int) -> None:
    with (disk / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(b"x" * 4096)
    size = (disk / "filler").stat().st_size
    with (disk / "filler").open("r+b") as filler:
        filler.truncate(max(0, size - but_bytes))


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def homeroll(disk: Path, *words: str) -> int:
    return cli.run(
        ["--quiet", "--library", str(disk / "library"), *words],
        open_window=lambda *_words: 0,
        tell=lambda _sentence: None,
        mend=lambda _path, _sentence: False,
    )


@pytest.mark.parametrize("room_kb", [4, 80])
@pytest.mark.parametrize("words", [("consent", "no", "--signal", "content"), ("forget", "dates")])
def test_without_room_it_ends_in_a_sentence_and_is_done_once_there_is(
    disk: Path, words: tuple[str, ...], room_kb: int, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(disk, but_bytes=room_kb * 1024)

    code = homeroll(disk, *words)

    told = capsys.readouterr().err.strip()
    assert code in (0, 4)
    assert code == 0 or "room on the disk" in told
    begun = (disk / "library" / "erasing").exists()
    remount(disk, "size=64m")
    if code and not begun:
        homeroll(disk, *words)
    assert homeroll(disk, "consent") == 0  # the next start
    assert not (disk / "library" / "erasing").exists()
    with open_library(disk / "library") as library:
        if words[0] == "forget":
            assert contains(disk, b"canary-Ana") == []
        else:
            assert not library.gate.is_open(Signal.CONTENT)
            with library.derived() as derived:
                assert derived is None or derived.counts()["feature"] == 0


def test_everything_can_be_erased_on_a_full_disk(disk: Path) -> None:
    fill(disk, but_bytes=0)

    assert homeroll(disk, "erase", "everything", "--yes") == 0

    assert [path.name for path in (disk / "library").iterdir()] == ["lock"]


def test_a_disk_that_may_only_be_read_is_told_of(
    disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remount(disk, "ro")
    for words in (("forget",), ("consent", "no"), ("erase", "everything", "--yes")):
        assert homeroll(disk, *words) == 4
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    remount(disk, "rw")
