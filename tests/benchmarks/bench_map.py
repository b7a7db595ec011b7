#!/usr/bin/env python3
"""How quickly the map of Places groups and paints.

    python -m tests.benchmarks.bench_map [--photos 100000]

Positions are made: around 400 towns, a tenth anywhere. Prints JSON: how long it takes to group
them at all zooms, to choose the towns that are named and to read the outlines; and, offscreen at
1280 x 800, the time of each frame while zooming from the world to a street and dragging on the way.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QPixmap

from organizer.library import open_library
from organizer.models import PhotoId
from organizer.pipeline import mapping
from organizer.places.map_clusters import MAX_ZOOM, cluster_positions, to_world
from ui.app import make_application
from ui.thumbnails import Thumbnails
from ui.views.map_land import LandPainter
from ui.views.map_view import MapView

T = TypeVar("T")
TOWNS, FRAMES = 400, 240
ENOUGH_MS = 16.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    options = parser.parse_args()
    print(json.dumps(measure(options.photos), indent=1))


def measure(count: int) -> dict[str, object]:
    """All figures."""
    latitudes, longitudes = made_positions(count)
    photo_map, map_s = timed(lambda: made_map(latitudes, longitudes))
    land, land_s = timed(mapping.open_land)
    _application = make_application(["homeroll"])
    with tempfile.TemporaryDirectory(prefix="homeroll-bench-") as made:
        open_library(Path(made, "library")).close()
        thumbnails = Thumbnails(Path(made, "library"))
        frames = measure_frames(photo_map, land, thumbnails)
        thumbnails.close()
    return {
        "photos": count,
        "cluster_all_zooms_s": round(map_s, 3),
        "groups_by_zoom": [len(level) for level in photo_map.clusters.levels],
        "outlines_and_towns_s": round(land_s, 3),
        "frame_ms": frames,
    }


def made_positions(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Degrees of *count* photos, always the same."""
    random = np.random.default_rng(5)
    towns = np.column_stack([random.uniform(-45, 65, TOWNS), random.uniform(-180, 180, TOWNS)])
    at = towns[random.integers(0, TOWNS, count)] + random.normal(0, 0.06, (count, 2))
    anywhere = random.random(count) < 0.1
    spread = np.column_stack([random.uniform(-60, 75, count), random.uniform(-180, 180, count)])
    at[anywhere] = spread[anywhere]
    return at[:, 0], (at[:, 1] + 180) % 360 - 180


def made_map(latitudes: np.ndarray, longitudes: np.ndarray) -> mapping.PhotoMap:
    """The map as the pipeline makes it of a library."""
    xs, ys = to_world(latitudes, longitudes)
    return mapping.PhotoMap(
        ids=[PhotoId(number) for number in range(len(xs))],
        latitudes=latitudes,
        longitudes=longitudes,
        xs=xs,
        ys=ys,
        clusters=cluster_positions(xs, ys),
        without_place=0,
        at_home=0,
        homes=0,
    )


def measure_frames(
    photo_map: mapping.PhotoMap, land: mapping.Land, thumbnails: Thumbnails
) -> dict[str, float]:
    """Zoom in and out over the densest place, dragging a little with each frame."""
    view = MapView(thumbnails)
    view.resize(980, 740)
    view.show_land(LandPainter(land, lambda row: mapping.town_name(row, "en")).prepare())
    view.show_photos(photo_map)
    view.show()
    level = photo_map.clusters.levels[6]
    busiest = int(np.argmax(level.counts))
    took = []
    picture = QPixmap(view.size())
    for frame in range(2 * FRAMES):
        share = 1 - abs(1 - frame / FRAMES)
        zoom = view.camera.min_zoom + share * (MAX_ZOOM - view.camera.min_zoom)
        goal = view.camera.fitted((level.xs[busiest], level.ys[busiest]) * 2, 0)
        goal = goal.zoomed(zoom - goal.zoom).moved(frame % 60, frame % 40)
        started = perf_counter()
        view.go(goal, 0)
        view.render(picture)
        took.append(1000 * (perf_counter() - started))
    ordered = sorted(took)
    return {
        "median": round(ordered[len(ordered) // 2], 1),
        "p95": round(ordered[int(0.95 * len(ordered))], 1),
        "max": round(ordered[-1], 1),
        "over_16_ms": sum(1 for one in took if one > ENOUGH_MS),
        "frames": len(took),
    }


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What *work* gives, and how many seconds it took."""
    started = perf_counter()
    made = work()
    return made, perf_counter() - started


if __name__ == "__main__":
    main()
