"""What is new is grouped beside the rest; of a folder with a no nothing is among it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError
from organizer.library import Library, open_library
from organizer.models import Folder, PhotoId, Signal
from organizer.pipeline import consenting, news, news_scene, regrouping
from organizer.pipeline.scanning import scan
from organizer.progress import Progress
from tests.builders import HOME, SPRING, a_photo_file

LATER = SPRING + timedelta(days=40)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of the same weeks, organized."""
    base = tmp_path_factory.mktemp("news of two folders")
    for folder in range(2):
        for number in range(12):
            at = SPRING + timedelta(days=10 * (number % 4), hours=folder, minutes=number)
            a_photo_file(base / f"{folder}/{number}.jpg", at, HOME, seed=100 * folder + number)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "0", base / "1"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=1)
    return base


@pytest.fixture
def base(prepared: Path, tmp_path: Path) -> Path:
    for name in ("0", "1", "library"):
        shutil.copytree(prepared / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def organized(base: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setattr(news_scene, "LEAST_GROUPED", 4)
    with open_library(base / "library") as library:
        for folder in library.folders.all():
            pipeline.relocate_folder(library, folder.id, base / folder.path.name)
        pipeline.organize(library, progress=Progress(), workers=1)
        yield library


def folder(library: Library, name: str) -> Folder:
    return next(one for one in library.folders.all() if one.path.name == name)


def add_new(base: Path) -> None:
    for name in ("0", "1"):
        for number in range(8):
            at = LATER + timedelta(minutes=5 * number)
            a_photo_file(
                base / name / f"new{number}.jpg", at, HOME, seed=900 + 50 * int(name) + number
            )


def only_in(library: Library, name: str) -> set[PhotoId]:
    return {one.id for one in library.photos.all() if one.path.parent.name == name}


def known(library: Library) -> set[PhotoId]:
    """Every photo that the derived store says anything of."""
    with library.derived() as derived:
        assert derived is not None
        found = {*derived.memberships(), *derived.themes(), *derived.described("efflite0-256@2")}
        found |= {one for event in derived.events() for one in event.photo_ids}
        return found | {one for album in derived.suggestions() for one in album.photo_ids}


def quiet_look(library: Library) -> None:
    pipeline.organize(library, progress=Progress(), workers=1, only_news=True)


def test_photos_of_a_folder_with_a_no_are_no_news(organized: Library, base: Path) -> None:
    consenting.say_no(organized, folder_id=folder(organized, "1").id)
    regrouping.propose_if_due(organized, progress=Progress())
    add_new(base)

    quiet_look(organized)

    assert regrouping.is_in_part(organized)  # so it was by the news, and not by grouping all
    new = {one.id for one in organized.photos.all() if one.path.name.startswith("new")}
    assert new & only_in(organized, "0") <= known(organized)
    assert not known(organized) & only_in(organized, "1")


def test_the_scene_around_the_news_has_no_photo_of_a_folder_with_a_no(
    organized: Library, base: Path
) -> None:
    """Its photos lie within the same weeks, so the catalog gives them for the scene."""
    consenting.say_no(organized, folder_id=folder(organized, "1").id)
    regrouping.propose_if_due(organized, progress=Progress())
    add_new(base)
    scan(organized, progress=Progress(), workers=1, on_batch=lambda: None)
    _look_at_new(organized)

    with organized.derived() as reader:
        assert reader is not None
        scene = news_scene.find_scene(organized, reader)

    assert scene is not None
    seen = {photo.id for photo in (*scene.photos, *scene.features.photos)}
    assert seen & only_in(organized, "0")
    assert not seen & only_in(organized, "1")


def test_the_scene_has_no_places_of_a_folder_without_places(organized: Library, base: Path) -> None:
    consenting.say_no(organized, [Signal.PLACES], folder_id=folder(organized, "1").id)
    regrouping.propose_if_due(organized, progress=Progress())
    add_new(base)
    scan(organized, progress=Progress(), workers=1, on_batch=lambda: None)
    _look_at_new(organized)

    with organized.derived() as reader:
        assert reader is not None
        scene = news_scene.find_scene(organized, reader)

    assert scene is not None
    without = {photo.id for photo in scene.photos if photo.latitude is None}
    assert without == {photo.id for photo in scene.photos} & only_in(organized, "1") != set()


def test_without_a_yes_there_are_no_news(organized: Library, base: Path) -> None:
    add_new(base)
    pipeline.turn_suggestions_off(organized)

    with pytest.raises(SwitchOffError):
        news.propose_news(organized, progress=Progress())
    assert not any(path.exists() for path in organized.derived_files)


def _look_at_new(library: Library) -> None:
    from organizer.pipeline.analysing import analyse

    analyse(library, progress=Progress(), threads=1, on_batch=lambda: None)
