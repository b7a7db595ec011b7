"""The directories of a TIFF file, and what each of its bytes is for."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from organizer.export.intact import Span, require_accounted, require_whole_xmp
from organizer.export.parts import piece, require

BYTES_OF = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
STRIPS, STRIP_BYTES, TILES, TILE_BYTES = 273, 279, 324, 325
_PREVIEW, _PREVIEW_BYTES = 513, 514
_PIXELS = ((STRIPS, STRIP_BYTES), (TILES, TILE_BYTES), (_PREVIEW, _PREVIEW_BYTES))
_BELOW = (330, 0x8769, 0x8825, 0xA005)  # further pictures, EXIF, GPS, interoperability
_XMP, TEXT, _SHORT_BYTES = 700, 2, 8
_MAX_DIRECTORIES, _MAX_ENTRIES, _MAX_DEPTH = 200, 400, 4
_NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}

Entry = tuple[int, int, bytes]  # form, count, values
Page = dict[int, Entry]


def numbers(entry: Entry, order: str) -> tuple[int, ...]:
    """All whole numbers of an entry."""
    form, count, values = entry
    require(form in _NUMBERS)
    return struct.unpack(f"{order}{count}{_NUMBERS[form]}", values)


def number(page: Page, order: str, tag: int, absent: int = 0) -> int:
    """The first number of an entry."""
    if tag not in page:
        return absent
    found = numbers(page[tag], order)
    require(found)
    return found[0]


@dataclass(slots=True)
class Directories:
    """All directories of a file.

    Attributes:
        pages: Those of the pictures that follow each other.
        words: Where directories and their values lie; values may be shared.
        pixels: Where strips, tiles and previews lie.
        texts: All that is said in letters, but for very short ones.
    """

    content: bytes
    order: str
    pages: list[Page] = field(default_factory=list)
    words: list[Span] = field(default_factory=list)
    pixels: list[Span] = field(default_factory=list)
    texts: set[bytes] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Read all of them.

        Raises:
            CannotStripError: If anything is odd, or if some bytes have no use or several.
        """
        (at,) = struct.unpack_from(self.order + "I", self.content, 4)
        while at:
            page, at = self.directory(at)
            self.pages.append(page)
        spans = [*set(self.words), *self.pixels]
        require_accounted(self.content, 8, len(self.content), spans)

    def directory(self, at: int, depth: int = 0) -> tuple[Page, int]:
        """A directory and those below it; and where the next one lies."""
        require(at not in self._seen and len(self._seen) < _MAX_DIRECTORIES and depth < _MAX_DEPTH)
        self._seen.add(at)
        (count,) = struct.unpack_from(self.order + "H", self.content, at)
        require(count <= _MAX_ENTRIES)
        end = at + 2 + 12 * count
        page = dict(self._entry(start) for start in range(at + 2, end, 12))
        require(list(page) == sorted(page) and len(page) == count)
        (following,) = struct.unpack_from(self.order + "I", self.content, end)
        self.words.append((at, end + 4))
        self._note_pixels(page)
        for tag in set(_BELOW) & set(page):
            for place in numbers(page[tag], self.order):
                self.directory(place, depth + 1)
        return page, following

    def _entry(self, start: int) -> tuple[int, Entry]:
        head = struct.unpack_from(self.order + "HHI4s", self.content, start)
        tag, form, length, values = head
        require(form in BYTES_OF)
        size = BYTES_OF[form] * length
        values = values[:size]
        if size > 4:
            (at,) = struct.unpack_from(self.order + "I", self.content, start + 8)
            values = piece(self.content, at, size)
            self.words.append((at, at + size))
        require(form != TEXT or values[-1:] in (b"\0", b""))
        if form == TEXT and len(values) > _SHORT_BYTES:
            self.texts.add(values)
        if tag == _XMP:
            require_whole_xmp(values)
        return tag, (form, length, values)

    def _note_pixels(self, page: Page) -> None:
        for places, lengths in _PIXELS:
            if places in page:
                require(lengths in page)
                starts, sizes = (numbers(page[tag], self.order) for tag in (places, lengths))
                require(len(starts) == len(sizes))
                self.pixels += [(at, at + size) for at, size in zip(starts, sizes, strict=True)]
