"""Which photos belong to one event."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.clusters.events import find_events
from organizer.models import Event, Kind, Photo, Status, Trust
from tests.organizer.clusters.builders import (
    HOME,
    SATURDAY,
    a_photo,
    a_year,
    features_of,
    renumbered,
    some_photos,
)


def contents(events: Sequence[Event], photos: Sequence[Photo]) -> list[list[str]]:
    """The events as the contents of their photos, whatever the ids."""
    of = {photo.id: photo.content_hash for photo in photos}
    return [[of[key] for key in event.photo_ids] for event in events]


def ids(photos: Sequence[Photo]) -> tuple[int, ...]:
    return tuple(photo.id for photo in photos)


def test_photos_minutes_apart_at_one_place_are_one_event() -> None:
    party = some_photos(SATURDAY)

    events = find_events(party[::-1])

    assert [event.photo_ids for event in events] == [ids(party)]
    assert (events[0].start, events[0].end) == (party[0].taken_at, party[-1].taken_at)


def test_the_next_day_is_another_event() -> None:
    lunch, walk = some_photos(SATURDAY), some_photos(SATURDAY + timedelta(days=1))

    events = find_events([*walk, *lunch])

    assert [event.photo_ids for event in events] == [ids(lunch), ids(walk)]
    assert [event.id for event in events] == [1, 2]


def test_another_place_soon_after_is_another_event() -> None:
    lunch = some_photos(SATURDAY)
    zoo = some_photos(SATURDAY + timedelta(hours=4), where=(HOME[0] + 0.1, HOME[1]))

    assert len(find_events([*lunch, *zoo])) == 2


def test_a_long_pause_at_the_very_same_spot_does_not_end_a_party() -> None:
    church = some_photos(SATURDAY, 20)
    dinner = some_photos(SATURDAY + timedelta(hours=4), 20)

    assert len(find_events([*church, *dinner])) == 1


def test_a_party_past_midnight_is_one_event() -> None:
    party = some_photos(datetime(2024, 12, 31, 21, 30), 24, minutes=12)

    assert [event.photo_ids for event in find_events(party)] == [ids(party)]


@pytest.mark.parametrize("kind", [Kind.SCREENSHOT, Kind.DOCUMENT])
def test_screenshots_and_documents_are_in_no_event(kind: Kind) -> None:
    party = some_photos(SATURDAY)
    other = a_photo(SATURDAY + timedelta(minutes=7), HOME, kind=kind)

    assert other.id not in find_events([*party, other])[0].photo_ids


@pytest.mark.parametrize("trust", [Trust.LOW, Trust.NONE])
def test_photos_without_a_trusted_date_are_in_no_event(trust: Trust) -> None:
    received = [
        replace(photo, captured=replace(photo.captured, trust=trust))
        for photo in some_photos(SATURDAY)
    ]

    assert find_events(received) == ()


def test_unreadable_photos_are_in_no_event() -> None:
    broken = [replace(photo, status=Status.UNREADABLE) for photo in some_photos(SATURDAY)]

    assert find_events(broken) == ()


def test_single_shots_and_a_lonely_burst_are_no_event() -> None:
    single = a_photo(SATURDAY)
    burst = [a_photo(SATURDAY + timedelta(days=2, seconds=2 * n)) for n in range(6)]

    assert find_events([single, *burst]) == ()


def test_scans_that_all_carry_one_time_are_no_event() -> None:
    scans = [a_photo(SATURDAY, mark=f"scan {n}") for n in range(40)]

    assert find_events(scans) == ()


def test_an_unknown_place_is_not_another_place() -> None:
    party = some_photos(SATURDAY, 12)
    some_without = [
        replace(photo, latitude=None, longitude=None) if n % 3 == 0 else photo
        for n, photo in enumerate(party)
    ]

    assert [event.photo_ids for event in find_events(some_without)] == [ids(party)]


def test_events_across_the_date_line_stay_whole() -> None:
    ferry = [
        a_photo(SATURDAY + timedelta(minutes=5 * n), (-16.8, 179.999 if n % 2 else -179.999))
        for n in range(12)
    ]

    assert len(find_events(ferry)) == 1


def test_a_change_of_look_speaks_for_two_events() -> None:
    match, dinner = (some_photos(SATURDAY + timedelta(hours=h), 10, where=None) for h in (0, 3))
    photos = [*match, *dinner]
    axis = np.eye(256)
    grain = np.random.default_rng(1).normal(0, 0.02, (20, 256))
    two = {photo.id: axis[n // 10] + grain[n] for n, photo in enumerate(photos)}
    one = {photo.id: axis[0] + axis[5 + n % 2] * 0.3 for n, photo in enumerate(photos)}

    apart = find_events(photos, features_of(photos, looks=two))
    alike = find_events(photos, features_of(photos, looks=one))

    assert len(apart) >= len(alike)
    assert len(apart) == 2


def test_more_sensitive_means_never_fewer_events() -> None:
    photos = a_year()

    counts = [
        len({key for event in find_events(photos, sensitivity=much) for key in [event.id]})
        for much in (0.05, 1.0, 20.0)
    ]

    assert counts == sorted(counts)


def test_no_photos_are_no_events() -> None:
    assert find_events([]) == ()


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_reading_changes_nothing(seed: int) -> None:
    photos = a_year()
    order = list(range(len(photos)))
    random.Random(seed).shuffle(order)
    shuffled = renumbered(photos, order)

    first = find_events(photos, features_of(photos))
    second = find_events(shuffled, features_of(shuffled))

    assert contents(first, photos) == contents(second, shuffled)


@settings(max_examples=10, deadline=None)
@given(days=st.integers(-4000, 4000))
def test_shifting_a_life_by_days_shifts_its_events(days: int) -> None:
    photos = a_year()
    moved = [
        replace(photo, captured=replace(photo.captured, taken_at=at + timedelta(days=days)))
        for photo in photos
        if (at := photo.taken_at)
    ]

    assert contents(find_events(photos), photos) == contents(find_events(moved), moved)


@settings(max_examples=10, deadline=None)
@given(east=st.floats(-180, 180))
def test_moving_a_life_around_the_earth_changes_no_event(east: float) -> None:
    photos = [*some_photos(SATURDAY), *some_photos(SATURDAY + timedelta(hours=30))]
    moved = [
        replace(photo, longitude=((photo.longitude or 0) + east + 540) % 360 - 180)
        for photo in photos
    ]

    assert contents(find_events(photos), photos) == contents(find_events(moved), moved)


def test_photos_of_another_decade_change_no_event() -> None:
    photos = a_year()
    older = a_year(year=1996)

    alone = contents(find_events(photos), photos)
    together = contents(find_events([*photos, *older]), [*photos, *older])

    assert [event for event in together if event in alone] == alone
