"""A yes or no for single signals and single folders, and what a no takes with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import SwitchOffError, UsageError
from organizer.features.model import EMBEDDING
from organizer.library import Library, open_library
from organizer.models import Clusters, PhotoId, Signal
from organizer.pipeline import consenting, erasing, hiding, regrouping
from organizer.privacy.intents import REFUSED, begin, read_intents
from organizer.progress import Progress
from organizer.store.derived_rows import GroupChanges
from tests.builders import FAR_AWAY, HOME, SPRING, a_life, a_photo_file


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two folders, organized: one with a life in it, and a trip far away."""
    base = tmp_path_factory.mktemp("two folders")
    a_life(base / "life", months=4)
    for number in range(24):
        at = SPRING + timedelta(days=70 + number // 8, minutes=9 * number)
        a_photo_file(base / "trip" / f"T_{number:04}.jpg", at, FAR_AWAY)
    with open_library(base / "library") as library:
        pipeline.add_folders(library, [base / "life", base / "trip"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=2)
    return base


@pytest.fixture
def organized(prepared: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared / "library", tmp_path / "library")
    with open_library(tmp_path / "library") as library:
        yield library


def counts(library: Library) -> dict[str, int]:
    with library.derived() as derived:
        return {} if derived is None else derived.counts()


def regroup(library: Library) -> None:
    regrouping.propose_if_due(library, progress=Progress())


def photos_in(library: Library, name: str) -> set[PhotoId]:
    return {one.id for one in library.photos.all() if name in one.path.parts}


def derived_of(library: Library, photo_ids: set[PhotoId]) -> set[PhotoId]:
    """Which of some photos anything stands about in the derived store."""
    with library.derived() as derived:
        assert derived is not None
        found = {*derived.memberships(), *derived.themes(), *derived.face_counts("centerface@1")}
        found |= {row.photo_id for row in derived.features("efflite0-256@2")}
        found |= {one for album in derived.suggestions() for one in album.photo_ids}
        return found & photo_ids


def trip(library: Library) -> int:
    return next(one.id for one in library.folders.all() if one.path.name == "trip")


def test_without_places_nothing_of_places_is_worked_out(organized: Library) -> None:
    before = counts(organized)
    assert before["home"]
    assert before["place_group"]

    receipt = consenting.say_no(organized, [Signal.PLACES])

    after = counts(organized)
    assert receipt.complete
    assert receipt.counts["home"] == before["home"]
    assert after["home"] == after["place_group"] == after["suggestion"] == after["event"] == 0
    assert after["feature"] == before["feature"]
    assert after["likeness_group"] == before["likeness_group"]
    regroup(organized)
    again = counts(organized)
    assert again["home"] == again["place_group"] == 0
    assert again["event"] > 0
    assert {one.kind for one in pipeline.open_suggestions(organized)} <= {"event", "recap", "theme"}


def test_open_suggestions_are_counted_as_they_are_listed(organized: Library) -> None:
    def counted() -> int:
        count = pipeline.count_open_suggestions(organized)
        assert count == len(pipeline.open_suggestions(organized))
        return count

    all_of_them = counted()
    first = pipeline.open_suggestions(organized)[0]
    pipeline.dismiss_suggestion(organized, first.id)
    assert counted() == all_of_them - 1
    pipeline.undo_dismissal(organized, first.id)
    hiding.hide_photos(organized, first.photo_ids)
    assert counted() < all_of_them
    consenting.say_no(organized, [Signal.GROUPING])
    assert counted() == 0


def test_without_content_suggestions_are_made_of_dates_and_places(organized: Library) -> None:
    before = counts(organized)

    consenting.say_no(organized, [Signal.CONTENT])

    after = counts(organized)
    assert after["feature"] == after["theme"] == after["likeness_group"] == 0
    assert after["face_count"] == 0
    assert after["home"] == before["home"]
    pipeline.organize(organized, progress=Progress(), workers=1)
    again = counts(organized)
    assert again["feature"] == again["theme"] == again["face_count"] == 0
    assert again["event"] > 0
    assert pipeline.open_suggestions(organized)


def test_without_faces_only_their_numbers_go(organized: Library) -> None:
    before = counts(organized)

    consenting.say_no(organized, [Signal.FACE_COUNT])

    after = counts(organized)
    assert after["face_count"] == after["suggestion"] == 0
    assert after["event"] == before["event"]
    regroup(organized)
    assert counts(organized)["face_count"] == 0
    assert pipeline.open_suggestions(organized)


def test_a_signal_that_is_allowed_again_is_worked_out_anew(organized: Library) -> None:
    before = counts(organized)
    consenting.say_no(organized, [Signal.CONTENT])

    consenting.say_yes(organized, [Signal.CONTENT, Signal.FACE_COUNT])
    regroup(organized)

    assert counts(organized)["feature"] == before["feature"]


def test_faces_can_be_allowed_alone_later(organized: Library) -> None:
    consenting.say_no(organized, [Signal.FACE_COUNT])
    assert not organized.gate.is_open(Signal.FACE_COUNT)

    consenting.say_yes(organized, [Signal.FACE_COUNT])

    assert organized.gate.is_open(Signal.FACE_COUNT)
    assert organized.ledger.all()[0].action == "consent given"


def test_what_needs_another_signal_is_refused_without_it(organized: Library) -> None:
    consenting.say_no(organized, [Signal.CONTENT])
    with pytest.raises(UsageError, match="picture content"):
        consenting.say_yes(organized, [Signal.FACE_COUNT])

    pipeline.turn_suggestions_off(organized)
    with pytest.raises(SwitchOffError):
        consenting.say_yes(organized, [Signal.PLACES])


def test_a_folder_with_a_no_is_left_out_of_everything(organized: Library) -> None:
    away = photos_in(organized, "trip")
    assert derived_of(organized, away) == away

    receipt = consenting.say_no(organized, folder_id=trip(organized))

    assert receipt.complete
    assert derived_of(organized, away) == set()
    pipeline.organize(organized, progress=Progress(), workers=1)
    assert derived_of(organized, away) == set()
    assert derived_of(organized, photos_in(organized, "life"))
    with organized.writing_derived() as derived, pytest.raises(SwitchOffError):
        derived.keep_face_counts("centerface@1", [(next(iter(away)), "00" * 16, 3)])


def test_a_folder_can_be_left_out_of_one_signal(organized: Library) -> None:
    away = photos_in(organized, "trip")

    consenting.say_no(organized, [Signal.PLACES], folder_id=trip(organized))
    regroup(organized)

    with organized.derived() as derived:
        assert derived is not None
        members = derived.memberships()
    assert away <= set(members)
    assert all(members[one].place_group_id is None for one in away)
    assert any(one.place_group_id is not None for one in members.values())


def test_a_folder_that_comes_later_asks_and_stands_at_no_until_then(
    organized: Library, tmp_path: Path
) -> None:
    a_photo_file(tmp_path / "new" / "N_0001.jpg", SPRING, HOME)

    pipeline.add_folders(organized, [tmp_path / "new"])
    pipeline.organize(organized, progress=Progress(), workers=1)

    (new,) = consenting.folders_that_ask(organized)
    assert new.path.name == "new"
    assert derived_of(organized, photos_in(organized, "new")) == set()
    consenting.say_yes(organized, folder_id=new.id)
    assert consenting.folders_that_ask(organized) == []
    regroup(organized)
    assert derived_of(organized, photos_in(organized, "new"))


def test_a_no_for_a_new_folder_ends_the_question(organized: Library, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    pipeline.add_folders(organized, [tmp_path / "new"])
    (new,) = consenting.folders_that_ask(organized)

    consenting.say_no(organized, folder_id=new.id)

    assert consenting.folders_that_ask(organized) == []
    assert not organized.gate.is_open(Signal.GROUPING, new.id)


def test_folders_of_before_keep_the_yes_that_was_said_for_all(organized: Library) -> None:
    assert consenting.folders_that_ask(organized) == []
    assert all(all(said.values()) for said in consenting.consents(organized).folders.values())


def test_a_folder_added_with_suggestions_off_asks_nothing(library: Library, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    pipeline.add_folders(library, [tmp_path / "new"])
    pipeline.turn_suggestions_on(library)

    assert consenting.folders_that_ask(library) == []


def test_a_withdrawal_goes_on_at_the_next_start(organized: Library) -> None:
    intent = consenting.withdrawal([Signal.PLACES])
    pipeline.begin_erasure(organized, intent)  # and then the program ends

    assert not pipeline.suggestions_are_on(organized)
    with open_library(organized.path) as next_start:
        receipt = pipeline.resume_erasure(next_start)
        assert receipt is not None
        assert counts(next_start)["home"] == 0
        assert pipeline.suggestions_are_on(next_start)
        assert not next_start.gate.is_open(Signal.PLACES)


@pytest.mark.parametrize("content", ["", "nonsense", '{"what": "less"}', "\0\xff"])
def test_an_intent_that_cannot_be_read_is_off(tmp_path: Path, content: str) -> None:
    flag = tmp_path / "erasing"
    flag.write_text(content, encoding="latin-1")

    assert [intent.what for intent in read_intents(flag)] == ["off"]


def test_two_erasures_that_began_are_both_remembered(tmp_path: Path) -> None:
    flag = tmp_path / "erasing"
    places, faces = (consenting.withdrawal([one]) for one in (Signal.PLACES, Signal.FACE_COUNT))
    begin(flag, places)
    begin(flag, faces)

    assert read_intents(flag) == [places, faces]


def test_where_rows_cannot_be_taken_out_the_whole_store_goes(organized: Library) -> None:
    organized.derived_files[0].write_bytes(b"damaged " * 4096)

    receipt = consenting.say_no(organized, [Signal.FACE_COUNT])

    assert receipt.complete
    assert receipt.notes == (erasing._ALL_WENT,)
    assert not organized.derived_files[0].exists()
    assert not organized.gate.is_open(Signal.FACE_COUNT)
    assert pipeline.suggestions_are_on(organized)


def test_a_no_for_a_folder_that_took_others_in_erases_what_was_made_of_them(
    organized: Library, prepared: Path
) -> None:
    pipeline.add_folders(organized, [prepared])
    (outer,) = consenting.folders_that_ask(organized)

    consenting.leave_out(organized, outer.id)

    refused = organized.gate.refused_photos(Signal.GROUPING)
    assert refused
    assert not derived_of(organized, refused)


def test_the_no_of_a_folder_is_not_lost_when_another_takes_it_in(
    organized: Library, prepared: Path
) -> None:
    consenting.say_no(organized, folder_id=trip(organized))
    pipeline.turn_suggestions_off(organized)
    pipeline.add_folders(organized, [prepared])

    pipeline.turn_suggestions_on(organized)

    assert organized.gate.refused_photos(Signal.GROUPING)
    assert len(consenting.folders_that_ask(organized)) == 1


NO_CHANGES = GroupChanges(
    memberships={},
    themes={},
    events=(),
    gone_events=(),
    likeness_groups=(),
    gone_likeness_groups=(),
    place_groups=(),
)


@pytest.mark.parametrize("signal", [Signal.PLACES, Signal.CONTENT, Signal.FACE_COUNT])
def test_what_was_worked_out_before_a_withdrawal_is_not_written_after_it(
    organized: Library, signal: Signal
) -> None:
    with organized.derived() as derived:
        assert derived is not None
        before = derived.suggestions()

    with organized.writing_derived() as writer:
        consenting.say_no(organized, {signal})
        with pytest.raises(SwitchOffError):
            writer.replace_suggestions(before)
        with pytest.raises(SwitchOffError):
            writer.replace_groups([], Clusters(), {}, frozenset())
        with pytest.raises(SwitchOffError):
            writer.change_groups(NO_CHANGES)

    assert before
    assert counts(organized)["suggestion"] == 0


def in_two_folders(tmp_path: Path) -> Library:
    """A library of a life in a folder with a yes, and copies of it in one with a no."""
    a_life(tmp_path / "life", months=1)
    shutil.copytree(tmp_path / "life", tmp_path / "copies")
    library = open_library(tmp_path / "library")
    pipeline.add_folders(library, [tmp_path / "life", tmp_path / "copies"])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=2)
    ids = {folder.path.name: folder.id for folder in library.folders.all()}
    consenting.say_no(library, folder_id=ids["copies"])
    regroup(library)
    return library


@pytest.mark.parametrize("how", ["the folder is removed", "the files move"])
def test_what_was_made_of_photos_that_no_yes_covers_any_more_is_erased(
    tmp_path: Path, how: str
) -> None:
    with in_two_folders(tmp_path) as library:
        ids = {folder.path.name: folder.id for folder in library.folders.all()}
        with library.derived() as derived:
            assert derived is not None
            marks = [row.embedding[:48] for row in derived.features(EMBEDDING)]
        before = erasures(library)
        assert marks
        assert any(mark in everything(tmp_path) for mark in marks)

        if how == "the folder is removed":
            pipeline.remove_folder(library, ids["life"])
        else:
            shutil.rmtree(tmp_path / "life")
            (tmp_path / "life").mkdir()
            a_photo_file(tmp_path / "life" / "new.jpg", SPRING, HOME)
        pipeline.organize(library, progress=Progress(), workers=2)

        refused = library.gate.refused_photos(Signal.GROUPING)
        assert len(refused) > 20
        assert not derived_of(library, refused)
        assert not any(mark in everything(tmp_path) for mark in marks)
        assert erasures(library) == before + 1

        pipeline.organize(library, progress=Progress(), workers=2)
        assert erasures(library) == before + 1  # once is enough


def erasures(library: Library) -> int:
    return sum(line.action == "erased" for line in library.ledger.all())


def everything(tmp_path: Path) -> bytes:
    """All bytes of the library."""
    return b"".join(one.read_bytes() for one in (tmp_path / "library").rglob("*") if one.is_file())


def test_an_erasure_of_what_no_yes_covers_is_finished_at_the_next_start(tmp_path: Path) -> None:
    library = in_two_folders(tmp_path)
    with library:
        ids = {folder.path.name: folder.id for folder in library.folders.all()}
        pipeline.remove_folder(library, ids["life"])
        begin(library.erasure_flag, REFUSED)  # as far as a crash let it come

    with open_library(tmp_path / "library") as library:
        pipeline.resume_erasure(library)

        assert read_intents(library.erasure_flag) == []
        assert not derived_of(library, library.gate.refused_photos(Signal.GROUPING))
        assert library.gate.is_open(Signal.GROUPING)
        assert not consenting.folders_that_ask(library)
