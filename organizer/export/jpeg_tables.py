"""Whether the parts of a JPEG picture have the form that they must have (T.81, annex B)."""

from __future__ import annotations

from dataclasses import dataclass, field

from organizer.export.parts import piece, require

FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
SCAN = 0xDA
_HUFFMAN, _ARITHMETIC, _QUANTA, _LINES, _RESTARTS = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD
PICTURE = FRAMES | {SCAN, _HUFFMAN, _ARITHMETIC, _QUANTA, _LINES, _RESTARTS}
_MAX_CODE_BITS = 16


@dataclass(slots=True)
class PictureParts:
    """The parts of a picture, one after another; what comes twice or too late is refused."""

    has_frame: bool = False
    has_scan: bool = False
    _tables: set[tuple[int, int]] = field(default_factory=set)

    def check(self, marker: int, body: bytes) -> None:
        """Take the next part.

        Raises:
            CannotStripError: If it is longer or shorter than it says, or has no place there.
        """
        if marker in FRAMES:
            require(not self.has_frame and len(body) == 6 + 3 * body[5])
            self.has_frame = True
        elif marker == SCAN:
            require(self.has_frame and len(body) == 4 + 2 * body[0])
            self.has_scan = True
        elif marker in (_HUFFMAN, _QUANTA):
            self._check_tables(marker, body)
        else:
            require(len(body) == 2 or marker == _ARITHMETIC)

    def _check_tables(self, marker: int, body: bytes) -> None:
        require(marker == _HUFFMAN or not self.has_scan)
        at = 0
        while at < len(body):
            require(self.has_scan or (marker, body[at]) not in self._tables)
            self._tables.add((marker, body[at]))
            at += _huffman_bytes(body, at) if marker == _HUFFMAN else 65 + 64 * (body[at] >> 4)
        require(at == len(body))


def _huffman_bytes(body: bytes, at: int) -> int:
    """How long a table of codes is; each symbol has one code, and there is room for all codes."""
    counts = piece(body, at + 1, _MAX_CODE_BITS)
    symbols = piece(body, at + 17, sum(counts))
    room = sum(count << _MAX_CODE_BITS - bits for bits, count in enumerate(counts, start=1))
    require(len(set(symbols)) == len(symbols) and room <= 1 << _MAX_CODE_BITS)
    return 17 + len(symbols)
