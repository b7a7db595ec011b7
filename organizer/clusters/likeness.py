"""Finds near-identical shots: bursts, and copies that were re-saved, resized or sent on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

Rows = NDArray[np.intp]
Pairs = tuple[Rows, Rows]


def find_likeness(features: Features) -> tuple[LikenessGroup, ...]:
    """Group near-identical photos and choose the best of each group.

    Args:
        features: Photos in any order with their embeddings, hashes and quality.

    Returns:
        Groups of two or more, numbered from 1 in order of their first photo's time (undated
        ones last); within a group, photos in order of time, then of content.
    """
    order, times_s = _in_order(features.photos)
    united = np.arange(len(features.photos))
    for ones, others in _bursts(features, order, times_s):
        united = _united(united, ones, others)
    for ones, others in _near_hashes(features, order):
        # most of many copies are known to be of one group by now: no need to look at them again
        is_news = united[ones] != united[others]
        united = _united(united, *_copies(features, ones[is_news], others[is_news]))
    alike = _members(united, order)
    return tuple(_group(number, rows, features) for number, rows in enumerate(alike, start=1))


def _in_order(photos: Sequence[Photo]) -> tuple[Rows, NDArray[np.float64]]:
    """Rows of readable photos by time, then by content; and their times, NaN for undated ones."""
    keys = [
        (time_s is None, time_s or 0.0, photo.content_hash, photo.id, row)
        for row, photo in enumerate(photos)
        if photo.status is Status.OK
        for time_s in [_time_s(photo)]
    ]
    keys.sort()
    times_s = [np.nan if undated else time_s for undated, time_s, *_ in keys]
    return np.array([key[-1] for key in keys], dtype=np.intp), np.array(times_s, dtype=np.float64)


def _time_s(photo: Photo) -> float | None:
    """Count seconds of wall-clock time where the time is trusted to the minute."""
    is_exact = photo.captured.precision in (Precision.SECOND, Precision.MINUTE)
    if photo.taken_at is None or not photo.has_trusted_date or not is_exact:
        return None
    at = photo.taken_at
    return at.toordinal() * 86400.0 + at.hour * 3600 + at.minute * 60 + at.second


def _bursts(features: Features, order: Rows, times_s: NDArray[np.float64]) -> Iterator[Pairs]:
    """Pairs of rows that are of one burst."""
    hashes = features.likeness_hashes
    for step in range(1, BURST_NEIGHBOURS + 1):
        ones, others = order[:-step], order[step:]
        is_soon = times_s[step:] - times_s[:-step] <= BURST_S  # NaN: undated, never soon
        ones, others = ones[is_soon], others[is_soon]
        bits = np.bitwise_count(hashes[ones] ^ hashes[others])
        is_burst = bits <= BURST_HASH_BITS
        unsure = ~is_burst & (bits <= BURST_LOOSE_HASH_BITS)
        is_burst[unsure] = _cosines(features, ones[unsure], others[unsure]) >= BURST_COSINE
        yield ones[is_burst], others[is_burst]


def _near_hashes(features: Features, order: Rows) -> Iterator[Pairs]:
    """Pairs of rows whose hashes are as close as those of copies."""
    hashes = features.likeness_hashes
    telling = order[_is_telling(hashes[order])]
    for band in range(HASH_BANDS):
        ones, others = _band_neighbours(hashes, telling, band)
        is_near = np.bitwise_count(hashes[ones] ^ hashes[others]) <= COPY_HASH_BITS
        yield ones[is_near], others[is_near]


def _copies(features: Features, ones: Rows, others: Rows) -> Pairs:
    """Those pairs of close hashes that look alike too."""
    is_copy = _cosines(features, ones, others) >= COPY_COSINE
    return ones[is_copy], others[is_copy]


def _is_telling(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell hashes with some structure from those of plain pictures."""
    ones = np.bitwise_count(hashes)
    return np.asarray((ones >= MIN_HASH_BITS) & (ones <= 64 - MIN_HASH_BITS))


def _band_neighbours(hashes: NDArray[np.uint64], rows: Rows, band: int) -> Pairs:
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


def _cosines(features: Features, ones: Rows, others: Rows) -> NDArray[np.float32]:
    """Give the cosines of the embeddings of pairs."""
    embeddings = features.embeddings
    cosines = np.empty(len(ones), dtype=np.float32)
    for start in range(0, len(ones), 20_000):  # keeps the gathered rows small
        part = slice(start, start + 20_000)
        cosines[part] = np.einsum("ij,ij->i", embeddings[ones[part]], embeddings[others[part]])
    return cosines


def _united(united: Rows, ones: Rows, others: Rows) -> Rows:
    """Put the rows of each pair into one group; *united* gives the group of each row."""
    if not len(ones):
        return united
    from scipy.sparse import coo_array  # takes long to load: not before it is needed
    from scipy.sparse.csgraph import connected_components

    links = coo_array(
        (np.ones(len(ones), dtype=np.int8), (united[ones], united[others])),
        shape=(len(united), len(united)),
    )
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.intp)[united]


def _members(united: Rows, order: Rows) -> list[list[int]]:
    """Groups of two or more rows, and the rows in each, as they come in *order*."""
    of = united[order]
    together = np.argsort(of, kind="stable")
    groups = np.split(together, np.flatnonzero(np.diff(of[together])) + 1)
    alike = sorted((group for group in groups if len(group) > 1), key=lambda group: group[0])
    return [order[group].tolist() for group in alike]


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
