"""Small made rolls as values: photos, features, and a year of somebody's life."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import numpy as np

from organizer.clusters import cluster_photos
from organizer.models import (
    CaptureTime,
    Clusters,
    DateSource,
    Decision,
    EventEdit,
    Features,
    Kind,
    Photo,
    PhotoId,
    Place,
    RememberedDate,
    Rule,
    Suggestion,
    TaughtScore,
    TaughtTheme,
    ThemeScore,
    Trust,
)
from organizer.places import find_homes
from organizer.suggestions import suggest_albums

HOME = (45.758, 4.835)
PORTO = (41.150, -8.610)
LISBON = (38.722, -9.139)
NEW_HOME = (21.028, 105.854)
SATURDAY = datetime(2024, 6, 15, 15, 0)
TODAY = date(2026, 3, 10)
THEMES = (
    *("birthday", "boats", "christmas", "concert", "document_receipt", "dog", "graduation"),
    *("screenshot", "sights", "snow_ski", "sports", "wedding", "wildlife_zoo"),
)
NAMES = {HOME: "Lyon", PORTO: "Porto", LISBON: "Lisbon", NEW_HOME: "Hanoi"}

_next_id = iter(range(1, 10_000_000))


def a_photo(
    taken_at: datetime | None = SATURDAY,
    where: tuple[float, float] | None = None,
    *,
    trust: Trust = Trust.HIGH,
    kind: Kind = Kind.PHOTO,
    mark: str | None = None,
    favourite: bool = False,
) -> Photo:
    """A photo whose content follows from when and where it was taken, or from *mark*."""
    key = mark or f"{taken_at} {where} {kind}"
    number = next(_next_id)
    return Photo(
        id=PhotoId(number),
        path=Path(f"/photos/{number}.jpg"),
        kind=kind,
        captured=CaptureTime(taken_at=taken_at, source=DateSource.EXIF_ORIGINAL, trust=trust),
        latitude=where[0] if where else None,
        longitude=where[1] if where else None,
        width_px=4000,
        height_px=3000,
        content_hash=blake2b(key.encode(), digest_size=16).hexdigest(),
        favourite=favourite,
    )


def some_photos(
    start: datetime,
    count: int = 12,
    *,
    where: tuple[float, float] | None = HOME,
    minutes: float = 6,
    spread_km: float = 0.1,
) -> list[Photo]:
    """Photos every few minutes around a place."""
    photos = []
    for number in range(count):
        turn = (number * 0.618) % 1 - 0.5
        near = None if where is None else (where[0] + turn * spread_km / 55, where[1])
        photos.append(a_photo(start + timedelta(minutes=minutes * number), near))
    return photos


def daily_life(
    first: date, last: date, *, where: tuple[float, float] = HOME, every_days: int = 3
) -> list[Photo]:
    """A single shot at home every few days."""
    days = range(0, (last - first).days + 1, every_days)
    noon = datetime(first.year, first.month, first.day, 12, 30)
    return [a_photo(noon + timedelta(days=day, minutes=day % 50), where) for day in days]


def a_trip(start: datetime, stops: Sequence[tuple[tuple[float, float], int]]) -> list[Photo]:
    """Photos every morning and evening, so many days at each stop."""
    photos, day = [], 0
    for where, days in stops:
        for _ in range(days):
            begin = datetime(start.year, start.month, start.day, 9) + timedelta(days=day)
            photos += some_photos(begin, 6, where=where, minutes=11)
            photos += some_photos(begin + timedelta(hours=9), 6, where=where, minutes=9)
            day += 1
    return photos


def a_year(*, year: int = 2024) -> list[Photo]:
    """Daily life, a trip to Porto and Lisbon in May, a party in August."""
    return [
        *daily_life(date(year, 1, 2), date(year, 5, 2)),
        *a_trip(datetime(year, 5, 4), [(PORTO, 2), (LISBON, 2)]),
        *daily_life(date(year, 5, 10), date(year, 12, 20)),
        *some_photos(datetime(year, 8, 24, 15), 20),
    ]


def features_of(photos: Iterable[Photo], **rows: object) -> Features:
    """Features that follow from the content; give ``log_probabilities`` or ``looks`` by id."""
    seen = tuple(photos)
    seeds = [int(photo.content_hash[:12], 16) for photo in seen]
    looks = np.stack(
        [np.random.default_rng(seed).normal(size=256) for seed in seeds] or [np.zeros(256)]
    )[: len(seen)]
    hashes = np.array([int(photo.content_hash[:16], 16) for photo in seen], dtype=np.uint64)
    logs = np.full((len(seen), len(THEMES)), np.log(1e-3), dtype=np.float32)
    given_logs = rows.get("log_probabilities", {})
    given_hashes = rows.get("hashes", {})
    given_looks = rows.get("looks", {})
    for row, photo in enumerate(seen):
        for theme, probability in given_logs.get(photo.id, {}).items():  # type: ignore[attr-defined]
            logs[row, THEMES.index(theme)] = np.log(probability)
        hashes[row] = given_hashes.get(photo.id, int(hashes[row]))  # type: ignore[attr-defined]
        looks[row] = given_looks.get(photo.id, looks[row])  # type: ignore[attr-defined]
    colours = np.full((len(seen), 27), 128, dtype=np.float32)
    given_colours = rows.get("colours", {})
    for row, photo in enumerate(seen):
        colours[row] = np.tile(given_colours.get(photo.id, (128, 128, 128)), 9)  # type: ignore[attr-defined]
    looks /= np.linalg.norm(looks, axis=1, keepdims=True) if len(seen) else 1
    return Features(
        photos=seen,
        theme_names=THEMES,
        embeddings=looks.astype(np.float32),
        theme_log_probabilities=logs,
        likeness_hashes=hashes,
        quality=np.array([(seed % 997) / 997 for seed in seeds], dtype=np.float32),
        colourfulness=np.full(len(seen), rows.get("colourfulness", 45.0), dtype=np.float32),
        colours=colours,
    )


def name_place(latitude: float, longitude: float) -> Place | None:
    """The city that is meant, nothing elsewhere."""
    for (north, east), name in NAMES.items():
        if abs(latitude - north) < 0.3 and abs(longitude - east) < 0.3:
            return Place(name=name, region="", country="XX")
    return None


def clusters_of(photos: Sequence[Photo], features: Features | None = None) -> Clusters:
    """Groups and homes as the pipeline makes them."""
    known = features or features_of(photos)
    return cluster_photos(photos, known, homes=find_homes(photos))


def suggestions_of(
    photos: Sequence[Photo],
    *,
    features: Features | None = None,
    clusters: Clusters | None = None,
    themes: dict[PhotoId, tuple[ThemeScore, ...]] | None = None,
    dates: Sequence[RememberedDate] = (),
    decisions: Sequence[Decision] = (),
    rules: Sequence[Rule] = (),
    edits: Sequence[EventEdit] = (),
    documents: Collection[PhotoId] = (),
    taught: Mapping[TaughtTheme, Sequence[TaughtScore]] | None = None,
    today: date = TODAY,
    language: str = "en",
) -> tuple[Suggestion, ...]:
    """Proposals as the pipeline makes them."""
    known = features or features_of(photos)
    return suggest_albums(
        photos,
        known,
        clusters or clusters_of(photos, known),
        themes or {},
        dates=dates,
        decisions=decisions,
        rules=rules,
        edits=edits,
        documents=documents,
        taught=taught or {},
        name_place=name_place,
        today=today,
        language=language,
    )


def renumbered(photos: Sequence[Photo], order: Sequence[int]) -> list[Photo]:
    """The same photos read in another order, and so with other ids."""
    return [replace(photos[place], id=PhotoId(n)) for n, place in enumerate(order, start=1)]


def by_kind(suggestions: Iterable[Suggestion], kind: str) -> list[Suggestion]:
    """The suggestions of one kind."""
    return [suggestion for suggestion in suggestions if suggestion.kind.value == kind]
