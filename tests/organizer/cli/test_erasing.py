"""Yes and no, erasing and forgetting, as words at the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from organizer import cli, pipeline
from organizer.library import open_library
from organizer.models import Said, Signal
from organizer.progress import Progress
from tests.builders import SPRING, a_photo_file


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    for number in range(8):
        at = SPRING + timedelta(minutes=number)
        a_photo_file(tmp_path / "photos" / f"P_{number}.jpg", at)
    return tmp_path / "photos"


@pytest.fixture
def on(library_path: Path, photos: Path) -> Path:
    with open_library(library_path) as library:
        pipeline.add_folders(library, [photos])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return library_path


def homeroll(library: Path, *words: str | Path) -> int:
    return cli.run(
        ["--quiet", "--library", str(library), *map(str, words)],
        open_window=lambda *_words: 0,
        tell=lambda _sentence: None,
        mend=lambda _path, _sentence: False,
    )


def test_consent_is_shown_and_said_by_signal_and_folder(
    on: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert homeroll(on, "consent") == 0
    assert (
        "All folders: grouping yes, places yes, content yes, faces yes" in capsys.readouterr().out
    )

    assert homeroll(on, "consent", "no", "--signal", "faces") == 0
    assert homeroll(on, "consent", "no", "--folder", photos) == 0
    assert homeroll(on, "consent") == 0
    told = capsys.readouterr().out
    assert "faces no" in told
    assert f"{photos}: grouping no" in told

    assert homeroll(on, "consent", "yes", "--folder", photos) == 0
    assert homeroll(on, "consent", "yes", "--signal", "faces") == 0
    with open_library(on) as library:
        folder = library.folders.all()[0]
        assert library.gate.is_open(Signal.FACE_COUNT, folder.id)


def test_a_new_folder_asks_and_the_words_to_answer_are_told(
    on: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_photo_file(tmp_path / "new" / "N.jpg", SPRING)
    a_photo_file(tmp_path / "wanted" / "W.jpg", SPRING)

    assert homeroll(on, "organize", tmp_path / "new") == 0
    assert f"homeroll consent yes --folder {tmp_path / 'new'}" in capsys.readouterr().err

    assert homeroll(on, "organize", tmp_path / "wanted", "--suggestions", "on") == 0
    assert "wanted" not in capsys.readouterr().err


def test_erase_takes_a_signal_or_a_folder_or_all_that_was_worked_out(
    on: Path, photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receipt = tmp_path / "receipt.txt"

    assert homeroll(on, "erase", "content", "--receipt", receipt) == 0
    assert "8 visual descriptions" in receipt.read_text(encoding="utf-8")
    assert homeroll(on, "erase", "--folder", photos) == 0
    assert homeroll(on, "erase", "derived") == 0
    assert not list(on.glob("derived.sqlite*"))
    assert homeroll(on, "erase") == 2
    assert "What?" in capsys.readouterr().err


def test_forget_takes_kinds_and_says_what_the_copies_hold(
    on: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    homeroll(on, "dates", "add", "Ana", "05-01")
    capsys.readouterr()

    assert homeroll(on, "forget", "dates", "--keep-copies") == 0
    told = capsys.readouterr().out
    assert "1 date to remember" in told
    assert "copies of the catalog still hold it" in told
    assert homeroll(on, "forget") == 0
    assert "copy of the catalog" in capsys.readouterr().out
    with open_library(on) as library:
        assert library.said.counts()[Said.DATES] == 0


def test_erase_everything_asks_for_a_yes_and_leaves_a_first_start(
    on: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(photos.iterdir())

    assert homeroll(on, "erase", "everything") == 2
    assert "add --yes" in capsys.readouterr().err
    assert (on / "catalog.sqlite").exists()
    assert homeroll(on, "erase", "everything", "--yes") == 0

    assert [path.name for path in on.iterdir()] == ["lock"]
    assert sorted(photos.iterdir()) == before
