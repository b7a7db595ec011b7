"""A derived store that an older version made is brought up to date before it is read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import DERIVED, Library, open_library
from organizer.models import SuggestionKind
from organizer.pipeline.proposing import propose
from organizer.progress import Progress
from tests.builders import FAR_AWAY, a_photo_file


@pytest.fixture
def library(organized: Library) -> Library:
    return organized


def make_older(library: Library) -> None:
    """As the format was before suggestions had a subject and faces were counted."""
    with closing(sqlite3.connect(library.path / DERIVED)) as derived:
        derived.executescript(
            "DROP INDEX feature_by_likeness; DROP TABLE face_count;"
            "ALTER TABLE suggestion DROP COLUMN subject;"
            "PRAGMA user_version = 2;"
        )


def test_what_was_seen_before_an_upgrade_still_counts_after_it(library: Library) -> None:
    before = [(found.id, found.title) for found in pipeline.open_suggestions(library)]
    make_older(library)

    propose(library, progress=Progress())

    assert before
    assert [(found.id, found.title) for found in pipeline.open_suggestions(library)] == before


def test_what_was_dismissed_and_saved_before_an_upgrade_stays_so(library: Library) -> None:
    first, *_, last = pipeline.open_suggestions(library)
    pipeline.dismiss_suggestion(library, first.id)
    album = pipeline.save_suggestion(library, last.id)
    make_older(library)

    pipeline.organize(library, progress=Progress(), workers=2)

    left = {found.id for found in pipeline.open_suggestions(library)}
    assert not left & {first.id, last.id}
    assert library.albums.get(album.id) == album


def test_an_upgrade_turns_nothing_on(library: Library) -> None:
    pipeline.turn_suggestions_off(library)
    path = library.path
    library.close()

    with open_library(path) as again:
        assert not pipeline.suggestions_are_on(again)
        assert pipeline.open_suggestions(again) == []
        assert not (path / DERIVED).exists()


def test_a_trip_that_grows_is_the_same_suggestion_afterwards(
    library: Library, tmp_path: Path
) -> None:
    (before,) = [f for f in pipeline.open_suggestions(library) if f.kind is SuggestionKind.TRIP]
    assert before.start is not None
    late = before.start + timedelta(hours=1)
    a_photo_file(tmp_path / "photos/late.jpg", late, FAR_AWAY, seed=31)

    pipeline.organize(library, progress=Progress(), workers=2)

    (after,) = [f for f in pipeline.open_suggestions(library) if f.kind is SuggestionKind.TRIP]
    assert after.id == before.id
    assert len(after.photo_ids) == len(before.photo_ids) + 1
