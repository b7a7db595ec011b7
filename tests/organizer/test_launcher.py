"""The entry in the menu of applications."""

from __future__ import annotations

import shlex
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from organizer import launcher
from organizer.errors import OrganizerError


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def entry_in(data_home: Path) -> dict[str, str]:
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(data_home / launcher.ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_the_entry_starts_this_homeroll(data_home: Path) -> None:
    launcher.add_entry()

    command = shlex.split(entry_in(data_home)["Exec"])
    assert command[-1] == "%F"
    asked = subprocess.run(
        [*command[:-1], "--version"], capture_output=True, text=True, check=True, cwd="/"
    )
    assert asked.stdout.startswith("homeroll")
    assert all((data_home / place).stat().st_size > 100 for place in launcher.ICONS)


def test_odd_paths_are_quoted(data_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", '/opt/my "100 %" $HOME/python')

    launcher.add_entry()

    assert '\\\\"100 %%\\\\" \\\\$HOME' in entry_in(data_home)["Exec"]


def test_it_is_taken_out_again_without_a_trace(data_home: Path) -> None:
    assert not launcher.has_entry()
    launcher.add_entry()
    assert launcher.has_entry()

    launcher.remove_entry()

    assert not launcher.has_entry()
    assert [path for path in data_home.rglob("*") if path.is_file()] == []


def test_a_place_that_cannot_be_written_is_one_sentence(data_home: Path) -> None:
    (data_home / "icons").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(OrganizerError, match="could not be put into the menu"):
        launcher.add_entry()
