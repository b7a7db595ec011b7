"""New photos extend a suggestion; they do not make another of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from organizer.models import Photo, RememberedDate, Suggestion
from organizer.suggestions.lasting_ids import with_lasting_ids
from tests.organizer.clusters.builders import HOME, PORTO, a_photo, a_year, by_kind, suggestions_of

YEAR = a_year()
BEFORE = suggestions_of(YEAR)


def trip_of(suggestions: tuple[Suggestion, ...]) -> Suggestion:
    (trip,) = by_kind(suggestions, "trip")
    return trip


def one_more(day: int = 5) -> Photo:
    return a_photo(datetime(2024, 5, day, 12), PORTO)


def test_a_trip_with_one_more_photo_keeps_its_id() -> None:
    now = suggestions_of([*YEAR, one_more()])

    kept = with_lasting_ids(now, BEFORE)

    assert trip_of(now).id != trip_of(BEFORE).id
    assert trip_of(kept).id == trip_of(BEFORE).id
    assert trip_of(kept).photo_ids == trip_of(now).photo_ids


def test_what_did_not_change_keeps_its_id_and_so_do_all_others() -> None:
    assert with_lasting_ids(BEFORE, BEFORE) == BEFORE


def test_an_id_that_was_answered_is_not_given_to_something_else() -> None:
    now = suggestions_of([*YEAR, one_more()])

    kept = with_lasting_ids(now, BEFORE, {trip_of(BEFORE).id})

    assert trip_of(kept).id == trip_of(now).id


def test_another_sort_of_album_of_the_same_photos_has_an_id_of_its_own() -> None:
    trip = trip_of(BEFORE)
    birthday = replace(
        trip,
        id="occasion-1",
        kind=by_kind(
            suggestions_of(YEAR, dates=[RememberedDate(name="Mai", month=8, day=24)]), "occasion"
        )[0].kind,
    )

    assert with_lasting_ids([birthday], [trip]) == (birthday,)


def test_two_halves_of_a_former_trip_do_not_share_its_id() -> None:
    trip = trip_of(BEFORE)
    half = len(trip.photo_ids) // 2
    halves = [
        replace(trip, id="trip-1", photo_ids=trip.photo_ids[:half]),
        replace(trip, id="trip-2", photo_ids=trip.photo_ids[half:]),
    ]

    ids = [one.id for one in with_lasting_ids(halves, [trip])]

    assert ids == [trip.id, "trip-2"]


def test_something_new_has_a_new_id() -> None:
    later = [a_photo(datetime(2025, 6, 1, 12, minute), HOME) for minute in range(0, 60, 3)]
    now = suggestions_of([*YEAR, *later], today=date(2025, 7, 1))

    kept = with_lasting_ids(now, BEFORE)

    known = {one.id for one in BEFORE}
    fresh = [one for one in kept if set(one.photo_ids) <= {photo.id for photo in later}]
    assert fresh
    assert not known & {one.id for one in fresh}
