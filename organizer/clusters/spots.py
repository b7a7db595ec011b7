"""Groups photos by the spot they were taken at: a grid of 300 m, touching squares joined."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from organizer.models import Photo, PhotoId, PlaceGroup, Status

SPOT_KM = 0.3
# A city full of photos would join into one; a spot stays something one can walk across.
MAX_SQUARES_ACROSS = 8
KM_PER_DEGREE = 111.195
EPOCH = datetime(1970, 1, 1)

Square = tuple[int, int]


def find_place_groups(photos: Sequence[Photo]) -> tuple[PlaceGroup, ...]:
    """Group the photos that have a position, whatever their date.

    Args:
        photos: In any order.

    Returns:
        Groups numbered from 1, the largest first; photos within one in order of time, undated
        ones last.
    """
    located: dict[Square, list[Photo]] = defaultdict(list)
    for photo in photos:
        if photo.status is Status.OK and photo.latitude is not None and photo.longitude is not None:
            located[_square(photo.latitude, photo.longitude)].append(photo)
    groups = [
        sorted((photo for square in squares for photo in located[square]), key=_order)
        for squares in _touching(located)
    ]
    groups.sort(key=lambda group: (-len(group), _order(group[0])))
    return tuple(_place_group(number, group) for number, group in enumerate(groups, start=1))


def _square(latitude: float, longitude: float) -> Square:
    """Number the square of ``SPOT_KM`` that holds a position."""
    row = math.floor(latitude * KM_PER_DEGREE / SPOT_KM)
    return row, math.floor((longitude + 180) * _columns(row) / 360)


@lru_cache(maxsize=4096)  # photos lie in few rows
def _columns(row: int) -> int:
    """Count the squares around the earth in a row; fewer towards the poles."""
    latitude = math.radians((row + 0.5) * SPOT_KM / KM_PER_DEGREE)
    return max(1, round(360 * KM_PER_DEGREE / SPOT_KM * abs(math.cos(latitude))))


def _touching(located: dict[Square, list[Photo]]) -> Iterator[list[Square]]:
    """Walk from each busiest square to those that touch, not further than a spot reaches."""
    free = set(located)
    for start in sorted(located, key=lambda square: (-len(located[square]), square)):
        if start not in free:
            continue
        free.remove(start)
        found, waiting = [start], deque([start])
        while waiting:
            for square in _around(waiting.popleft()):
                if square in free and abs(square[0] - start[0]) <= MAX_SQUARES_ACROSS // 2:
                    if _columns_apart(square, start) > MAX_SQUARES_ACROSS // 2:
                        continue
                    free.remove(square)
                    found.append(square)
                    waiting.append(square)
        yield found


def _columns_apart(square: Square, start: Square) -> int:
    """Count the columns between two squares, also across the date line."""
    columns = _columns(square[0])
    moved = start[1] * columns // _columns(start[0])
    away = abs(square[1] - moved) % columns
    return min(away, columns - away)


def _around(square: Square) -> Iterator[Square]:
    """Give the squares that touch one."""
    row, column = square
    for north in (-1, 0, 1):
        columns = _columns(row + north)
        moved = column * columns // _columns(row)
        for east in (-1, 0, 1):
            yield row + north, (moved + east) % columns


def _order(photo: Photo) -> tuple[bool, datetime, str, int]:
    """Sort by trusted time, then by content; undated photos last."""
    when = photo.taken_at if photo.has_trusted_date else None
    return when is None, when or EPOCH, photo.content_hash, photo.id


def _place_group(number: int, group: Sequence[Photo]) -> PlaceGroup:
    """Make the group with its middle, also across the date line."""
    origin = group[0].longitude or 0.0
    east = [((photo.longitude or 0.0) - origin + 540) % 360 - 180 for photo in group]
    latitude = math.fsum(photo.latitude or 0.0 for photo in group) / len(group)
    longitude = (origin + math.fsum(east) / len(group) + 540) % 360 - 180
    ids: tuple[PhotoId, ...] = tuple(photo.id for photo in group)
    return PlaceGroup(
        id=number, latitude=round(latitude, 6), longitude=round(longitude, 6), photo_ids=ids
    )
