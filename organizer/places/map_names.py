"""Which towns are named at which zoom of a map, so that names stand apart. Knows no window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from organizer.places.gazetteer import Gazetteer
from organizer.places.map_clusters import (
    MAX_ZOOM,
    WORLD_PX,
    Floats,
    Rows,
    cell_keys,
    cells_across,
    take_in,
    to_world,
)

APART_PX = (150.0, 60.0)
# At zoom 0 the world bears so many names; each further zoom shows four times the area in detail.
FIRST_NAMES = 12


@dataclass(frozen=True, eq=False, slots=True)
class TownLevel:
    """The towns that are named at one zoom, the greatest first, shape ``(towns,)`` each.

    Attributes:
        rows: Of the gazetteer.
        xs, ys: In the world, as in :mod:`organizer.places.map_clusters`.
        populations: Inhabitants.
    """

    rows: Rows
    xs: Floats
    ys: Floats
    populations: Floats


def choose_towns(gazetteer: Gazetteer, *, max_zoom: int = MAX_ZOOM) -> tuple[TownLevel, ...]:
    """Choose for each zoom the greatest towns that stand apart; who is named once stays so."""
    table = gazetteer.table
    populations = np.asarray(table["population"], dtype=np.float64)
    order = np.argsort(-populations, kind="stable")
    xs, ys = to_world(table["lat"][order].astype(float), table["lon"][order].astype(float))
    shown = np.empty(0, dtype=np.intp)
    levels = []
    for zoom in range(max_zoom + 1):
        count = min(len(order), FIRST_NAMES * 4**zoom)
        shown = _apart(xs[:count], ys[:count], shown, zoom)
        levels.append(TownLevel(order[shown], xs[shown], ys[shown], populations[order[shown]]))
    return tuple(levels)


def _apart(xs: Floats, ys: Floats, before: Rows, zoom: int) -> Rows:
    """Numbers of the towns that stand apart, ascending; *before* were chosen already."""
    world_px = WORLD_PX * 2**zoom
    reach = APART_PX[0] / world_px, APART_PX[1] / world_px
    across, down = (cells_across(one) for one in reach)
    ranks = np.arange(len(xs)) + len(xs)
    ranks[before] -= len(xs)
    by_rank = np.argsort(ranks)
    cells = cell_keys(xs, ys, across, down)
    keys, first = np.unique(cells[by_rank], return_index=True)
    best = by_rank[first]  # of its cell
    owners = take_in(
        xs[best], ys[best], keys, np.argsort(np.argsort(ranks[best])), (across, down), reach
    )
    return np.sort(best[np.unique(owners)])
