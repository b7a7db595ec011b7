"""Whether the strips or tiles of a TIFF picture are as long as they have to be."""

from __future__ import annotations

import zlib

from organizer.export.parts import CannotStripError, require
from organizer.export.tiff_directories import TILES, Page, number, numbers

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_SAMPLES, _ROWS, _PLANES, _TILE_WIDTH, _TILE_HEIGHT = 277, 278, 284, 322, 323
_PLAIN, _DEFLATED, _YCBCR, _APART = 1, (8, 32946), 6, 2
_MAX_STRIP_BYTES, _MAX_SIDE_PX, _MAX_SAMPLES = 1 << 30, 1 << 20, 64


def require_fitting(page: Page, order: str, strips: list[bytes]) -> None:
    """Refuse strips that hold more or less than their part of the picture, where that is known.

    Raises:
        CannotStripError: If one does.
    """
    form = number(page, order, _COMPRESSION, 1)
    if number(page, order, _PHOTOMETRIC) == _YCBCR:  # sampled in blocks
        return
    sizes = _sizes(page, order)
    require(len(sizes) == len(strips))
    for size, strip in zip(sizes, strips, strict=True):
        if form == _PLAIN:
            require(len(strip) == size)
        elif form in _DEFLATED:
            _require_inflated(strip, size)


def _sizes(page: Page, order: str) -> list[int]:
    """How many bytes each strip or tile has when it is not compressed."""
    width, height = number(page, order, _WIDTH), number(page, order, _HEIGHT)
    samples = number(page, order, _SAMPLES, 1)
    require(0 < width <= _MAX_SIDE_PX and 0 < height <= _MAX_SIDE_PX)
    require(0 < samples <= _MAX_SAMPLES)
    bits = list(numbers(page[_BITS], order)) if _BITS in page else [1]
    bits = bits * samples if len(bits) == 1 else bits
    require(len(bits) == samples)
    planes = [[one] for one in bits] if number(page, order, _PLANES, 1) == _APART else [bits]
    if TILES in page:
        shape = _tiles(page, order, width, height)
    else:
        rows = min(number(page, order, _ROWS, height), height)
        require(rows)
        shape = [(width, min(rows, height - top)) for top in range(0, height, rows)]
    return [(across * sum(plane) + 7) // 8 * down for plane in planes for across, down in shape]


def _tiles(page: Page, order: str, width: int, height: int) -> list[tuple[int, int]]:
    across, down = number(page, order, _TILE_WIDTH), number(page, order, _TILE_HEIGHT)
    require(across and down)
    count = -(-width // across) * -(-height // down)
    require(count <= _MAX_SIDE_PX)
    return [(across, down)] * count


def _require_inflated(strip: bytes, size: int) -> None:
    require(size <= _MAX_STRIP_BYTES)
    unpacking = zlib.decompressobj()
    try:
        made = unpacking.decompress(strip, size + 1)
    except zlib.error as error:
        raise CannotStripError from error
    require(unpacking.eof and not unpacking.unused_data and len(made) == size)
