"""The command line as a user types it: real processes, exit codes, one sentence for an error."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from organizer.cli.words import COMMANDS
from organizer.library import lock_library
from tests.builders import a_life, a_photo_file, fingerprints

ROOT = Path(__file__).resolve().parents[2]
REPORT_KEYS = {"format", "suggestions_switch", "folders", "timing", "photos", "events"}
REPORT_KEYS |= {"suggestions"}
PHOTO_KEYS = {
    *("id", "path", "status", "reason", "taken_at", "utc_offset", "taken_at_source"),
    *("taken_at_trust", "taken_at_precision", "lat", "lon", "place", "width", "height"),
    *("orientation", "kind", "event", "place_group", "likeness_group", "look_group"),
    *("best_of_likeness_group", "quality", "duration_s", "paths", "parts", "themes"),
}


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("life")
    a_life(folder)
    return folder


class Homeroll:
    """Runs ``homeroll`` with a library of its own."""

    def __init__(self, library: Path) -> None:
        self.library = library

    def __call__(self, *words: object, code: int = 0) -> str:
        done = subprocess.run(
            self.command(*words), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr + done.stdout
        assert done.returncode == code, done.stderr + done.stdout
        self.errors = done.stderr
        return done.stdout

    def command(self, *words: object) -> list[str]:
        own = [sys.executable, "-m", "homeroll", "--library", str(self.library)]
        return [*own, *(str(word) for word in words)]


@pytest.fixture
def homeroll(tmp_path: Path) -> Homeroll:
    return Homeroll(tmp_path / "library")


def test_the_whole_way_from_a_folder_to_an_exported_album_and_off_again(
    homeroll: Homeroll, life: Path, tmp_path: Path
) -> None:
    originals = fingerprints(life)

    report = json.loads(homeroll("organize", life, "--suggestions", "on", "--json", "-"))
    assert report["format"] == "homeroll-report/1"
    assert report.keys() >= REPORT_KEYS
    assert all(photo.keys() >= PHOTO_KEYS for photo in report["photos"])
    trips = [found for found in report["suggestions"] if found["kind"] == "trip"]
    assert len(trips) == 1
    assert "Da Nang" in trips[0]["title"] or "Đà Nẵng" in trips[0]["title"]
    assert all(found["reasons"] for found in report["suggestions"])

    assert trips[0]["id"] in homeroll("suggest")
    assert "Saved" in homeroll("albums", "save", trips[0]["id"])
    assert trips[0]["title"] in homeroll("albums")
    assert "IMG_" in homeroll("albums", "show", trips[0]["title"])
    homeroll("export", trips[0]["title"], tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == len(trips[0]["photo_ids"])

    assert "Erased" in homeroll("suggestions", "off")
    assert homeroll("suggestions", "status").strip() == "off"
    assert not list(homeroll.library.glob("derived.sqlite*"))
    assert "IMG_" in homeroll("albums", "show", "1")
    assert fingerprints(life) == originals


def test_with_the_switch_off_nothing_derived_is_in_the_report(
    homeroll: Homeroll, life: Path
) -> None:
    report = json.loads(homeroll("organize", life, "--json", "-"))

    assert report["suggestions_switch"] == "off"
    assert report["events"] == report["suggestions"] == []
    for photo in report["photos"]:
        assert photo["event"] is photo["likeness_group"] is photo["quality"] is None
        assert photo["themes"] == []
    assert not list(homeroll.library.glob("derived.sqlite*"))


def test_the_same_photos_in_another_order_give_the_same_ids(life: Path, tmp_path: Path) -> None:
    halves = [tmp_path / "a", tmp_path / "b"]
    for half in halves:
        half.mkdir()
    for position, path in enumerate(sorted(life.rglob("*.jpg"))):
        shutil.copy(path, halves[position % 2] / path.name)
    found = []
    for name, order in (("one", halves), ("two", halves[::-1])):
        homeroll = Homeroll(tmp_path / name)
        for half in order[:-1]:
            homeroll("organize", half)
        report = json.loads(homeroll("organize", order[-1], "--suggestions", "on", "--json", "-"))
        found.append([suggestion["id"] for suggestion in report["suggestions"]])

    assert found[0] == found[1]
    assert found[0]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["suggest"], 3, "homeroll suggestions on"),
        (["albums", "save", "trip-1"], 3, "homeroll suggestions on"),
        (["albums", "show", "Nothing"], 1, "There is no album “Nothing”"),
        (["export", "Nothing", "somewhere"], 1, "There is no album"),
        (["dates", "add", "Mai", "14-06"], 2, "is not a date"),
        (["dates", "add", "Mai", "02-30"], 2, "is not a date"),
        (["suggestions", "maybe"], 2, "invalid choice"),
        (["organize"], 2, "FOLDER"),
        (["dates", "remove"], 2, "Which one?"),
        (["albums", "show"], 2, "Which one?"),
        (["sugest"], 2, "neither a command nor a folder"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else None,
)
def test_an_error_is_a_sentence_and_an_exit_code(
    homeroll: Homeroll, words: list[str], code: int, says: str
) -> None:
    homeroll(*words, code=code)

    assert says in homeroll.errors


def test_a_library_that_is_open_elsewhere_is_code_4(homeroll: Homeroll) -> None:
    with lock_library(homeroll.library):
        homeroll("problems", code=4)

    assert "open in another Homeroll" in homeroll.errors


def test_a_damaged_library_is_code_4_and_is_not_changed(homeroll: Homeroll) -> None:
    homeroll("problems")
    (homeroll.library / "catalog.sqlite").write_bytes(b"not a database" * 500)

    homeroll("problems", code=4)

    assert "damaged" in homeroll.errors
    assert (homeroll.library / "catalog.sqlite").read_bytes().startswith(b"not a database")


def test_a_newer_library_is_code_4(homeroll: Homeroll) -> None:
    homeroll("problems")
    with sqlite3.connect(homeroll.library / "catalog.sqlite") as connection:
        connection.execute("PRAGMA user_version = 1000")
    connection.close()

    homeroll("problems", code=4)

    assert "newer Homeroll" in homeroll.errors


def test_a_folder_that_is_not_there_is_told_and_the_others_are_read(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    a_photo_file(tmp_path / "photos/a.jpg", datetime(2024, 5, 4))

    out = homeroll("organize", tmp_path / "nothing", tmp_path / "photos", code=1)

    assert "cannot be found" in homeroll.errors
    assert "1 photo in 1 folder." in out


def test_files_that_cannot_be_read_are_listed_and_are_no_failure(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a\x1b[31m.jpg").write_bytes(b"")

    homeroll("organize", tmp_path / "photos")
    out = homeroll("problems")

    assert "The file is empty." in out
    assert "\x1b" not in out


def test_what_was_listed_but_not_believed_is_a_problem_until_it_is_mended(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    for ending in ("jpg", "png"):
        a_photo_file(tmp_path / f"photos/twin.{ending}", datetime(2024, 5, 4))
    (tmp_path / "photos/twin.json").write_text("{}")
    homeroll("organize", tmp_path / "photos")

    told = homeroll("problems")
    (tmp_path / "photos/twin.json").unlink()
    told_again = homeroll("problems", "--try-again")

    assert "“twin.json” may speak of several photos" in told
    assert "No problems." in told_again


def test_dates_to_remember_are_added_listed_and_removed(homeroll: Homeroll) -> None:
    homeroll("dates", "add", "Mai", "2019-06-14")
    homeroll("dates", "add", "Leap", "02-29", "--kind", "birthday")

    assert homeroll("dates").splitlines() == [
        "02-29  Leap  (birthday)",
        "2019-06-14  Mai  (birthday)",
    ]
    homeroll("dates", "remove", "Mai")
    homeroll("dates", "remove", "Mai", code=1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wall is Linux's")
def test_the_privacy_check_shows_each_refusal(homeroll: Homeroll) -> None:
    out = homeroll("privacy", "--check")

    assert out.count("refused; ") == 5
    assert "The process that opens pictures: refused to open a file, start a program" in out
    assert "NOT REFUSED" not in out
    assert "Network access is blocked" in out


def test_the_privacy_check_fails_without_the_wall(homeroll: Homeroll) -> None:
    out = homeroll("--allow-tcp-display", "privacy", "--check", code=1)

    assert out.count("NOT REFUSED") == 4
    assert "Network not blocked" in out


def test_a_report_never_takes_the_place_of_a_photo(homeroll: Homeroll, tmp_path: Path) -> None:
    photo = a_photo_file(tmp_path / "photos/a.jpg", datetime(2024, 5, 4))
    originals = fingerprints(tmp_path / "photos")

    homeroll("organize", photo.parent, "--json", photo, code=1)

    assert "Homeroll never writes there" in homeroll.errors
    assert fingerprints(tmp_path / "photos") == originals


def test_the_report_of_no_photos_is_a_report(homeroll: Homeroll, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()

    homeroll("organize", tmp_path / "photos", "--json", tmp_path / "r.json")

    assert json.loads((tmp_path / "r.json").read_text())["photos"] == []


def test_folders_and_names_are_left_out_and_taken_in_again(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    for name in ("a.jpg", "phone/b.jpg", "c.png"):
        a_photo_file(photos / name, datetime(2024, 5, 4))
    originals = fingerprints(photos)
    homeroll("organize", photos)

    assert homeroll("exclude").strip() == "Nothing is left out."
    assert "1 photo so far" in homeroll("exclude", "add", photos / "phone")
    homeroll("exclude", "add", "*.PNG")

    assert "1 photo in 1 folder." in homeroll("organize", photos)
    assert "Left out, as you asked: 1 folder and 1 file." in homeroll.errors
    listed = homeroll("exclude").splitlines()
    assert [line.split("  ")[0] for line in listed] == [str(photos / "phone"), "*.PNG"]
    homeroll("exclude", "add", photos, code=2)
    assert "remove it from Homeroll instead" in homeroll.errors
    homeroll("exclude", "remove", "nothing", code=1)
    homeroll("exclude", "add", code=2)
    homeroll("exclude", "remove", photos / "phone")
    homeroll("exclude", "remove", "*.png")
    assert "3 photos in 1 folder." in homeroll("organize", photos)
    assert fingerprints(photos) == originals


def test_a_copy_is_carried_to_another_library(homeroll: Homeroll, tmp_path: Path) -> None:
    a_photo_file(tmp_path / "photos/a.jpg", datetime(2024, 5, 4))
    homeroll("organize", tmp_path / "photos")
    homeroll("dates", "add", "Mai", "06-14")

    homeroll("backup", tmp_path / "mine.homeroll")
    homeroll("backup", tmp_path / "mine.homeroll", code=4)
    assert "is there already" in homeroll.errors
    other = Homeroll(tmp_path / "other library")
    other("restore", tmp_path / "mine.homeroll")

    assert "Mai" in other("dates")


def test_the_starter_knows_every_command() -> None:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)

    assert tuple(start.COMMANDS) == COMMANDS


def test_ctrl_c_stops_within_a_second_or_so_and_loses_nothing(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    for number in range(120):
        a_photo_file(tmp_path / f"photos/{number}.jpg", datetime(2024, 5, 4), size=(1200, 900))
    scanning = subprocess.Popen(
        homeroll.command("organize", tmp_path / "photos"), cwd=ROOT, stderr=subprocess.PIPE
    )
    catalog = homeroll.library / "catalog.sqlite-wal"
    while scanning.poll() is None and not (catalog.exists() and catalog.stat().st_size > 50_000):
        pass  # until the first batch is committed
    scanning.send_signal(signal.SIGINT)

    _, errors = scanning.communicate(timeout=20)

    assert scanning.returncode in (0, 130)
    assert b"Traceback" not in errors
    homeroll("organize", tmp_path / "photos")
    assert "No problems." in homeroll("problems")


def test_a_screen_that_does_not_answer_is_a_sentence(homeroll: Homeroll) -> None:
    environment = {**os.environ, "DISPLAY": ":4711"}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        environment.pop(name, None)

    done = subprocess.run(
        homeroll.command(), cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "There is no screen here" in done.stderr


def test_a_cameras_wrong_clock_is_corrected_for_all_its_photos(
    homeroll: Homeroll, tmp_path: Path
) -> None:
    photos = tmp_path / "photos"
    for number in range(3):
        a_photo_file(photos / f"{number}.jpg", datetime(2024, 5, 4, 10, number))
    a_photo_file(photos / "other.jpg", datetime(2024, 5, 4, 10), make="Compact")
    a_photo_file(photos / "scan.png", None, make="")
    homeroll("organize", photos)
    originals = fingerprints(photos)
    fix = ("fix-date", photos / "0.jpg", "--same-camera")

    def taken() -> list[str]:
        report = json.loads(homeroll("organize", photos, "--json", "-"))
        return sorted(photo["taken_at"][11:16] for photo in report["photos"][:4])

    assert "3 photos" in homeroll(*fix, "--shift", "+07:00")
    assert taken() == ["10:00", "17:00", "17:01", "17:02"]
    assert "3 photos" in homeroll(*fix, "--forget")
    assert taken() == ["10:00", "10:00", "10:01", "10:02"]

    homeroll(*fix, "--to", "2024-05-04T10:00", code=2)
    assert "cannot have one date" in homeroll.errors
    homeroll("fix-date", photos / "scan.png", "--same-camera", "--shift", "+01:00", code=2)
    assert "does not say which camera" in homeroll.errors
    assert fingerprints(photos) == originals


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_off_erases_even_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    homeroll = Homeroll(small_disk / "library")
    a_life(tmp_path / "photos", months=3)
    homeroll("organize", tmp_path / "photos", "--suggestions", "on")
    assert list(homeroll.library.glob("derived.sqlite*"))
    with (small_disk / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(b"x" * 4096)

    homeroll("suggestions", "off")

    assert not list(homeroll.library.glob("derived.sqlite*"))
    assert homeroll("suggestions", "status").strip() == "off"


def test_a_scan_onto_a_full_disk_is_a_sentence_and_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path
) -> None:
    homeroll = Homeroll(small_disk / "library")
    for number in range(400):
        path = tmp_path / f"photos/{number}.jpg"
        a_photo_file(path, datetime(2024, 5, 4), size=(400, 300), seed=number)
    originals = fingerprints(tmp_path / "photos")

    homeroll("organize", tmp_path / "photos", code=4)

    assert "room on the disk" in homeroll.errors
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert "400 photos in 1 folder." in homeroll("organize", tmp_path / "photos")
    assert fingerprints(tmp_path / "photos") == originals
