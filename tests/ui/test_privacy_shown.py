"""What the window says of the network, the originals and the switch is so, in a real process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.models import Signal
from organizer.pipeline import consenting
from tests.builders import a_photo_file
from ui import sources
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, sys
from pathlib import Path
from organizer.privacy.network_wall import raise_network_wall
from organizer.privacy.originals_guard import install_originals_guard, originals_count
if sys.argv[3] == "behind":
    raise_network_wall()
install_originals_guard()
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from organizer import pipeline
from organizer.library import open_library
from organizer.progress import Progress
from ui.app import make_application
from ui.main_window import MainWindow
make_application(["homeroll"])
with open_library(Path(sys.argv[1])) as library:
    pipeline.add_folders(library, [Path(sys.argv[2])])
    pipeline.organize(library, progress=Progress(), workers=1)
    window = MainWindow(library, workers=1)
    window.show()
    window.go_to("promises")
    page = window.navigation.widget
    page.check()
    while not page.results:
        QTest.qWait(20)
    edge = [one.text() for one in window.side.findChildren(QLabel)]
    count = originals_count()
    print(json.dumps([edge, page.results, count.bytes_written, count.files_read]))
    window.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the wall is Linux's")
@pytest.mark.parametrize("state", ["behind", "without"])
def test_the_window_tells_how_it_is_with_the_network_and_the_originals(
    tmp_path: Path, state: str
) -> None:
    photos = a_photo_file(tmp_path / "photos/a.jpg").parent
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "library"), str(photos), state]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    edge, results, bytes_written, files_read = json.loads(done.stdout)

    network = [line for line in results if line.startswith(("✓", "✕"))][:4]
    is_behind = state == "behind"
    assert ("Network access is blocked for this app by the system." in edge) is is_behind
    assert all(line.startswith("✓") for line in network) is is_behind
    assert (bytes_written, files_read > 0) == (0, True)
    assert f"Bytes written to your photo folders since the start: {bytes_written}" in results
    assert f"Files opened there for reading since the start: {files_read}" in results


def test_the_switch_stands_as_the_ledger_says(quiet_window: MainWindow, filled: Library) -> None:
    quiet_window.go_to(sources.PRIVACY)
    page = quiet_window.navigation.widget
    for act, is_on in (
        (pipeline.turn_suggestions_on, True),
        (pipeline.turn_suggestions_off, False),
    ):
        act(filled)
        page.refresh()
        assert page.switch_card.switch.isChecked() is is_on

    consenting.say_yes(filled, [Signal.GROUPING])
    page.refresh()
    assert page.switch_card.switch.isChecked() is pipeline.suggestions_are_on(filled) is True
