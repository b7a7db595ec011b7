"""The user knows best where home is."""

from __future__ import annotations

from datetime import date

from organizer.models import Home, HomeWord
from organizer.places import correct_homes
from tests.organizer.clusters.builders import HOME, NEW_HOME

FOUND = Home(
    latitude=HOME[0],
    longitude=HOME[1],
    first_day=date(2023, 1, 2),
    last_day=date(2024, 12, 18),
    active_days=120,
)


def says(where: tuple[float, float], *, is_home: bool, **days: date) -> HomeWord:
    return HomeWord(is_home=is_home, latitude=where[0], longitude=where[1], **days)


def test_without_a_word_homes_are_what_the_photos_tell() -> None:
    assert correct_homes([FOUND], []) == (FOUND,)


def test_a_place_that_is_no_home_is_left_out_with_its_neighbourhood() -> None:
    beside = (HOME[0] + 0.009, HOME[1])  # a kilometre north

    assert correct_homes([FOUND], [says(beside, is_home=False)]) == ()
    assert correct_homes([FOUND], [says(NEW_HOME, is_home=False)]) == (FOUND,)


def test_a_home_that_was_not_found_holds_for_ever_unless_dated() -> None:
    (always,) = correct_homes([], [says(NEW_HOME, is_home=True)])
    (since,) = correct_homes([], [says(NEW_HOME, is_home=True, first_day=date(2024, 5, 1))])

    assert (always.first_day, always.last_day, always.said) == (date.min, date.max, True)
    assert (since.first_day, since.last_day) == (date(2024, 5, 1), date.max)


def test_a_found_home_keeps_the_days_that_the_user_leaves_open() -> None:
    (home,) = correct_homes([FOUND], [says(HOME, is_home=True, last_day=date(2024, 6, 30))])

    assert (home.first_day, home.last_day) == (FOUND.first_day, date(2024, 6, 30))
    assert home.active_days == FOUND.active_days


def test_days_that_contradict_what_was_found_win_over_it() -> None:
    (later,) = correct_homes([FOUND], [says(HOME, is_home=True, first_day=date(2025, 3, 1))])
    (earlier,) = correct_homes([FOUND], [says(HOME, is_home=True, last_day=date(2020, 3, 1))])

    assert (later.first_day, later.last_day) == (date(2025, 3, 1), date.max)
    assert (earlier.first_day, earlier.last_day) == (date.min, date(2020, 3, 1))


def test_the_later_word_about_a_place_wins() -> None:
    yes, no = says(HOME, is_home=True), says(HOME, is_home=False)

    assert correct_homes([FOUND], [yes, no]) == ()
    assert len(correct_homes([FOUND], [no, yes])) == 1
