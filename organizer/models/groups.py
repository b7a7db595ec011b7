"""What was worked out about photos: features, groups, themes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from organizer.models.identities import PhotoId
from organizer.models.photos import Photo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, kw_only=True, eq=False)
class Features:
    """What was seen in the photos; row i of every array belongs to ``photos[i]``.

    Attributes:
        embeddings: float32, shape ``(photos, 256)``, rows of unit length.
        theme_log_probabilities: float32, shape ``(photos, themes)``: natural log of the summed
            class probabilities of each theme (columns as in *theme_names*), at most 0.
        likeness_hashes: uint64, shape ``(photos,)``: 64-bit difference hash.
        quality: float32, shape ``(photos,)``, from 0 (spoilt) to 1.
        colourfulness: float32, shape ``(photos,)``: Hasler and Suesstrunk's measure, 0 upwards.
        colours: float32, shape ``(photos, 27)``: mean RGB of 3 x 3 parts, 0 to 255.
    """

    photos: tuple[Photo, ...]
    theme_names: tuple[str, ...]
    embeddings: NDArray[np.float32]
    theme_log_probabilities: NDArray[np.float32]
    likeness_hashes: NDArray[np.uint64]
    quality: NDArray[np.float32]
    colourfulness: NDArray[np.float32]
    colours: NDArray[np.float32]

    @cached_property
    def row_of(self) -> Mapping[PhotoId, int]:
        """The row of each photo."""
        return {photo.id: row for row, photo in enumerate(self.photos)}


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What photos look like and nothing else, for ranking a whole library quickly.

    Row i of *embeddings* (float32, shape ``(photos, features)``, rows of unit length) belongs to
    ``photo_ids[i]``; rows are in the order of what the photos hold, so that the same photos
    always stand in the same rows.
    """

    photo_ids: tuple[PhotoId, ...]
    embeddings: NDArray[np.float32]

    @cached_property
    def row_of(self) -> Mapping[PhotoId, int]:
        """The row of each photo."""
        return {photo_id: row for row, photo_id in enumerate(self.photo_ids)}

    def without(self, photo_ids: Collection[PhotoId]) -> Seen:
        """The same without these photos."""
        gone = {self.row_of[photo_id] for photo_id in photo_ids if photo_id in self.row_of}
        if not gone:
            return self
        rows = [row for row in range(len(self.photo_ids)) if row not in gone]
        return Seen(
            photo_ids=tuple(self.photo_ids[row] for row in rows), embeddings=self.embeddings[rows]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Photos that belong together in time and place, in order of time."""

    id: int
    start: datetime
    end: datetime
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessGroup:
    """Near-identical shots: a burst, copies, resized versions."""

    id: int
    photo_ids: tuple[PhotoId, ...]
    best_id: PhotoId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Photos taken at one spot. The centre is in degrees, WGS 84."""

    id: int
    latitude: float
    longitude: float
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookGroup:
    """Photos of one sort of picture, wherever and whenever taken; the most typical first."""

    id: int
    photo_ids: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where somebody lived, and from which to which day; *said*: by the user's word."""

    latitude: float
    longitude: float
    first_day: date
    last_day: date
    active_days: int
    said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """How the photos fall into groups."""

    events: tuple[Event, ...] = ()
    place_groups: tuple[PlaceGroup, ...] = ()
    likeness_groups: tuple[LikenessGroup, ...] = ()
    look_groups: tuple[LookGroup, ...] = ()
    homes: tuple[Home, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """How surely a photo shows a theme, from 0 to 1."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class TaughtScore:
    """How surely a photo shows a taught theme, from 0 to 1."""

    photo_id: PhotoId
    probability: float
