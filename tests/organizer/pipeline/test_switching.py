"""On and off: what is written, what is erased, what a crash in between leaves."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError
from organizer.library import Library, open_library
from organizer.pipeline import erasing, previews, receipts, regrouping
from organizer.privacy.intents import Intent, begin
from organizer.progress import Cancelled, Progress
from organizer.store.derived_rows import FeatureRow
from organizer.store.derived_writer import DerivedWriter
from tests.builders import contains, fingerprints

ROOT = Path(__file__).resolve().parents[3]
CANARY = b"canary-7f3a-in-every-derived-kind"


@pytest.fixture
def life(known_life: Path) -> Path:
    return known_life / "photos"


def test_the_switch_is_off_until_the_user_turns_it_on(library: Library, life: Path) -> None:
    pipeline.add_folders(library, [life])
    pipeline.organize(library, progress=Progress(), workers=2)

    assert not pipeline.suggestions_are_on(library)
    assert pipeline.open_suggestions(library) == []
    assert not any(path.exists() for path in library.derived_files)


def test_on_derives_and_proposes_and_off_erases_everything_that_was_derived(
    organized: Library,
) -> None:
    suggestions = pipeline.open_suggestions(organized)
    assert suggestions
    assert all(suggestion.reasons for suggestion in suggestions)

    receipt = pipeline.turn_suggestions_off(organized)

    assert receipt.complete
    assert receipt.counts["feature"] > 0
    assert receipt.overwritten_bytes > 0
    assert not any(path.exists() for path in organized.derived_files)
    assert not organized.erasure_flag.exists()
    assert pipeline.open_suggestions(organized) == []
    assert [entry.action for entry in organized.ledger.all()][:2] == ["erased", "suggestions off"]


def test_no_trace_of_what_was_derived_is_left_under_the_library(organized: Library) -> None:
    with organized.writing_derived() as derived:
        plant(derived)
    assert contains(organized.path, CANARY)

    pipeline.turn_suggestions_off(organized)

    assert contains(organized.path, CANARY) == []


def plant(derived: DerivedWriter) -> None:
    """A mark in every table, past the methods that only write real values."""
    connection = derived._connection
    connection.execute("BEGIN")
    for table in receipts.KINDS:
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        values = [1_000_000 if c["type"] in ("INTEGER", "REAL") else CANARY for c in columns]
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
    connection.execute("COMMIT")


def test_saved_albums_and_dismissals_survive_the_switch(organized: Library) -> None:
    first, second, *_ = pipeline.open_suggestions(organized)
    album = pipeline.save_suggestion(organized, first.id)
    pipeline.dismiss_suggestion(organized, second.id)

    pipeline.turn_suggestions_off(organized)
    assert organized.albums.get(album.id) == album
    assert len(organized.photos.get_many(album.photo_ids)) == len(first.photo_ids)

    pipeline.turn_suggestions_on(organized)
    pipeline.organize(organized, progress=Progress(), workers=2)
    again = {suggestion.id for suggestion in pipeline.open_suggestions(organized)}
    assert first.id not in again
    assert second.id not in again


def test_nothing_can_be_written_to_the_derived_store_with_the_switch_off(
    library: Library,
) -> None:
    with pytest.raises(SwitchOffError), library.writing_derived():
        pass

    assert not any(path.exists() for path in library.derived_files)


def test_every_write_asks_the_gate_again(organized: Library) -> None:
    row = FeatureRow(
        photo_id=organized.photos.all()[0].id,
        content_hash="00" * 16,
        embedding=b"",
        theme_log_probabilities=b"",
        likeness_hash=b"",
        quality=0.0,
        colourfulness=0.0,
        colours=b"",
    )
    with organized.writing_derived() as derived:
        erasing._say_no(organized)  # the answer becomes no while the work is going on

        with pytest.raises(SwitchOffError):
            derived.keep_features("maker", [row])
        with pytest.raises(SwitchOffError):
            derived.forget_features([row.photo_id])
        with pytest.raises(SwitchOffError):
            derived.replace_suggestions([])


def test_a_cancelled_analysis_keeps_what_was_seen_and_goes_on_later(
    library: Library, life: Path
) -> None:
    pipeline.add_folders(library, [life])
    pipeline.organize(library, progress=Progress(), workers=2)
    pipeline.turn_suggestions_on(library)
    progress = Progress()

    with pytest.raises(Cancelled):
        pipeline.organize(library, progress=progress, workers=1, on_batch=progress.cancel)

    pipeline.organize(library, progress=Progress(), workers=2)
    assert pipeline.open_suggestions(library)


def test_a_look_that_was_stopped_goes_on_at_the_next_quiet_one(
    library: Library, life: Path
) -> None:
    pipeline.add_folders(library, [life])
    pipeline.turn_suggestions_on(library)
    progress = Progress()
    with pytest.raises(Cancelled):
        pipeline.organize(library, progress=progress, workers=1, on_batch=progress.cancel)
    pipeline.organize(library, progress=Progress(), workers=2, only_news=True)
    regrouping.mark_in_part(library)  # as when grouping is stopped

    pipeline.organize(library, progress=Progress(), workers=2, only_news=True)

    with library.derived() as derived:
        assert derived is not None
        assert len(derived.described("efflite0-256@2")) == library.photos.count()
    assert pipeline.open_suggestions(library)
    assert not regrouping.is_in_part(library)


def test_photos_are_looked_at_anew_when_an_upgrade_looks_in_another_way(
    organized: Library, library_path: Path
) -> None:
    with closing(sqlite3.connect(library_path / "derived.sqlite")) as derived, derived:
        derived.execute("DELETE FROM feature")  # as the migration of such an upgrade does

    done = pipeline.organize(organized, progress=Progress(), workers=2, only_news=True)
    again = pipeline.organize(organized, progress=Progress(), workers=2, only_news=True)

    assert done.photos_analysed == organized.photos.count()
    assert again.photos_analysed == 0
    assert pipeline.open_suggestions(organized)


KILLED_WHILE_ERASING = """
import os, sys
from pathlib import Path
from organizer import pipeline
from organizer.library import open_library
from organizer.pipeline import erasing
from organizer.privacy import erasure
stop_after = int(sys.argv[2])
calls = 0
def counted(function):
    def call(*words):
        global calls
        calls += 1
        if calls > stop_after:
            os.kill(os.getpid(), 9)
        return function(*words)
    return call
for name in ("begin", "erase_files", "lower_flag"):
    setattr(erasing, name, counted(getattr(erasing, name)))
erasure._overwrite = counted(erasure._overwrite)
erasure._sync_folder = counted(erasure._sync_folder)
library = open_library(Path(sys.argv[1]))
pipeline.turn_suggestions_off(library)
"""


@pytest.mark.parametrize("moment", range(7))
def test_a_crash_while_erasing_is_finished_at_the_next_start(
    organized: Library, life: Path, moment: int
) -> None:
    with organized.writing_derived() as derived:
        plant(derived)
    originals = fingerprints(life)
    organized.close()

    done = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_ERASING, str(organized.path), str(moment)],
        cwd=ROOT,
        check=False,
        env={**os.environ},
    )

    with open_library(organized.path) as reopened:
        was_begun = reopened.erasure_flag.exists()
        assert done.returncode == -9 or not was_begun
        receipt = pipeline.resume_erasure(reopened)
        if moment > 0:
            assert not pipeline.suggestions_are_on(reopened)
            assert contains(reopened.path, CANARY) == []
        else:  # killed before anything was begun: the switch is still on
            assert receipt is None
            assert pipeline.suggestions_are_on(reopened)
    assert fingerprints(life) == originals


def test_a_no_is_durable_from_the_moment_it_is_said(organized: Library) -> None:
    pipeline.begin_erasure(organized)  # and then the program ends, before anything was erased

    assert not pipeline.suggestions_are_on(organized)
    assert pipeline.open_suggestions(organized) == []
    with open_library(organized.path) as next_start:
        receipt = pipeline.resume_erasure(next_start)
        assert receipt is not None
        assert receipt.complete
        assert not any(path.exists() for path in next_start.derived_files)
        assert not pipeline.suggestions_are_on(next_start)


def test_what_cannot_be_erased_is_named_and_tried_again_at_the_next_start(
    organized: Library,
) -> None:
    stubborn = organized.derived_files[0]
    stubborn.unlink()
    stubborn.mkdir()  # nothing that unlink can remove

    receipt = pipeline.turn_suggestions_off(organized)

    assert not receipt.complete
    assert receipt.leftovers == (str(stubborn),)
    assert not pipeline.suggestions_are_on(organized)
    assert organized.erasure_flag.exists()
    stubborn.rmdir()
    again = pipeline.resume_erasure(organized)
    assert again is not None
    assert again.complete


@pytest.mark.parametrize("content", [b"", b"no database" * 999, b"SQLite format 3\0" + b"\0" * 9])
def test_a_damaged_derived_store_is_made_anew(organized: Library, content: bytes) -> None:
    for path in organized.derived_files:
        path.unlink(missing_ok=True)
    organized.derived_files[0].write_bytes(content)
    assert pipeline.open_suggestions(organized) == []
    assert sum(previews.count_derived(organized).values()) == 0

    pipeline.organize(organized, progress=Progress(), workers=2)

    assert pipeline.open_suggestions(organized)


def test_an_undone_change_leaves_out_photos_that_are_gone(organized: Library) -> None:
    one, other, *_ = organized.photos.all()
    with organized.transaction():
        album = organized.albums.add("Mine", [one.id, other.id])
        organized.albums.remove(album.id)
        organized._catalog.execute("DELETE FROM file WHERE photo_id = ?", (one.id,))
        organized.scanned.sweep()

    with organized.transaction():
        organized.albums.put_back(album)

    assert organized.albums.get(album.id).photo_ids == (other.id,)  # type: ignore[union-attr]


def test_saving_again_brings_back_the_same_album(organized: Library) -> None:
    found = pipeline.open_suggestions(organized)[0]
    album = pipeline.save_suggestion(organized, found.id)
    decision = pipeline.undo_save(organized, album.id)

    pipeline.save_again(organized, album, decision)

    assert organized.albums.get(album.id) == album
    assert found.id not in {s.id for s in pipeline.open_suggestions(organized)}


def test_without_a_consent_nothing_that_was_worked_out_is_read(organized: Library) -> None:
    with organized.transaction():
        organized._catalog.execute("DELETE FROM consent")

    with organized.derived() as derived:
        assert derived is None
    pipeline.turn_suggestions_on(organized)
    assert not any(path.exists() for path in organized.derived_files)


def test_off_on_a_disk_that_was_full_leaves_no_mark_of_an_erasure(
    organized: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts: list[object] = []

    def full_at_first(flag: Path, intent: Intent) -> None:
        attempts.append(intent)
        if len(attempts) == 1:
            raise OSError(errno.ENOSPC, "no room")
        begin(flag, intent)

    monkeypatch.setattr(erasing, "begin", full_at_first)
    pipeline.turn_suggestions_off(organized)

    assert len(attempts) > 1
    assert not organized.erasure_flag.exists()
    pipeline.turn_suggestions_on(organized)
    assert pipeline.suggestions_are_on(organized)
