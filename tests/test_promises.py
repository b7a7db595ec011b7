"""The promises as the kernel sees them: every system call of whole runs, by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.builders import a_life, a_photo_file, fingerprints

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace (Linux) shows the system calls"
)
CALLS = "socket,socketpair,connect,openat,open,creat,unlink,unlinkat,rename,renameat,renameat2"
CALLS += ",chmod,fchmod,fchmodat,utimensat,truncate,ftruncate,setxattr,mkdir,mkdirat,link,symlink"
INET = re.compile(r"socket\(AF_INET6?,.*\) = \d+")
CHANGES = re.compile(
    r"(?:unlink|rename|chmod|utimens|truncate|setxattr|mkdir|link|creat)\w*\(|O_WRONLY|O_RDWR|O_CREAT"
)


def traced(command: list[str], tmp_path: Path, **environment: str) -> list[str]:
    """Run a command and all its children; gives their system calls."""
    log = tmp_path / "strace.log"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(log), *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return log.read_text(errors="replace").splitlines()


def inet_sockets(calls: list[str]) -> list[str]:
    return [call for call in calls if INET.search(call)]


def changes_below(folder: Path, calls: list[str]) -> list[str]:
    return [
        call
        for call in calls
        if f'"{folder}' in call and CHANGES.search(call) and not call.rstrip().endswith("ENOENT")
    ]


def homeroll(tmp_path: Path, *words: str) -> list[str]:
    own = [sys.executable, "-m", "homeroll", "--library", str(tmp_path / "library")]
    return [*own, *words]


def test_organizing_opens_no_internet_socket_and_changes_nothing_below_the_photos(
    tmp_path: Path,
) -> None:
    photos = tmp_path / "photos"
    a_life(photos, months=3)
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\0")
    originals = fingerprints(photos)

    calls = traced(homeroll(tmp_path, "organize", str(photos), "--suggestions", "on"), tmp_path)

    assert any(str(photos) in call for call in calls)
    assert inet_sockets(calls) == []
    assert changes_below(photos, calls) == []
    assert fingerprints(photos) == originals


def test_the_window_opens_no_internet_socket_and_changes_nothing_below_the_photos(
    tmp_path: Path,
) -> None:
    photos = tmp_path / "photos"
    for number in range(12):
        a_photo_file(photos / f"{number}.jpg", datetime(2024, 5, number + 1))
    subprocess.run(homeroll(tmp_path, "organize", str(photos)), cwd=ROOT, check=True)
    originals = fingerprints(photos)

    calls = traced(
        homeroll(tmp_path),
        tmp_path,
        QT_QPA_PLATFORM="offscreen",
        HOMEROLL_TRACE_START="1",
        HOMEROLL_QUIT_AFTER_PAINT="1",
    )

    assert any("libQt6Gui" in call for call in calls)
    assert not any("libQt6Network" in call and "= -1" not in call for call in calls)
    assert inet_sockets(calls) == []
    assert changes_below(photos, calls) == []
    assert fingerprints(photos) == originals


def test_the_whole_way_through_the_window_asks_for_no_internet_socket_at_all(
    tmp_path: Path,
) -> None:
    """Dropped, analysed, saved, exported, erased; without the wall, so that nothing is refused."""
    photos = tmp_path / "photos"
    a_life(photos)
    originals = fingerprints(photos)
    whole_way = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    whole_way += [f"--basetemp={tmp_path / 'run'}", "tests/ui/test_the_whole_way.py"]

    calls = traced(
        whole_way, tmp_path, QT_QPA_PLATFORM="offscreen", HOMEROLL_TEST_PHOTOS=str(photos)
    )

    assert any("derived.sqlite" in call for call in calls)
    assert not [call for call in calls if "socket(AF_INET" in call]
    assert not any("Qt6Network" in call and "= -1" not in call for call in calls)
    assert changes_below(photos, calls) == []
    assert fingerprints(photos) == originals


def test_the_program_guards_the_folders_that_are_added_and_measures_what_is_written(
    tmp_path: Path,
) -> None:
    photo = a_photo_file(tmp_path / "photos/a.jpg")
    program = """
import sys
from pathlib import Path
from organizer import pipeline
from organizer.library import open_library
from organizer.pipeline import proving
from organizer.progress import Progress
import homeroll
homeroll.install_originals_guard()
with open_library(Path(sys.argv[1])) as library:
    before = proving.prove(library).is_photo_safe
    pipeline.add_folders(library, [Path(sys.argv[2])])
    pipeline.organize(library, progress=Progress(), workers=1)
    proof = proving.prove(library)
print(before, proof.is_photo_safe, proof.originals.files_read > 0, proof.originals.bytes_written)
"""
    command = [sys.executable, "-c", program, str(tmp_path / "library"), str(photo.parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["None", "True", "True", "0"]


def test_suggestions_leave_nothing_on_the_disk_but_in_the_library(tmp_path: Path) -> None:
    photos, home = tmp_path / "photos", tmp_path / "home"
    for number in range(6):
        a_photo_file(photos / f"{number}.jpg", datetime(2024, 5, 1, 10, number), seed=number)
    home.mkdir()
    names = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "TMPDIR")
    folders = {name: str(home / name) for name in names}
    for folder in folders.values():
        Path(folder).mkdir()

    subprocess.run(
        homeroll(tmp_path, "organize", str(photos), "--suggestions", "on"),
        cwd=ROOT,
        env={**os.environ, **folders, "HOME": str(home)},
        capture_output=True,
        check=True,
    )

    assert (tmp_path / "library" / "derived.sqlite").exists()
    assert [str(path) for path in home.rglob("*") if path.is_file()] == []


def test_the_guard_sees_a_socket_and_a_changed_photo_when_they_are_planted(tmp_path: Path) -> None:
    photo = a_photo_file(tmp_path / "photos/a.jpg")
    fault = "import os, socket, sys; socket.socket(); os.utime(sys.argv[1])"

    calls = traced([sys.executable, "-c", fault, str(photo)], tmp_path)

    assert inet_sockets(calls)
    assert changes_below(tmp_path / "photos", calls)
