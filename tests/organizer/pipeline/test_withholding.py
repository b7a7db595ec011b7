"""What a suggestion leaves out of its days, and why."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import PhotoId, Suggestion, SuggestionKind
from organizer.pipeline import hiding
from organizer.pipeline.withholding import Cause, withheld_beside
from tests.builders import HOME, PARTY, a_life_with_a_party, a_photo_file, organized_library


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A party with two screenshots, a shot that looks like another, and one on another day."""
    folder = a_life_with_a_party(tmp_path_factory.mktemp("photos"))
    for number in range(2):
        at = PARTY + timedelta(minutes=20 + number)
        a_photo_file(folder / f"party/Screenshot_{number}.png", at, seed=7000 + number)
    a_photo_file(folder / "Screenshot_9.png", PARTY + timedelta(days=2), seed=7009)
    a_photo_file(
        folder / "party/again.jpg", PARTY + timedelta(seconds=2), HOME, seed=5000, quality=60
    )
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", folder)


@pytest.fixture
def known(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        yield library


def the_party(library: Library) -> Suggestion:
    for found in pipeline.open_suggestions(library):
        if (
            found.start
            and found.start.date() == PARTY.date()
            and found.kind
            in (
                SuggestionKind.EVENT,
                SuggestionKind.OCCASION,
            )
        ):
            return found
    raise AssertionError([one.title for one in pipeline.open_suggestions(library)])


def withheld(library: Library) -> dict[Cause, tuple[PhotoId, ...]]:
    return {one.cause: one.photo_ids for one in withheld_beside(library, the_party(library))}


def names(library: Library, photo_ids: tuple[PhotoId, ...]) -> list[str]:
    return [photo.path.name for photo in library.photos.get_many(photo_ids)]


def test_screenshots_and_like_shots_of_its_days_are_told_with_their_cause(known: Library) -> None:
    found = withheld(known)

    assert names(known, found[Cause.SCREENSHOT]) == ["Screenshot_0.png", "Screenshot_1.png"]
    assert len(found[Cause.LIKE_SHOT]) == 1
    assert set(found) == {Cause.SCREENSHOT, Cause.LIKE_SHOT}
    assert not set(the_party(known).photo_ids) & {one for ids in found.values() for one in ids}


def test_what_is_hidden_of_its_days_is_told_of_as_hidden_and_nothing_else(known: Library) -> None:
    party = the_party(known)
    screenshot = withheld(known)[Cause.SCREENSHOT][0]
    elsewhere = next(
        entry.id
        for entry in known.photos.timeline()
        if entry.id not in party.photo_ids
        and entry.taken_at_s is not None
        and entry.kind == "photo"
        and abs(entry.taken_at_s - known.photos.timeline_of(party.photo_ids)[0].taken_at_s) > 10**6
    )

    hiding.hide_photos(known, [screenshot, party.photo_ids[3], elsewhere])
    found = withheld(known)

    assert set(found[Cause.HIDDEN]) == {screenshot, party.photo_ids[3]}
    assert screenshot not in found[Cause.SCREENSHOT]


def test_a_photo_of_a_document_is_told_as_one(known: Library, library_path: Path) -> None:
    paper = withheld(known)[Cause.LIKE_SHOT][0]
    with closing(sqlite3.connect(library_path / "derived.sqlite")) as derived, derived:
        derived.execute("UPDATE membership SET is_document = 1 WHERE photo_id = ?", [paper])

    found = withheld(known)

    assert found[Cause.DOCUMENT] == (paper,)
    assert Cause.LIKE_SHOT not in found


def test_with_the_switch_off_nothing_is_told(known: Library) -> None:
    party = the_party(known)
    pipeline.turn_suggestions_off(known)

    assert withheld_beside(known, party) == ()


def test_looking_writes_nothing(known: Library, library_path: Path) -> None:
    derived = library_path / "derived.sqlite"
    before = derived.read_bytes()

    withheld(known)

    assert derived.read_bytes() == before


def test_a_suggestion_that_chooses_by_what_photos_show_withholds_nothing(known: Library) -> None:
    from dataclasses import replace

    theme = replace(the_party(known), kind=SuggestionKind.THEME)

    assert withheld_beside(known, theme) == ()
