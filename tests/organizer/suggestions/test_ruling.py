"""Rules that the user made keep proposals away, and only those that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from organizer.models import (
    Circle,
    RememberedDate,
    Rule,
    RuleKind,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from tests.organizer.clusters.builders import (
    HOME,
    LISBON,
    PORTO,
    a_year,
    by_kind,
    daily_life,
    some_photos,
    suggestions_of,
)

MAI = RememberedDate(name="Mai", month=8, day=24)
YEAR = a_year()
PARTY_DAY = date(2024, 8, 24)
LEAP_PARTY = datetime(2023, 2, 28, 15)


def never_at(where: tuple[float, float], radius_km: float = 5.0) -> Rule:
    return Rule(kind=RuleKind.NEVER_PLACE, circle=Circle(*where, radius_km))


def never_on(first: date, last: date | None = None, *, every_year: bool = False) -> Rule:
    return Rule(
        kind=RuleKind.NEVER_DATE, first_day=first, last_day=last or first, every_year=every_year
    )


def less_of(subject: str) -> Rule:
    return Rule(kind=RuleKind.LESS_OF_KIND, subject=subject)


def score_of(suggestions: Sequence[Suggestion], kind: str) -> float:
    return by_kind(suggestions, kind)[0].score


def test_nothing_is_proposed_of_a_place_that_is_never_wanted() -> None:
    trips = [*a_year(), *some_photos(datetime(2024, 11, 2, 10), 20, where=(48.0, 2.0))]

    assert by_kind(suggestions_of(YEAR), "trip")
    assert not by_kind(suggestions_of(YEAR, rules=[never_at((40.0, -8.8), 180)]), "trip")
    assert by_kind(suggestions_of(trips, rules=[never_at((48.0, 2.0))]), "trip")


def test_a_trip_of_which_half_was_elsewhere_is_still_proposed() -> None:
    assert by_kind(suggestions_of(YEAR, rules=[never_at(PORTO)]), "trip")
    assert by_kind(suggestions_of(YEAR, rules=[never_at(LISBON)]), "trip")


@pytest.mark.parametrize(
    ("rule", "is_kept"),
    [
        (never_on(PARTY_DAY), False),
        (never_on(date(2023, 8, 24)), True),
        (never_on(date(2020, 8, 24), every_year=True), False),
        (never_on(date(2020, 2, 29), every_year=True), True),
        (never_on(date(2024, 8, 20), date(2024, 8, 30)), False),
        (never_on(date(2024, 8, 25)), True),
    ],
)
def test_nothing_is_proposed_of_a_date_that_is_never_wanted(rule: Rule, is_kept: bool) -> None:
    kinds = {found.kind for found in suggestions_of(YEAR, dates=[MAI], rules=[rule])}

    assert (SuggestionKind.OCCASION in kinds) is is_kept
    assert SuggestionKind.TRIP in kinds


def test_a_birthday_that_is_never_wanted_is_not_asked_under_another_name_either() -> None:
    rule = Rule(kind=RuleKind.NEVER_REMEMBERED, subject="Mai")
    years = [shot for year in (2022, 2023, 2024) for shot in a_year(year=year)]

    (before, *_) = by_kind(suggestions_of(years, dates=[MAI]), "occasion")
    found = suggestions_of(years, dates=[MAI], rules=[rule])

    assert before.subject == "Mai"
    assert not by_kind(found, "occasion")
    assert not any(set(before.photo_ids) & set(one.photo_ids) for one in by_kind(found, "event"))


def test_a_suggestion_knows_whose_date_it_is() -> None:
    (birthday,) = by_kind(suggestions_of(YEAR, dates=[MAI]), "occasion")

    assert birthday.subject == "Mai"


def test_less_of_a_kind_lowers_it_and_in_the_end_leaves_it_out() -> None:
    before = score_of(suggestions_of(YEAR), "trip")
    once = score_of(suggestions_of(YEAR, rules=[less_of("trip")]), "trip")

    assert once == pytest.approx(before - 0.2)
    assert not by_kind(suggestions_of(YEAR, rules=[less_of("trip")] * 4), "trip")


def test_less_of_one_occasion_leaves_the_others() -> None:
    rules = [less_of("occasion:concert")] * 4

    assert by_kind(suggestions_of(YEAR, dates=[MAI], rules=rules), "occasion")
    assert not by_kind(
        suggestions_of(YEAR, dates=[MAI], rules=[less_of("occasion:birthday")] * 4), "occasion"
    )


def test_less_of_one_theme_leaves_the_others() -> None:
    photos = daily_life(date(2024, 1, 1), date(2024, 12, 30))
    themes = {
        photo.id: (ThemeScore("dog" if place % 2 else "boats", 0.99),)
        for place, photo in enumerate(photos)
    }

    both = by_kind(suggestions_of(photos, themes=themes), "theme")
    one = by_kind(suggestions_of(photos, themes=themes, rules=[less_of("theme:dog")] * 4), "theme")

    assert sorted(found.subject for found in both) == ["boats", "dog"]
    assert [found.subject for found in one] == ["boats"]


def test_a_rule_about_a_place_says_nothing_of_photos_without_one() -> None:
    photos = [
        *daily_life(date(2024, 1, 1), date(2024, 12, 30)),
        *some_photos(datetime(2024, 8, 24, 15), 20, where=None),
    ]

    assert by_kind(suggestions_of(photos, rules=[never_at(HOME)]), "event")


def test_a_date_on_29_february_is_the_28th_in_short_years() -> None:
    photos = [*daily_life(date(2023, 1, 1), date(2023, 12, 30)), *some_photos(LEAP_PARTY, 20)]
    rule = never_on(date(2020, 2, 29), every_year=True)

    assert by_kind(suggestions_of(photos), "event")
    assert not by_kind(suggestions_of(photos, rules=[rule]), "event")
