"""TIFF files without what they tell: written anew with the same strips or tiles."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from organizer.export.intact import is_profile
from organizer.export.parts import piece, require
from organizer.export.tiff_directories import (
    STRIP_BYTES,
    STRIPS,
    TEXT,
    TILE_BYTES,
    TILES,
    Directories,
    Page,
    number,
    numbers,
)
from organizer.export.tiff_strips import require_fitting

_SUBFILE, _COMPRESSION, _PHOTOMETRIC, _ORIENTATION, _EXIF = 254, 259, 262, 274, 0x8769
_PROFILE, _ANYTHING = 34675, 7
# what describes pixels and their colours (TIFF 6, and 34675: the colour profile)
_KEPT = frozenset(
    {
        *(256, 257, 258, _COMPRESSION, _PHOTOMETRIC, 263, 266, 277, 278, 280, 281, 282, 283, 284),
        *(290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 322, 323, 332, 334, 336, 338, 339),
        *(340, 341, 529, 530, 531, 532, _PROFILE),
    }
)
# without those whose strips are whole JPEGs, which may tell things themselves
_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, 8, 32773, 32946, 34925, 50000})
_PHOTOMETRICS = frozenset({0, 1, 2, 3, 4, 5, 6, 8, 9, 10})
_REDUCED = 1


def strip_tiff(content: bytes, exif: bytes, *, orientation: int) -> bytes:
    """The pictures of a TIFF file; reduced copies of them go.

    Args:
        exif: A TIFF block whose EXIF directory is taken over, for the capture time.

    Raises:
        CannotStripError: For RAW files, BigTIFF, JPEG inside, and what is not well formed.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(content[:4], "")
    require(order and content[8:10] != b"CR")
    found = Directories(content, order)
    found.read()
    whole = [page for page in found.pages if not number(page, order, _SUBFILE) & _REDUCED]
    require(whole)
    made = _Making(order, bytearray(content[:4] + b"\0\0\0\0"), found.texts)
    link = 4
    for place, page in enumerate(whole):
        kept = _kept(page, order, content, made)
        turned = orientation if place == 0 else number(page, order, _ORIENTATION) or 1
        kept[_ORIENTATION] = (3, 1, struct.pack(order + "H", min(turned, 8)))
        if place == 0:
            at = _add_exif(made, exif)
            if at:
                kept[_EXIF] = (4, 1, struct.pack(order + "I", at))
        link = made.add_directory(kept, link)
    return bytes(made.content)


def _kept(page: Page, order: str, content: bytes, made: _Making) -> Page:
    require(number(page, order, _COMPRESSION, 1) in _COMPRESSIONS)
    require(_PHOTOMETRIC in page and number(page, order, _PHOTOMETRIC) in _PHOTOMETRICS)
    kept = {tag: entry for tag, entry in page.items() if tag in _KEPT}
    require(_PROFILE not in kept or is_profile(kept[_PROFILE][2]))
    require(all(page[tag][0] not in (TEXT, _ANYTHING) for tag in kept if tag != _PROFILE))
    places, lengths = (TILES, TILE_BYTES) if TILES in page else (STRIPS, STRIP_BYTES)
    require(places in page and lengths in page)
    starts, sizes = numbers(page[places], order), numbers(page[lengths], order)
    strips = [piece(content, at, size) for at, size in zip(starts, sizes, strict=True)]
    require_fitting(page, order, strips)
    # damage may have doubled what is told, into the picture
    require(not any(text in strip for text in made.texts for strip in strips))
    moved = [made.add(strip) for strip in strips]
    kept[places] = (4, len(moved), struct.pack(f"{order}{len(moved)}I", *moved))
    kept[lengths] = (4, len(sizes), struct.pack(f"{order}{len(sizes)}I", *sizes))
    return kept


def _add_exif(made: _Making, exif: bytes) -> int:
    """Where the EXIF directory of a block now lies; 0 if the block has none."""
    order = "<" if exif[:2] == b"II" else ">"
    (at,) = struct.unpack_from(order + "I", exif, 4)
    first, _next = Directories(exif, order).directory(at)
    if _EXIF not in first:
        return 0
    entries, _next = Directories(exif, order).directory(number(first, order, _EXIF))
    texts = {tag: entry for tag, entry in entries.items() if entry[0] == 2}
    return made.add(b"", directory=texts)


@dataclass(slots=True)
class _Making:
    """A TIFF file that grows; none of *texts* may come into it."""

    order: str
    content: bytearray
    texts: set[bytes]

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
