"""What the user said of events holds after every new grouping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from organizer.clusters.edits import apply_edits
from organizer.clusters.events import find_events
from organizer.models import EditKind, Event, EventEdit, Photo, PhotoId
from tests.organizer.clusters.builders import SATURDAY, a_photo

Ids = tuple[PhotoId, ...]


def a_party(count: int, *, hours: float = 0.0, mark: str = "") -> list[Photo]:
    """Photos five minutes apart."""
    return [
        a_photo(SATURDAY + timedelta(hours=hours, minutes=5 * place), mark=f"{mark}{hours}{place}")
        for place in range(count)
    ]


def ids(photos: Sequence[Photo]) -> Ids:
    return tuple(photo.id for photo in photos)


def sets(events: Sequence[Event]) -> list[Ids]:
    return [event.photo_ids for event in events]


def split(before: Photo, after: Photo) -> EventEdit:
    return EventEdit(kind=EditKind.SPLIT, ones=(before.id,), others=(after.id,))


def test_without_edits_events_are_what_was_found() -> None:
    photos = a_party(8)
    events = find_events(photos)

    assert apply_edits(events, photos, []) == events


def test_a_split_cuts_at_its_border_and_numbers_by_time() -> None:
    photos = a_party(8)

    events = apply_edits(find_events(photos), photos, [split(photos[4], photos[5])])

    assert sets(events) == [ids(photos[:5]), ids(photos[5:])]
    assert [event.id for event in events] == [1, 2]
    assert (events[0].end, events[1].start) == (photos[4].taken_at, photos[5].taken_at)


def test_photos_that_come_later_fall_on_their_side_of_a_split() -> None:
    photos = a_party(8)
    edit = split(photos[4], photos[5])
    early = a_photo(SATURDAY + timedelta(minutes=7))
    between = a_photo(SATURDAY + timedelta(minutes=22))
    more = [*photos, early, between]

    events = apply_edits(find_events(more), more, [edit])

    assert early.id in events[0].photo_ids
    assert between.id in events[1].photo_ids
    assert len(events) == 2


def test_a_split_between_events_that_are_apart_anyway_changes_nothing() -> None:
    photos = [*a_party(6), *a_party(6, hours=30)]
    events = find_events(photos)

    assert apply_edits(events, photos, [split(photos[2], photos[8])]) == events


def test_a_split_whose_photo_is_gone_changes_nothing() -> None:
    photos = a_party(8)
    events = find_events(photos)
    lame = EventEdit(kind=EditKind.SPLIT, ones=(photos[4].id,), others=())

    assert apply_edits(events, photos, [lame]) == events


def test_a_merge_joins_two_events() -> None:
    first, second, other = a_party(6), a_party(6, hours=30), a_party(6, hours=90)
    photos = [*first, *second, *other]
    edit = EventEdit(kind=EditKind.MERGE, ones=(first[0].id,), others=(second[3].id,))

    events = apply_edits(find_events(photos), photos, [edit])

    assert sets(events) == [ids([*first, *second]), ids(other)]


def test_a_merge_holds_while_one_photo_of_each_side_is_there() -> None:
    first, second = a_party(6), a_party(6, hours=30)
    edit = EventEdit(kind=EditKind.MERGE, ones=ids(first[:3]), others=ids(second[:3]))
    left = [*first[2:], *second[2:]]

    assert sets(apply_edits(find_events(left), left, [edit])) == [ids(left)]


def test_moved_photos_go_into_the_other_event_and_out_of_theirs() -> None:
    first, second = a_party(6), a_party(6, hours=30)
    photos = [*first, *second]
    edit = EventEdit(kind=EditKind.MOVE, ones=(first[5].id,), others=(second[0].id,))

    events = apply_edits(find_events(photos), photos, [edit])

    assert sets(events) == [ids(first[:5]), ids([first[5], *second])]


def test_a_single_shot_can_be_moved_into_an_event() -> None:
    party, alone = a_party(6), a_photo(SATURDAY + timedelta(hours=40))
    photos = [*party, alone]
    edit = EventEdit(kind=EditKind.MOVE, ones=(alone.id,), others=(party[0].id,))

    assert sets(apply_edits(find_events(photos), photos, [edit])) == [ids(photos)]


def test_photos_moved_nowhere_are_single_shots_and_an_empty_event_is_gone() -> None:
    photos = a_party(6)
    events = find_events(photos)
    some = EventEdit(kind=EditKind.MOVE, ones=ids(photos[:2]))
    every = EventEdit(kind=EditKind.MOVE, ones=ids(photos))

    assert sets(apply_edits(events, photos, [some])) == [ids(photos[2:])]
    assert apply_edits(events, photos, [every]) == ()


def test_a_move_to_an_event_that_is_gone_moves_nothing() -> None:
    photos = a_party(6)
    events = find_events(photos)
    edit = EventEdit(kind=EditKind.MOVE, ones=(photos[0].id,), others=(PhotoId(10**9),))

    assert apply_edits(events, photos, [edit]) == events


def test_the_later_word_wins() -> None:
    first, second = a_party(6), a_party(6, hours=30)
    photos = [*first, *second]
    merge = EventEdit(kind=EditKind.MERGE, ones=(first[0].id,), others=(second[0].id,))
    cut = split(first[5], second[0])
    events = find_events(photos)

    assert len(apply_edits(events, photos, [cut, merge])) == 1
    assert len(apply_edits(events, photos, [merge, cut])) == 2


@pytest.mark.parametrize(("added", "is_event"), [(0, False), (3, False), (12, True)])
def test_what_is_no_event_is_not_found_again_unless_it_became_another(
    added: int, is_event: bool
) -> None:
    photos = a_party(10)
    not_events = [frozenset(ids(photos))]
    more = [*photos, *a_party(added, hours=0.9, mark="more")]

    events = apply_edits(find_events(more), more, [], not_events=not_events)

    assert bool(events) is is_event


def test_the_order_of_photos_and_events_changes_nothing() -> None:
    first, second = a_party(6), a_party(6, hours=30)
    photos = [*first, *second]
    edits = [
        split(first[2], first[3]),
        EventEdit(kind=EditKind.MERGE, ones=(first[4].id,), others=(second[0].id,)),
    ]
    events = find_events(photos)

    one = apply_edits(events, photos, edits)
    other = apply_edits(events[::-1], photos[::-1], edits)

    assert one == other
