"""From finer to coarser: where an event could begin, end and fall apart."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.clusters.borders import Borders, find_borders
from organizer.models import Photo
from tests.organizer.clusters.builders import HOME, LISBON, PORTO, features_of, some_photos

MORNING = datetime(2024, 6, 15, 9)


def at(hour: float, count: int = 5, where: tuple[float, float] | None = HOME) -> list[Photo]:
    start = MORNING.replace(hour=int(hour), minute=int(hour % 1 * 60))
    return some_photos(start, count, where=where, minutes=4)


def sizes(borders: Borders) -> list[list[int]]:
    return [[len(part) for part in level] for level in borders.levels]


def test_the_level_as_it_is_holds_just_the_event() -> None:
    inside = at(10)

    borders = find_borders(inside, [])

    assert borders.levels[borders.now] == (tuple(photo.id for photo in inside),)


def test_finer_levels_cut_at_the_longest_pause_first() -> None:
    inside = [*at(9), *at(11, 6), *at(16, 7)]

    borders = find_borders(inside, [])

    assert [11, 7] in sizes(borders)
    assert [5, 6, 7] in sizes(borders)


def test_a_long_way_is_a_border_like_a_long_pause() -> None:
    inside = [*at(9, where=PORTO), *at(9.5, where=LISBON), *at(10, where=LISBON)]

    assert [5, 10] in sizes(find_borders(inside, []))


def test_a_change_of_look_cuts_where_pauses_are_alike() -> None:
    inside = at(9, 12)
    looks = {
        photo.id: [1.0] + [0.0] * 255 if place < 7 else [0.0, 1.0] + [0.0] * 254
        for place, photo in enumerate(inside)
    }

    assert [7, 5] in sizes(find_borders(inside, [], features_of(inside, looks=looks)))


def test_no_part_is_smaller_than_three() -> None:
    borders = find_borders([*at(9, 2), *at(13, 8)], [])

    assert all(size >= 3 for level in sizes(borders) for size in level)


def test_coarser_levels_take_in_the_nearer_stretch_first() -> None:
    inside, soon, late = at(10), at(12, 4), at(18, 6)

    borders = find_borders(inside, [*late, *soon])

    assert sizes(borders)[borders.now :] == [[5], [9], [15]]


def test_a_small_event_alone_has_one_level() -> None:
    assert sizes(find_borders(at(10, 4), [])) == [[4]]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(20)), st.lists(st.integers(0, 22), min_size=4, max_size=4))
def test_levels_do_not_depend_on_the_order_and_lose_no_photo(
    order: list[int], hours: list[int]
) -> None:
    photos = [photo for place, hour in enumerate(hours) for photo in at(hour + place / 5)]
    inside, around = photos[:10], photos[10:]
    mixed = [photos[place] for place in order]

    borders = find_borders(inside, around)
    again = find_borders([p for p in mixed if p in inside], [p for p in mixed if p in around])

    assert again == borders
    whole = {photo.id for photo in inside}
    for level in borders.levels[: borders.now + 1]:
        assert {one for part in level for one in part} == whole
    for finer, coarser in zip(borders.levels, borders.levels[1:], strict=False):
        assert len(finer) >= len(coarser)
