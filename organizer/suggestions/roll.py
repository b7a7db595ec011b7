"""The photos that proposals may be made of, in order of time, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from organizer.models import (
    Clusters,
    Event,
    EventEdit,
    Features,
    Home,
    Kind,
    LikenessGroup,
    Photo,
    PhotoId,
    Place,
    Status,
)

ALBUM_KINDS = (Kind.PHOTO, Kind.VIDEO, Kind.RAW)
DAY_STARTS_AFTER = timedelta(hours=4)  # a party past midnight belongs to the evening
KM_PER_DEGREE = 111.195

NamePlace = Callable[[float, float], Place | None]


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """An event with those of its photos that may be shown."""

    event: Event
    shots: tuple[Photo, ...]


@dataclass(frozen=True, eq=False)
class Roll:
    """Everything proposals are made from.

    Attributes:
        shots: Readable photos with a trusted date, in order of time; no screenshots, no
            documents, and of near-identical ones only the best.
        occurrences: Events with their shots, in order of time.
        features: What was seen in the photos.
        homes: Where somebody lived, and when.
        name_place: Gives the place of latitude and longitude in degrees.
        edits: How the user changed events: trips are cut at the same borders.
    """

    shots: tuple[Photo, ...]
    occurrences: tuple[Occurrence, ...]
    features: Features
    homes: tuple[Home, ...]
    name_place: NamePlace
    edits: tuple[EventEdit, ...] = ()

    @cached_property
    def times(self) -> tuple[datetime, ...]:
        """The capture times of the shots."""
        return tuple(taken_at(shot) for shot in self.shots)

    @cached_property
    def event_of(self) -> Mapping[PhotoId, int]:
        """The number of the event of each photo that has one."""
        return {
            photo_id: occurrence.event.id
            for occurrence in self.occurrences
            for photo_id in occurrence.event.photo_ids
        }

    @cached_property
    def rows_of(self) -> Mapping[int, list[int]]:
        """The rows of the features of each event's shots, by event."""
        row_of = self.features.row_of
        return {
            occurrence.event.id: [row_of[shot.id] for shot in occurrence.shots if shot.id in row_of]
            for occurrence in self.occurrences
        }

    def quality(self, shot: Photo) -> float:
        """Give the quality of a shot, from 0 to 1; 0.5 when it is not known."""
        row = self.features.row_of.get(shot.id)
        known = 0.5 if row is None else float(self.features.quality[row])
        return round(known, 3) + (1.0 if shot.favourite else 0.0)


def make_roll(
    photos: Sequence[Photo],
    features: Features,
    clusters: Clusters,
    *,
    name_place: NamePlace,
    edits: Sequence[EventEdit] = (),
    documents: Collection[PhotoId] = (),
) -> Roll:
    """Leave out what no album should hold, and put the rest in order of time."""
    fit = {photo.id: photo for photo in photos if _is_fit(photo) and photo.id not in documents}
    spare = _spare_copies(clusters.likeness_groups, fit)
    shots = sorted((photo for key, photo in fit.items() if key not in spare), key=time_order)
    shown = {shot.id: shot for shot in shots}
    occurrences = (
        Occurrence(event, tuple(shown[key] for key in event.photo_ids if key in shown))
        for event in sorted(clusters.events, key=lambda event: (event.start, event.id))
    )
    return Roll(
        shots=tuple(shots),
        occurrences=tuple(occurrence for occurrence in occurrences if occurrence.shots),
        features=features,
        homes=tuple(clusters.homes),
        name_place=name_place,
        edits=tuple(edits),
    )


def time_order(photo: Photo) -> tuple[datetime, str, str]:
    """Sort by capture time, then by content."""
    return taken_at(photo), photo.content_hash, str(photo.path)


def taken_at(photo: Photo) -> datetime:
    """Give the capture time of a photo that has one."""
    if photo.taken_at is None:
        raise ValueError(f"photo {photo.id} has no capture time")
    return photo.taken_at


def day_of(photo: Photo) -> date:
    """Give the local day of a photo."""
    return local_day(taken_at(photo))


def local_day(moment: datetime) -> date:
    """Give the local day; the small hours count to the day before."""
    return (moment - DAY_STARTS_AFTER).date()


def days_of(shots: Iterable[Photo]) -> list[date]:
    """Give the days on which something was taken, in order."""
    return sorted({day_of(shot) for shot in shots})


def positions(shots: Sequence[Photo]) -> NDArray[np.float64]:
    """Give latitude and longitude in degrees, NaN where unknown, shape ``(shots, 2)``."""
    return np.array(
        [
            (np.nan, np.nan)
            if shot.latitude is None or shot.longitude is None
            else (shot.latitude, shot.longitude)
            for shot in shots
        ],
        dtype=np.float64,
    ).reshape(-1, 2)


def distances_km(
    places: NDArray[np.float64], latitude: float, longitude: float
) -> NDArray[np.float64]:
    """Measure great-circle distances to one point, in km (haversine); NaN stays NaN."""
    there, here = np.radians(places[:, 0]), np.radians(latitude)
    half_north = np.sin((there - here) / 2)
    half_east = np.sin(np.radians(places[:, 1] - longitude) / 2)
    chord = half_north**2 + np.cos(there) * np.cos(here) * half_east**2
    return np.asarray(2 * 6371.0 * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))


def _is_fit(photo: Photo) -> bool:
    """Tell whether a photo may stand in an album at all."""
    return (
        photo.status is Status.OK
        and photo.kind in ALBUM_KINDS
        and photo.has_trusted_date
        and photo.taken_at is not None
    )


def _spare_copies(
    groups: Iterable[LikenessGroup], fit: Mapping[PhotoId, Photo]
) -> frozenset[PhotoId]:
    """Give the photos of which a better near-identical one may stand in an album."""
    spare: set[PhotoId] = set()
    for group in groups:
        members = [key for key in group.photo_ids if key in fit]
        if members:
            kept = group.best_id if group.best_id in fit else members[0]
            spare.update(key for key in members if key != kept)
    return frozenset(spare)
