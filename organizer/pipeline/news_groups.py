"""What a batch of new photos changes about the groups that are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from organizer.earth import distance_km
from organizer.models import (
    Clusters,
    Event,
    LikenessGroup,
    Photo,
    PhotoId,
    PlaceGroup,
    ThemeScore,
)
from organizer.store.derived import DerivedReader
from organizer.store.derived_rows import GroupChanges, Membership

# As far as a spot reaches; see organizer.clusters.spots.
SPOT_KM = 0.3


def changed_groups(
    reader: DerivedReader,
    photos: Sequence[Photo],
    inside: frozenset[PhotoId],
    clusters: Clusters,
    themes: Mapping[PhotoId, Sequence[ThemeScore]],
    documents: Collection[PhotoId],
) -> GroupChanges:
    """Work out what becomes of the stored groups.

    Args:
        reader: The groups as they are stored.
        photos: Those whose groups may change; a stored look-alike group is in it whole or not.
        inside: Those among them that are grouped anew, and not only compared.
        clusters: Groups of all that was looked at.
        themes: What photos surely show.
        documents: Photos of text.
    """
    touched = frozenset(photo.id for photo in photos)
    before = reader.members_like("event_id", inside)
    events = _renumbered(
        [event for event in clusters.events if inside.issuperset(event.photo_ids)],
        before,
        reader.last_number("event"),
    )
    like_before = reader.members_like("likeness_group_id", touched)
    like = _renumbered_likes(
        [group for group in clusters.likeness_groups if touched.issuperset(group.photo_ids)],
        like_before,
        reader.last_number("likeness_group"),
    )
    spots = _Spots(reader)
    event_of = {one: event.id for event in events for one in event.photo_ids}
    like_of = {one: group.id for group in like for one in group.photo_ids}
    memberships = {}
    for photo in photos:
        old = reader.membership_of(photo.id)
        new = replace(old, likeness_group_id=like_of.get(photo.id))
        if photo.id in inside:
            new = Membership(
                event_id=event_of.get(photo.id),
                place_group_id=spots.of(photo, old),
                likeness_group_id=like_of.get(photo.id),
                look_group_id=old.look_group_id,
                is_document=photo.id in documents,
            )
        if new != old or photo.id in inside:
            memberships[photo.id] = new
    return GroupChanges(
        memberships=memberships,
        themes={photo_id: themes.get(photo_id, ()) for photo_id in inside},
        events=events,
        gone_events=set(before),
        likeness_groups=like,
        gone_likeness_groups=set(like_before),
        place_groups=spots.added,
    )


def _renumbered(
    found: Sequence[Event], before: Mapping[int, tuple[PhotoId, ...]], last: int
) -> list[Event]:
    """Give events the number of the stored one that they share most photos with, else new ones."""
    numbers = _numbers([event.photo_ids for event in found], before, last)
    return [replace(event, id=number) for event, number in zip(found, numbers, strict=True)]


def _renumbered_likes(
    found: Sequence[LikenessGroup], before: Mapping[int, tuple[PhotoId, ...]], last: int
) -> list[LikenessGroup]:
    numbers = _numbers([group.photo_ids for group in found], before, last)
    return [replace(group, id=number) for group, number in zip(found, numbers, strict=True)]


def _numbers(
    found: Sequence[tuple[PhotoId, ...]], before: Mapping[int, tuple[PhotoId, ...]], last: int
) -> list[int]:
    number_of = {one: number for number, members in before.items() for one in members}
    shares: list[tuple[int, int, int]] = []
    for place, members in enumerate(found):
        common: dict[int, int] = {}
        for one in members:
            if one in number_of:
                common[number_of[one]] = common.get(number_of[one], 0) + 1
        shares += [(-count, place, number) for number, count in common.items()]
    given: dict[int, int] = {}
    for _, place, number in sorted(shares):
        if place not in given and number not in given.values():
            given[place] = number
    fresh = iter(range(last + 1, last + 1 + len(found)))
    return [given[place] if place in given else next(fresh) for place in range(len(found))]


class _Spots:
    """The stored spots, and those that new photos add."""

    def __init__(self, reader: DerivedReader) -> None:
        self._stored = reader.place_groups()
        self._next = reader.last_number("place_group") + 1
        self.added: list[PlaceGroup] = []

    def of(self, photo: Photo, old: Membership) -> int | None:
        """The spot of a photo: as before, the nearest one, or a new one."""
        if photo.latitude is None or photo.longitude is None:
            return None
        if old.place_group_id is not None:
            return old.place_group_id
        here = photo.latitude, photo.longitude
        near = min(
            ((distance_km(here, (s.latitude, s.longitude)), s.id) for s in self._near(here)),
            default=(SPOT_KM + 1, 0),
        )
        if near[0] <= SPOT_KM:
            return near[1]
        spot = PlaceGroup(id=self._next, latitude=here[0], longitude=here[1], photo_ids=())
        self.added.append(spot)
        self._stored.append(spot)
        self._next += 1
        return spot.id

    def _near(self, here: tuple[float, float]) -> list[PlaceGroup]:
        """Those in the same belt of latitude; the exact distance decides."""
        return [spot for spot in self._stored if abs(spot.latitude - here[0]) < 0.01]
