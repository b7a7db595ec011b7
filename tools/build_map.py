"""Build ``resources/map`` from the outlines of Natural Earth in the npm package ``world-atlas``.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python tools/build_map.py package [--out resources/map]

Natural Earth is in the public domain. Each level of detail is projected, simplified arc by arc
(so that neighbours still meet), and cut into square tiles: land as rings to be filled, whose edge
is the coast but where it runs along the edge of a tile, and borders between countries as lines.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from organizer.places.map_clusters import to_world  # noqa: E402 - the root must be found first
from organizer.places.map_outlines import (  # noqa: E402
    BORDER,
    FILE_NAME,
    LAND,
    UNITS,
    Part,
    pack_outlines,
)


@dataclass(frozen=True)
class Detail:
    """A level: its file, tiles across the world, the greatest error in parts of the world."""

    file: str
    tiles: int
    max_error: float


DETAILS = (
    Detail("countries-110m.json", 1, 1.5e-4),
    Detail("countries-50m.json", 8, 3e-5),
    Detail("countries-10m.json", 32, 2e-5),
)
# what lies on the date line reaches a little over it, so that no gap shows between two worlds
OVER = 2e-5
SMALLEST = 3  # points of a ring


def main() -> None:
    """Read the package, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "map")
    choices = parser.parse_args()

    levels = [(detail.tiles, list(read_level(choices.package, detail))) for detail in DETAILS]
    choices.out.mkdir(parents=True, exist_ok=True)
    written = pack_outlines(levels)
    (choices.out / FILE_NAME).write_bytes(written)
    for tiles, parts in levels:
        print(f"{tiles:3} tiles across, {sum(len(part.xs) for part in parts):7} points")
    print(f"{len(written)} bytes -> {choices.out / FILE_NAME}")


def read_level(package: Path, detail: Detail) -> Iterator[Part]:
    """All parts of one level, by tile."""
    topology = json.loads((package / detail.file).read_text("utf-8"))
    arcs = [simplify(arc, detail.max_error) for arc in _arcs(topology)]
    land = topology["objects"]["land"]
    by_tile: dict[int, list[Part]] = defaultdict(list)
    for ring in _rings(land, arcs):
        for tile, piece in cut_ring(ring, detail.tiles):
            by_tile[tile].append(_part(tile, LAND, piece, detail.tiles))
    for number in sorted(_used(topology["objects"]["countries"]) - _used(land)):
        for tile, piece in cut_line(arcs[number], detail.tiles):
            by_tile[tile].append(_part(tile, BORDER, piece, detail.tiles))
    for tile in sorted(by_tile):
        yield from by_tile[tile]


# -- reading --------------------------------------------------------------------------------------


def _arcs(topology: dict[str, Any]) -> Iterator[np.ndarray]:
    """The arcs of a TopoJSON file in parts of the world, shape (points, 2)."""
    scale, move = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    for arc in topology["arcs"]:
        degrees = np.cumsum(np.array(arc, dtype=np.int64), axis=0) * scale + move
        x, y = to_world(degrees[:, 1], degrees[:, 0])
        yield _unrolled(np.column_stack([x, y]))


def _rings(shape: dict[str, Any], arcs: list[np.ndarray]) -> Iterator[np.ndarray]:
    for ring in _ring_arcs(shape):
        pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
        joined = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
        if len(joined) > SMALLEST:
            closed = _closed(joined)
            low, high = closed[:, 0].min(), closed[:, 0].max()
            for world in range(math.floor(low - OVER), math.floor(high + OVER) + 1):
                yield closed - (world, 0)


def _ring_arcs(shape: dict[str, Any]) -> Iterator[list[int]]:
    match shape["type"]:
        case "GeometryCollection":
            for part in shape["geometries"]:
                yield from _ring_arcs(part)
        case "Polygon":
            yield from shape["arcs"]
        case "MultiPolygon":
            for polygon in shape["arcs"]:
                yield from polygon


def _used(shape: dict[str, Any]) -> set[int]:
    return {number if number >= 0 else ~number for ring in _ring_arcs(shape) for number in ring}


def _unrolled(points: np.ndarray) -> np.ndarray:
    """The same line without a jump at the date line; x may run beyond the world."""
    if not len(points):
        return points
    steps = (np.diff(points[:, 0]) + 0.5) % 1.0 - 0.5
    xs = np.concatenate([points[:1, 0], points[0, 0] + np.cumsum(steps)])
    return np.column_stack([xs, points[:, 1]])


def _closed(ring: np.ndarray) -> np.ndarray:
    """A ring around the pole, which is Antarctica, is closed along the lower edge of the world."""
    unrolled = _unrolled(ring)
    if abs(unrolled[-1, 0] - unrolled[0, 0]) < 0.5:
        return unrolled
    corners = [[unrolled[-1, 0], 1.0], [unrolled[0, 0], 1.0]]
    return np.concatenate([unrolled, corners])


# -- simplifying ----------------------------------------------------------------------------------


def simplify(line: np.ndarray, max_error: float) -> np.ndarray:
    """Leave out points that lie within *max_error* of the line without them.

    Source:
        D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points required
        to represent a digitized line", 1973.
    """
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        away = _distances(line[first + 1 : last], line[first], line[last])
        furthest = int(np.argmax(away))
        if away[furthest] > max_error:
            middle = first + 1 + furthest
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return line[keep]


def _distances(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    along = end - start
    length = math.hypot(*along)
    if length < 1e-12:
        return np.hypot(*(points - start).T)
    offset = points - start
    return np.abs(offset[:, 0] * along[1] - offset[:, 1] * along[0]) / length


# -- cutting --------------------------------------------------------------------------------------


def cut_ring(ring: np.ndarray, tiles: int) -> Iterator[tuple[int, np.ndarray]]:
    """Cut a ring into the tiles it reaches; number of the tile and the piece."""
    for column, strip in _slices(ring, 0, tiles):
        for row, piece in _slices(strip, 1, tiles):
            yield row * tiles + column, piece


def _slices(ring: np.ndarray, axis: int, tiles: int) -> Iterator[tuple[int, np.ndarray]]:
    low, high = ring[:, axis].min(), ring[:, axis].max()
    first, last = (max(0, min(tiles - 1, math.floor(at * tiles))) for at in (low, high))
    for number in range(first, last + 1):
        # the outermost reach a little over the edge of the world, see OVER
        lower = number / tiles if number else -OVER
        upper = (number + 1) / tiles if number < tiles - 1 else 1 + OVER
        piece = _below(_below(ring, axis, upper, 1), axis, lower, -1)
        if len(piece) >= SMALLEST:
            yield number, piece


def _below(ring: np.ndarray, axis: int, border: float, sign: int) -> np.ndarray:
    """What of a ring lies on one side of a line (Sutherland and Hodgman, 1974)."""
    if not len(ring):
        return ring
    inside = sign * ring[:, axis] <= sign * border
    if inside.all() or not inside.any():
        return ring if inside.all() else ring[:0]
    kept = []
    for number, point in enumerate(ring):
        before = ring[number - 1]
        if inside[number] != inside[number - 1]:
            share = (border - before[axis]) / (point[axis] - before[axis])
            crossing = before + share * (point - before)
            crossing[axis] = border
            kept.append(crossing)
        if inside[number]:
            kept.append(point)
    return np.array(kept)


def cut_line(line: np.ndarray, tiles: int) -> Iterator[tuple[int, np.ndarray]]:
    """Cut a line where it changes tiles; what runs along the edge of the world is left out."""
    middles = (line[1:] + line[:-1]) / 2
    cells = np.clip(np.floor(middles * tiles).astype(int), 0, tiles - 1)
    owner = cells[:, 1] * tiles + cells[:, 0]
    owner[_on_the_edge(line) | (middles[:, 0] < 0) | (middles[:, 0] > 1)] = -1
    cuts = np.flatnonzero(np.diff(owner)) + 1
    for start, end in zip([0, *cuts], [*cuts, len(owner)], strict=True):
        if owner[start] >= 0:
            yield int(owner[start]), line[start : end + 1]


def _on_the_edge(line: np.ndarray) -> np.ndarray:
    edges = [(0, 0.0), (0, 1.0), (1, 0.0), (1, 1.0)]
    near = [np.abs(line[:, axis] - at) < 1e-6 for axis, at in edges]
    return np.any([one[1:] & one[:-1] for one in near], axis=0)


def _part(tile: int, kind: int, piece: np.ndarray, tiles: int) -> Part:
    row, column = divmod(tile, tiles)
    inside = (piece * tiles - (column, row)) * UNITS
    rounded = np.clip(np.rint(inside), -32768, 32767).astype(np.int16)
    return Part(tile=tile, kind=kind, xs=rounded[:, 0], ys=rounded[:, 1])


if __name__ == "__main__":
    main()
