"""What holds for every proposal."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.models import (
    Decision,
    Kind,
    Photo,
    PhotoId,
    RememberedDate,
    Suggestion,
    SuggestionKind,
    ThemeScore,
    Trust,
)
from organizer.suggestions.recaps import _shares
from tests.organizer.clusters.builders import (
    HOME,
    a_photo,
    a_year,
    by_kind,
    features_of,
    renumbered,
    some_photos,
    suggestions_of,
)

MAI = RememberedDate(name="Mai", month=8, day=24)
YEAR = a_year()


def decided(suggestion: Suggestion, verdict: str = "dismissed", **changes: object) -> Decision:
    decision = Decision(
        verdict=verdict,
        suggestion_id=suggestion.id,
        suggestion_kind=suggestion.kind,
        title=suggestion.title,
        photo_ids=frozenset(suggestion.photo_ids),
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


def facts(suggestions: Sequence[Suggestion]) -> list[tuple[str, str, str]]:
    return [(one.id, one.title, one.subtitle) for one in suggestions]


def test_an_empty_library_has_no_suggestions() -> None:
    assert suggestions_of([]) == ()


def test_every_suggestion_has_reasons_a_cover_of_its_own_and_a_short_title() -> None:
    suggestions = suggestions_of(YEAR, dates=[MAI])

    assert {one.kind.value for one in suggestions} >= {"trip", "occasion", "recap"}
    for one in suggestions:
        assert one.reasons
        assert one.cover_id in one.photo_ids
        assert len(one.photo_ids) == len(set(one.photo_ids))
        assert 0 < len(one.title) <= 60
        assert 0 <= one.score <= 1
        assert one.id.startswith(f"{one.kind.value}-")


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_reading_changes_neither_ids_nor_titles_nor_ranks(seed: int) -> None:
    order = list(range(len(YEAR)))
    random.Random(seed).shuffle(order)

    first = suggestions_of(YEAR, dates=[MAI])
    second = suggestions_of(renumbered(YEAR, order), dates=[MAI])

    assert facts(first) == facts(second)


@settings(max_examples=8, deadline=None)
@given(minutes=st.integers(-11 * 60, 14 * 60))
def test_the_zone_of_the_pictures_changes_nothing(minutes: int) -> None:
    zoned = [
        replace(photo, captured=replace(photo.captured, utc_offset_min=minutes)) for photo in YEAR
    ]

    assert facts(suggestions_of(zoned)) == facts(suggestions_of(YEAR))


@settings(max_examples=8, deadline=None)
@given(weeks=st.integers(-200, 60))
def test_shifting_a_life_by_weeks_keeps_its_trips(weeks: int) -> None:
    moved = [
        replace(photo, captured=replace(photo.captured, taken_at=at + timedelta(weeks=weeks)))
        for photo in YEAR
        if (at := photo.taken_at)
    ]

    trips = by_kind(suggestions_of(moved), "trip")

    assert [(one.id, one.title) for one in trips] == [
        (one.id, one.title) for one in by_kind(suggestions_of(YEAR), "trip")
    ]


def test_photos_of_another_life_change_no_trip() -> None:
    more = [*YEAR, *a_year(year=2019)]

    before = {one.id for one in by_kind(suggestions_of(YEAR), "trip")}

    assert before <= {one.id for one in by_kind(suggestions_of(more), "trip")}


@pytest.mark.parametrize("kind", [Kind.SCREENSHOT, Kind.DOCUMENT])
def test_screenshots_and_documents_stay_out(kind: Kind) -> None:
    trip = by_kind(suggestions_of(YEAR), "trip")[0]
    among = trip.photo_ids[3]
    photos = [replace(photo, kind=kind) if photo.id == among else photo for photo in YEAR]

    shown = {key for one in suggestions_of(photos) for key in one.photo_ids}

    assert among not in shown
    assert trip.photo_ids[4] in shown


def test_photos_that_show_a_document_stay_out_though_a_camera_took_them() -> None:
    trip = by_kind(suggestions_of(YEAR), "trip")[0]
    papers = set(trip.photo_ids[2:4])

    found = suggestions_of(YEAR, documents=papers)

    assert papers.isdisjoint(key for one in found for key in (*one.photo_ids, one.cover_id))
    assert papers.isdisjoint(
        key for one in found for reason in one.reasons for key in reason.photo_ids
    )


@pytest.mark.parametrize("trust", [Trust.LOW, Trust.NONE])
def test_untrusted_dates_stay_out(trust: Trust) -> None:
    received = some_photos(datetime(2024, 8, 24, 15), 30, where=None)
    received = [replace(photo, captured=replace(photo.captured, trust=trust)) for photo in received]

    shown = {
        key for one in suggestions_of([*YEAR, *received], dates=[MAI]) for key in one.photo_ids
    }

    assert shown.isdisjoint(photo.id for photo in received)


def test_of_near_identical_shots_only_the_best_is_shown() -> None:
    party = [photo for photo in YEAR if photo.taken_at and photo.taken_at.month == 8][-20:]
    twin = a_photo(party[3].taken_at, HOME, mark="twin")
    look, code = [1.0] * 256, 0x0F1E2D3C4B5A6978
    photos = [*YEAR, twin]
    features = features_of(
        photos,
        looks={party[3].id: look, twin.id: look},
        hashes={party[3].id: code, twin.id: code},
    )

    suggestions = suggestions_of(photos, features=features, dates=[MAI])

    for one in suggestions:
        assert len({party[3].id, twin.id} & set(one.photo_ids)) <= 1
    assert any({party[3].id, twin.id} & set(one.photo_ids) for one in suggestions)


@pytest.mark.parametrize("verdict", ["saved", "dismissed"])
def test_what_was_decided_does_not_come_back(verdict: str) -> None:
    (trip,) = by_kind(suggestions_of(YEAR), "trip")

    again = suggestions_of(YEAR, decisions=[decided(trip, verdict)])

    assert by_kind(again, "trip") == []
    assert by_kind(again, "recap")


def test_a_dismissed_trip_does_not_come_back_with_a_few_new_photos() -> None:
    (trip,) = by_kind(suggestions_of(YEAR), "trip")
    more = [a_photo(datetime(2024, 5, 5, 12, n), (41.15, -8.61)) for n in range(5)]

    again = suggestions_of([*YEAR, *more], decisions=[decided(trip)])

    assert by_kind(again, "trip") == []


def test_a_dismissed_trip_does_not_come_back_as_an_event() -> None:
    (trip,) = by_kind(suggestions_of(YEAR), "trip")
    without_home = [photo for photo in YEAR if photo.id in trip.photo_ids]

    assert by_kind(suggestions_of(without_home, decisions=[decided(trip)]), "event") == []


@pytest.mark.parametrize(("kept", "comes_back"), [(28, False), (29, False), (30, True)])
def test_sixty_percent_overlap_is_the_limit(kept: int, comes_back: bool) -> None:
    (trip,) = by_kind(suggestions_of(YEAR), "trip")
    common = 58 - kept  # of 48 photos: 30, 29 and 28, more and less than 60 %
    strangers = {PhotoId(10_000_000 + n) for n in range(48 - common)}
    decision = decided(trip, suggestion_id="trip-other")
    decision = replace(decision, photo_ids=frozenset(trip.photo_ids[:common]) | strangers)

    again = by_kind(suggestions_of(YEAR, decisions=[decision]), "trip")

    assert bool(again) is comes_back


def test_a_recap_is_of_a_year_that_is_over() -> None:
    during = suggestions_of(YEAR, today=date(2024, 12, 31))
    after = suggestions_of(YEAR, today=date(2025, 1, 1))

    assert by_kind(during, "recap") == []
    assert [one.title for one in by_kind(after, "recap")] == ["The best of 2024"]


def test_a_recap_takes_few_of_each_event() -> None:
    (recap,) = by_kind(suggestions_of(YEAR), "recap")
    party = {photo.id for photo in YEAR if photo.taken_at and photo.taken_at.date().day == 24}

    assert len(recap.photo_ids) == 30
    assert len(set(recap.photo_ids) & party) <= 4


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2025, 8, 21), "This week, a year ago"),
        (date(2026, 8, 27), "This week, two years ago"),
    ],
)
def test_on_this_day_goes_by_the_local_calendar(today: date, title: str) -> None:
    (found,) = by_kind(suggestions_of(YEAR, today=today), "on_this_day")

    assert found.title == title


def test_on_this_day_ends_after_three_days() -> None:
    assert by_kind(suggestions_of(YEAR, today=date(2026, 8, 28)), "on_this_day") == []


def test_this_week_reaches_over_the_end_of_a_month_and_of_a_year() -> None:
    new_year = some_photos(datetime(2023, 12, 30, 15), 12)

    in_january = suggestions_of(new_year, today=date(2026, 1, 2))
    in_march = suggestions_of(some_photos(datetime(2023, 2, 27, 15), 12), today=date(2026, 3, 1))

    assert by_kind(in_january, "on_this_day")[0].title == "This week, two years ago"
    assert by_kind(in_march, "on_this_day")[0].title == "This week, three years ago"


def test_29_february_has_a_week_in_short_years_too() -> None:
    photos = some_photos(datetime(2023, 3, 2, 15), 12)

    assert by_kind(suggestions_of(photos, today=date(2024, 2, 29)), "on_this_day")


def themed(photos: Sequence[Photo], name: str) -> dict[PhotoId, tuple[ThemeScore, ...]]:
    return {photo.id: (ThemeScore(name, 0.95),) for photo in photos}


@pytest.mark.parametrize(("days", "is_offered"), [(3, False), (4, True)])
def test_a_theme_needs_several_days(days: int, is_offered: bool) -> None:
    visits = [
        photo
        for n in range(days)
        for photo in some_photos(datetime(2024, 3, 2, 14) + timedelta(days=30 * n), 8)
    ]

    found = by_kind(suggestions_of(visits, themes=themed(visits, "wildlife_zoo")), "theme")

    assert [one.title for one in found] == (["Animals"] if is_offered else [])
    assert all(len(one.photo_ids) == 4 * days for one in found)


def test_a_theme_whose_precision_was_not_shown_is_not_offered() -> None:
    visits = [
        photo
        for n in range(8)
        for photo in some_photos(datetime(2024, 3, 2, 14) + timedelta(days=30 * n), 8)
    ]

    assert by_kind(suggestions_of(visits, themes=themed(visits, "food")), "theme") == []


def test_a_favourite_becomes_the_cover() -> None:
    photos = list(YEAR)
    place = next(n for n, photo in enumerate(photos) if photo.taken_at == datetime(2024, 5, 5, 9))
    photos[place] = replace(photos[place], favourite=True)

    (trip,) = by_kind(suggestions_of(photos), "trip")

    assert trip.cover_id == photos[place].id


def test_an_unknown_language_speaks_english() -> None:
    assert facts(suggestions_of(YEAR, language="xx")) == facts(suggestions_of(YEAR))


def test_kinds_of_suggestions_are_varied_at_the_top() -> None:
    suggestions = suggestions_of(YEAR, dates=[MAI])

    assert len({one.kind for one in suggestions[:3]}) >= 2
    assert suggestions[0].kind in (SuggestionKind.TRIP, SuggestionKind.OCCASION)


def test_scores_fall_from_the_first_to_the_last() -> None:
    scores = [one.score for one in suggestions_of(YEAR, dates=[MAI])]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_recap_has_its_share_of_every_month() -> None:
    photos = [
        shot
        for month in range(1, 13)
        for week in range(4)
        for shot in some_photos(datetime(2024, month, 2 + 7 * week, 15), 12)
    ]

    (recap,) = by_kind(suggestions_of(photos), "recap")

    taken = {photo.id: photo.taken_at for photo in photos}
    months = Counter(taken[one].month for one in recap.photo_ids)
    assert len(recap.photo_ids) == 30
    assert set(months) == set(range(1, 13))
    assert max(months.values()) <= 3


def test_months_with_few_photos_give_what_they_have_and_others_the_rest() -> None:
    assert _shares({1: 1, 2: 40, 3: 2}, 30) == {1: 1, 2: 27, 3: 2}
    assert _shares({5: 3}, 30) == {5: 3}
