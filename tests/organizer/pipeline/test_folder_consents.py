"""The word of a folder, where photos lie in several, and where a yes for all is said again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import FolderId, PhotoId, Signal
from organizer.pipeline import consenting
from organizer.progress import Progress
from tests.builders import HOME, SPRING, a_photo_file


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders with four photos each, of which one lies in both; organized."""
    base = tmp_path_factory.mktemp("two folders")
    for folder in range(2):
        for number in range(4):
            at = SPRING + timedelta(days=folder, minutes=number)
            a_photo_file(base / f"{folder}/{number}.jpg", at, HOME, seed=10 * folder + number)
    shutil.copy(base / "0/0.jpg", base / "1/copy.jpg")
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "0", base / "1"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base / "library"


@pytest.fixture
def organized(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path)
    with open_library(library_path) as library:
        yield library


def second(library: Library) -> FolderId:
    return library.folders.all()[1].id


def photos_in(library: Library, name: str) -> set[PhotoId]:
    return {
        one.id for one in library.photos.all() if {path.parent.name for path in one.paths} == {name}
    }


def described(library: Library) -> set[PhotoId]:
    with library.derived() as derived:
        assert derived is not None
        return set(derived.described("efflite0-256@2"))


def test_a_photo_in_two_folders_may_be_looked_at_when_one_of_them_may(organized: Library) -> None:
    (shared,) = (one.id for one in organized.photos.all() if len(one.paths) == 2)

    consenting.say_no(organized, folder_id=second(organized))

    refused = organized.gate.refused_photos(Signal.CONTENT)
    assert refused == photos_in(organized, "1")
    assert len(refused) == 4
    assert shared not in refused
    organized.gate.require_photos(Signal.CONTENT, [shared])


def test_turning_on_again_leaves_a_folder_its_no(organized: Library) -> None:
    consenting.say_no(organized, folder_id=second(organized))
    pipeline.turn_suggestions_off(organized)

    pipeline.turn_suggestions_on(organized)
    pipeline.organize(organized, progress=Progress(), workers=1)

    assert not organized.gate.is_open(Signal.GROUPING, second(organized))
    assert not described(organized) & photos_in(organized, "1")
    assert described(organized) & photos_in(organized, "0")


def test_a_folder_with_a_no_to_content_is_not_looked_at(organized: Library) -> None:
    consenting.say_no(organized, [Signal.CONTENT], folder_id=second(organized))
    pipeline.organize(organized, progress=Progress(), workers=1)

    assert not described(organized) & photos_in(organized, "1")
    assert described(organized) & photos_in(organized, "0")
    with organized.derived() as derived:
        assert derived is not None
        assert photos_in(organized, "1") <= set(derived.memberships())
