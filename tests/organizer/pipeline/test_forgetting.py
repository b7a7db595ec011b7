"""What the user said is forgotten, and everything; what a photo is stays."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import ExportError, LibraryWriteError
from organizer.library import Library, open_library
from organizer.models import HomeWord, RememberedDate, Rule, RuleKind, Said
from organizer.pipeline import erasing, forgetting, receipts, starting_over
from organizer.progress import Progress
from tests.builders import a_life, contains, fingerprints

CANARY = "canary-9b21-said"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("said")
    a_life(base / "photos", months=2)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "photos"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=2)
    return base


@pytest.fixture
def said(prepared: Path, tmp_path: Path) -> Iterator[Library]:
    """A library in which something of every kind was said, with a copy that holds it too."""
    shutil.copytree(prepared / "library", tmp_path / "library")
    with open_library(tmp_path / "library") as library:
        say_all(library)
        pipeline.back_up(library, now=datetime.now(), even_if_recent=True)
        yield library


def say_all(library: Library) -> None:
    first, second, *_ = pipeline.open_suggestions(library)
    one, other, hidden, *_ = [photo.id for photo in library.photos.all()]
    album = pipeline.save_suggestion(library, first.id, title="Kept album")
    assert album.suggestion_id
    pipeline.dismiss_suggestion(library, second.id)
    with library.transaction():
        library.dates.add(RememberedDate(name=CANARY, month=3, day=9, year=None, kind="birthday"))
        library.rules.keep(Rule(kind=RuleKind.NEVER_REMEMBERED, subject=CANARY))
        library.rules.keep(
            Rule(kind=RuleKind.HIDDEN_DATE, first_day=date(1999, 1, 1), last_day=date(1999, 1, 2))
        )
        library.home_words.keep(HomeWord(is_home=True, latitude=1, longitude=2, name=CANARY))
        theme = library.taught.add(CANARY)
        library.taught.teach(theme, [one, other], shows=True)
        library.best_shots.say(one, "2024-05-01T10:00:00")
        library.hidden.mark([hidden])
        library.captions.set(one, "A caption")


def test_forgetting_leaves_nothing_of_what_was_said_anywhere(said: Library, prepared: Path) -> None:
    originals = fingerprints(prepared / "photos")
    assert contains(said.path, CANARY.encode())

    receipt = forgetting.forget(said)

    assert receipt.complete
    assert receipt.counts["dates"] == 1
    assert receipt.counts["copy"] >= 1
    assert contains(said.path, CANARY.encode()) == []
    left = said.said.counts()
    assert {kind for kind, count in left.items() if count} == {Said.HIDDEN}
    assert said.ledger.all()[0].action == "forgotten"
    assert fingerprints(prepared / "photos") == originals


def test_albums_captions_and_what_is_hidden_stay(said: Library) -> None:
    withheld = said.hidden.withheld()

    forgetting.forget(said)

    (album,) = said.albums.all()
    assert album.title == "Kept album"
    assert album.suggestion_id is None
    assert said.hidden.withheld() == withheld != set()
    assert said.captions.of(said.photos.all()[0].id) == "A caption"


def test_hidden_photos_are_seen_again_only_when_their_marks_are_named(said: Library) -> None:
    forgetting.forget(said, [Said.HIDDEN])

    assert said.hidden.withheld() == set()
    assert said.said.counts()[Said.DATES] == 1


def test_one_kind_can_be_forgotten_and_the_copies_kept(said: Library) -> None:
    copies = pipeline.list_copies(said.path)

    forgetting.forget(said, [Said.DATES], with_copies=False)

    assert said.said.counts()[Said.DATES] == 0
    assert said.said.counts()[Said.THEMES] == 1
    assert pipeline.list_copies(said.path) == copies


def test_the_preview_names_the_copies_that_still_hold_it(said: Library) -> None:
    kept = pipeline.erasure_preview(said, forgetting.forgetting(with_copies=False))
    gone = pipeline.erasure_preview(said, forgetting.forgetting())

    assert "The copies of the catalog, which still hold it" in kept.stays
    assert any("of the catalog" in line for line in gone.goes)
    assert "What you hid stays hidden" in gone.stays


def test_what_was_kept_away_is_proposed_again(said: Library) -> None:
    before = {one.id for one in pipeline.open_suggestions(said)}

    forgetting.forget(said)
    pipeline.organize(said, progress=Progress(), workers=1)

    assert len({one.id for one in pipeline.open_suggestions(said)} - before) >= 2


def test_without_room_nothing_is_begun_and_one_sentence_says_why(
    said: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(erasing, "begin", no_room)

    with pytest.raises(LibraryWriteError, match="No space left"):
        forgetting.forget(said)

    assert said.said.counts()[Said.DATES] == 1
    assert not said.erasure_flag.exists()


def test_what_somebody_reads_is_scrubbed_at_the_next_start(
    said: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = sqlite3.connect(said.path / "catalog.sqlite", isolation_level=None)
    reading.execute("BEGIN")
    reading.execute("SELECT COUNT(*) FROM photo").fetchone()
    said._catalog.execute("PRAGMA busy_timeout = 50")

    with pytest.raises(LibraryWriteError):
        forgetting.forget(said)
    reading.close()
    assert said.erasure_flag.exists()

    with open_library(said.path) as next_start:
        assert pipeline.resume_erasure(next_start) is not None
    assert contains(said.path, CANARY.encode()) == []
    assert not said.erasure_flag.exists()


def test_after_everything_is_erased_it_is_like_a_first_start(said: Library, prepared: Path) -> None:
    originals = fingerprints(prepared / "photos")
    own = said.path / "notes of mine.txt"
    own.write_text("not Homeroll's", encoding="utf-8")
    said.close()

    receipt = pipeline.erase_everything(said.path)

    assert receipt.complete
    assert receipt.overwritten_bytes > 0
    assert [path.name for path in said.path.rglob("*")] == ["notes of mine.txt"]
    with open_library(said.path) as fresh:
        assert fresh.folders.all() == []
        assert fresh.ledger.all() == []
        assert not pipeline.suggestions_are_on(fresh)
    assert fingerprints(prepared / "photos") == originals


def test_erasing_everything_goes_on_at_the_next_start(said: Library) -> None:
    said.close()
    erasing.begin_erasure_in(said.path, starting_over.EVERYTHING)
    (said.path / "catalog.sqlite").unlink()  # and then the program ended

    assert pipeline.resume_everything(said.path) is not None
    assert list(said.path.rglob("*")) == []
    assert pipeline.resume_everything(said.path) is None


def test_a_receipt_is_saved_as_text_and_over_nothing(
    said: Library, tmp_path: Path, prepared: Path
) -> None:
    receipt = forgetting.forget(said)
    text = receipts.receipt_text(receipt)
    folders = receipts.photo_folders(said)

    saved = receipts.save_text(text, tmp_path / "receipt.txt", not_below=folders)

    assert "1 date to remember" in saved.read_text(encoding="utf-8")
    with pytest.raises(ExportError, match="nothing is written over it"):
        receipts.save_text(text, tmp_path / "receipt.txt", not_below=folders)
    with pytest.raises(ExportError, match="among your photos"):
        receipts.save_text(text, prepared / "photos" / "receipt.txt", not_below=folders)
