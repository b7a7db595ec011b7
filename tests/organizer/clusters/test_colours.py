"""Light as a cue for events, gauged by the library itself; two events at one time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import pytest

from organizer.clusters.colours import measure_colours, same_light
from organizer.clusters.events import find_events
from organizer.models import Features, Photo, PhotoId
from tests.organizer.clusters.builders import HOME, SATURDAY, features_of, some_photos

CANDLES, MEADOW, DUSK = (150, 90, 40), (70, 140, 60), (50, 60, 120)
HILLS = (HOME[0] + 0.15, HOME[1] + 0.1)

Colour = tuple[float, float, float]


def lit(parts: Sequence[tuple[Sequence[Photo], Colour]], *, grain: float = 12) -> Features:
    """Features in which the photos of each part share a light, give or take the *grain*."""
    random = np.random.default_rng(7)
    colours = {
        photo.id: tuple(random.normal(mean, grain)) for photos, mean in parts for photo in photos
    }
    return features_of([photo for photos, _ in parts for photo in photos], colours=colours)


def other_weekends(count: int = 40, start: datetime = SATURDAY) -> list[tuple[list[Photo], Colour]]:
    """Events of earlier weekends, each in a light of its own: from them the library learns."""
    random = np.random.default_rng(3)
    return [
        (
            some_photos(start - timedelta(days=7 * week), 10, minutes=3),
            tuple(random.uniform(30, 180, 3)),
        )
        for week in range(1, count + 1)
    ]


def events_of(parts: Sequence[tuple[Sequence[Photo], Colour]], **given: float) -> list[set[int]]:
    """The ids of each event on the Saturday."""
    photos = [photo for some, _ in parts for photo in some]
    of_the_day = {photo.id for photo in photos if photo.taken_at >= SATURDAY}  # type: ignore[operator]
    events = find_events(photos, lit(parts, **given))
    return [set(event.photo_ids) for event in events if of_the_day & set(event.photo_ids)]


def ids(photos: Sequence[Photo]) -> set[PhotoId]:
    return {photo.id for photo in photos}


def test_two_events_at_one_time_come_apart_by_light_and_place() -> None:
    dinner = some_photos(SATURDAY, 14, minutes=7)
    walk = some_photos(SATURDAY + timedelta(minutes=3), 14, minutes=8, where=HILLS)

    events = events_of([*other_weekends(), (dinner, CANDLES), (walk, MEADOW)])

    at_dinner, on_the_walk = events
    assert len(at_dinner & ids(dinner)) >= 12
    assert len(on_the_walk & ids(walk)) >= 12
    assert not at_dinner & ids(walk)


def test_they_come_apart_by_light_alone_where_no_place_is_known() -> None:
    dinner = some_photos(SATURDAY, 16, minutes=7, where=None)
    walk = some_photos(SATURDAY + timedelta(minutes=3), 16, minutes=7, where=None)

    events = events_of([*other_weekends(), (dinner, CANDLES), (walk, MEADOW)])

    assert events == [ids(dinner), ids(walk)]


def test_a_party_that_moves_outdoors_stays_one_event() -> None:
    indoors = some_photos(SATURDAY, 10)
    outdoors = some_photos(SATURDAY + timedelta(minutes=62), 10)

    (event,) = events_of([*other_weekends(), (indoors, CANDLES), (outdoors, DUSK)])

    assert event == ids(indoors) | ids(outdoors)


def test_a_party_of_many_lights_stays_one_event() -> None:
    party = some_photos(SATURDAY, 30, minutes=5)

    (event,) = events_of([*other_weekends(), (party, CANDLES)], grain=40)

    assert event == ids(party)


def test_light_parts_what_follows_soon_after_at_a_place_unknown() -> None:
    dinner = some_photos(SATURDAY, 12, minutes=5, where=None)
    later = some_photos(SATURDAY + timedelta(hours=2, minutes=30), 12, minutes=5, where=None)
    parts = [(dinner, CANDLES), (later, DUSK)]
    same = [(dinner, CANDLES), (later, CANDLES)]

    assert len(events_of([*other_weekends(), *parts])) == 2
    assert len(events_of([*other_weekends(), *same])) == 1


def test_in_a_library_where_colours_mean_nothing_they_weigh_nothing() -> None:
    random = np.random.default_rng(5)
    times_s = np.arange(400) * 100.0 + np.arange(400) // 20 * 600_000
    noise = random.normal(100, 30, (400, 27)).astype(np.float32)

    found = measure_colours(noise, np.ones(400, dtype=bool), times_s)

    assert all(spread < 0.3 for spread in found.spread)


def test_a_small_library_says_nothing_about_colours() -> None:
    colours = np.full((20, 27), 90, dtype=np.float32)

    found = measure_colours(colours, np.ones(20, dtype=bool), np.arange(20) * 60.0)

    assert found.spread == ()


def test_photos_that_were_not_looked_at_yet_stay_in_their_event() -> None:
    party = some_photos(SATURDAY, 24, minutes=5)
    parts = [*other_weekends(), (party[::2], CANDLES)]
    photos = [photo for some, _ in parts for photo in some]

    events = find_events([*photos, *party[1::2]], lit(parts))

    assert ids(party) in [set(event.photo_ids) for event in events]


def test_colours_that_never_change_say_nothing() -> None:
    black = np.zeros((400, 27), dtype=np.float32)
    times_s = np.arange(400) * 100.0 + np.arange(400) // 20 * 600_000

    assert measure_colours(black, np.ones(400, dtype=bool), times_s).spread == ()


def test_photos_that_were_not_seen_say_nothing() -> None:
    random = np.random.default_rng(5)
    colours = random.normal(100, 30, (400, 27)).astype(np.float32)
    seen = np.arange(400) % 3 > 0

    found = measure_colours(colours, seen, np.arange(400) * 100.0)

    assert (found.along[~seen] == 0).all()
    assert light_of(0.0, 0, 3.0, 4) == 0


@pytest.mark.parametrize("count", [1, 4, 20])
def test_the_same_light_speaks_for_and_another_light_against(count: int) -> None:
    assert light_of(1.5, count, 1.5, count) > 0
    assert light_of(1.5, count, -1.5, count) < 0


def light_of(one: float, count: int, other: float, other_count: int) -> float:
    """What is said of two groups with these mean colours."""
    sums = np.array([[one * count]]), np.array([[other * other_count]])
    counts = np.array([float(count)]), np.array([float(other_count)])
    return float(same_light(sums[0], counts[0], sums[1], counts[1], (2.0,))[0])
