"""Scans of folders that are not as one would wish them: changing, forbidden, oddly named."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Status
from organizer.pipeline import batches
from organizer.progress import Progress
from organizer.scan.workers import DecodeWorker
from tests.builders import a_jpeg, a_photo_file, fingerprints, report_of, without_ids

ROOT = Path(__file__).resolve().parents[3]
TAKEN = datetime(2024, 5, 4, 10, 11, 12)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for number in range(6):
        a_photo_file(folder / f"IMG_{number}.jpg", TAKEN.replace(day=number + 1))
    return folder


def organize(library: Library, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Scan; between the first pass and the second, do something *meanwhile*."""
    happened: list[bool] = []

    def after_the_first_pass() -> None:
        if not happened:
            happened.append(True)
            meanwhile()

    pipeline.organize(library, progress=Progress(), workers=2, on_batch=after_the_first_pass)


def fresh_report(photos: Path, path: Path) -> object:
    """What a library says that has seen only what is there now."""
    with open_library(path) as library:
        pipeline.add_folders(library, [photos])
        organize(library)
        return without_ids(report_of(library))


@pytest.mark.parametrize("how", ["grows", "shrinks", "is exchanged", "is damaged"])
def test_a_file_that_changes_during_the_scan_is_right_after_the_next(
    library: Library, photos: Path, tmp_path: Path, how: str
) -> None:
    file = photos / "IMG_3.jpg"
    whole = file.read_bytes()
    ways = {
        "grows": whole + bytes(5000),
        "shrinks": whole[: len(whole) // 2],
        "is exchanged": a_jpeg(77, taken_at=TAKEN.replace(year=2019)),
        "is damaged": bytes(len(whole)),
    }
    pipeline.add_folders(library, [photos])

    organize(library, meanwhile=lambda: _write(file, ways[how]))
    listed = [path for photo in report_of(library)["photos"] for path in photo["paths"]]
    pipeline.organize(library, progress=Progress(), workers=1)

    assert sorted(listed) == sorted(str(path) for path in photos.iterdir())
    assert without_ids(report_of(library)) == fresh_report(photos, tmp_path / "fresh")


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def test_a_file_that_vanishes_during_the_scan_is_listed_and_then_gone(
    library: Library, photos: Path
) -> None:
    pipeline.add_folders(library, [photos])

    organize(library, meanwhile=(photos / "IMG_2.jpg").unlink)
    (problem,) = library.photos.problems()
    pipeline.organize(library, progress=Progress(), workers=1)

    assert problem.status is Status.VANISHED
    assert library.photos.problems() == []
    assert library.photos.count() == 5


def test_a_file_that_becomes_a_pipe_or_a_link_during_the_scan_harms_nobody(
    library: Library, photos: Path
) -> None:
    def exchange() -> None:
        (photos / "IMG_1.jpg").unlink()
        os.mkfifo(photos / "IMG_1.jpg")
        (photos / "IMG_2.jpg").unlink()
        (photos / "IMG_2.jpg").symlink_to("/etc/hostname")

    pipeline.add_folders(library, [photos])

    organize(library, meanwhile=exchange)

    assert {photo.path.name for photo in library.photos.problems()} == {"IMG_1.jpg", "IMG_2.jpg"}
    assert library.photos.count() == 4


@pytest.mark.parametrize("photos_a_batch", [2, 200])
def test_a_folder_that_is_removed_from_homeroll_during_the_scan_stays_removed(
    library: Library,
    photos: Path,
    library_path: Path,
    photos_a_batch: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batches, "BATCH_PHOTOS", photos_a_batch)  # in one pass or in the other
    (folder,) = pipeline.add_folders(library, [photos]).added

    def remove() -> None:  # as the window does, over a connection of its own
        with open_library(library_path) as other:
            pipeline.remove_folder(other, folder.id)

    organize(library, meanwhile=remove)

    assert library.photos.all() == []
    assert library.folders.all() == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipes_sockets_loops_and_links_are_passed_by(
    library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(photos / "pipe.jpg")
    (photos / "loop").symlink_to(photos, target_is_directory=True)
    (photos / "itself.jpg").symlink_to(photos / "itself.jpg")
    monkeypatch.chdir(photos)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket.jpg")
        pipeline.add_folders(library, [photos])

        organize(library)

    assert library.photos.count() == 6
    assert library.photos.problems() == []


def test_the_longest_names_and_names_that_are_no_text_are_read(
    library: Library, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    names = [
        b"a" * 251 + b".jpg",
        "é".encode() * 125 + b"x.jpg",
        "📷".encode() * 62 + b"abc.jpg",
        b"\xff\xfe\x80.jpg",
        b"line\nbreak\ttab.jpg",
        "right\u202egpj.exe.jpg".encode(),
    ]
    photos.mkdir()
    for number, name in enumerate(names):
        (photos / os.fsdecode(name)).write_bytes(a_jpeg(number, taken_at=TAKEN))
    (photos / os.fsdecode(b"b" * 255)).mkdir()
    deep = photos / os.fsdecode(b"b" * 255) / ("c" * 200) / ("d" * 200)
    a_photo_file(deep / "deep.jpg", TAKEN, seed=99)
    before = fingerprints(photos)
    pipeline.add_folders(library, [photos])

    organize(library)

    found = {os.fsencode(photo.path.name) for photo in library.photos.all()}
    assert found == {*names, b"deep.jpg"}
    assert library.photos.problems() == []
    assert fingerprints(photos) == before
    report_of(library)


def test_a_file_that_ends_its_readers_is_in_quarantine_until_it_changes_or_the_user_asks(
    library: Library, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the kill stands in for a bug of a decoder: a real death of a real process, at every attempt
    asked: list[Path] = []
    ask = DecodeWorker.ask

    def ask_and_die(worker: DecodeWorker, header: dict[str, object], paths: list[Path]) -> object:
        if photos / "IMG_4.jpg" in paths:
            asked.extend(paths)
            worker.warm_up()
            os.kill(worker.process_id, signal.SIGKILL)
        return ask(worker, header, paths)

    monkeypatch.setattr(DecodeWorker, "ask", ask_and_die)
    pipeline.add_folders(library, [photos])

    organize(library)
    (problem,) = library.photos.problems()
    assert problem.reason == "Reading it crashed the decoder."
    assert library.photos.count() == 5
    asked.clear()
    organize(library)
    assert asked == []

    pipeline.try_problems_again(library)
    organize(library)
    assert asked

    asked.clear()
    _write(photos / "IMG_4.jpg", a_jpeg(50, taken_at=TAKEN))
    organize(library)
    assert asked


# -- what may not be read ------------------------------------------------------------------------


def without_privileges() -> list[str]:
    """The start of a command that has no more rights to files than their modes say."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv to give that up")
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]


@pytest.fixture
def forbidden(photos: Path) -> Iterator[Path]:
    """Photos of which one may not be read, and a folder that may not be listed."""
    a_photo_file(photos / "locked" / "inside.jpg", TAKEN)
    (photos / "IMG_5.jpg").chmod(0)
    (photos / "locked").chmod(0)
    yield photos
    (photos / "locked").chmod(0o755)
    (photos / "IMG_5.jpg").chmod(0o644)


def run_homeroll(library_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(*without_privileges(), sys.executable, "-m", "homeroll"),
            *("--library", str(library_path), "--quiet", *words),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_what_may_not_be_read_is_listed_with_a_reason_and_read_once_it_may(
    forbidden: Path, library_path: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"

    done = run_homeroll(library_path, "organize", str(forbidden), "--json", str(report))

    assert done.returncode == 0, done.stderr
    says = json.loads(report.read_text())
    (unread,) = [photo for photo in says["photos"] if photo["status"] != "ok"]
    assert Path(unread["path"]).name == "IMG_5.jpg"
    assert unread["status"] == "unreadable"
    assert unread["reason"] == "The file could not be opened: Permission denied."
    assert any("locked" in note and "could not be listed" in note for note in says["notes"])

    (forbidden / "IMG_5.jpg").chmod(0o644)
    (forbidden / "locked").chmod(0o755)
    done = run_homeroll(library_path, "organize", str(forbidden), "--json", str(report))

    says = json.loads(report.read_text())
    assert [photo["status"] for photo in says["photos"]] == ["ok"] * 7


def test_a_folder_that_may_no_longer_be_listed_loses_none_of_its_photos(
    photos: Path, library_path: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    a_photo_file(photos / "locked" / "inside.jpg", TAKEN)
    run_homeroll(library_path, "organize", str(photos))
    (photos / "locked").chmod(0)
    try:
        run_homeroll(library_path, "organize", str(photos), "--json", str(report))
    finally:
        (photos / "locked").chmod(0o755)

    names = {Path(photo["path"]).name for photo in json.loads(report.read_text())["photos"]}
    assert "inside.jpg" in names


def test_folders_that_may_not_be_written_are_read_like_others(
    photos: Path, library_path: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    before = fingerprints(photos)
    for path in (*photos.iterdir(), photos):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = run_homeroll(library_path, "organize", str(photos), "--json", str(report))
    finally:
        photos.chmod(0o755)
        for path in photos.iterdir():
            path.chmod(0o644)

    assert done.returncode == 0, done.stderr
    assert [photo["status"] for photo in json.loads(report.read_text())["photos"]] == ["ok"] * 6
    assert {name: facts[0] for name, facts in fingerprints(photos).items()} == {
        name: facts[0] for name, facts in before.items()
    }
