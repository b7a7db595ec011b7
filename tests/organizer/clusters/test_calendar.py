"""Events do not depend on where in the calendar, or in which zone, a life is lived."""

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
from organizer.models import Features, Photo
from tests.organizer.clusters.builders import (
    HOME,
    PORTO,
    SATURDAY,
    a_photo,
    features_of,
    renumbered,
    some_photos,
)

FEW = settings(max_examples=12, deadline=None)
Contents = list[tuple[str, ...]]


def a_life(seed: int, *, outings: int = 14, first: datetime = SATURDAY) -> list[Photo]:
    """Outings of a few hours, some of them on one day, one of them without a place."""
    random_ = random.Random(seed)
    photos: list[Photo] = []
    at = first
    for number in range(outings):
        at += timedelta(hours=random_.choice([4, 7, 20, 45, 200]), minutes=random_.randrange(60))
        away = random_.uniform(-0.2, 0.2)
        where = None if number == 5 else (HOME[0] + away, HOME[1] + away)
        count, minutes = random_.randrange(1, 18), random_.uniform(1, 14)
        photos += some_photos(at, count, where=where, minutes=minutes)
        photos += [a_photo(photos[-1].taken_at, where, mark=f"twin {seed} {number}")]
        at += timedelta(minutes=minutes * count)
    return photos


def seen(photos: Sequence[Photo]) -> Features:
    """Looks and colours that follow the day, so that they say something of events."""
    looks, colours = {}, {}
    for photo in photos:
        day = np.random.default_rng(int(photo.content_hash[:4], 16) % 7)
        own = np.random.default_rng(int(photo.content_hash[:12], 16))
        looks[photo.id] = day.normal(size=256) + own.normal(size=256)
        colours[photo.id] = day.uniform(60, 200, 3) + own.normal(0, 10, 3)
    return features_of(photos, looks=looks, colours=colours)


def events_of(photos: Sequence[Photo], features: Features | None = None) -> Contents:
    """The events as the contents of their photos, whatever the ids."""
    of = {photo.id: photo.content_hash for photo in photos}
    return [tuple(of[key] for key in event.photo_ids) for event in find_events(photos, features)]


def moved(photos: Sequence[Photo], by: timedelta) -> list[Photo]:
    """The same photos, taken at another time."""
    return [
        replace(photo, captured=replace(photo.captured, taken_at=at + by))
        for photo in photos
        if (at := photo.taken_at)
    ]


@FEW
@given(seed=st.integers(0, 10_000))
def test_the_order_of_reading_changes_nothing_of_what_was_seen(seed: int) -> None:
    photos = a_life(seed)
    order = list(range(len(photos)))
    random.Random(seed).shuffle(order)
    shuffled = renumbered(photos, order)

    assert events_of(photos, seen(photos)) == events_of(shuffled, seen(shuffled))


@FEW
@given(seed=st.integers(0, 10_000), hours=st.integers(15, 9_000))
def test_photos_long_before_or_after_change_no_event(seed: int, hours: int) -> None:
    photos = a_life(seed)
    first, last = (end for end in (photos[0].taken_at, photos[-1].taken_at) if end)
    before = some_photos(first - timedelta(hours=hours + 1), 9, minutes=5, where=None)
    after = some_photos(last + timedelta(hours=hours), 9, minutes=5)

    alone, among = events_of(photos), events_of([*before, *photos, *after])

    assert among[1:-1] == alone
    assert [set(end) for end in (among[0], among[-1])] == [
        {photo.content_hash for photo in some} for some in (before, after)
    ]


@FEW
@given(seed=st.integers(0, 10_000), fortnights=st.integers(-500, 500))
def test_a_life_lived_at_another_time_has_the_same_events(seed: int, fortnights: int) -> None:
    photos = a_life(seed, outings=30)
    later = moved(photos, timedelta(days=14) * fortnights)

    # by fortnights, for light is learnt from even weeks and tried on odd ones
    assert events_of(photos, seen(photos)) == events_of(later, seen(later))


@FEW
@given(seed=st.integers(0, 10_000), offset_h=st.integers(-11, 14), second_h=st.integers(-11, 14))
def test_the_zone_that_a_camera_states_changes_no_event(
    seed: int, offset_h: int, second_h: int
) -> None:
    photos = a_life(seed)
    zoned = [
        replace(photo, captured=replace(photo.captured, utc_offset_min=60 * hours))
        for number, photo in enumerate(photos)
        for hours in [second_h if number % 3 else offset_h]
    ]

    assert events_of(photos) == events_of(zoned)


@pytest.mark.parametrize(
    "start",
    [
        datetime(2024, 2, 28, 22, 30),
        datetime(2024, 2, 29, 14, 0),
        datetime(2024, 2, 29, 22, 30),
        datetime(2023, 2, 28, 22, 30),
        datetime(2023, 12, 31, 22, 30),
        datetime(1999, 12, 31, 22, 30),
        datetime(2024, 3, 31, 1, 30),  # the clocks go forward in Europe, and no hour is missing
    ],
    ids=str,
)
def test_the_calendar_cuts_no_event(start: datetime) -> None:
    party = some_photos(start, 20, minutes=11)
    others = [some_photos(start + timedelta(days=days), 9) for days in (-2, 2)]

    events = events_of([photo for some in (party, *others) for photo in some])

    assert [len(event) for event in events] == [9, 20, 9]


@FEW
@given(minute=st.integers(17 * 60, 24 * 60 - 1), pause=st.floats(2, 18))
def test_a_party_past_midnight_stays_whole(minute: int, pause: float) -> None:
    evening = datetime(2024, 5, 4) + timedelta(minutes=minute)
    party = some_photos(evening, 30, minutes=pause)

    (event,) = events_of(party)

    assert set(event) == {photo.content_hash for photo in party}


def test_a_wedding_over_two_days_is_one_event() -> None:
    church = some_photos(SATURDAY.replace(hour=10), 20, spread_km=0.8)
    evening = some_photos(SATURDAY.replace(hour=16), 40, minutes=8, spread_km=0.8)
    brunch = some_photos(SATURDAY.replace(hour=9) + timedelta(days=1), 15, spread_km=0.8)
    before = some_photos(SATURDAY - timedelta(days=1), 10, where=PORTO)

    events = events_of([*before, *church, *evening, *brunch])

    assert [len(event) for event in events] == [10, 75]


@FEW
@given(days=st.sampled_from([-4000, -365, -3, 2, 30, 5000]), minutes=st.integers(0, 1439))
def test_a_camera_whose_clock_is_days_off_takes_nothing_from_an_event(
    days: int, minutes: int
) -> None:
    party = some_photos(SATURDAY, 20)
    camera = [
        a_photo(at + timedelta(days=days, minutes=minutes, seconds=40), mark=f"camera {number}")
        for number, photo in enumerate(party)
        if (at := photo.taken_at)
    ]

    events = {frozenset(event) for event in events_of([*party, *camera])}

    assert events == {frozenset(photo.content_hash for photo in some) for some in (party, camera)}


@pytest.mark.parametrize("minutes", [-9, -2, 1, 6])
def test_a_camera_whose_clock_is_minutes_off_is_of_the_event(minutes: int) -> None:
    party = some_photos(SATURDAY, 20)
    camera = moved(some_photos(SATURDAY, 20, where=None), timedelta(minutes=minutes, seconds=40))

    (event,) = events_of([*party, *camera])

    assert len(event) == 40
