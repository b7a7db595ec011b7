"""What the user says of suggestions, events, homes and photos holds, and can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from organizer import pipeline
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library, open_library
from organizer.models import (
    Circle,
    PhotoId,
    Rule,
    RuleKind,
    Suggestion,
    SuggestionKind,
)
from organizer.pipeline import bordering, dwelling, event_edits, hiding, regrouping, ruling
from organizer.pipeline.analysing import analyse
from organizer.pipeline.proposing import propose
from organizer.progress import Progress
from tests.builders import (
    FAR_AWAY,
    HOME,
    PARTY,
    a_life,
    a_life_with_a_party,
    a_photo_file,
    organized_library,
)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_life_with_a_party(tmp_path_factory.mktemp("photos"))


@pytest.fixture(scope="module")
def prepared(life: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return organized_library(tmp_path_factory.mktemp("libraries") / "prepared", life)


@pytest.fixture
def organized(prepared: Path, library_path: Path) -> Iterator[Library]:
    shutil.copytree(prepared, library_path, dirs_exist_ok=True)
    with open_library(library_path) as library:
        yield library


def propose_anew(library: Library) -> None:
    assert regrouping.is_due(library)
    regrouping.propose_if_due(library, progress=Progress())


def of_kind(library: Library, kind: SuggestionKind) -> list[Suggestion]:
    return [found for found in pipeline.open_suggestions(library) if found.kind is kind]


def the_trip(library: Library) -> Suggestion:
    (trip,) = of_kind(library, SuggestionKind.TRIP)
    return trip


def party_ids(library: Library) -> list[PhotoId]:
    photos = [photo for photo in library.photos.all() if photo.path.parent.name == "party"]
    return [photo.id for photo in sorted(photos, key=lambda photo: photo.path)]


def events_with(library: Library, photo_ids: list[PhotoId]) -> list[tuple[PhotoId, ...]]:
    with library.derived() as derived:
        assert derived is not None
        return [e.photo_ids for e in derived.events() if set(e.photo_ids) & set(photo_ids)]


def rule(library: Library, suggestion: Suggestion, kind: RuleKind) -> Rule:
    return ruling.rule_of(library, suggestion.id, kind)


def test_a_place_that_is_never_wanted_is_not_proposed_until_the_rule_is_taken_back(
    organized: Library,
) -> None:
    trip = the_trip(organized)

    kept = ruling.keep_rule(organized, rule(organized, trip, RuleKind.NEVER_PLACE))
    propose_anew(organized)
    without = of_kind(organized, SuggestionKind.TRIP)
    words = [sentence for _, sentence in ruling.rules_in_words(organized)]
    assert kept.id is not None
    ruling.take_rule_back(organized, kept.id)
    propose_anew(organized)

    assert without == []
    assert words == ["No album is proposed of what was taken within 1 km of Da Nang."]
    assert the_trip(organized).id == trip.id


def test_the_rules_of_a_suggestion_say_what_they_do(organized: Library) -> None:
    trip = the_trip(organized)

    kinds = {made.kind for made in ruling.possible_rules(organized, trip)}
    sentences = [
        ruling.rule_in_words(organized, made) for made in ruling.possible_rules(organized, trip)
    ]

    assert kinds == {RuleKind.NEVER_DATE, RuleKind.NEVER_PLACE, RuleKind.LESS_OF_KIND}
    assert "Fewer albums of this sort: trips." in sentences
    assert "No album is proposed of 15–17 May 2024." in sentences


def test_a_suggestion_that_gives_no_such_rule_says_so(organized: Library) -> None:
    with pytest.raises(UsageError, match="gives no such rule"):
        rule(organized, the_trip(organized), RuleKind.NEVER_REMEMBERED)
    with pytest.raises(NotFoundError):
        ruling.rule_of(organized, "trip-none", RuleKind.NEVER_PLACE)


def test_what_is_no_event_is_one_no_more(organized: Library) -> None:
    ids = party_ids(organized)
    before = events_with(organized, ids)

    ruling.keep_rule(organized, Rule(kind=RuleKind.NOT_AN_EVENT, photo_ids=frozenset(before[0])))
    propose_anew(organized)

    assert before
    assert before[0] not in events_with(organized, ids)


def test_a_split_survives_a_rescan_with_new_photos(
    library: Library, life: Path, tmp_path: Path
) -> None:
    pipeline.add_folders(library, [life, tmp_path / "more"])
    (tmp_path / "more").mkdir()
    pipeline.add_folders(library, [tmp_path / "more"])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=2)
    ids = party_ids(library)

    edit = event_edits.split_event(library, ids[:8], ids[4])
    propose_anew(library)
    a_photo_file(tmp_path / "more/late.jpg", PARTY + timedelta(minutes=40), HOME, seed=77)
    pipeline.organize(library, progress=Progress(), workers=2)
    after = events_with(library, ids[:8])
    assert edit.id is not None
    event_edits.take_edit_back(library, edit.id)
    propose_anew(library)

    assert len(after) == 2
    late = next(photo.id for photo in library.photos.all() if photo.path.stem == "late")
    assert any(ids[4] in event and late in event for event in after)
    assert not any(ids[3] in event and ids[4] in event for event in after)
    assert any(ids[3] in event and ids[4] in event for event in events_with(library, ids))


def test_merged_events_are_one_and_moved_photos_are_where_they_were_put(
    organized: Library,
) -> None:
    ids = party_ids(organized)
    trip = the_trip(organized)

    event_edits.merge_events(organized, ids, trip.photo_ids[:3])
    event_edits.move_photos(organized, [trip.photo_ids[-1]], ids)
    propose_anew(organized)

    (merged,) = [event for event in events_with(organized, ids) if ids[0] in event]
    assert trip.photo_ids[0] in merged
    assert trip.photo_ids[-1] in merged


def test_nothing_can_be_cut_off_before_the_first_photo(organized: Library) -> None:
    ids = party_ids(organized)

    with pytest.raises(UsageError, match="nothing before this photo"):
        event_edits.split_event(organized, ids, ids[0])


def test_the_levels_of_a_trip_go_from_parts_to_more_than_the_trip(organized: Library) -> None:
    trip = the_trip(organized)

    borders = bordering.borders_of(organized, trip)
    finest = borders.levels[0]

    assert borders.levels[borders.now] == (trip.photo_ids,)
    assert len(finest) > 1
    assert {one for part in finest for one in part} == set(trip.photo_ids)


def test_finer_borders_that_are_kept_hold_after_grouping_anew(organized: Library) -> None:
    trip = the_trip(organized)
    borders = bordering.borders_of(organized, trip)
    level = borders.levels[0]

    edits = bordering.keep_borders(organized, borders, level)
    propose_anew(organized)

    assert len(edits) == len(level) - 1
    for event in events_with(organized, list(trip.photo_ids)):
        assert any(set(event) & set(trip.photo_ids) <= set(part) for part in level)


def test_two_halves_of_a_trip_that_are_kept_are_two_trips(organized: Library) -> None:
    trip = the_trip(organized)
    borders = bordering.borders_of(organized, trip)
    (halves,) = [level for level in borders.levels if len(level) == 2]

    bordering.keep_borders(organized, borders, halves)
    propose_anew(organized)

    found = of_kind(organized, SuggestionKind.TRIP)
    least = [part for part in halves if len(part) >= 8]
    assert sorted(one.photo_ids for one in found) == sorted(least)


def test_a_place_that_is_no_home_is_none_and_its_trips_are_judged_anew(
    organized: Library,
) -> None:
    (home,) = dwelling.list_homes(organized)
    assert home.place is not None

    word = dwelling.say_no_home(organized, home.home.latitude, home.home.longitude)
    propose_anew(organized)
    without = dwelling.list_homes(organized), of_kind(organized, SuggestionKind.TRIP)
    assert word.id is not None
    dwelling.take_word_back(organized, word.id)
    propose_anew(organized)

    assert without == ([], [])
    assert len(dwelling.list_homes(organized)) == 1
    assert the_trip(organized)


def test_a_home_that_the_user_names_makes_days_there_no_trip(organized: Library) -> None:
    dwelling.say_home(organized, *FAR_AWAY)
    propose_anew(organized)

    assert of_kind(organized, SuggestionKind.TRIP) == []
    assert [home.word is not None for home in dwelling.list_homes(organized)].count(True) == 1


def test_a_hidden_photo_leaves_suggestions_at_once_and_covers_too(organized: Library) -> None:
    trip = the_trip(organized)

    hiding.hide_photos(organized, [trip.cover_id])
    at_once = the_trip(organized)
    propose_anew(organized)

    for found in (at_once, *pipeline.open_suggestions(organized)):
        assert trip.cover_id not in found.photo_ids
        assert found.cover_id != trip.cover_id
        assert all(trip.cover_id not in reason.photo_ids for reason in found.reasons)


def test_a_hidden_place_leaves_no_group_suggestion_or_title(organized: Library) -> None:
    days = {day for day, title in pipeline.event_titles(organized).items() if "Da Nang" in title}
    hiding.hide_place(organized, Circle(*FAR_AWAY, 50.0), "there")
    at_once = of_kind(organized, SuggestionKind.TRIP)
    titles_at_once = pipeline.event_titles(organized)
    propose_anew(organized)
    withheld = organized.hidden.withheld()
    with organized.derived() as derived:
        assert derived is not None
        grouped = set(derived.memberships())

    assert at_once == []
    assert withheld
    assert not grouped & withheld
    assert days
    assert not days & titles_at_once.keys()
    assert not days & pipeline.event_titles(organized).keys()


def test_showing_photos_again_tells_how_many_a_place_still_hides(organized: Library) -> None:
    trip = the_trip(organized)
    hiding.hide_photos(organized, trip.photo_ids[:2])
    hiding.hide_place(organized, Circle(*FAR_AWAY, 50.0), "there")

    assert hiding.show_photos(organized, trip.photo_ids[:2]) == 2
    assert [made.kind for made in hiding.hiding_rules(organized)] == [RuleKind.HIDDEN_PLACE]


def test_hiding_what_is_gone_is_refused_with_a_sentence(library: Library) -> None:
    with pytest.raises(NotFoundError, match="not in the library"):
        hiding.hide_photos(library, [PhotoId(7)])


def test_what_the_user_said_outlives_the_switch(organized: Library) -> None:
    trip = the_trip(organized)
    pipeline.dismiss_suggestion(organized, trip.id)
    ruling.keep_rule(organized, Rule(kind=RuleKind.LESS_OF_KIND, subject="event"))
    ids = party_ids(organized)
    event_edits.split_event(organized, ids[:8], ids[4])

    pipeline.turn_suggestions_off(organized)
    pipeline.turn_suggestions_on(organized)
    pipeline.organize(organized, progress=Progress(), workers=2)

    assert of_kind(organized, SuggestionKind.TRIP) == []
    assert len(ruling.rules_in_words(organized)) == 1
    assert not any(ids[3] in event and ids[4] in event for event in events_with(organized, ids))


def test_a_dismissed_trip_stays_away_when_its_folder_was_away_and_has_new_photos(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    a_life(folder)
    pipeline.add_folders(library, [folder])
    pipeline.turn_suggestions_on(library)
    pipeline.organize(library, progress=Progress(), workers=2)
    trip = the_trip(library)
    pipeline.dismiss_suggestion(library, trip.id)

    pipeline.remove_folder(library, library.folders.all()[0].id)
    pipeline.organize(library, progress=Progress(), workers=2)
    a_photo_file(folder / "one more.jpg", trip.start + timedelta(hours=1), FAR_AWAY, seed=9)  # type: ignore[operator]
    pipeline.add_folders(library, [folder])
    pipeline.organize(library, progress=Progress(), workers=2)

    assert of_kind(library, SuggestionKind.TRIP) == []


def test_what_is_no_event_is_none_although_an_album_shows_only_the_best_of_it(
    organized: Library,
) -> None:
    ids = party_ids(organized)
    (event,) = [one for one in events_with(organized, ids) if ids[0] in one]
    some = Suggestion(
        id="event-some",
        kind=SuggestionKind.EVENT,
        title="Some of it",
        subtitle="",
        photo_ids=event[: len(event) // 2],
        cover_id=event[0],
        score=0.5,
        reasons=(),
    )

    rule = ruling.possible_rules(organized, some)[0]

    assert rule.kind is RuleKind.NOT_AN_EVENT
    assert rule.photo_ids == frozenset(event)


def test_a_split_holds_when_the_photos_at_its_border_are_hidden(organized: Library) -> None:
    ids = party_ids(organized)
    event_edits.split_event(organized, ids[:8], ids[4])
    hiding.hide_photos(organized, [ids[3], ids[4]])

    propose_anew(organized)

    assert not any(ids[2] in event and ids[5] in event for event in events_with(organized, ids))


def test_what_was_seen_of_hidden_photos_goes_and_is_seen_again_when_they_are_shown(
    organized: Library,
) -> None:
    trip = the_trip(organized)

    def seen() -> set[PhotoId]:
        with organized.derived() as derived:
            assert derived is not None
            return set(derived.described("efflite0-256@2"))

    before = seen()
    hiding.hide_photos(organized, trip.photo_ids)
    propose_anew(organized)
    while_hidden = seen()
    hiding.show_photos(organized, trip.photo_ids)
    propose_anew(organized)

    assert while_hidden == before - set(trip.photo_ids)
    assert seen() == before
    assert the_trip(organized).photo_ids == trip.photo_ids


def test_hidden_photos_are_neither_looked_at_nor_grouped(organized: Library) -> None:
    """Two steps see to it, each by itself."""
    trip = the_trip(organized)

    def seen() -> set[PhotoId]:
        with organized.derived() as derived:
            assert derived is not None
            return set(derived.described("efflite0-256@2")) & set(trip.photo_ids)

    hiding.hide_photos(organized, trip.photo_ids[:5])
    analyse(organized, progress=Progress(), threads=1, on_batch=lambda: None)
    assert seen() == set(trip.photo_ids[5:])
    hiding.hide_photos(organized, trip.photo_ids[5:])
    propose(organized, progress=Progress())
    assert seen() == set()


def test_a_place_that_is_hidden_takes_its_name_away_at_once_even_where_most_photos_stay(
    organized: Library,
) -> None:
    trip = the_trip(organized)
    photo = organized.photos.get(trip.photo_ids[3])
    assert photo is not None
    hiding.hide_place(organized, Circle(photo.latitude, photo.longitude, 0.01), "there")
    hidden = organized.hidden.withheld() & set(trip.photo_ids)

    assert 0 < len(hidden) < len(trip.photo_ids) / 2
    assert of_kind(organized, SuggestionKind.TRIP) == []


def test_what_was_dismissed_or_saved_is_proposed_again_when_that_is_taken_back(
    organized: Library,
) -> None:
    trip = the_trip(organized)
    pipeline.dismiss_suggestion(organized, trip.id)
    propose_all(organized)
    decision = pipeline.undo_dismissal(organized, trip.id)
    propose_anew(organized)
    after_dismissal = the_trip(organized).id
    assert decision is not None
    pipeline.decide(organized, decision)
    propose_all(organized)
    again = of_kind(organized, SuggestionKind.TRIP)

    assert after_dismissal == trip.id
    assert again == []


def test_a_save_that_is_undone_and_done_again_after_a_grouping_is_not_proposed_beside_it(
    organized: Library,
) -> None:
    trip = the_trip(organized)
    album = pipeline.save_suggestion(organized, trip.id)
    propose_all(organized)
    decision = pipeline.undo_save(organized, album.id)
    propose_anew(organized)
    undone = the_trip(organized).id

    pipeline.save_again(organized, album, decision)
    propose_all(organized)

    assert undone == trip.id
    assert organized.albums.get(album.id) == album
    assert of_kind(organized, SuggestionKind.TRIP) == []


def test_hidden_photos_are_not_on_cards_of_what_was_dismissed(organized: Library) -> None:
    trip = the_trip(organized)
    pipeline.dismiss_suggestion(organized, trip.id)

    hiding.hide_photos(organized, trip.photo_ids[:2])
    (card,) = pipeline.dismissed_suggestions(organized)
    hiding.hide_photos(organized, trip.photo_ids)

    assert not set(trip.photo_ids[:2]) & card.photo_ids
    assert pipeline.dismissed_suggestions(organized) == []


def propose_all(library: Library) -> None:
    """As another look would."""
    propose(library, progress=Progress())
