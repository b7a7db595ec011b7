"""What the user ruled holds for photos that come later, go away, and come back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.library import Library
from organizer.models import (
    Circle,
    Decision,
    EditKind,
    EventEdit,
    HomeWord,
    PhotoId,
    Rule,
    RuleKind,
    SuggestionKind,
)
from organizer.progress import Progress
from tests.builders import FAR_AWAY, HOME, SPRING, a_photo_file

HIDE_HOME = Rule(kind=RuleKind.HIDDEN_PLACE, subject="Home", circle=Circle(*HOME, 1.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_photo_file(tmp_path / "photos/home.jpg", SPRING, HOME, seed=1)
    a_photo_file(tmp_path / "photos/far.jpg", SPRING.replace(day=9), FAR_AWAY, seed=2)
    a_photo_file(tmp_path / "photos/nowhere.jpg", SPRING.replace(day=20), seed=3)
    return tmp_path / "photos"


@pytest.fixture
def filled(library: Library, folder: Path) -> Library:
    pipeline.add_folders(library, [folder])
    rescan(library)
    return library


def rescan(library: Library) -> None:
    pipeline.organize(library, progress=Progress(), workers=1)


def shown(library: Library) -> set[str]:
    ids = [entry.id for entry in library.photos.timeline()]
    return {photo.path.stem for photo in library.photos.get_many(ids)}


def id_of(library: Library, stem: str) -> PhotoId:
    return next(photo.id for photo in library.photos.all() if photo.path.stem == stem)


def leave_and_come_back(library: Library, folder: Path) -> None:
    """The folder is removed and added again: its photos get other ids."""
    pipeline.remove_folder(library, library.folders.all()[0].id)
    rescan(library)
    assert library.photos.all() == []
    pipeline.add_folders(library, [folder])
    rescan(library)


def test_a_hidden_photo_is_in_no_timeline_until_it_is_shown_again(filled: Library) -> None:
    hidden = id_of(filled, "home")

    with filled.transaction():
        filled.hidden.mark([hidden])
    without = shown(filled), filled.photos.count(), filled.photos.timeline_of([hidden])
    among_hidden = [entry.id for entry in filled.photos.hidden_timeline()]
    with filled.transaction():
        filled.hidden.unmark([hidden])

    assert without == ({"far", "nowhere"}, 2, [])
    assert among_hidden == [hidden]
    assert shown(filled) == {"home", "far", "nowhere"}


def test_a_hidden_photo_stays_hidden_when_its_folder_was_away(
    filled: Library, folder: Path
) -> None:
    with filled.transaction():
        filled.hidden.mark([id_of(filled, "home")])

    leave_and_come_back(filled, folder)

    assert shown(filled) == {"far", "nowhere"}


def test_a_hidden_place_hides_what_is_there_and_what_comes_later(
    filled: Library, folder: Path
) -> None:
    with filled.transaction():
        rule = filled.rules.keep(HIDE_HOME)
    a_photo_file(folder / "later.jpg", SPRING, (HOME[0] + 0.005, HOME[1]), seed=4)
    a_photo_file(folder / "outside.jpg", SPRING, (HOME[0] + 0.02, HOME[1]), seed=5)
    rescan(filled)
    hidden = shown(filled)
    with filled.transaction():
        filled.rules.remove(rule.id)

    assert hidden == {"far", "nowhere", "outside"}
    assert shown(filled) == {"home", "far", "nowhere", "later", "outside"}


@pytest.mark.parametrize(("east", "is_hidden"), [(0.0124, True), (0.0134, False)])
def test_a_hidden_circle_is_round_in_kilometres_also_far_from_the_equator(
    library: Library, tmp_path: Path, east: float, is_hidden: bool
) -> None:
    # at 45.758 degrees a kilometre east is 0.01289 degrees
    a_photo_file(tmp_path / "photos/a.jpg", SPRING, (HOME[0], HOME[1] + east))
    pipeline.add_folders(library, [tmp_path / "photos"])
    rescan(library)

    with library.transaction():
        library.rules.keep(HIDE_HOME)

    assert bool(library.hidden.withheld()) is is_hidden


def test_a_hidden_place_reaches_over_the_date_line(library: Library, tmp_path: Path) -> None:
    a_photo_file(tmp_path / "photos/a.jpg", SPRING, (-17.0, 179.999))
    pipeline.add_folders(library, [tmp_path / "photos"])
    rescan(library)

    with library.transaction():
        library.rules.keep(Rule(kind=RuleKind.HIDDEN_PLACE, circle=Circle(-17.0, -179.999, 1.0)))

    assert len(library.hidden.withheld()) == 1


def test_hidden_days_hide_by_the_corrected_date(filled: Library) -> None:
    with filled.transaction():
        filled.rules.keep(
            Rule(
                kind=RuleKind.HIDDEN_DATE,
                first_day=date(2024, 3, 9),
                last_day=date(2024, 3, 10),
            )
        )
    before = shown(filled)
    with filled.transaction():
        filled.corrections.keep({id_of(filled, "far"): datetime(2024, 5, 1, 12)})
        filled.corrections.keep({id_of(filled, "home"): datetime(2024, 3, 10, 23, 59)})

    assert before == {"home", "nowhere"}
    assert shown(filled) == {"far", "nowhere"}


def test_a_mark_and_a_place_must_both_be_taken_back(filled: Library) -> None:
    both = id_of(filled, "home")
    with filled.transaction():
        rule = filled.rules.keep(HIDE_HOME)
        filled.hidden.mark([both])
        filled.rules.remove(rule.id)
    by_mark = filled.hidden.withheld()
    with filled.transaction():
        filled.rules.keep(rule)
        filled.hidden.unmark([both])

    assert by_mark == {both}
    assert filled.hidden.withheld() == {both}
    assert filled.hidden.marked() == set()


def test_rules_and_edits_name_photos_that_were_away_and_came_back(
    filled: Library, folder: Path
) -> None:
    home, far = id_of(filled, "home"), id_of(filled, "far")
    with filled.transaction():
        filled.rules.keep(Rule(kind=RuleKind.NOT_AN_EVENT, photo_ids=frozenset({home, far})))
        filled.event_edits.keep(EventEdit(kind=EditKind.SPLIT, ones=(home,), others=(far,)))
        theme = filled.taught.add("Bikes")
        filled.taught.teach(theme, [home], shows=True)
        filled.taught.teach(theme, [far], shows=False)
        filled.decisions.keep(
            Decision(
                verdict="dismissed",
                suggestion_id="event-1",
                suggestion_kind=SuggestionKind.EVENT,
                title="",
                photo_ids=frozenset({home, far}),
            )
        )

    leave_and_come_back(filled, folder)

    home, far = id_of(filled, "home"), id_of(filled, "far")
    assert filled.rules.all()[0].photo_ids == {home, far}
    edit = filled.event_edits.all()[0]
    assert (edit.ones, edit.others) == ((home,), (far,))
    taught = filled.taught.all()[0]
    assert (taught.shown, taught.not_shown) == ({home}, {far})
    assert {home, far} <= filled.decisions.all()[0].photo_ids


def test_what_was_taken_back_can_be_put_back_as_it_was(filled: Library) -> None:
    photos = frozenset({id_of(filled, "home")})
    with filled.transaction():
        rule = filled.rules.keep(Rule(kind=RuleKind.NOT_AN_EVENT, photo_ids=photos))
        edit = filled.event_edits.keep(EventEdit(kind=EditKind.MOVE, ones=tuple(photos)))
        word = filled.home_words.keep(
            HomeWord(
                is_home=True, latitude=1.5, longitude=2.5, name="Mum", first_day=date(2020, 1, 1)
            )
        )
    kept = filled.rules.all(), filled.event_edits.all(), filled.home_words.all()

    with filled.transaction():
        filled.rules.remove(rule.id)
        filled.event_edits.remove(edit.id)
        filled.home_words.remove(word.id)
    gone = filled.rules.all(), filled.event_edits.all(), filled.home_words.all()
    with filled.transaction():
        filled.rules.keep(rule)
        filled.event_edits.keep(edit)
        filled.home_words.keep(word)

    assert gone == ([], [], [])
    assert (filled.rules.all(), filled.event_edits.all(), filled.home_words.all()) == kept
    assert kept == ([rule], [edit], [word])


def test_a_hidden_shot_stays_hidden_whichever_of_its_files_is_left(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    a_photo_file(folder / "IMG_0001.JPG", SPRING, HOME, seed=1)
    a_photo_file(folder / "IMG_E0001.JPG", SPRING, HOME, seed=2)
    pipeline.add_folders(library, [folder])
    rescan(library)
    (entry,) = library.photos.timeline()
    with library.transaction():
        library.hidden.mark([entry.id])

    (folder / "IMG_0001.JPG").unlink()
    rescan(library)
    without_the_whole = shown(library)
    with library.transaction():
        library.hidden.unmark([photo.id for photo in library.photos.all()])

    assert without_the_whole == set()
    assert shown(library) == {"IMG_E0001"}


def test_a_shot_whose_edited_copy_was_hidden_before_is_hidden(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    a_photo_file(folder / "IMG_E0001.JPG", SPRING, HOME, seed=2)
    pipeline.add_folders(library, [folder])
    rescan(library)
    with library.transaction():
        library.hidden.mark([id_of(library, "IMG_E0001")])

    a_photo_file(folder / "IMG_0001.JPG", SPRING, HOME, seed=1)
    rescan(library)

    assert shown(library) == set()


def test_hidden_photos_are_not_seen_while_their_folder_is_read_again(
    filled: Library, folder: Path
) -> None:
    with filled.transaction():
        filled.hidden.mark([id_of(filled, "home")])
    pipeline.remove_folder(filled, filled.folders.all()[0].id)
    rescan(filled)
    pipeline.add_folders(filled, [folder])
    seen: set[str] = set()

    pipeline.organize(
        filled, progress=Progress(), workers=1, on_batch=lambda: seen.update(shown(filled))
    )

    assert seen == {"far", "nowhere"}
