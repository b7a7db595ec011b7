"""Photos by the spot they were taken at."""

from __future__ import annotations

from datetime import timedelta

from organizer.clusters import cluster_photos
from organizer.clusters.spots import find_place_groups
from organizer.models import Trust
from tests.organizer.clusters.builders import (
    HOME,
    PORTO,
    SATURDAY,
    a_photo,
    a_year,
    features_of,
    some_photos,
)


def test_photos_at_one_spot_are_one_group_and_the_largest_comes_first() -> None:
    here, there = some_photos(SATURDAY, 9), some_photos(SATURDAY, 4, where=PORTO)

    groups = find_place_groups([*there, *here])

    assert [len(group.photo_ids) for group in groups] == [9, 4]
    assert abs(groups[0].latitude - HOME[0]) < 0.01


def test_a_street_apart_is_another_spot() -> None:
    here = a_photo(SATURDAY, HOME)
    there = a_photo(SATURDAY, (HOME[0] + 0.02, HOME[1]))

    assert len(find_place_groups([here, there])) == 2


def test_undated_photos_have_a_place_too() -> None:
    undated = a_photo(None, HOME, trust=Trust.NONE)

    assert find_place_groups([undated])[0].photo_ids == (undated.id,)


def test_a_photo_without_position_is_in_no_group() -> None:
    assert find_place_groups([a_photo(SATURDAY)]) == ()


def test_a_spot_on_the_date_line_is_one_group() -> None:
    east = a_photo(SATURDAY, (-16.8, 179.9999))
    west = a_photo(SATURDAY + timedelta(minutes=1), (-16.8, -179.9999))

    (group,) = find_place_groups([east, west])

    assert abs(group.longitude) > 179.99


def test_clusters_carry_events_spots_and_the_homes_that_were_given() -> None:
    photos = a_year()

    clusters = cluster_photos(photos, features_of(photos))

    assert clusters.events
    assert clusters.place_groups
    assert clusters.homes == ()
