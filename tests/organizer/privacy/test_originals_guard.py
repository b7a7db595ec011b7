"""The guard before the originals, in real processes: once installed, it stays."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_photo_file, fingerprints

ROOT = Path(__file__).resolve().parents[3]
START = """
import json, os, pathlib, shutil, sqlite3, sys, threading
from organizer.privacy.originals_guard import *
photos, photo = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
beside = photos.parent / "beside"
beside.mkdir(exist_ok=True)
own = photos / ".local/share/homeroll"
own.mkdir(parents=True, exist_ok=True)
install_originals_guard(refuses=%s)
library = photos / "a library among photos"
guard_folders(library, [photos])
"""
ATTEMPTS = {
    "writing": "open(photo, 'r+b')",
    "appending": "open(photo, 'ab')",
    "a new file": "open(photos / 'new.txt', 'w')",
    "by descriptor": "os.open(photo, os.O_RDWR)",
    "renaming away": "os.rename(photo, beside / 'x.jpg')",
    "moving into": "(beside / 'y').touch(); os.replace(beside / 'y', photos / 'y')",
    "moving by shutil": "shutil.move(photo, beside / 'x.jpg')",
    "deleting": "photo.unlink()",
    "a new folder": "(photos / 'new').mkdir()",
    "a link into": "os.link(photo, photos / 'twin.jpg')",
    "a symbolic link": "os.symlink(photo, photos / 'link.jpg')",
    "cutting": "os.truncate(photo, 3)",
    "the mode": "photo.chmod(0o600)",
    "the time": "os.utime(photo, (1, 1))",
    "the time by descriptor": "os.utime(os.open(photo, os.O_RDONLY), (1, 1))",
    "the mode by descriptor": "os.fchmod(os.open(photo, os.O_RDONLY), 0o600)",
    "the owner": "os.chown(photo, os.getuid(), os.getgid())",
    "an attribute": "os.setxattr(photo, 'user.x', b'1')",
    "taking an attribute": "os.removexattr(photo, 'user.x')",
    "removing a folder": "os.rmdir(photos / 'any')",
    "without open": "import io; io.FileIO(photo, 'r+')",
    "a database by address": "sqlite3.connect(f'file:{photos}/x%20y.sqlite?mode=rwc', uri=True)",
    "under a library": "guard_folders(photos.parent, [photos]); open(photo, 'ab')",
    "a database": "sqlite3.connect(photos / 'x.sqlite')",
    "from a folder": "os.remove(photo.name, dir_fd=os.open(photos, os.O_RDONLY))",
    "a new file from a folder": "os.open('new', os.O_CREAT | os.O_WRONLY,"
    " dir_fd=os.open(photos, os.O_RDONLY))",
    "a socket": "import socket; socket.socket(socket.AF_UNIX).bind(str(photos / 's'))",
    "from where one is": "os.chdir(photos); open(photo.name, 'ab')",
    "a link to it": "os.symlink(photo, beside / 'l'); open(beside / 'l', 'ab')",
    "through a link": "os.symlink(photos, beside / 'door'); open(beside / 'door/n.txt', 'w')",
}


def guarded(photo: Path, attempt: str, *, refuses: bool = True) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", START % refuses + attempt, str(photo.parent), str(photo)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return a_photo_file(tmp_path / "photos/a.jpg")


def test_every_way_to_change_something_below_a_photo_folder_is_refused(photo: Path) -> None:
    before = fingerprints(photo.parent)
    found = guarded(
        photo,
        f"""
went_through = []
for name, attempt in {ATTEMPTS!r}.items():
    try:
        exec(attempt)
    except PermissionError as error:
        if error.strerror != WORDS:
            went_through.append([name, str(error)])
    else:
        went_through.append(name)
count = originals_count()
print(json.dumps([went_through, count.bytes_written, len(count.refused), os.listdir(photos)]))
""",
    )

    went_through, written, refused, left = found  # type: ignore[misc]
    assert went_through == []
    assert written == 0
    assert refused >= len(ATTEMPTS)  # a move is tried as a copy too
    assert sorted(left) == [".local", "a.jpg"]
    assert fingerprints(photo.parent) == before


def test_reading_is_counted_and_everything_elsewhere_goes_on(photo: Path) -> None:
    found = guarded(
        photo,
        """
photo.read_bytes()
os.close(os.open(photo, os.O_RDONLY))
(beside / "a.txt").write_text("x")
shutil.copy(photo, beside / "copy.jpg")
(beside / "copy.jpg").unlink()
os.symlink(photo, beside / "link")
(beside / "link").unlink()
(photos / ".." / "beside" / "b.txt").write_text("x")
library.mkdir()
(library / "catalog.sqlite").write_text("x")
(own / "catalog").write_text("a library below a photo folder, in a hidden folder")
os.close(os.open(os.path.relpath(beside / "c.txt"), os.O_CREAT | os.O_WRONLY))
import socket
socket.socket(socket.AF_UNIX).bind("\\0" + str(photos))
other = pathlib.Path(str(photos) + "2")
other.mkdir()
(other / "a.txt").write_text("x")
guard_folders(library, [])
(photos / "no longer one of its folders.txt").write_text("x")
count = originals_count()
print(json.dumps([count.files_read, count.bytes_written, count.refused]))
""",
    )

    assert found == [3, 0, []]


def test_other_threads_are_watched_too(photo: Path) -> None:
    found = guarded(
        photo,
        """
def write():
    try:
        open(photo, "ab")
    except PermissionError as error:
        seen.append(error.strerror == WORDS)
seen = []
one = threading.Thread(target=write)
one.start()
one.join()
print(json.dumps(seen))
""",
    )

    assert found == [True]


def test_what_is_written_is_measured_where_nothing_is_refused(photo: Path) -> None:
    """The fault that the counter is there for: with the refusing taken out, it counts."""
    found = guarded(
        photo,
        """
with photo.open("ab") as file:
    file.write(b"0123456789")
(photos / "new.txt").write_text("12345")
count = originals_count()
print(json.dumps([count.bytes_written, count.is_guarded, try_to_write(photo)]))
""",
        refuses=False,
    )

    assert found == [15, False, False]


def test_bytes_written_over_others_are_measured(photo: Path) -> None:
    """The size stays the same: what is counted then is the whole file."""
    found = guarded(
        photo,
        """
with photo.open("r+b") as file:
    file.seek(100)
    file.write(b"0123456789")
os.utime(photo, ns=(1, 1))
print(json.dumps([originals_count().bytes_written, photo.stat().st_size]))
""",
        refuses=False,
    )

    written, size = found  # type: ignore[misc]
    assert written == size > 0
