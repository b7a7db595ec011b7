"""What a crash interrupted is finished by the next start, whichever it is, before anything else."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from organizer import cli, pipeline
from organizer.library import open_library
from organizer.models import Signal
from organizer.pipeline import consenting, erasing, starting_over
from organizer.progress import Progress
from tests.builders import SPRING, a_photo_file


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("starts")
    a_photo_file(base / "photos/a.jpg", SPRING)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "photos"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base / "library"


@pytest.fixture
def library_path(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "library"))


def started(library: Path, *words: str) -> list[list[str]]:
    """A start of the program; gives the files of the library whenever the window is shown."""
    seen: list[list[str]] = []

    def show(path: Path, _folders: Sequence[Path], _workers: int | None) -> int:
        seen.append(sorted(file.name for file in path.iterdir()))
        return 0

    code = cli.run(
        ["--quiet", "--library", str(library), *words],
        open_window=show,
        tell=lambda _sentence: None,
        mend=lambda _path, _sentence: False,
    )
    assert code == 0
    return seen


def test_a_command_finishes_what_was_begun(library_path: Path) -> None:
    erasing.begin_erasure_in(library_path)  # and then the program ended

    started(library_path, "albums")

    assert not (library_path / "derived.sqlite").exists()
    assert not (library_path / "erasing").exists()


def test_the_window_finishes_what_was_begun_before_it_shows(library_path: Path) -> None:
    erasing.begin_erasure_in(library_path)

    (there,) = started(library_path)

    assert "derived.sqlite" not in there
    assert "erasing" not in there
    assert "catalog.sqlite" in there


def test_everything_goes_at_the_next_start(library_path: Path) -> None:
    erasing.begin_erasure_in(library_path, starting_over.EVERYTHING)

    (there,) = started(library_path)

    assert "erasing" not in there
    with open_library(library_path) as library:
        assert library.photos.count() == 0
        assert library.folders.all() == []


def test_a_withdrawal_that_was_interrupted_is_finished_by_a_command(library_path: Path) -> None:
    erasing.begin_erasure_in(library_path, consenting.withdrawal([Signal.CONTENT]))

    started(library_path, "albums")

    with open_library(library_path) as library:
        assert not library.gate.is_open(Signal.CONTENT)
        assert library.gate.is_open(Signal.GROUPING)
        with library.derived() as derived:
            assert derived is not None
            assert derived.counts()["feature"] == 0
