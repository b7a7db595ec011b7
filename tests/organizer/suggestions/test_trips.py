"""Which times away from home are trips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from organizer.models import EditKind, EventEdit, Photo, Place
from organizer.suggestions import suggest_albums
from organizer.suggestions.titles import roughly
from tests.organizer.clusters.builders import (
    HOME,
    LISBON,
    NEW_HOME,
    PORTO,
    TODAY,
    a_photo,
    a_trip,
    a_year,
    by_kind,
    clusters_of,
    daily_life,
    features_of,
    some_photos,
    suggestions_of,
)

LIFE = [*daily_life(date(2024, 1, 2), date(2024, 12, 20))]


def test_nights_away_from_home_are_a_trip_named_after_its_stops() -> None:
    (trip,) = by_kind(suggestions_of(a_year()), "trip")

    assert trip.title == "Four days in Porto and Lisbon"
    assert trip.subtitle.startswith("4–7 May 2024")
    assert len(trip.photo_ids) == 48


def test_a_trip_says_why_with_the_photos_that_carry_it() -> None:
    (trip,) = by_kind(suggestions_of(a_year()), "trip")

    assert trip.reasons[0].text == "3 nights away from home"
    assert all(set(reason.photo_ids) <= set(trip.photo_ids) for reason in trip.reasons)
    assert all(reason.photo_ids for reason in trip.reasons)


def test_daily_life_and_the_way_to_work_are_no_trip() -> None:
    office = (HOME[0] + 0.06, HOME[1] + 0.05)
    work = daily_life(date(2024, 1, 3), date(2024, 12, 20), where=office, every_days=4)

    assert by_kind(suggestions_of([*LIFE, *work]), "trip") == []


def test_a_move_is_no_trip() -> None:
    photos = [
        *daily_life(date(2023, 1, 1), date(2023, 12, 28)),
        *some_photos(datetime(2024, 1, 3, 10), where=NEW_HOME),
        *daily_life(date(2024, 1, 4), date(2024, 12, 30), where=NEW_HOME),
    ]

    assert by_kind(suggestions_of(photos), "trip") == []


def test_a_second_home_is_no_trip() -> None:
    summers = [
        photo
        for month in (2, 5, 8, 11)
        for photo in daily_life(date(2024, month, 1), date(2024, month, 22), where=PORTO)
    ]

    assert by_kind(suggestions_of([*LIFE, *summers]), "trip") == []


def test_a_day_far_away_and_home_again_is_a_day_out() -> None:
    day = some_photos(datetime(2024, 5, 4, 10), 30, where=PORTO)

    (trip,) = by_kind(suggestions_of([*LIFE, *day]), "trip")

    assert trip.title == "A day in Porto"
    assert trip.reasons[0].text.endswith("from home (a day out needs 40), and home again")
    assert trip.reasons[0].threshold == 40


@pytest.mark.parametrize(
    ("where", "count"),
    [
        pytest.param((HOME[0] + 0.32, HOME[1]), 30, id="36 km are not far"),
        pytest.param(PORTO, 11, id="a few photos are no album"),
    ],
)
def test_not_every_day_elsewhere_is_a_day_out(where: tuple[float, float], count: int) -> None:
    day = some_photos(datetime(2024, 5, 4, 10), count, where=where)

    assert by_kind(suggestions_of([*LIFE, *day]), "trip") == []


def test_a_place_that_is_visited_time_and_again_is_no_day_out() -> None:
    office = [
        shot
        for week in range(7)
        for shot in some_photos(
            datetime(2024, 3, 4, 9) + timedelta(weeks=week), 14, where=(HOME[0] + 0.5, HOME[1])
        )
    ]

    assert by_kind(suggestions_of([*LIFE, *office]), "trip") == []


def test_a_day_without_photos_at_home_around_it_is_no_day_out() -> None:
    quiet = [photo for photo in LIFE if photo.taken_at and photo.taken_at.month != 5]
    day = some_photos(datetime(2024, 5, 14, 10), 30, where=PORTO)

    assert by_kind(suggestions_of([*quiet, *day]), "trip") == []


def test_a_photo_at_home_ends_a_trip() -> None:
    photos = [
        *LIFE,
        *a_trip(datetime(2024, 5, 4), [(PORTO, 3)]),
        a_photo(datetime(2024, 5, 7, 12), HOME),
        *a_trip(datetime(2024, 5, 8), [(LISBON, 3)]),
    ]

    titles = {trip.title for trip in by_kind(suggestions_of(photos), "trip")}

    assert titles == {"Three days in Porto", "Three days in Lisbon"}


def test_photos_without_position_travel_along() -> None:
    photos = [
        replace(photo, latitude=None, longitude=None)
        if photo.taken_at and photo.taken_at.month == 5 and n % 4 == 0
        else photo
        for n, photo in enumerate(a_year())
    ]

    (trip,) = by_kind(suggestions_of(photos), "trip")

    assert len(trip.photo_ids) == 48


def test_without_a_known_home_nothing_is_called_a_trip() -> None:
    assert by_kind(suggestions_of(a_trip(datetime(2024, 5, 4), [(PORTO, 4)])), "trip") == []


def test_a_trip_over_new_year_names_both_years() -> None:
    photos = [
        *daily_life(date(2023, 6, 1), date(2023, 12, 27)),
        *a_trip(datetime(2023, 12, 29), [(PORTO, 6)]),
        *daily_life(date(2024, 1, 6), date(2024, 6, 1)),
    ]

    (trip,) = by_kind(suggestions_of(photos), "trip")

    assert trip.title == "Six days in Porto"
    assert trip.subtitle.startswith("29 December 2023 – 3 January 2024")


def test_a_weekend_is_called_one() -> None:
    friday_to_sunday = a_trip(datetime(2024, 5, 3), [(PORTO, 3)])

    elsewhere = [photo for photo in LIFE if photo.taken_at and photo.taken_at.month != 5]

    (trip,) = by_kind(suggestions_of([*elsewhere, *friday_to_sunday]), "trip")

    assert trip.title == "A weekend in Porto"


def test_two_trips_a_fortnight_apart_are_two_even_without_a_photo_at_home() -> None:
    quiet = [photo for photo in LIFE if photo.taken_at and photo.taken_at.month != 5]
    first = a_trip(datetime(2024, 5, 4), [(PORTO, 3)])
    second = a_trip(datetime(2024, 5, 4) + timedelta(days=16), [(NEW_HOME, 3)])

    trips = by_kind(suggestions_of([*quiet, *first, *second]), "trip")

    assert sorted(trip.title for trip in trips) == ["Three days in Hanoi", "Three days in Porto"]


def test_somebody_who_stays_at_home_does_not_end_the_trip_of_the_others() -> None:
    at_home = [
        replace(photo, camera_make="Other", camera_model="Other One")
        for photo in daily_life(date(2024, 5, 1), date(2024, 5, 12), every_days=1)
    ]

    (trip,) = by_kind(suggestions_of([*a_year(), *at_home]), "trip")

    assert len(trip.photo_ids) == 48
    assert not {photo.id for photo in at_home} & set(trip.photo_ids)


def test_two_cameras_on_one_trip_are_one_trip() -> None:
    photos = [
        replace(photo, camera_make="Second") if n % 3 == 0 else photo
        for n, photo in enumerate(a_year())
    ]

    (trip,) = by_kind(suggestions_of(photos), "trip")

    assert len(trip.photo_ids) == 48


def test_a_suburb_is_not_named_beside_its_city() -> None:
    suburb = (PORTO[0] + 0.06, PORTO[1])
    photos = [
        *daily_life(date(2024, 1, 2), date(2024, 5, 2)),
        *a_trip(datetime(2024, 5, 4), [(PORTO, 2), (suburb, 1), (LISBON, 2)]),
        *daily_life(date(2024, 5, 10), date(2024, 12, 20)),
    ]
    names = {PORTO: "Porto", suburb: "Suburb", LISBON: "Lisbon"}

    def name_place(latitude: float, longitude: float) -> Place:
        nearest = min(names, key=lambda at: abs(at[0] - latitude) + abs(at[1] - longitude))
        return Place(name=names[nearest], region="", country="PT")

    features = features_of(photos)
    (trip,) = by_kind(
        suggest_albums(
            photos,
            features,
            clusters_of(photos, features),
            {},
            name_place=name_place,
            today=TODAY,
        ),
        "trip",
    )

    assert trip.title == "Five days in Porto and Lisbon"


def a_cut(before: Photo, after: Photo) -> EventEdit:
    return EventEdit(kind=EditKind.SPLIT, ones=(before.id,), others=(after.id,))


def test_a_trip_is_cut_where_the_user_drew_a_border() -> None:
    photos = a_year()
    by_id = {photo.id: photo for photo in photos}
    (trip,) = by_kind(suggestions_of(photos), "trip")
    ordered = [by_id[one] for one in trip.photo_ids]

    parts = by_kind(suggestions_of(photos, edits=[a_cut(ordered[23], ordered[24])]), "trip")

    assert sorted(part.title for part in parts) == ["A weekend in Porto", "Two days in Lisbon"]
    assert {one for part in parts for one in part.photo_ids} == set(trip.photo_ids)


def test_what_was_taken_out_of_every_event_is_in_no_trip_until_it_is_put_back() -> None:
    photos = a_year()
    (trip,) = by_kind(suggestions_of(photos), "trip")
    out = EventEdit(kind=EditKind.MOVE, ones=trip.photo_ids[:2])
    back = EventEdit(kind=EditKind.MOVE, ones=trip.photo_ids[:2], others=trip.photo_ids[2:4])

    (without,) = by_kind(suggestions_of(photos, edits=[out]), "trip")
    (again,) = by_kind(suggestions_of(photos, edits=[out, back]), "trip")

    assert without.photo_ids == trip.photo_ids[2:]
    assert again.photo_ids == trip.photo_ids


@pytest.mark.parametrize(("km", "told"), [(36.4, 36), (263, 260), (3302, 3300), (99.6, 100)])
def test_distances_are_said_roughly(km: float, told: int) -> None:
    assert roughly(km) == told
