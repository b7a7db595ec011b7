"""Like shots and exact copies: what is shown, whose word counts, which files are listed."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from organizer import pipeline
from organizer.errors import ExportError
from organizer.library import Library, open_library
from organizer.models import PhotoId
from organizer.pipeline import best_shots, hiding, look_alikes
from organizer.pipeline.regrouping import propose_anew
from organizer.progress import Progress
from tests.builders import HOME, SPRING, a_picture, an_exif, organized_library


def a_burst(folder: Path, name: str, *, seed: int, days: int, shots: int = 3) -> None:
    """Pictures of one thing, each a little brighter than the last."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = np.asarray(a_picture(seed, size=(640, 480)), dtype=np.int16)
    for shot in range(shots):
        lit = Image.fromarray((plain + 3 * shot).clip(0, 255).astype(np.uint8))
        at = SPRING + timedelta(days=days, seconds=4 * shot)
        lit.save(folder / f"{name}-{shot}.jpg", exif=an_exif(at, HOME), quality=90)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bursts")
    a_burst(folder, "cat", seed=7, days=0)
    a_burst(folder, "sea", seed=8, days=9, shots=4)
    shutil.copy(folder / "sea-0.jpg", folder / "sent on.jpg")
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", folder)


@pytest.fixture
def library(prepared: Path, library_path: Path) -> Library:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as opened:
        yield opened


def shots_of(library: Library) -> list[list[str]]:
    names = {photo.id: photo.path.stem for photo in library.photos.all()}
    return [[names[one.id] for one in group.entries] for group in look_alikes.like_shots(library)]


def another_than_best(library: Library) -> PhotoId:
    group = look_alikes.like_shots(library)[0]
    return next(one.id for one in group.entries if one.id != group.best_id)


def test_groups_come_newest_first_and_shots_in_order_of_time(library: Library) -> None:
    sea, cat = shots_of(library)

    assert [name.split("-")[0] for name in sea] == ["sea"] * 3 + ["sea"]
    assert cat == ["cat-0", "cat-1", "cat-2"]


def test_the_user_s_best_holds_over_a_regrouping_until_it_is_taken_back(library: Library) -> None:
    proposed = look_alikes.like_shots(library)[0].best_id
    other = another_than_best(library)

    before = best_shots.say_best(library, other)
    at_once = look_alikes.like_shots(library)[0].best_id
    propose_anew(library, progress=Progress())
    with library.derived() as derived:
        stored = {group.best_id for group in derived.likeness_groups()}
    best_shots.take_best_back(library, other, before)

    assert at_once == other
    assert other in stored
    assert look_alikes.like_shots(library)[0].best_id == other  # until photos are grouped anew
    propose_anew(library, progress=Progress())
    assert look_alikes.like_shots(library)[0].best_id == proposed


def test_of_two_that_were_said_to_be_best_the_last_word_counts(library: Library) -> None:
    first, second, *_ = (one.id for one in look_alikes.like_shots(library)[0].entries)

    best_shots.say_best(library, second)
    before = best_shots.say_best(library, first)

    assert before is None
    assert look_alikes.like_shots(library)[0].best_id == first


def test_hidden_photos_are_in_no_group_and_one_shot_alone_is_none(library: Library) -> None:
    sea, cat = look_alikes.like_shots(library)

    hiding.hide_photos(library, [sea.best_id, *[one.id for one in cat.entries[1:]]])

    (left,) = look_alikes.like_shots(library)
    assert sea.best_id not in [one.id for one in left.entries]
    assert left.best_id in [one.id for one in left.entries]


def test_hidden_photos_count_among_no_look_alikes(library: Library) -> None:
    sea, cat = look_alikes.like_shots(library)
    before = look_alikes.count_look_alikes(library)  # two groups and a copy

    hiding.hide_photos(library, [sea.best_id, cat.best_id])
    with_two_left = look_alikes.count_look_alikes(library)
    facts = pipeline.photo_facts(library, left_of(sea)[0])
    hiding.hide_photos(library, left_of(cat)[:1])
    left_alone = pipeline.photo_facts(library, left_of(cat)[1])

    assert [before, with_two_left] == [3, 2 + len(look_alikes.exact_copies(library))]
    assert look_alikes.count_look_alikes(library) == with_two_left - 1
    assert facts is not None
    assert facts.likeness is not None
    assert set(facts.likeness.photo_ids) == set(left_of(sea))
    assert facts.likeness.best_id in left_of(sea)
    assert left_alone is not None
    assert left_alone.likeness is None


def left_of(group: look_alikes.LikeShots) -> list[PhotoId]:
    """What is left when the best is hidden."""
    return [one.id for one in group.entries if one.id != group.best_id]


def test_exact_copies_are_there_without_suggestions_and_like_shots_are_not(
    library: Library,
) -> None:
    pipeline.turn_suggestions_off(library)

    assert len(look_alikes.like_shots(library)) == 0
    (copied,) = look_alikes.exact_copies(library)
    assert {path.name for path in copied.paths} == {"sea-0.jpg", "sent on.jpg"}
    assert look_alikes.count_look_alikes(library) == 1


def test_the_list_of_the_others_names_every_file_but_those_that_are_kept(
    library: Library, tmp_path: Path
) -> None:
    others = look_alikes.like_shots(library).others([1], also=[])
    paths = look_alikes.paths_of(library, others)

    look_alikes.save_paths(library, paths, tmp_path / "others.txt")

    written = (tmp_path / "others.txt").read_text(encoding="utf-8").splitlines()
    assert len(written) == 2
    assert all(Path(line).is_file() for line in written)


def test_a_list_is_neither_written_beside_photos_nor_over_anything(
    library: Library, tmp_path: Path
) -> None:
    (added,) = library.folders.all()
    (tmp_path / "there.txt").write_text("mine", encoding="utf-8")

    for place in (added.path / "list.txt", tmp_path / "there.txt"):
        with pytest.raises(ExportError):
            look_alikes.save_paths(library, [], place)
    assert (tmp_path / "there.txt").read_text(encoding="utf-8") == "mine"
