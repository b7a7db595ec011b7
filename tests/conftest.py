"""What every test needs: Qt without a screen, and no library of the user's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from organizer import pipeline
from organizer.library import Library, open_library
from tests.builders import a_life, organized_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# how long an example takes says nothing: the machine may be busy
settings.register_profile("homeroll", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("homeroll")


@pytest.fixture(autouse=True)
def _no_library_of_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that forgets ``--library`` must not touch what is real."""
    monkeypatch.setenv("HOMEROLL_LIBRARY", str(tmp_path / "default library"))


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture(scope="session")
def known_life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``photos`` and the ``library`` that knows them; tests work on copies."""
    base = tmp_path_factory.mktemp("known life")
    a_life(base / "photos")
    organized_library(base / "library", base / "photos")
    return base


@pytest.fixture
def organized(known_life: Path, library_path: Path, tmp_path: Path) -> Iterator[Library]:
    """A library with suggestions on, and ``tmp_path / "photos"``, which may be changed."""
    shutil.copytree(known_life / "photos", tmp_path / "photos")
    shutil.copytree(known_life / "library", library_path)
    with open_library(library_path) as opened:
        (folder,) = opened.folders.all()
        pipeline.relocate_folder(opened, folder.id, tmp_path / "photos")
        yield opened


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    with open_library(library_path) as opened:
        yield opened
