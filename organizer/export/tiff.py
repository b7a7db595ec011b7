"""TIFF files without what they tell: written anew with the same strips or tiles."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from organizer.export.parts import piece, require

_SUBFILE, _COMPRESSION, _PHOTOMETRIC, _ORIENTATION, _EXIF = 254, 259, 262, 274, 0x8769
_STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES = 273, 279, 324, 325
# what describes pixels and their colours (TIFF 6, and 34675: the colour profile)
_KEPT = frozenset(
    {
        *(256, 257, 258, _COMPRESSION, _PHOTOMETRIC, 263, 266, 277, 278, 280, 281, 282, 283, 284),
        *(290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 322, 323, 332, 334, 336, 338, 339),
        *(340, 341, 529, 530, 531, 532, 34675),
    }
)
# without those whose strips are whole JPEGs, which may tell things themselves
_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, 8, 32773, 32946, 34925, 50000})
_PHOTOMETRICS = frozenset({0, 1, 2, 3, 4, 5, 6, 8, 9, 10})
_BYTES_OF = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_REDUCED, _MAX_PAGES, _MAX_ENTRIES = 1, 64, 400

Entry = tuple[int, int, bytes]  # form, count, values
Page = dict[int, Entry]


def strip_tiff(content: bytes, exif: bytes, *, orientation: int) -> bytes:
    """The pictures of a TIFF file; reduced copies of them go.

    Args:
        exif: A TIFF block whose EXIF directory is taken over, for the capture time.

    Raises:
        CannotStripError: For RAW files, BigTIFF, JPEG inside, and what is not well formed.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(content[:4], "")
    require(order and content[8:10] != b"CR")
    pages = _pages(content, order)
    whole = [page for page in pages if not _number(page, order, _SUBFILE) & _REDUCED]
    require(whole)
    made = _Making(order, bytearray(content[:4] + b"\0\0\0\0"))
    link = 4
    for number, page in enumerate(whole):
        kept = _kept(page, order, content, made)
        turned = orientation if number == 0 else _number(page, order, _ORIENTATION) or 1
        kept[_ORIENTATION] = (3, 1, struct.pack(order + "H", min(turned, 8)))
        if number == 0:
            at = _add_exif(made, exif)
            if at:
                kept[_EXIF] = (4, 1, struct.pack(order + "I", at))
        link = made.add_directory(kept, link)
    return bytes(made.content)


def _kept(page: Page, order: str, content: bytes, made: _Making) -> Page:
    require(_number(page, order, _COMPRESSION) in _COMPRESSIONS)
    require(_PHOTOMETRIC in page and _number(page, order, _PHOTOMETRIC) in _PHOTOMETRICS)
    kept = {tag: entry for tag, entry in page.items() if tag in _KEPT}
    places, lengths = (_TILES, _TILE_BYTES) if _TILES in page else (_STRIPS, _STRIP_BYTES)
    require(places in page and lengths in page)
    starts, sizes = _numbers(page[places], order), _numbers(page[lengths], order)
    require(len(starts) == len(sizes) and sum(sizes) <= len(content))
    moved = [made.add(piece(content, at, size)) for at, size in zip(starts, sizes, strict=True)]
    kept[places] = (4, len(moved), struct.pack(f"{order}{len(moved)}I", *moved))
    kept[lengths] = (4, len(sizes), struct.pack(f"{order}{len(sizes)}I", *sizes))
    return kept


def _add_exif(made: _Making, exif: bytes) -> int:
    """Where the EXIF directory of a block now lies; 0 if the block has none."""
    order = "<" if exif[:2] == b"II" else ">"
    first, _next = _directory(exif, order, struct.unpack_from(order + "I", exif, 4)[0])
    if _EXIF not in first:
        return 0
    entries, _next = _directory(exif, order, _number(first, order, _EXIF))
    texts = {tag: entry for tag, entry in entries.items() if entry[0] == 2}
    return made.add(b"", directory=texts)


def _pages(content: bytes, order: str) -> list[Page]:
    (at,) = struct.unpack_from(order + "I", content, 4)
    found: list[Page] = []
    seen: set[int] = set()
    while at:
        require(at not in seen and len(found) < _MAX_PAGES)
        seen.add(at)
        page, at = _directory(content, order, at)
        found.append(page)
    return found


def _directory(content: bytes, order: str, at: int) -> tuple[Page, int]:
    (count,) = struct.unpack_from(order + "H", content, at)
    require(count <= _MAX_ENTRIES)
    page: Page = {}
    for start in range(at + 2, at + 2 + 12 * count, 12):
        tag, form, length, value = struct.unpack_from(order + "HHI4s", content, start)
        if tag not in _KEPT | {_SUBFILE, _STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES} and not (
            tag == _EXIF or 0x9003 <= tag <= 0x9004
        ):
            continue
        require(form in _BYTES_OF)
        size = _BYTES_OF[form] * length
        values = value[:size]
        if size > 4:
            values = piece(content, struct.unpack(order + "I", value)[0], size)
        page[tag] = (form, length, values)
    (following,) = struct.unpack_from(order + "I", content, at + 2 + 12 * count)
    return page, following


def _numbers(entry: Entry, order: str) -> tuple[int, ...]:
    form, count, values = entry
    require(form in (1, 3, 4))
    return struct.unpack(f"{order}{count}{'BHI'[(1, 3, 4).index(form)]}", values)


def _number(page: Page, order: str, tag: int) -> int:
    """The first number of an entry; of an absent one what TIFF takes for it."""
    if tag not in page:
        return 1 if tag == _COMPRESSION else 0
    numbers = _numbers(page[tag], order)
    require(numbers)
    return numbers[0]


@dataclass(slots=True)
class _Making:
    """A TIFF file that grows."""

    order: str
    content: bytearray

    def add(self, body: bytes, *, directory: Page | None = None) -> int:
        """Append *body*, or a directory, at an even place; returns where."""
        if directory is not None:
            body = self._packed(directory)
        self.content += b"\0" * (len(self.content) % 2)
        at = len(self.content)
        self.content += body
        return at

    def add_directory(self, page: Page, link: int) -> int:
        """Append the directory of a page and link it; returns where the next link goes."""
        at = self.add(b"", directory=page)
        struct.pack_into(self.order + "I", self.content, link, at)
        return at + 2 + 12 * len(page)

    def _packed(self, page: Page) -> bytes:
        entries = []
        for tag, (form, count, values) in sorted(page.items()):
            inline = values.ljust(4, b"\0")
            if len(values) > 4:
                inline = struct.pack(self.order + "I", self.add(values))
            entries.append(struct.pack(self.order + "HHI4s", tag, form, count, inline))
        head = struct.pack(self.order + "H", len(entries))
        return head + b"".join(entries) + b"\0\0\0\0"
