"""A long photo life as values, to measure grouping and proposing on: no files, no pictures.

Homes, single shots, outings of 5 to 60 photos, trips, two outings at one time, bursts, copies that
were sent on, positions for most photos, and looks and colours that follow the outings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from organizer.models import CaptureTime, DateSource, Features, Photo, PhotoId, Trust
from organizer.themes.operating_points import OPERATING_POINTS

FIRST = datetime(2013, 1, 5)
HOMES = ((45.758, 4.835), (48.853, 2.349))
HOME_DAYS = 2_000
BURSTS, COPIES, LOCATED = 0.12, 0.02, 0.70
SORTS = 60
DAY_S = 86_400
THEMES = (*sorted(OPERATING_POINTS), "birthday", "graduation", "wedding", "christmas")

Floats = NDArray[np.float64]


class Outing(NamedTuple):
    """Photos of one time and place; single shots are outings of one."""

    start_s: float
    latitude: float
    longitude: float
    photos: int


class Shots(NamedTuple):
    """Columns of the photos: row i of each is photo i."""

    outing: NDArray[np.intp]
    times_s: Floats
    places: Floats
    is_burst: NDArray[np.bool_]
    copy_of: NDArray[np.intp]


def make_life(count: int, seed: int = 1) -> tuple[list[Photo], Features]:
    """*count* photos and what was seen in them; the same for the same seed."""
    random = np.random.default_rng(seed)
    shots = _shots(list(_outings(random, count)), count, random)
    photos = _photos(shots)
    return photos, _features(photos, shots, random)


def _outings(random: np.random.Generator, count: int) -> Iterator[Outing]:
    day = made = 0
    while made < count:
        home = HOMES[day // HOME_DAYS % len(HOMES)]
        today = list(_day(random, day, home)) if day % 70 < 63 else list(_travel(random, day, home))
        yield from today
        made += sum(outing.photos for outing in today)
        day += 1


def _day(random: np.random.Generator, day: int, home: tuple[float, float]) -> Iterator[Outing]:
    """A day at home: single shots, and every other day an outing, now and then two at once."""
    for _ in range(random.integers(0, 3)):
        yield _outing(random, day * DAY_S + random.uniform(8, 22) * 3600, home, 0.002, 1)
    if random.random() < 0.5:
        start_s = day * DAY_S + random.uniform(9, 20) * 3600
        for _ in range(1 + (random.random() < 0.06)):
            yield _outing(random, start_s, home, 0.06, int(random.integers(5, 61)))


def _travel(random: np.random.Generator, day: int, home: tuple[float, float]) -> Iterator[Outing]:
    """A day of a week's trip: three outings near a place that changes after half of it."""
    turn = np.random.default_rng([day // 70, day % 70 // 4]).uniform(-1, 1, 2)
    there = home[0] + 6 * turn[0], home[1] + 9 * turn[1]
    for hour in (9, 13, 18):
        start_s = day * DAY_S + (hour + random.uniform(0, 2)) * 3600
        yield _outing(random, start_s, there, 0.03, int(random.integers(5, 61)))


def _outing(
    random: np.random.Generator,
    start_s: float,
    where: tuple[float, float],
    away: float,
    photos: int,
) -> Outing:
    north, east = random.normal(0, away, 2)
    return Outing(float(start_s), where[0] + north, where[1] + east, photos)


def _shots(outings: list[Outing], count: int, random: np.random.Generator) -> Shots:
    sizes = np.array([outing.photos for outing in outings])
    outing = np.repeat(np.arange(len(outings)), sizes)[:count]
    firsts = (np.cumsum(sizes) - sizes)[outing]
    is_burst = (random.random(count) < BURSTS) & (np.arange(count) > firsts)
    gaps_s = np.where(is_burst, random.integers(1, 5, count), random.lognormal(4.9, 1.0, count))
    passed_s = np.cumsum(gaps_s)
    times_s = np.array([one.start_s for one in outings])[outing] + passed_s - passed_s[firsts]
    middles = np.array([(one.latitude, one.longitude) for one in outings])[outing]
    places = np.round(middles + random.normal(0, 0.0007, (count, 2)), 6)
    places[random.random(count) > LOCATED] = np.nan
    copy_of = np.where(random.random(count) < COPIES, random.integers(0, count, count), -1)
    times_s[copy_of >= 0] += random.uniform(1, 90, (copy_of >= 0).sum()) * DAY_S
    places[copy_of >= 0] = np.nan
    return Shots(outing, np.floor(times_s), places, is_burst & (copy_of < 0), copy_of)


def _photos(shots: Shots) -> list[Photo]:
    return [
        Photo(
            id=PhotoId(number),
            path=Path(f"/photos/{number // 500:03}/IMG_{number:06}.jpg"),
            captured=CaptureTime(
                taken_at=FIRST + timedelta(seconds=time_s),
                source=DateSource.EXIF_ORIGINAL,
                trust=Trust.LOW if original >= 0 else Trust.HIGH,
            ),
            latitude=None if latitude != latitude else latitude,
            longitude=None if latitude != latitude else longitude,
            width_px=4000,
            height_px=3000,
            content_hash=f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}{number:016x}",
        )
        for number, (time_s, (latitude, longitude), original) in enumerate(
            zip(shots.times_s.tolist(), shots.places.tolist(), shots.copy_of.tolist(), strict=True),
            start=1,
        )
    ]


def _features(photos: list[Photo], shots: Shots, random: np.random.Generator) -> Features:
    """What follows the outing, and what is each photo's own; bursts and copies are alike."""
    count, outings = len(photos), int(shots.outing[-1]) + 1
    sorts = random.normal(0, 1, (SORTS, 256))[random.integers(0, SORTS, outings)]
    looks = (sorts + random.normal(0, 0.6, (outings, 256)))[shots.outing]
    looks = (0.6 + looks + random.normal(0, 0.8, (count, 256))).astype(np.float32)
    hashes = random.integers(0, 2**64, count, dtype=np.uint64)
    tints = random.uniform(50, 200, (outings, 27))[shots.outing]
    colours = (tints + random.normal(0, 25, (count, 27))).astype(np.float32)
    like = _like(shots)
    looks = looks[like] + random.normal(0, 0.1, looks.shape).astype(np.float32)
    looks /= np.linalg.norm(looks, axis=1, keepdims=True)
    flips = np.uint64(1) << random.integers(0, 64, count, dtype=np.uint64)
    quality, colourfulness = random.random(count), random.uniform(5, 80, count)
    # last, so that another number of themes changes nothing else
    themes = random.normal(-7, 1.5, (outings, len(THEMES)))[shots.outing]
    themes += random.normal(0, 2, themes.shape)
    return Features(
        photos=tuple(photos),
        theme_names=THEMES,
        embeddings=looks,
        theme_log_probabilities=np.minimum(themes[like], -0.01).astype(np.float32),
        likeness_hashes=hashes[like] ^ np.where(like == np.arange(count), np.uint64(0), flips),
        quality=quality.astype(np.float32),
        colourfulness=colourfulness.astype(np.float32),
        colours=colours[like].clip(0, 255),
    )


def _like(shots: Shots) -> NDArray[np.intp]:
    """Which photo each looks like: the first of its burst, or its original, or itself."""
    own = np.arange(len(shots.outing))
    firsts = np.maximum.accumulate(np.where(shots.is_burst, 0, own))
    return np.where(shots.copy_of >= 0, firsts[shots.copy_of], firsts)
