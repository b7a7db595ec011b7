"""Where photos were taken, for the map: groups, places by name, homes left out on demand.

Nothing is stored but the user's wish to leave homes out; the switch is not needed, for only what
the files say is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organizer.library import Library
from organizer.models import Home, PhotoId, Place, TimelineEntry
from organizer.paths import RESOURCES
from organizer.pipeline.dwelling import list_homes
from organizer.pipeline.naming import name_place, open_gazetteer
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress

if TYPE_CHECKING:  # they bring numpy: not at start-up
    from organizer.places.map_clusters import Clusters, Floats, Rows
    from organizer.places.map_names import TownLevel
    from organizer.places.map_outlines import OutlineLevel

HIDE_HOMES_KEY = "map-hides-homes"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class PhotoMap:
    """The photos that stand on the map.

    Attributes:
        ids: In the order of the timeline; a row is a place in it.
        latitudes, longitudes: Degrees, shape ``(photos,)``.
        xs, ys: In the world, as in :mod:`organizer.places.map_clusters`.
        without_place: How many photos do not say where they were taken.
        at_home: How many are left out because they were taken at a home.
        homes: How many homes are known.
    """

    ids: Sequence[PhotoId]
    latitudes: Floats
    longitudes: Floats
    xs: Floats
    ys: Floats
    clusters: Clusters
    without_place: int
    at_home: int
    homes: int

    def photos_in(self, start: int, end: int) -> list[PhotoId]:
        """The photos of a stretch of the clusters' order, in the order of the timeline."""
        return [self.ids[row] for row in sorted(self.clusters.order[start:end].tolist())]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class MappedPlace:
    """Photos of one named place; *place* is None far from every town.

    Attributes:
        rows: Of the photos, in the order of the timeline.
        west, north, east, south: What they span, in the world; *west* may be below 0.
    """

    place: Place | None
    rows: Rows
    west: float
    north: float
    east: float
    south: float

    @property
    def count(self) -> int:
        """How many photos were taken there."""
        return len(self.rows)


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Land:
    """What lies under the photos: outlines and the towns that are named at each zoom."""

    outlines: tuple[OutlineLevel, ...]
    towns: tuple[TownLevel, ...]


def homes_are_hidden(library: Library) -> bool:
    """Whether the user wants no photos of homes on the map."""
    return library.settings.get(HIDE_HOMES_KEY, "") == "yes"


def hide_homes(library: Library, *, hidden: bool) -> None:
    """Leave photos of homes out of the map from now on, or show them again."""
    with library.transaction():
        library.settings.set(HIDE_HOMES_KEY, "yes" if hidden else "")


def map_photos(library: Library) -> PhotoMap:
    """Group every photo that is to be seen and says where it was taken."""
    from organizer.places.map_clusters import cluster_positions, to_world

    entries = library.photos.timeline()
    placed = [entry for entry in entries if entry.latitude is not None]
    latitudes, longitudes = _positions(placed)
    homes = [listed.home for listed in list_homes(library)]
    kept = _away_from(homes if homes_are_hidden(library) else [], latitudes, longitudes)
    latitudes, longitudes = latitudes[kept], longitudes[kept]
    xs, ys = to_world(latitudes, longitudes)
    return PhotoMap(
        ids=[placed[row].id for row in kept.tolist()],
        latitudes=latitudes,
        longitudes=longitudes,
        xs=xs,
        ys=ys,
        clusters=cluster_positions(xs, ys),
        without_place=len(entries) - len(placed),
        at_home=len(placed) - len(kept),
        homes=len(homes),
    )


def _positions(entries: Sequence[TimelineEntry]) -> tuple[Floats, Floats]:
    import numpy as np

    degrees = [(entry.latitude, entry.longitude) for entry in entries]
    table = np.array(degrees, dtype=np.float64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _away_from(homes: Sequence[Home], latitudes: Floats, longitudes: Floats) -> Rows:
    """Rows of the positions outside the circle of every home."""
    import numpy as np

    from organizer.places.gazetteer import distances_km
    from organizer.places.home_words import NOT_HOME_KM

    away = np.ones(len(latitudes), dtype=bool)
    for home in homes:
        km = distances_km(home.latitude, home.longitude, latitudes, longitudes)
        away &= km > NOT_HOME_KM
    return np.flatnonzero(away)


def name_mapped(library: Library, photo_map: PhotoMap, progress: Progress) -> list[MappedPlace]:
    """The named places of the photos, most photos first; every photo is in one of them."""
    import numpy as np

    spots, spot_of = _spots(photo_map)
    language = language_of(library)
    numbers: dict[Place | None, int] = {}
    place_of_spot = np.empty(len(spots), dtype=np.intp)
    for number, (latitude, longitude) in enumerate(spots):
        progress.check()
        place = name_place(latitude, longitude, language)
        place_of_spot[number] = numbers.setdefault(place, len(numbers))
    place_of = place_of_spot[spot_of]
    order = np.argsort(place_of, kind="stable")
    starts = np.searchsorted(place_of[order], np.arange(len(numbers) + 1))
    found = [
        _mapped(place, order[starts[number] : starts[number + 1]], photo_map)
        for place, number in numbers.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.place.name if one.place else ""))


def _spots(photo_map: PhotoMap) -> tuple[list[tuple[float, float]], Rows]:
    """Positions rounded to about a kilometre, and the spot of each photo."""
    import numpy as np

    rounded = np.round(np.column_stack([photo_map.latitudes, photo_map.longitudes]), 2)
    spots, spot_of = np.unique(rounded, axis=0, return_inverse=True)
    return [(one, other) for one, other in spots.tolist()], spot_of.reshape(-1)


def _mapped(place: Place | None, rows: Rows, photo_map: PhotoMap) -> MappedPlace:
    west, north, east, south = bounds_of(photo_map, rows)
    return MappedPlace(place=place, rows=rows, west=west, north=north, east=east, south=south)


def bounds_of(photo_map: PhotoMap, rows: Rows) -> tuple[float, float, float, float]:
    """West, north, east and south of photos in the world; over the date line where it is nearer."""
    import numpy as np

    xs, ys = photo_map.xs[rows], photo_map.ys[rows]
    if xs.max() - xs.min() > 0.5:
        shifted = np.where(xs > 0.5, xs - 1, xs)
        xs = shifted if np.ptp(shifted) < np.ptp(xs) else xs
    return float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())


def open_land() -> Land:
    """Read the outlines and choose the towns to name; some 0.5 s."""
    from organizer.places.map_names import choose_towns
    from organizer.places.map_outlines import FILE_NAME, read_outlines

    return Land(
        outlines=read_outlines(RESOURCES / "map" / FILE_NAME),
        towns=choose_towns(open_gazetteer()),
    )


def town_name(row: int, language: str) -> str:
    """The name of a town by its row of the gazetteer."""
    return open_gazetteer().place_at(row, language).name
