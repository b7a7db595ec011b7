"""The guard of originals knows the folders of a library as they are at every moment."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.builders import a_photo_file

ROOT = Path(__file__).resolve().parents[3]
START = """
import json, os, sys
from pathlib import Path
from organizer import pipeline
from organizer.library import open_library
from organizer.privacy.originals_guard import WORDS, install_originals_guard
base = Path(sys.argv[1])
def is_refused(folder):
    try:
        open(base / folder / "new.txt", "x").close()
    except PermissionError as error:
        return error.strerror == WORDS
    (base / folder / "new.txt").unlink()
    return False
"""


def told(program: str, base: Path) -> object:
    done = subprocess.run(
        [sys.executable, "-c", START + program, str(base)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_guard_knows_the_folders_of_a_library_that_is_opened(tmp_path: Path) -> None:
    a_photo_file(tmp_path / "photos/a.jpg")
    add = """
with open_library(base / "library") as library:
    pipeline.add_folders(library, [base / "photos"])
print("0")
"""
    told(add, tmp_path)
    opened = """
install_originals_guard()
before = is_refused("photos")
open_library(base / "library").close()
print(json.dumps([before, is_refused("photos"), is_refused("library"), is_refused(".")]))
"""

    assert told(opened, tmp_path) == [False, True, False, False]


def test_the_guard_follows_a_folder_that_lies_elsewhere_now(tmp_path: Path) -> None:
    a_photo_file(tmp_path / "photos/a.jpg")
    a_photo_file(tmp_path / "moved/a.jpg")
    moved = """
install_originals_guard()
with open_library(base / "library") as library:
    pipeline.add_folders(library, [base / "photos"])
    found = [is_refused("photos"), is_refused("moved")]
    pipeline.relocate_folder(library, library.folders.all()[0].id, base / "moved")
    found += [is_refused("photos"), is_refused("moved")]
    pipeline.remove_folder(library, library.folders.all()[0].id)
    print(json.dumps([*found, is_refused("moved")]))
"""

    assert told(moved, tmp_path) == [True, False, False, True, False]
