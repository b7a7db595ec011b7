"""A real window on a real library, without a screen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HOMEROLL_SCHEME"] = "light"
os.environ["LC_ALL"] = "C.UTF-8"  # the window speaks English, whatever this computer speaks

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Clusters, Home
from organizer.progress import Progress
from tests.builders import HOME, SPRING, a_photo_file
from ui.app import make_application
from ui.main_window import MainWindow
from ui.session import Session


@pytest.fixture(scope="session")
def qapp() -> Iterator[object]:
    return make_application(["homeroll"])


@pytest.fixture
def session(library: Library, qapp: object) -> Iterator[Session]:
    made = Session(library, workers=1)
    yield made
    made.close()


@pytest.fixture
def window(library: Library, qtbot: QtBot) -> MainWindow:
    """The window on an empty library."""
    return shown(MainWindow(library, workers=1), qtbot)


@pytest.fixture(scope="session")
def few_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with twelve photos on four days, and one without a date."""
    folder = tmp_path_factory.mktemp("few photos")
    for number in range(12):
        at = SPRING + timedelta(days=number // 3, minutes=number)
        a_photo_file(folder / f"IMG_{number:04}.jpg", at, HOME)
    a_photo_file(folder / "scan.png", None, make="")
    return folder


@pytest.fixture(scope="session")
def few_library(few_photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a library that has read the few photos."""
    path = tmp_path_factory.mktemp("few") / "library"
    with open_library(path) as made:
        pipeline.add_folders(made, [few_photos])
        pipeline.organize(made, progress=Progress(), workers=1)
    return path


@pytest.fixture
def _few_copied(library_path: Path, few_library: Path) -> None:
    assert not library_path.exists(), "ask for what is filled before the library"
    shutil.copytree(few_library, library_path)


@pytest.fixture
def filled(_few_copied: None, library: Library) -> Library:
    """A library that has read the few photos; reading them for each test takes a minute in all."""
    return library


@pytest.fixture
def filled_window(filled: Library, qtbot: QtBot) -> MainWindow:
    """The window on the few photos."""
    return shown(MainWindow(filled, workers=1), qtbot)


@pytest.fixture
def quiet_window(filled_window: MainWindow) -> MainWindow:
    """Nothing is proposed anew behind the back of a test."""
    filled_window.organizing.hold()
    return filled_window


@pytest.fixture
def with_a_home(filled: Library) -> None:
    """The switch is on, and a home was found."""
    pipeline.turn_suggestions_on(filled)
    first, last = date(2020, 1, 4), date(2024, 3, 2)
    home = Home(latitude=HOME[0], longitude=HOME[1], first_day=first, last_day=last, active_days=90)
    with filled.writing_derived() as derived:
        derived.replace_groups([], Clusters(homes=(home,)), {}, frozenset())


def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.addWidget(window)
    window.show()
    return window
