"""Birthdays the user entered, festivals, and what an event looks like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from organizer.models import Photo, RememberedDate, Suggestion
from organizer.suggestions.calendar_days import festival_of, tet_of
from tests.organizer.clusters.builders import (
    PORTO,
    a_trip,
    by_kind,
    daily_life,
    features_of,
    some_photos,
    suggestions_of,
)

LIFE = daily_life(date(2023, 1, 2), date(2024, 12, 20))
MAI = RememberedDate(name="Mai", month=8, day=24)


def birthdays(photos: Sequence[Photo], *dates: RememberedDate) -> list[Suggestion]:
    return by_kind(suggestions_of([*LIFE, *photos], dates=dates), "occasion")


def party(start: datetime, count: int = 20) -> list[Photo]:
    return some_photos(start, count)


def test_a_party_on_the_birthday_is_found_with_its_reason() -> None:
    photos = party(datetime(2024, 8, 24, 15))

    (found,) = birthdays(photos, MAI)

    assert (found.title, found.occasion) == ("Mai’s birthday 2024", "birthday")
    assert set(found.photo_ids) >= {photo.id for photo in photos}
    assert found.reasons[0].text == "Taken on 24 August 2024, the date you entered for Mai"


@pytest.mark.parametrize(("days", "is_found"), [(-3, False), (-2, True), (2, True), (3, False)])
def test_a_party_may_be_two_days_off(days: int, is_found: bool) -> None:
    photos = party(datetime(2024, 8, 24, 15) + timedelta(days=days))

    assert bool(birthdays(photos, MAI)) is is_found


def test_a_party_past_midnight_counts_to_its_evening() -> None:
    photos = party(datetime(2024, 8, 26, 21), 40)

    assert len(birthdays(photos, MAI)) == 1


def test_every_year_is_found() -> None:
    photos = [*party(datetime(2023, 8, 24, 15)), *party(datetime(2024, 8, 23, 15))]

    titles = sorted(found.title for found in birthdays(photos, MAI))

    assert titles == ["Mai’s birthday 2023", "Mai’s birthday 2024"]


def test_a_birthday_on_29_february_falls_on_the_28th_in_short_years() -> None:
    leap = RememberedDate(name="Leap", month=2, day=29)
    photos = [*party(datetime(2023, 2, 28, 15)), *party(datetime(2024, 2, 29, 15))]

    found = birthdays(photos, leap)

    texts = sorted(one.reasons[0].text for one in found)
    assert texts == [
        "Taken on 28 February 2023, the date you entered for Leap",
        "Taken on 29 February 2024, the date you entered for Leap",
    ]


def test_a_birthday_around_new_year_finds_the_party_in_the_other_year() -> None:
    eve = RememberedDate(name="Eve", month=1, day=1)
    photos = party(datetime(2023, 12, 31, 15))

    titles = [found.title for found in birthdays(photos, eve)]

    assert "Eve’s birthday 2024" in titles


def test_a_known_year_of_birth_gives_the_age() -> None:
    photos = party(datetime(2024, 8, 24, 15))

    (found,) = birthdays(photos, RememberedDate(name="Mai", month=8, day=24, year=2017))

    assert found.title == "Mai turns 7"


def test_nobody_has_a_birthday_before_being_born() -> None:
    photos = party(datetime(2023, 8, 24, 15))

    assert birthdays(photos, RememberedDate(name="Mai", month=8, day=24, year=2024)) == []


def test_a_walk_on_that_day_is_no_party_for_sure() -> None:
    walk = some_photos(datetime(2024, 8, 26, 9), 8, spread_km=12)

    assert all(found.title.endswith("?") for found in birthdays(walk, MAI))


def test_an_ordinary_day_of_a_trip_is_not_called_a_birthday() -> None:
    photos = a_trip(datetime(2024, 8, 22), [(PORTO, 5)])

    assert birthdays(photos, MAI) == []


def test_an_anniversary_is_named_as_the_user_named_it() -> None:
    photos = party(datetime(2024, 8, 24, 15))

    (found,) = birthdays(
        photos, RememberedDate(name="Our wedding day", month=8, day=24, kind="anniversary")
    )

    assert (found.title, found.occasion) == ("Our wedding day 2024", "anniversary")


def test_a_very_long_name_is_shortened_in_the_title() -> None:
    name = "Maximiliana Alexandrina von und zu\n Hohenfels"

    (found,) = birthdays(
        party(datetime(2024, 8, 24, 15)), RememberedDate(name=name, month=8, day=24)
    )

    assert len(found.title) <= 60
    assert "\n" not in found.title


@pytest.mark.parametrize(
    ("start", "name", "year"),
    [
        (datetime(2024, 12, 24, 20), "christmas", 2024),
        (datetime(2024, 12, 25, 1), "christmas", 2024),
        (datetime(2024, 12, 31, 22), "new_year", 2025),
        (datetime(2025, 1, 1, 0, 30), "new_year", 2025),
        (datetime(2025, 1, 1, 12), "new_year", 2025),
        (datetime(2024, 10, 31, 19), "halloween", 2024),
    ],
)
def test_festivals_go_by_the_local_evening(start: datetime, name: str, year: int) -> None:
    festival = festival_of(start)

    assert festival is not None
    assert (festival.name, festival.year) == (name, year)


@pytest.mark.parametrize("start", [datetime(2024, 12, 24, 9), datetime(2024, 12, 31, 9)])
def test_the_morning_before_is_no_festival(start: datetime) -> None:
    assert festival_of(start) is None


@pytest.mark.parametrize(
    ("day", "year"), [((2024, 2, 10), 2024), ((2025, 1, 28), 2025), ((2026, 2, 17), 2026)]
)
def test_tet_follows_the_lunar_year(day: tuple[int, int, int], year: int) -> None:
    festival = tet_of(datetime(*day, 12))

    assert festival is not None
    assert festival.year == year
    assert tet_of(datetime(2024, 3, 1)) is None


def test_a_festival_by_the_calendar_alone_is_asked() -> None:
    photos = some_photos(datetime(2023, 12, 24, 19), 12)

    (found,) = birthdays(photos)

    assert found.title == "Christmas 2023?"


def test_an_event_that_stands_out_is_asked_and_never_stated() -> None:
    starts = [datetime(2024, month, 9, 14) for month in range(1, 11)]
    photos = [photo for start in starts for photo in some_photos(start, 10)]
    wedding = {photo.id: {"wedding": 0.5} for photo in photos[-10:]}
    features = features_of([*LIFE, *photos], log_probabilities=wedding)

    found = by_kind(suggestions_of([*LIFE, *photos], features=features), "occasion")

    assert [one.title for one in found] == ["A wedding?"]
    assert set(found[0].photo_ids) == {photo.id for photo in photos[-10:]}
    assert "2.5 are needed" in found[0].reasons[0].text


def test_one_photo_of_a_cake_makes_no_birthday() -> None:
    starts = [datetime(2024, month, 9, 14) for month in range(1, 11)]
    photos = [photo for start in starts for photo in some_photos(start, 10)]
    features = features_of([*LIFE, *photos], log_probabilities={photos[4].id: {"birthday": 0.99}})

    assert by_kind(suggestions_of([*LIFE, *photos], features=features), "occasion") == []
