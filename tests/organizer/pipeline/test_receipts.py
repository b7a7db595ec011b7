"""A receipt says what went, counts it, and says no more than was looked for."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import Folder, PhotoId, Receipt, RememberedDate, Said, Signal
from organizer.pipeline import consenting, erasing, forgetting, receipts
from organizer.progress import Progress
from tests.builders import FAR_AWAY, HOME, SPRING, a_photo_file


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sixteen photos at home and one of eight far away, organized."""
    base = tmp_path_factory.mktemp("receipts")
    for number in range(16):
        at = SPRING + timedelta(days=number // 8, minutes=number)
        a_photo_file(base / f"home/{number}.jpg", at, HOME, seed=number)
    for number in range(8):
        at = SPRING + timedelta(days=30, minutes=number)
        a_photo_file(base / f"away/{number}.jpg", at, FAR_AWAY, seed=50 + number)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "home", base / "away"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base / "library"


@pytest.fixture
def organized(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path)
    with open_library(library_path) as library:
        yield library


def folder(library: Library, name: str) -> Folder:
    return next(one for one in library.folders.all() if one.path.name == name)


def counts(library: Library) -> dict[str, int]:
    with library.derived() as derived:
        return {} if derived is None else derived.counts()


def photos_in(library: Library, name: str) -> set[PhotoId]:
    return {one.id for one in library.photos.all() if one.path.parent.name == name}


def change(library: Library, sql: str) -> None:
    with closing(sqlite3.connect(library.path / "derived.sqlite")) as derived, derived:
        derived.executescript(sql)


def test_the_receipt_of_a_folder_counts_its_rows_and_no_others(organized: Library) -> None:
    away, before = photos_in(organized, "away"), counts(organized)
    change(
        organized,
        "DELETE FROM face_count;"
        "INSERT INTO face_count SELECT photo_id, content_hash, 'm', 2 FROM feature;",
    )

    receipt = consenting.say_no(organized, folder_id=folder(organized, "away").id)

    assert receipt.complete
    assert receipt.notes == ()
    of_photos = {name: receipt.counts[name] for name in ("feature", "face_count", "membership")}
    assert of_photos == dict.fromkeys(of_photos, len(away)) == dict.fromkeys(of_photos, 8)
    for mixed in ("event", "place_group", "likeness_group", "theme", "suggestion", "home"):
        assert receipt.counts.get(mixed, 0) == before[mixed], mixed  # they go whole
    after = counts(organized)
    assert after["feature"] == before["feature"] - 8
    text = receipts.receipt_text(receipt)
    assert "8 visual descriptions, 8 numbers of faces" in text
    assert "8 group memberships" in text
    assert "No photo was touched." in text
    assert organized.ledger.all()[0].action == "erased"
    assert organized.ledger.all()[0].detail == receipts.describe_receipt(receipt)
    said = [entry.detail for entry in organized.ledger.all() if "withdrawn" in entry.action]
    assert len(said) == 1
    assert "for “away”" in said[0]


def test_a_second_no_for_a_folder_has_nothing_of_its_photos_to_count(organized: Library) -> None:
    away = folder(organized, "away").id
    consenting.say_no(organized, folder_id=away)

    receipt = consenting.say_no(organized, folder_id=away)

    assert receipt.complete
    assert receipt.counts["feature"] == receipt.counts["membership"] == 0


def test_rows_that_stay_in_spite_of_it_take_the_whole_store_along(organized: Library) -> None:
    change(
        organized,
        "CREATE TRIGGER stubborn BEFORE DELETE ON feature BEGIN SELECT RAISE(IGNORE); END;",
    )

    receipt = consenting.say_no(organized, [Signal.CONTENT])

    assert receipt.notes == (erasing._ALL_WENT,)
    assert receipt.complete
    assert not any(path.exists() for path in organized.derived_files)


def test_a_no_to_content_leaves_no_word_of_documents_and_groups(organized: Library) -> None:
    change(
        organized,
        "UPDATE membership SET is_document = 1, likeness_group_id = 3, look_group_id = 4;",
    )

    consenting.say_no(organized, [Signal.CONTENT])

    with organized.derived() as derived:
        assert derived is not None
        members = derived.memberships().values()
    assert members
    for member in members:
        assert not member.is_document
        assert member.likeness_group_id is member.look_group_id is member.event_id is None


TAKES = {
    Signal.PLACES: {"home", "place_group", "event", "theme", "suggestion"},
    Signal.CONTENT: {"feature", "face_count", "likeness_group", "event", "theme", "suggestion"},
    Signal.FACE_COUNT: {"face_count", "suggestion"},
}


@pytest.mark.parametrize("signal", TAKES)
def test_a_no_to_a_signal_takes_all_along_that_comes_of_it(
    organized: Library, signal: Signal
) -> None:
    """A row in each table, whatever the photos gave; the others stay."""
    with closing(sqlite3.connect(organized.path / "derived.sqlite")) as derived, derived:
        for table in receipts.KINDS:
            columns = derived.execute(f"PRAGMA table_info({table})").fetchall()
            marks = ", ".join("?" * len(columns))
            row = [900_000 if column[2] in ("INTEGER", "REAL") else "x" for column in columns]
            derived.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    receipt = consenting.say_no(organized, [signal])

    assert receipt.complete
    with closing(sqlite3.connect(organized.path / "derived.sqlite")) as derived:
        left = {
            table
            for table in receipts.KINDS
            if derived.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
        }
    assert left == set(receipts.KINDS) - TAKES[signal]


def test_a_receipt_never_says_more_than_what_was_found_gone() -> None:
    at = datetime(2024, 5, 4)
    left = Receipt(at=at, counts={"event": 2}, overwritten_bytes=9, leftovers=("/x/derived",))
    gone = Receipt(at=at, counts={"event": 2}, overwritten_bytes=9, leftovers=())

    assert "still there: /x/derived" in receipts.describe_receipt(left)
    assert "nothing is left" not in receipts.receipt_text(left)
    assert "9 bytes overwritten, nothing is left" in receipts.describe_receipt(gone)


def test_what_could_not_be_forgotten_is_told(organized: Library) -> None:
    with organized.transaction():
        organized.dates.add(RememberedDate(name="Ana", month=3, day=9, kind="birthday"))
        organized._catalog.execute(
            "CREATE TRIGGER stubborn BEFORE DELETE ON remembered_date "
            "BEGIN SELECT RAISE(IGNORE); END"
        )

    receipt = forgetting.forget(organized, [Said.DATES])

    assert not receipt.complete
    assert receipt.leftovers == ("dates",)
    assert organized.erasure_flag.exists()
