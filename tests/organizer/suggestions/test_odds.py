"""Occasions are sums of evidence: what asks, what states, and what each term says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

import pytest

from organizer.models import Photo, PhotoId, RememberedDate, Suggestion
from organizer.suggestions import suggest_albums
from organizer.suggestions.calendar_days import is_graduation_season
from organizer.suggestions.evidence import LOOK_POINTS
from organizer.suggestions.gatherings import Faces
from organizer.suggestions.odds import (
    CROWDED,
    FEW_FACES,
    GATHERED,
    HARDLY_A_FACE,
    LOOK_AT_POINT,
    MANY_FACES,
    MOST_LOOK,
    NO_LOOK,
    NOBODY,
    PRIOR,
    SURE_ODDS,
    faces_odds,
    look_odds,
)
from organizer.suggestions.public_holidays import public_holiday
from organizer.suggestions.weighing import FORMAL_SHARE
from tests.organizer.clusters.builders import (
    HOME,
    NEW_HOME,
    PORTO,
    TODAY,
    a_trip,
    by_kind,
    clusters_of,
    daily_life,
    features_of,
    name_place,
    renumbered,
    some_photos,
)

LIFE = daily_life(date(2021, 1, 2), date(2024, 12, 20))
COUNTRIES = {HOME: "FR", NEW_HOME: "VN"}


def proposals(
    photos: Sequence[Photo],
    *,
    faces: dict[PhotoId, int] | None = None,
    shown: dict[PhotoId, dict[str, float]] | None = None,
    dates: Sequence[RememberedDate] = (),
    country: str | None = None,
) -> list[Suggestion]:
    everything = [*LIFE, *photos]
    features = features_of(everything, log_probabilities=shown or {})

    def place_of(latitude: float, longitude: float):
        place = name_place(latitude, longitude)
        return type(place)(name=place.name, region="", country=country or "XX") if place else None

    found = suggest_albums(
        everything,
        features,
        clusters_of(everything, features),
        {},
        faces=faces or {},
        dates=dates,
        name_place=place_of,
        today=TODAY,
    )
    return by_kind(found, "occasion")


def everyone(photos: Sequence[Photo], faces: int) -> dict[PhotoId, int]:
    return {photo.id: faces for photo in photos}


def usual_days(year: int = 2024) -> list[Photo]:
    starts = [datetime(year, month, 9, 14) for month in range(1, 11)]
    return [photo for start in starts for photo in some_photos(start, 10, spread_km=30)]


def texts(found: Suggestion) -> list[str]:
    return [reason.text for reason in found.reasons]


def probability_at(theme: str, spreads: float) -> float:
    """What every photo of an event must show to stand out so far in a roll of usual days."""
    return float(1e-3 * 2.718281828 ** (0.6 * spreads))


# one term by itself


@pytest.mark.parametrize("theme", sorted(LOOK_POINTS))
def test_look_alone_asks_from_its_point_on_and_never_states(theme: str) -> None:
    point = LOOK_POINTS[theme].spreads

    assert look_odds(theme, point) == LOOK_AT_POINT
    assert look_odds(theme, point - 0.01) < LOOK_AT_POINT
    assert look_odds(theme, 0) == NO_LOOK
    assert look_odds(theme, 1000) == MOST_LOOK
    if PRIOR[theme] == -2.0:
        assert 0 <= PRIOR[theme] + MOST_LOOK < SURE_ODDS


@pytest.mark.parametrize(
    ("a_photo", "odds"),
    [
        (MANY_FACES, CROWDED),
        (MANY_FACES - 0.01, GATHERED),
        (FEW_FACES, GATHERED),
        (FEW_FACES - 0.01, 0.0),
        (HARDLY_A_FACE + 0.01, 0.0),
        (HARDLY_A_FACE, NOBODY),
    ],
)
def test_faces_speak_for_a_wedding_and_their_absence_against_it(
    a_photo: float, odds: float
) -> None:
    assert faces_odds("wedding", Faces(a_photo, 12, ())) == odds


def test_a_festival_may_be_a_tree_and_a_concert_says_nothing_of_faces() -> None:
    assert faces_odds("christmas", Faces(0.0, 12, ())) == 0
    assert faces_odds("concert", Faces(5.0, 12, ())) == 0


@pytest.mark.parametrize(
    ("day", "country", "is_season"),
    [
        (date(2024, 6, 1), "FR", True),
        (date(2024, 11, 1), "FR", False),
        (date(2024, 11, 1), "VN", True),
        (date(2024, 12, 1), "AU", True),
        (date(2024, 4, 30), None, False),
        (date(2024, 5, 1), None, True),
    ],
)
def test_degrees_are_given_in_season(day: date, country: str | None, is_season: bool) -> None:
    assert is_graduation_season(day, country) is is_season


@pytest.mark.parametrize(
    ("day", "country", "name"),
    [
        (date(2024, 7, 14), "FR", "National Day"),
        (date(2024, 7, 14), "VN", None),
        (date(2024, 9, 2), "VN", "National Day"),
        (date(2024, 4, 29), "VN", None),  # a day off for another day's sake
        (date(2024, 7, 14), "XX", None),
        (date(2024, 7, 14), None, None),
    ],
)
def test_public_holidays_are_those_of_the_country(
    day: date, country: str | None, name: str | None
) -> None:
    assert public_holiday(day, country) == name


# sums


def test_a_wedding_by_its_look_is_asked_and_stated_when_people_are_there() -> None:
    days, feast = usual_days(), some_photos(datetime(2024, 11, 16, 14), 12)
    shown = {photo.id: {"wedding": 0.5} for photo in feast}

    (asked,) = proposals([*days, *feast], shown=shown)
    (stated,) = proposals([*days, *feast], shown=shown, faces=everyone(feast, 3))

    assert (asked.title, stated.title) == ("A wedding?", "A wedding")
    assert stated.score > asked.score
    faces = next(reason for reason in stated.reasons if "faces a photo" in reason.text)
    assert (faces.value, faces.threshold) == (3.0, FEW_FACES)
    assert set(faces.photo_ids) <= {photo.id for photo in feast}


def test_a_wedding_without_a_face_is_not_asked_about() -> None:
    days, feast = usual_days(), some_photos(datetime(2024, 11, 16, 14), 12)
    shown = {photo.id: {"wedding": probability_at("wedding", 3.0)} for photo in feast}

    assert [one.title for one in proposals([*days, *feast], shown=shown)] == ["A wedding?"]
    assert proposals([*days, *feast], shown=shown, faces=everyone(feast, 0)) == []


def test_a_graduation_in_season_needs_less_of_a_look() -> None:
    def with_look(month: int, country: str = "FR") -> list[Suggestion]:
        days, feast = usual_days(), some_photos(datetime(2024, month, 20, 10), 12)
        look = probability_at("graduation", 2.2)
        shown = {photo.id: {"graduation": look} for photo in feast}
        return proposals([*days, *feast], shown=shown, country=country)

    assert [one.title for one in with_look(6)] == ["Graduation?"]
    assert "Many degrees are given in June" in texts(with_look(6)[0])
    assert with_look(9) == []
    assert with_look(11) == []
    assert "Graduation?" in [one.title for one in with_look(11, "VN")]


def test_christmas_with_people_where_it_is_a_holiday_is_stated() -> None:
    eve = some_photos(datetime(2024, 12, 24, 19), 12)

    (asked,) = proposals(eve, country="FR")
    (stated,) = proposals(eve, faces=everyone(eve, 3), country="FR")
    (elsewhere,) = proposals(eve, faces=everyone(eve, 3), country="VN")

    assert [one.title for one in (asked, stated, elsewhere)] == [
        "Christmas 2024?",
        "Christmas 2024",
        "Christmas 2024?",
    ]
    assert "A public holiday where it was taken: Christmas Day" in texts(stated)


def test_new_year_is_stated_when_midnight_is_in_it() -> None:
    evening = some_photos(datetime(2023, 12, 31, 20), 12)
    midnight = some_photos(datetime(2023, 12, 31, 23, 30), 12)

    (asked,), (stated,) = proposals(evening, country="FR"), proposals(midnight, country="FR")

    assert (asked.title, stated.title) == ("New Year 2024?", "New Year 2024")
    assert "Taken before and after midnight" in texts(stated)


def test_christmas_eve_counts_though_the_day_began_with_something_else() -> None:
    shots = [
        *some_photos(datetime(2024, 12, 24, 15, 30), 3, minutes=20),
        *some_photos(datetime(2024, 12, 24, 17), 20),
    ]

    assert [one.title for one in proposals(shots)] == ["Christmas 2024?"]


def test_other_years_bear_out_a_festival() -> None:
    eves = [
        photo
        for year in (2021, 2022, 2023)
        for photo in some_photos(datetime(year, 12, 24, 19), 12)
    ]

    found = proposals(eves)

    assert {one.title for one in found} == {f"Christmas {year}?" for year in (2021, 2022, 2023)}
    latest = next(one for one in found if "2023" in one.title)
    assert "Photos were taken at this time of the year in 2021 and 2022, too" in texts(latest)


def test_a_party_needs_many_faces_an_evening_and_one_spot() -> None:
    def titles(hour: int, faces: int, spread_km: float = 0.1) -> list[str]:
        feast = some_photos(datetime(2024, 9, 14, hour), 12, spread_km=spread_km)
        return [one.title for one in proposals(feast, faces=everyone(feast, faces))]

    assert titles(19, 3) == ["A party?"]
    assert titles(19, 2) == []
    assert titles(12, 3) == []
    assert titles(19, 3, spread_km=6) == []
    assert titles(19, 50) == ["A party?"]


def test_a_ceremony_needs_many_faces_a_day_and_a_formal_look() -> None:
    def titles(hour: int, spreads: float) -> list[str]:
        days, feast = usual_days(), some_photos(datetime(2024, 9, 21, hour), 12, spread_km=6)
        look = probability_at("graduation", spreads)
        shown = {photo.id: {"graduation": look} for photo in feast}
        found = proposals([*days, *feast], shown=shown, faces=everyone(feast, 3))
        return [one.title for one in found]

    formal = FORMAL_SHARE * LOOK_POINTS["graduation"].spreads
    assert titles(10, formal + 0.01) == ["A ceremony?"]
    assert titles(10, formal - 0.05) == []
    assert titles(19, formal + 0.01) == []


def test_many_faces_on_a_public_holiday_are_asked_by_its_name() -> None:
    feast = some_photos(datetime(2024, 7, 14, 12), 12)

    (asked,) = proposals(feast, faces=everyone(feast, 3), country="FR")

    assert (asked.title, asked.occasion) == ("National Day 2024?", "holiday")
    assert proposals(feast, faces=everyone(feast, 2), country="FR") == []
    assert proposals(feast, faces=everyone(feast, 3), country="VN") == []


def test_only_the_likeliest_two_parties_are_asked_about() -> None:
    feasts = [some_photos(datetime(2024, month, 14, 19), 12) for month in (2, 4, 9, 11)]
    photos = [photo for feast in feasts for photo in feast]

    assert len(proposals(photos, faces=everyone(photos, 3))) == 2


def test_few_counted_photos_say_nothing_about_people() -> None:
    feast = some_photos(datetime(2024, 9, 14, 19), 12)

    assert proposals(feast, faces=everyone(feast[:3], 9)) == []
    assert len(proposals(feast, faces=everyone(feast[:4], 9))) == 1


# dates the user entered


@pytest.mark.parametrize(
    ("kind", "year", "title", "occasion"),
    [
        ("birthday", None, "Mai’s birthday 2024", "birthday"),
        ("birthday", 2017, "Mai turns 7", "birthday"),
        ("anniversary", None, "Mai 2024", "anniversary"),
        ("anniversary", 2014, "Mai: 10 years", "anniversary"),
        ("memorial", 2014, "In memory of Mai 2024", "memorial"),
        ("holiday", None, "Mai 2024", "holiday"),
        ("other", None, "Mai 2024", "other"),
        ("whatever", None, "Mai 2024", "other"),
    ],
)
def test_each_kind_of_date_has_its_title(
    kind: str, year: int | None, title: str, occasion: str
) -> None:
    mai = RememberedDate(name="Mai", month=8, day=24, kind=kind, year=year)

    (found,) = proposals(some_photos(datetime(2024, 8, 24, 15), 20), dates=[mai])

    assert (found.title, found.occasion) == (title, occasion)


def test_people_turn_an_unsure_birthday_into_a_stated_one() -> None:
    mai = RememberedDate(name="Mai", month=8, day=24)
    small = some_photos(datetime(2024, 8, 26, 20), 10, minutes=3, spread_km=0.4)

    (asked,) = proposals(small, dates=[mai])
    (stated,) = proposals(small, dates=[mai], faces=everyone(small, 3))

    assert (asked.title, stated.title) == ("Mai’s birthday 2024?", "Mai’s birthday 2024")
    days, spot, people = stated.reasons
    assert (days.value, days.threshold) == (2, 2)
    assert spot.value is not None
    assert spot.threshold is not None
    assert spot.value <= spot.threshold
    assert (people.value, people.threshold) == (3.0, FEW_FACES)


def test_the_party_at_one_address_wins_over_a_dinner_in_town_on_the_day() -> None:
    mai = RememberedDate(name="Mai", month=8, day=24)
    party = some_photos(datetime(2024, 8, 23, 15), 20, spread_km=0.05)
    dinner = some_photos(datetime(2024, 8, 24, 19), 20, spread_km=0.9)

    (found,) = proposals([*party, *dinner], dates=[mai])

    assert set(found.photo_ids) >= {photo.id for photo in party}
    assert not set(found.photo_ids) & {photo.id for photo in dinner}


# what nobody has named


def every_june(years: Sequence[int], count: int = 12, *, hour: int = 20) -> list[Photo]:
    return [
        photo
        for place, year in enumerate(years)
        for photo in some_photos(datetime(year, 6, 13 + place, hour), count)
    ]


def test_something_at_about_one_date_in_three_years_is_asked_once() -> None:
    photos = every_june((2021, 2022, 2024))

    (asked,) = proposals(photos)

    assert (asked.title, asked.occasion) == ("Something every 14 June?", "anniversary")
    assert asked.reasons[0].text == "Taken around 14 June in 2021, 2022 and 2024"
    assert (asked.reasons[0].value, asked.reasons[0].threshold) == (3, 3)
    assert set(asked.photo_ids) >= {photo.id for photo in photos}


def test_two_years_are_no_anniversary_and_neither_are_few_photos() -> None:
    assert proposals(every_june((2022, 2024), 20)) == []
    assert proposals(every_june((2021, 2022, 2024), 8)) == []
    assert len(proposals(every_june((2021, 2022, 2024), 10))) == 1


def test_days_too_far_apart_are_no_anniversary() -> None:
    photos = [
        photo
        for year, day in ((2021, 11), (2022, 14), (2024, 17))
        for photo in some_photos(datetime(year, 6, day, 15), 12)
    ]

    assert proposals(photos) == []


def test_a_date_that_was_entered_a_festival_and_a_trip_are_not_asked_about() -> None:
    known = RememberedDate(name="Mai", month=6, day=13)
    starts = [datetime(year, 6, 13) for year in (2021, 2022, 2024)]
    trips = [photo for start in starts for photo in a_trip(start, [(PORTO, 4)])]
    christmas = [p for y in (2021, 2022, 2023) for p in some_photos(datetime(y, 12, 25, 15), 20)]

    unborn = RememberedDate(name="Mai", month=6, day=13, year=2030)

    june = proposals(every_june((2021, 2022, 2024)), dates=[known])
    assert {one.occasion for one in june} == {"birthday"}
    assert proposals(every_june((2021, 2022, 2024)), dates=[unborn]) == []
    assert proposals(trips) == []
    assert {one.occasion for one in proposals(christmas)} == {"christmas"}


def test_who_gathers_every_week_is_not_asked_about_every_date() -> None:
    weekly = [
        photo
        for week in range(4 * 52)
        for photo in some_photos(datetime(2021, 1, 2, 15) + timedelta(weeks=week), 12)
    ]

    assert [one for one in proposals(weekly) if one.occasion == "anniversary"] == []


def test_a_wandering_day_is_no_gathering() -> None:
    photos = [
        photo
        for year in (2021, 2022, 2024)
        for photo in some_photos(datetime(year, 6, 14, 10), 12, spread_km=9)
    ]

    assert proposals(photos) == []


def test_the_same_photos_in_any_order_give_the_same_occasions_and_ids() -> None:
    photos = [*every_june((2021, 2022, 2024)), *some_photos(datetime(2024, 9, 14, 19), 12)]
    everything = [*LIFE, *photos]
    order = list(range(len(everything)))
    Random(4).shuffle(order)
    again = renumbered(everything, order)
    people = {photo.content_hash for photo in photos[-12:]}

    def found(roll: Sequence[Photo]) -> list[tuple[str, str, tuple[str, ...]]]:
        faces = {photo.id: 3 for photo in roll if photo.content_hash in people}
        features = features_of(roll)
        suggested = suggest_albums(
            roll,
            features,
            clusters_of(roll, features),
            {},
            faces=faces,
            name_place=name_place,
            today=TODAY,
        )
        return [(one.id, one.title, tuple(r.text for r in one.reasons)) for one in suggested]

    assert found(everything) == found(again)
    assert len([one for one in found(again) if one[0].startswith("occasion")]) == 2


def test_public_holidays_are_named_in_the_users_language_where_they_are() -> None:
    national_day, fourteenth = date(2025, 9, 2), date(2025, 7, 14)

    assert public_holiday(national_day, "VN") == "National Day"
    assert public_holiday(national_day, "VN", "vi") == "Quốc khánh"
    assert public_holiday(fourteenth, "FR", "vi") == public_holiday(fourteenth, "FR")
    assert public_holiday(date(2024, 4, 29), "VN", "vi") is None  # free for another day's sake
