"""Positions as groups on a map that split while one zooms in. Knows no window.

The world is the square of Web Mercator: x from 0 (180° west) to 1, y from 0 (north) to 1.
At zoom *z* it is ``WORLD_PX · 2^z`` pixels wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WORLD_PX = 256
MAX_ZOOM = 15
MAX_LATITUDE = 85.0511  # where the world of Web Mercator is a square
APART_PX = 64.0  # groups keep this distance, so that their pictures do not lie on each other

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


def to_world(latitudes: Floats, longitudes: Floats) -> tuple[Floats, Floats]:
    """Project degrees; what lies nearer to a pole than the map reaches stands on its edge."""
    held = np.radians(np.clip(latitudes, -MAX_LATITUDE, MAX_LATITUDE))
    xs = np.asarray(longitudes, dtype=np.float64) / 360 + 0.5
    ys = 0.5 - np.arcsinh(np.tan(held)) / (2 * np.pi)
    return xs, np.clip(ys, 0.0, 1.0)


def to_degrees(xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
    """Undo :func:`to_world`: latitudes and longitudes; x may run on beyond the date line."""
    latitudes = np.degrees(np.arctan(np.sinh((0.5 - np.asarray(ys)) * 2 * np.pi)))
    return latitudes, (np.asarray(xs) % 1.0 - 0.5) * 360


@dataclass(frozen=True, eq=False, slots=True)
class ClusterLevel:
    """The groups at one zoom.

    Attributes:
        xs, ys: Where they stand, shape ``(groups,)``.
        starts: Group *g* is ``order[starts[g]:starts[g + 1]]``, shape ``(groups + 1,)``.
        covers: The row of the photo that stands for each, shape ``(groups,)``.
    """

    xs: Floats
    ys: Floats
    starts: Rows
    covers: Rows

    def __len__(self) -> int:
        return len(self.xs)

    @property
    def counts(self) -> Rows:
        """How many photos each group has."""
        return np.diff(self.starts)

    def group_at(self, place: int) -> int:
        """The group that holds a place in the order."""
        return int(np.searchsorted(self.starts, place, side="right")) - 1


@dataclass(frozen=True, eq=False, slots=True)
class Clusters:
    """Groups at every whole zoom, each made of groups of the next.

    Attributes:
        order: Rows of photos, so that each group of each level is one stretch.
        levels: By zoom, from 0 to ``MAX_ZOOM``.
    """

    order: Rows
    levels: tuple[ClusterLevel, ...]

    def splits_at(self, start: int, end: int) -> int | None:
        """The first zoom at which this stretch is more than one group; None if it never is."""
        for zoom, level in enumerate(self.levels):
            if level.group_at(start) != level.group_at(end - 1):
                return zoom
        return None


def cluster_positions(
    xs: Floats, ys: Floats, *, apart_px: float = APART_PX, max_zoom: int = MAX_ZOOM
) -> Clusters:
    """Group positions at every zoom from *max_zoom* down to 0.

    At each zoom the groups of the next one are gathered in square cells, and then the greatest
    take in those nearer than *apart_px*. So groups nest, and no two lie on each other.

    Args:
        xs, ys: In the world, shape ``(photos,)``; earlier rows are the better covers.
        apart_px: The least distance of two groups.
        max_zoom: The finest level.
    """
    parents, spots = [], []
    node_xs, node_ys, weights = xs, ys, np.ones(len(xs))
    for zoom in range(max_zoom, -1, -1):
        reach = apart_px / (WORLD_PX * 2**zoom)
        owners, node_xs, node_ys, weights = _coarser(node_xs, node_ys, weights, reach)
        parents.append(owners)
        spots.append((node_xs, node_ys))
    return _in_order(len(xs), parents[::-1], spots[::-1])


def _coarser(
    xs: Floats, ys: Floats, weights: Floats, reach: float
) -> tuple[Rows, Floats, Floats, Floats]:
    """Gather nodes; the group of each node, and position and weight of each group."""
    across = cells_across(reach)
    keys, cell_of = np.unique(cell_keys(xs, ys, across, across), return_inverse=True)
    cells = len(keys)
    total = np.bincount(cell_of, weights, cells)
    centre_xs = np.bincount(cell_of, weights * xs, cells) / np.maximum(total, 1)
    centre_ys = np.bincount(cell_of, weights * ys, cells) / np.maximum(total, 1)
    ranks = np.empty(cells, dtype=np.intp)
    ranks[np.lexsort((keys, -total))] = np.arange(cells)
    taken_by = take_in(centre_xs, centre_ys, keys, ranks, (across, across), (reach, reach))
    roots, group_of = np.unique(taken_by, return_inverse=True)
    weight = np.asarray(np.bincount(group_of, total, len(roots)), dtype=np.float64)
    return group_of[cell_of], centre_xs[roots], centre_ys[roots], weight


def cells_across(reach: float) -> int:
    """How many cells lie across the world, if none may be smaller than *reach*."""
    return max(1, int(1 / reach))


def cell_keys(xs: Floats, ys: Floats, across: int, down: int) -> NDArray[np.int64]:
    """Number the cells of positions by rows from the north-west, shape ``(positions,)``."""
    columns = np.clip((xs * across).astype(np.int64), 0, across - 1)
    return np.clip((ys * down).astype(np.int64), 0, down - 1) * across + columns


def take_in(
    xs: Floats,
    ys: Floats,
    keys: NDArray[np.int64],
    ranks: Rows,
    cells: tuple[int, int],
    reach: tuple[float, float],
) -> Rows:
    """Let nodes of better rank take in those within *reach* of them.

    Args:
        xs, ys: One node a cell, shape ``(nodes,)``.
        keys: Their cells, ascending.
        ranks: All different, 0 is the best.
        cells: How many lie across and down.
        reach: Half axes of the ellipse around a node in which no other may stand.

    Returns:
        For each node the one that took it in, or itself. Those that are left are further apart
        than *reach*, also over the date line: a greatest set without neighbours, greedily.
    """
    one, other = _neighbours(xs, ys, keys, cells, reach)
    owners = np.full(len(xs), -1, dtype=np.intp)
    at_rank = np.argsort(ranks)
    while (open_nodes := owners < 0).any():
        both = open_nodes[one] & open_nodes[other]
        one, other = one[both], other[both]
        best = ranks.copy()
        np.minimum.at(best, one, ranks[other])
        winners = open_nodes & (best == ranks)
        owners[winners] = np.flatnonzero(winners)
        won = winners[other] & ~winners[one]
        taken = np.full(len(xs), len(xs), dtype=np.intp)
        np.minimum.at(taken, one[won], ranks[other[won]])
        lost = taken < len(xs)
        owners[lost] = at_rank[taken[lost]]
    return owners


def _neighbours(
    xs: Floats,
    ys: Floats,
    keys: NDArray[np.int64],
    cells: tuple[int, int],
    reach: tuple[float, float],
) -> tuple[Rows, Rows]:
    """All pairs of nodes that are too near, both ways round."""
    found = [(np.empty(0, dtype=np.intp),) * 2]
    for here, there in _in_next_cells(keys, *cells):
        east = (xs[here] - xs[there] + 0.5) % 1.0 - 0.5
        near = (east / reach[0]) ** 2 + ((ys[here] - ys[there]) / reach[1]) ** 2 < 1
        found += [(here[near], there[near]), (there[near], here[near])]
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _in_next_cells(keys: NDArray[np.int64], across: int, down: int) -> Iterator[tuple[Rows, Rows]]:
    """Pairs of nodes in cells that touch; each pair once where the world is wide enough."""
    rows, columns = np.divmod(keys, across)
    for east, south in ((1, 0), (-1, 1), (0, 1), (1, 1)):
        wanted = (rows + south) * across + (columns + east) % across
        at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
        here = np.flatnonzero((keys[at] == wanted) & (rows + south < down) & (wanted != keys))
        yield here, at[here]


def _in_order(count: int, parents: list[Rows], spots: list[tuple[Floats, Floats]]) -> Clusters:
    """Number groups so that those of one parent stand together, and put the photos so too.

    Args:
        count: How many photos there are.
        parents: By zoom, for each group of the next finer level (or photo) its group.
        spots: By zoom, where groups stand.
    """
    orders = [np.arange(len(spots[0][0]))]
    place_of = orders[0]
    for finer in parents[:-1]:
        order = np.argsort(place_of[finer], kind="stable")
        place_of = _inverse(order)
        orders.append(order)
    order = np.argsort(place_of[parents[-1]], kind="stable") if count else np.arange(0)
    levels: list[ClusterLevel] = []
    label = np.arange(count)
    for finer, numbers, (xs, ys) in zip(parents[::-1], orders[::-1], spots[::-1], strict=True):
        label = finer[label]
        placed = _inverse(numbers)[label]
        sizes = np.bincount(placed, minlength=len(xs))
        starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.intp)
        covers = np.minimum.reduceat(order, starts[:-1]) if count else np.arange(0)
        levels.append(ClusterLevel(xs[numbers], ys[numbers], starts, covers))
    return Clusters(order, tuple(levels[::-1]))


def _inverse(order: Rows) -> Rows:
    places = np.empty(len(order), dtype=np.intp)
    places[order] = np.arange(len(order))
    return places
