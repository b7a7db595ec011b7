"""Where somebody lived, and when."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime

import pytest

from organizer.earth import distance_km
from organizer.models import Trust
from organizer.places import find_homes
from tests.organizer.clusters.builders import (
    HOME,
    NEW_HOME,
    PORTO,
    a_trip,
    a_year,
    daily_life,
)


def test_the_place_of_daily_life_is_home() -> None:
    (home,) = find_homes(a_year())

    assert distance_km((home.latitude, home.longitude), HOME) < 0.5
    assert (home.first_day, home.last_day) == (date(2024, 1, 2), date(2024, 12, 18))


def test_a_move_gives_two_homes_one_after_the_other() -> None:
    photos = [
        *daily_life(date(2023, 1, 1), date(2023, 12, 30)),
        *daily_life(date(2024, 1, 5), date(2024, 12, 30), where=NEW_HOME),
    ]

    old, new = find_homes(photos)

    assert distance_km((new.latitude, new.longitude), NEW_HOME) < 0.5
    assert old.last_day < new.first_day


def test_a_long_holiday_is_no_home() -> None:
    holiday = a_trip(datetime(2024, 5, 4), [(PORTO, 21)])

    assert find_homes(holiday) == ()


def test_the_office_in_the_same_town_is_no_second_home() -> None:
    office = (HOME[0] + 0.03, HOME[1])
    photos = [
        *daily_life(date(2024, 1, 1), date(2024, 12, 30), every_days=2),
        *daily_life(date(2024, 1, 2), date(2024, 12, 30), where=office, every_days=7),
    ]

    assert len(find_homes(photos)) == 1


def test_a_second_home_lived_in_for_a_season_each_year_is_a_home() -> None:
    summers = [
        photo
        for year in (2023, 2024)
        for photo in daily_life(date(year, 6, 1), date(year, 8, 20), where=PORTO, every_days=2)
    ]

    assert len(find_homes(summers)) == 2


def test_untrusted_dates_found_no_home() -> None:
    photos = [
        replace(photo, captured=replace(photo.captured, trust=Trust.LOW)) for photo in a_year()
    ]

    assert find_homes(photos) == ()


def test_a_home_on_the_date_line_is_one_home() -> None:
    east = daily_life(date(2024, 1, 1), date(2024, 12, 1), where=(-16.8, 179.9995))
    west = daily_life(date(2024, 1, 2), date(2024, 12, 1), where=(-16.8, -179.9995))

    homes = find_homes([*east, *west])

    assert all(abs(home.longitude) > 179.9 for home in homes)


@pytest.mark.parametrize("seed", range(3))
def test_homes_do_not_depend_on_the_order(seed: int) -> None:
    photos = a_year()
    shuffled = random.Random(seed).sample(photos, len(photos))

    assert find_homes(shuffled) == find_homes(photos)
