"""Cuts a life into events: photos that belong together in time, place and look.

First the photos fall into short stretches without a pause or a jump. Then the two stretches
with the strongest bond are joined, again and again, until no bond speaks for joining. Stretches
need not follow each other directly, so two parties of one evening come apart again.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from organizer.clusters.bonds import Stretch, bond, joined, stretch_of
from organizer.models import Event, Features, Kind, Photo, PhotoId, Status

EVENT_KINDS = (Kind.PHOTO, Kind.VIDEO, Kind.RAW)
# A stretch ends at a pause this long or a jump this wide; joining decides the rest.
STRETCH_PAUSE_S = 20 * 60
STRETCH_JUMP_KM = 0.8
# Shots within this time of each other count once: a burst alone is no event.
BURST_S = 30
MIN_SHOTS = 3
# How far apart stretches may lie and still be asked whether they are one event.
MAX_PAUSE_S = 14 * 3600
MAX_NEIGHBOURS = 4
KM_PER_DEGREE = 111.195
EPOCH = datetime(1970, 1, 1)


def find_events(
    photos: Sequence[Photo], features: Features | None = None, *, sensitivity: float = 1.0
) -> tuple[Event, ...]:
    """Group photos into events.

    Args:
        photos: In any order. Only readable photos, videos and raws with a trusted date count.
        features: What was seen in the photos, when it may be used.
        sensitivity: Above 1 gives more and smaller events, below 1 fewer and larger ones.

    Returns:
        Events in order of time, numbered from 1. Photos of none are single shots.
    """
    ordered = sorted(
        (photo for photo in photos if _may_found(photo)),
        key=lambda photo: (_taken_at(photo), photo.content_hash, photo.id),
    )
    if not ordered:
        return ()
    times_s = np.array([(_taken_at(photo) - EPOCH).total_seconds() for photo in ordered])
    stretches = list(_stretches(ordered, times_s, features))
    groups = _join(stretches, times_s, bias=-float(np.log(max(sensitivity, 1e-3))))
    large = [group for group in groups if _shots(times_s[group]) >= MIN_SHOTS]
    large.sort(key=lambda group: group[0])
    return tuple(_event(number, group, ordered) for number, group in enumerate(large, start=1))


def _may_found(photo: Photo) -> bool:
    """Tell whether a photo may be part of an event."""
    is_dated = photo.has_trusted_date and photo.taken_at is not None
    return photo.status is Status.OK and is_dated and photo.kind in EVENT_KINDS


def _taken_at(photo: Photo) -> datetime:
    """Give the capture time of a photo that has one."""
    if photo.taken_at is None:
        raise ValueError(f"photo {photo.id} has no capture time")
    return photo.taken_at


def _stretches(
    ordered: Sequence[Photo], times_s: NDArray[np.float64], features: Features | None
) -> Iterator[Stretch]:
    """Cut the photos in order of time at pauses and jumps."""
    places = np.array(
        [
            (np.nan, np.nan)
            if photo.latitude is None or photo.longitude is None
            else (photo.latitude, photo.longitude)
            for photo in ordered
        ]
    )
    looks = _looks(ordered, features)
    cuts = (np.diff(times_s) > STRETCH_PAUSE_S) | (_jumps_km(places) > STRETCH_JUMP_KM)
    bounds = [0, *(np.flatnonzero(cuts) + 1).tolist(), len(ordered)]
    for start, end in pairwise(bounds):
        rows = slice(start, end)
        yield stretch_of(list(range(start, end)), times_s[rows], places[rows], looks[rows])


def _looks(ordered: Sequence[Photo], features: Features | None) -> NDArray[np.float32]:
    """Give the embedding of each photo less the library's mean, zero where it is unknown.

    What all photos share says nothing; without the mean, cosines of this network lie near 0.5.
    """
    if features is None or not len(features.photos):
        return np.zeros((len(ordered), 1), dtype=np.float32)
    by_hash = np.argsort([photo.content_hash for photo in features.photos], kind="stable")
    mean = features.embeddings[by_hash].mean(axis=0, dtype=np.float64)
    rows = np.array([features.row_of.get(photo.id, -1) for photo in ordered])
    looks = np.where(rows[:, None] >= 0, features.embeddings[rows] - mean, 0.0)
    lengths = np.linalg.norm(looks, axis=1, keepdims=True)
    return np.asarray(looks / np.maximum(lengths, 1e-9), dtype=np.float32)


def _jumps_km(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure from each photo to the next; 0 where one of the two places is unknown."""
    north = np.diff(places[:, 0])
    east = (np.diff(places[:, 1]) + 540) % 360 - 180
    narrowing = np.cos(np.radians(places[1:, 0]))
    return np.asarray(np.nan_to_num(KM_PER_DEGREE * np.hypot(north, east * narrowing)))


def _join(
    stretches: list[Stretch], times_s: NDArray[np.float64], *, bias: float
) -> list[list[int]]:
    """Join the strongest bond first, until none is left above zero; give the rows of each."""
    live: dict[int, Stretch] = dict(enumerate(stretches))
    near: dict[int, set[int]] = {number: set() for number in live}
    queue: list[tuple[float, int, int]] = []

    def ask(one: int, other: int) -> None:
        strength = bond(live[one], live[other]) + bias
        if strength > 0:
            heapq.heappush(queue, (-strength, one, other))

    for one, other in _neighbours(stretches):
        near[one].add(other)
        near[other].add(one)
        ask(one, other)
    next_number = len(stretches)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one not in live or other not in live:
            continue
        live[next_number] = joined(live.pop(one), live.pop(other), times_s)
        near[next_number] = (near.pop(one) | near.pop(other)) - {one, other}
        for neighbour in sorted(near[next_number]):
            near[neighbour] -= {one, other}
            near[neighbour].add(next_number)
            ask(neighbour, next_number)
        next_number += 1
    return [list(stretch.rows) for stretch in live.values()]


def _neighbours(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Pair each stretch with the next few that start soon after it."""
    for one, stretch in enumerate(stretches):
        for other in range(one + 1, min(len(stretches), one + 1 + MAX_NEIGHBOURS)):
            if stretches[other].start_s - stretch.end_s > MAX_PAUSE_S:
                break
            yield one, other


def _shots(times_s: Iterable[float]) -> int:
    """Count the photos in order of time, those of one burst once."""
    count, last = 0, float("-inf")
    for time_s in times_s:
        count += time_s - last > BURST_S
        last = time_s
    return count


def _event(number: int, rows: Sequence[int], ordered: Sequence[Photo]) -> Event:
    """Make the event of rows in order of time."""
    members = [ordered[row] for row in rows]
    start, end = _taken_at(members[0]), _taken_at(members[-1])
    ids: tuple[PhotoId, ...] = tuple(photo.id for photo in members)
    return Event(id=number, start=start, end=end, photo_ids=ids)
