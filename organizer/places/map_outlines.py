"""The outlines of the world, from the bundled file: land and borders in tiles.

The file is a JSON head and packed numbers. A level of detail cuts the world (Web Mercator, the
square from 0 to 1) into tiles; a point is told in ``UNITS`` of its tile.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.errors import OrganizerError

FILE_NAME = "outlines.bin"
FORMAT = 1
# A sixth of a kilometre on the finest level: as good as the outlines are.
UNITS = 6_000
LAND, BORDER = range(2)
HEAD_BYTES = 4


class OutlinesError(OrganizerError):
    """The bundled outlines are missing or damaged."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"The map in “{path.name}” cannot be used: {cause}.")
        self.path = path


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A ring of land or a line in one tile; points in ``UNITS`` of it, shape ``(points,)``."""

    tile: int
    kind: int
    xs: NDArray[np.int16]
    ys: NDArray[np.int16]


@dataclass(frozen=True, eq=False, slots=True)
class OutlineLevel:
    """One level of detail.

    Attributes:
        tiles: How many tiles lie across the world, and down.
        parts: Sorted by tile; tiles are numbered by rows from the north-west.
        first_parts: The first part of each tile and, at the end, their number.
    """

    tiles: int
    parts: tuple[Part, ...]
    first_parts: tuple[int, ...]

    def parts_of(self, tile: int) -> tuple[Part, ...]:
        """What lies in one tile."""
        return self.parts[self.first_parts[tile] : self.first_parts[tile + 1]]


def read_outlines(path: Path) -> tuple[OutlineLevel, ...]:
    """Read the levels, the coarsest first.

    Raises:
        OutlinesError: If the file is missing or of another format.
    """
    try:
        packed = path.read_bytes()
        end = HEAD_BYTES + int.from_bytes(packed[:HEAD_BYTES], "little")
        head = json.loads(packed[HEAD_BYTES:end])
        numbers = lzma.decompress(packed[end:])
    except (OSError, ValueError, lzma.LZMAError) as error:
        raise OutlinesError(path, str(error)) from error
    if head.get("format") != FORMAT:
        raise OutlinesError(path, f"format {head.get('format')} is not {FORMAT}")
    return tuple(_level(about, numbers) for about in head["levels"])


def _level(about: dict[str, int], numbers: bytes) -> OutlineLevel:
    count, points, start = about["parts"], about["points"], about["start"]
    tiles = np.frombuffer(numbers, "<u2", count, start)
    kinds = np.frombuffer(numbers, "u1", count, start + 2 * count)
    lengths = np.frombuffer(numbers, "<u4", count, start + 3 * count)
    start += 7 * count
    xs = _join(numbers[start : start + 2 * points])
    ys = _join(numbers[start + 2 * points : start + 4 * points])
    ends = np.cumsum(lengths)
    parts = tuple(
        Part(int(tile), int(kind), xs[end - length : end], ys[end - length : end])
        for tile, kind, length, end in zip(tiles, kinds, lengths, ends, strict=True)
    )
    firsts = np.searchsorted(tiles, np.arange(about["tiles"] ** 2 + 1))
    return OutlineLevel(about["tiles"], parts, tuple(firsts.tolist()))


def pack_outlines(levels: Sequence[tuple[int, Sequence[Part]]]) -> bytes:
    """Write levels (tiles across, parts sorted by tile) as :func:`read_outlines` reads them."""
    about, numbers = [], bytearray()
    for tiles, parts in levels:
        points = sum(len(part.xs) for part in parts)
        about.append({"tiles": tiles, "parts": len(parts), "points": points, "start": len(numbers)})
        numbers += np.array([part.tile for part in parts], dtype="<u2").tobytes()
        numbers += np.array([part.kind for part in parts], dtype="u1").tobytes()
        numbers += np.array([len(part.xs) for part in parts], dtype="<u4").tobytes()
        numbers += _split(np.concatenate([part.xs for part in parts]))
        numbers += _split(np.concatenate([part.ys for part in parts]))
    head = json.dumps({"format": FORMAT, "levels": about}).encode()
    return len(head).to_bytes(HEAD_BYTES, "little") + head + lzma.compress(bytes(numbers), preset=9)


def _split(values: NDArray[np.int16]) -> bytes:
    """Steps from value to value, low bytes first, then high ones: that packs best."""
    steps = np.diff(values, prepend=np.int16(0)).astype("<i2")  # may wrap; so does the sum
    return steps.view(np.uint8).reshape(-1, 2).T.tobytes()


def _join(packed: bytes) -> NDArray[np.int16]:
    steps = np.frombuffer(packed, np.uint8).reshape(2, -1).T.copy().view("<i2").ravel()
    return np.cumsum(steps, dtype=np.int16)
