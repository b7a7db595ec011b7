"""Finds near-identical shots: bursts, and copies that were re-saved, resized or sent on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from organizer.models import Features, LikenessGroup, Photo, Precision, Status

# A burst: taken soon after each other, and close in shape or in look.
BURST_S = 120
BURST_HASH_BITS = 8
BURST_COSINE = 0.90
BURST_LOOSE_HASH_BITS = 16
# A copy at any time: almost the same shape and the same look.
COPY_HASH_BITS = 3
COPY_COSINE = 0.95
# Hashes of plain pictures (a wall, a night sky, a white page) say nothing about likeness.
MIN_HASH_BITS = 8
HASH_BANDS = 4  # 3 bits cannot touch all of four bands: one is equal
MAX_BAND_NEIGHBOURS = 12
BURST_NEIGHBOURS = 6
FAVOURITE_BONUS = 10.0


def find_likeness(features: Features) -> tuple[LikenessGroup, ...]:
    """Group near-identical photos and choose the best of each group.

    Args:
        features: Photos in any order with their embeddings, hashes and quality.

    Returns:
        Groups of two or more, numbered from 1 in order of their first photo's time (undated
        ones last); within a group, photos in order of time, then of content.
    """
    photos = features.photos
    order = [
        row
        for row in sorted(range(len(photos)), key=lambda row: _order(photos[row]))
        if photos[row].status is Status.OK
    ]
    roots = list(range(len(photos)))
    for one, other in _pairs(features, np.array(order, dtype=np.intp)):
        _unite(roots, one, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for row in order:
        groups[_root(roots, row)].append(row)
    alike = [rows for rows in groups.values() if len(rows) > 1]
    return tuple(_group(number, rows, features) for number, rows in enumerate(alike, start=1))


def _order(photo: Photo) -> tuple[bool, float, str, int]:
    """Sort by trusted time, then by content; undated photos last."""
    time_s = _time_s(photo)
    return time_s is None, time_s or 0.0, photo.content_hash, photo.id


def _time_s(photo: Photo) -> float | None:
    """Count seconds of wall-clock time where the time is trusted to the minute."""
    is_exact = photo.captured.precision in (Precision.SECOND, Precision.MINUTE)
    if photo.taken_at is None or not photo.has_trusted_date or not is_exact:
        return None
    at = photo.taken_at
    return at.toordinal() * 86400.0 + at.hour * 3600 + at.minute * 60 + at.second


def _pairs(features: Features, order: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Give the pairs of rows that are near-identical."""
    hashes = features.likeness_hashes
    is_telling = _is_telling(hashes)
    times_s = np.array([_time_s(features.photos[row]) for row in order], dtype=np.float64)
    for step in range(1, BURST_NEIGHBOURS + 1):
        ones, others = order[:-step], order[step:]
        is_soon = times_s[step:] - times_s[:-step] <= BURST_S  # NaN: undated, never soon
        ones, others = ones[is_soon], others[is_soon]
        bits = np.bitwise_count(hashes[ones] ^ hashes[others])
        is_burst = bits <= BURST_HASH_BITS
        unsure = ~is_burst & (bits <= BURST_LOOSE_HASH_BITS)
        is_burst[unsure] = _cosines(features, ones[unsure], others[unsure]) >= BURST_COSINE
        yield from _listed(ones[is_burst], others[is_burst])
    telling = order[is_telling[order]]
    for band in range(HASH_BANDS):
        ones, others = _band_neighbours(hashes, telling, band)
        is_copy = np.bitwise_count(hashes[ones] ^ hashes[others]) <= COPY_HASH_BITS
        ones, others = ones[is_copy], others[is_copy]
        is_copy = _cosines(features, ones, others) >= COPY_COSINE
        yield from _listed(ones[is_copy], others[is_copy])


def _is_telling(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell hashes with some structure from those of plain pictures."""
    ones = np.bitwise_count(hashes)
    return np.asarray((ones >= MIN_HASH_BITS) & (ones <= 64 - MIN_HASH_BITS))


def _band_neighbours(
    hashes: NDArray[np.uint64], rows: NDArray[np.intp], band: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pair rows whose hashes agree in one quarter, each with the next few in hash order."""
    width = 64 // HASH_BANDS
    mask = np.uint64((1 << width) - 1)
    # Turning the hash brings the band to the front, so that equal bands and close rests meet.
    shift = np.uint64(band * width)
    turned = (hashes[rows] << shift) | (hashes[rows] >> np.uint64((64 - band * width) % 64))
    if band == 0:
        turned = hashes[rows]
    rows = rows[np.argsort(turned, kind="stable")]
    keys = (hashes[rows] >> np.uint64(64 - (band + 1) * width)) & mask
    ones, others = [], []
    for step in range(1, MAX_BAND_NEIGHBOURS + 1):
        is_equal = keys[:-step] == keys[step:]
        ones.append(rows[:-step][is_equal])
        others.append(rows[step:][is_equal])
    return np.concatenate(ones), np.concatenate(others)


def _cosines(
    features: Features, ones: NDArray[np.intp], others: NDArray[np.intp]
) -> NDArray[np.float32]:
    """Give the cosines of the embeddings of pairs."""
    embeddings = features.embeddings
    cosines = np.empty(len(ones), dtype=np.float32)
    for start in range(0, len(ones), 20_000):  # keeps the gathered rows small
        part = slice(start, start + 20_000)
        cosines[part] = np.einsum("ij,ij->i", embeddings[ones[part]], embeddings[others[part]])
    return cosines


def _listed(ones: NDArray[np.intp], others: NDArray[np.intp]) -> Iterable[tuple[int, int]]:
    """Turn two columns into pairs."""
    return zip(ones.tolist(), others.tolist(), strict=True)


def _root(roots: list[int], row: int) -> int:
    """Find the representative of a row's group, and shorten the way to it."""
    while roots[row] != row:
        roots[row] = roots[roots[row]]
        row = roots[row]
    return row


def _unite(roots: list[int], one: int, other: int) -> None:
    """Put two rows into one group."""
    first, second = _root(roots, one), _root(roots, other)
    if first != second:
        roots[second] = first


def _group(number: int, rows: Sequence[int], features: Features) -> LikenessGroup:
    """Make the group of rows in order, with its best photo."""
    photos = features.photos

    def merit(row: int) -> tuple[float, int, str]:
        photo = photos[row]
        pixels = (photo.width_px or 0) * (photo.height_px or 0)
        bonus = FAVOURITE_BONUS * photo.favourite
        # Rounded: two shots of one quality are told apart by their size, not by noise.
        return round(float(features.quality[row]) + bonus, 2), pixels, photo.content_hash

    best = max(rows, key=merit)
    ids = tuple(photos[row].id for row in rows)
    return LikenessGroup(id=number, photo_ids=ids, best_id=photos[best].id)
