"""Names for coordinates, from the bundled GeoNames table, without any network.

The table is read through the page cache (numpy memory map): some MB on disk, a few in memory,
and a look-up takes well under a millisecond.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.errors import OrganizerError
from organizer.models import Place

TABLE_NAME = "places.npy"
NAMES_NAME = "names.bin"
ABOUT_NAME = "about.json"
LOCAL_NAMES = ("vi",)
FORMAT = 1

KM_PER_DEGREE = 111.195
MAX_DISTANCE_KM = 50.0
# A town pulls as far as its size to this power: at 0.4 the Eiffel Tower is in Paris, not in
# Neuilly, and Versailles and Hội An still stand for themselves.
PULL_EXPONENT = 0.4
# Keeps a hamlet a few steps away from beating the city around it.
BLUR_KM = 1.5


class GazetteerError(OrganizerError):
    """The bundled table of places is missing or damaged."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"The list of places in “{path.name}” cannot be used: {cause}.")
        self.path = path


@dataclass(frozen=True, slots=True)
class LocalNames:
    """Names in one language, by the number of the row of a place, and of a region."""

    places: Mapping[str, str]
    regions: Mapping[str, str]


NO_LOCAL_NAMES = LocalNames({}, {})


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Sizeable places of the world, sorted by cells of one degree.

    Attributes:
        table: Structured rows ``lat``, ``lon`` (float32, degrees), ``population`` (uint32),
            ``region`` (uint16, an index of *regions*), ``name`` (uint32, offset into *names*),
            in the order of :func:`cell_of`.
        names: UTF-8, each name ended by a zero byte.
        regions: Country code and name of each first-level region.
        starts: The first row of each cell and, at the end, the number of rows.
        local_names: By language the names, by row, of places that are called otherwise in it;
            by *regions* and number those of regions.
    """

    table: NDArray[np.void]
    names: NDArray[np.uint8]
    regions: tuple[tuple[str, str], ...]
    starts: NDArray[np.intp]
    local_names: Mapping[str, LocalNames] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """Open the table in the folder *path*.

        Raises:
            GazetteerError: If files are missing or of another format.
        """
        try:
            about = json.loads((path / ABOUT_NAME).read_text("utf-8"))
            table = np.load(path / TABLE_NAME, mmap_mode="r", allow_pickle=False)
            names = np.memmap(path / NAMES_NAME, dtype=np.uint8, mode="r")
            local_names = {language: _local_names(path, language) for language in LOCAL_NAMES}
        except (OSError, ValueError) as error:
            raise GazetteerError(path, str(error)) from error
        if about.get("format") != FORMAT:
            raise GazetteerError(path, f"format {about.get('format')} is not {FORMAT}")
        cells = cell_of(table["lat"], table["lon"])
        starts = np.searchsorted(cells, np.arange(180 * 360 + 1))
        regions = tuple((country, name) for country, name in about["regions"])
        return cls(
            table=table, names=names, regions=regions, starts=starts, local_names=local_names
        )

    def nearest(self, latitude: float, longitude: float, language: str = "en") -> Place | None:
        """Name the sizeable place that *latitude*, *longitude* (degrees) belongs to.

        Args:
            latitude: Degrees north.
            longitude: Degrees east.
            language: In which the place is named where a name is known, as in "vi".

        Returns:
            The place within ``MAX_DISTANCE_KM`` with the smallest distance for its size; None
            far from everything, such as at sea, and for coordinates that are none.
        """
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # also turns NaN away
            return None
        rows = self._rows_around(latitude, longitude)
        if not len(rows):
            return None
        near = self.table[rows]
        away_km = distances_km(latitude, longitude, near["lat"], near["lon"])
        pull = np.maximum(near["population"], 1.0) ** PULL_EXPONENT
        cost = np.where(away_km <= MAX_DISTANCE_KM, (away_km + BLUR_KM) / pull, np.inf)
        best = int(np.argmin(cost))
        return self.place_at(int(rows[best]), language) if math.isfinite(cost[best]) else None

    def _rows_around(self, latitude: float, longitude: float) -> NDArray[np.intp]:
        """Give the rows of all cells that reach within ``MAX_DISTANCE_KM``."""
        reach = MAX_DISTANCE_KM / KM_PER_DEGREE
        widest = min(89.0, abs(latitude) + reach)
        reach_east = min(179.0, reach / math.cos(math.radians(widest)))
        south, north = (
            min(179, max(0, math.floor(latitude + side * reach) + 90)) for side in (-1, 1)
        )
        west = math.floor(longitude - reach_east) + 180
        east = math.floor(longitude + reach_east) + 180
        columns = sorted({column % 360 for column in range(west, east + 1)})
        cells = [row * 360 + column for row in range(south, north + 1) for column in columns]
        spans = [np.arange(self.starts[cell], self.starts[cell + 1]) for cell in cells]
        return np.concatenate(spans)

    def place_at(self, row: int, language: str = "en") -> Place:
        """Read the place of one row."""
        entry = self.table[row]
        number = int(entry["region"])
        country, region = self.regions[number]
        start = int(entry["name"])
        raw = bytes(self.names[start : start + 256]).split(b"\0", 1)[0]
        name = raw.decode("utf-8", "replace")
        local = self.local_names.get(language, NO_LOCAL_NAMES)
        return Place(
            name=local.places.get(str(row), name),
            region=local.regions.get(str(number), region),
            country=country,
        )


def local_names_name(language: str) -> str:
    """The name of the file with the names of one language."""
    return f"names.{language}.json"


def _local_names(path: Path, language: str) -> LocalNames:
    """Read the names of one language; none where nobody built them."""
    file = path / local_names_name(language)
    if not file.exists():
        return NO_LOCAL_NAMES
    found = json.loads(file.read_text("utf-8"))
    return LocalNames(found["places"], found["regions"])


def cell_of(latitudes: NDArray[np.float32], longitudes: NDArray[np.float32]) -> NDArray[np.intp]:
    """Number the one-degree cells, from south to north and from west to east.

    Args:
        latitudes: Degrees, shape ``(places,)``.
        longitudes: Degrees, shape ``(places,)``.

    Returns:
        Numbers from 0 to 180 · 360 - 1, shape ``(places,)``.
    """
    rows = np.clip(np.floor(latitudes).astype(np.intp) + 90, 0, 179)
    columns = (np.floor(longitudes).astype(np.intp) + 180) % 360
    return rows * 360 + columns


def distances_km(
    latitude: float,
    longitude: float,
    latitudes: NDArray[np.floating],
    longitudes: NDArray[np.floating],
) -> NDArray[np.float64]:
    """Measure great-circle distances from one point, in km (haversine)."""
    there, here = np.radians(latitudes.astype(np.float64)), math.radians(latitude)
    half_north = np.sin((there - here) / 2)
    half_east = np.sin(np.radians(longitudes.astype(np.float64) - longitude) / 2)
    chord = half_north**2 + np.cos(there) * math.cos(here) * half_east**2
    return np.asarray(2 * 6371.0 * np.arcsin(np.sqrt(np.clip(chord, 0, 1))))
