"""The bundled outlines of the world, and the towns that are named on it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from organizer.paths import RESOURCES
from organizer.places.gazetteer import Gazetteer
from organizer.places.map_clusters import to_world
from organizer.places.map_names import choose_towns
from organizer.places.map_outlines import (
    FILE_NAME,
    LAND,
    UNITS,
    OutlineLevel,
    OutlinesError,
    read_outlines,
)

MAP = RESOURCES / "map" / FILE_NAME
LAND_SPOTS = [(48.86, 2.35), (21.03, 105.85), (-80.0, 20.0), (66.0, 179.0), (66.5, -179.5)]
SEA_SPOTS = [(0.0, -30.0), (10.0, 112.5), (42.0, 51.0), (-40.0, 179.99), (0.0, -179.99)]


def is_land(level: OutlineLevel, spot: tuple[float, float]) -> bool:
    """Whether a ray to the east crosses the rings of the tile an odd number of times."""
    (x,), (y,) = to_world(np.array([spot[0]]), np.array([spot[1]]))
    column, row = int(x * level.tiles), int(y * level.tiles)
    left, top = (x * level.tiles - column) * UNITS, (y * level.tiles - row) * UNITS
    crossings = 0
    for part in level.parts_of(row * level.tiles + column):
        if part.kind == LAND:
            xs, ys = part.xs.astype(float), part.ys.astype(float)
            next_xs, next_ys = np.roll(xs, -1), np.roll(ys, -1)
            spans = (ys > top) != (next_ys > top)
            share = (top - ys[spans]) / (next_ys[spans] - ys[spans])
            crossings += int((xs[spans] + share * (next_xs[spans] - xs[spans]) > left).sum())
    return crossings % 2 == 1


@pytest.mark.parametrize("detail", [0, 1, 2])
def test_land_is_land_and_sea_is_sea(detail: int) -> None:
    level = read_outlines(MAP)[detail]

    assert [spot for spot in LAND_SPOTS if not is_land(level, spot)] == []
    assert [spot for spot in SEA_SPOTS if is_land(level, spot)] == []


def test_a_damaged_map_is_told(tmp_path: Path) -> None:
    damaged = tmp_path / FILE_NAME
    damaged.write_bytes(MAP.read_bytes()[:5000])

    with pytest.raises(OutlinesError, match="cannot be used"):
        read_outlines(damaged)


def test_a_town_that_is_named_stays_named_while_one_zooms_in() -> None:
    levels = choose_towns(Gazetteer.open(RESOURCES / "gazetteer"), max_zoom=7)

    for coarse, fine in pairwise(levels):
        assert set(coarse.rows.tolist()) <= set(fine.rows.tolist())
        assert (np.diff(fine.populations) <= 0).all()
