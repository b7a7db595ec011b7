"""What the directory of a HEIC or AVIF file says: items, where they lie, what belongs to what."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from organizer.export.iso_boxes import Box, boxes, only
from organizer.export.parts import piece, require

_MAX_ITEMS, _MAX_IDS = 5_000, 50_000
ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")

Reference = tuple[bytes, int, tuple[int, ...]]  # kind, from, to


@dataclass(frozen=True, slots=True)
class Items:
    """The directory of a file.

    Attributes:
        kinds: Kind and flags of each item.
        places: Offset and length of the pieces of each item, in the file.
        properties: Each with its box; an item names them by place in this list, from 1.
        uses: Which properties each item has, the highest bit of 16 says that one is essential.
        stored: The box within the directory that holds small items.
    """

    primary: int
    kinds: dict[int, tuple[bytes, int]]
    places: dict[int, list[tuple[int, int]]]
    references: list[Reference]
    properties: list[Box]
    uses: dict[int, list[int]]
    stored: list[Box]


def read_items(content: bytes, meta: Box) -> Items:
    """Read the directory.

    Raises:
        CannotStripError: If it is odd in any way.
    """
    found = boxes(content, meta.body + 4, meta.end)
    properties = boxes_of(content, only(found, b"iprp"))
    stored = [one for one in found if one.kind == b"idat"]
    pitm = only(found, b"pitm")
    form = ">I" if content[pitm.body] else ">H"
    return Items(
        primary=struct.unpack_from(form, content, pitm.body + 4)[0],
        kinds=_kinds(content, only(found, b"iinf")),
        places=_places(content, only(found, b"iloc"), stored[0].body if stored else None),
        references=[
            one for box in found if box.kind == b"iref" for one in _references(content, box)
        ],
        properties=boxes_of(content, only(properties, b"ipco")),
        uses=_uses(content, [one for one in properties if one.kind == b"ipma"]),
        stored=stored,
    )


def boxes_of(content: bytes, box: Box) -> list[Box]:
    """The boxes inside a plain one."""
    return boxes(content, box.body, box.end)


def is_alpha(content: bytes, items: Items, item: int) -> bool:
    """Whether an item says how transparent another one is."""
    for index in items.uses.get(item, ()):
        number = index & 0x7FFF
        if 0 < number <= len(items.properties):
            box = items.properties[number - 1]
            if box.kind == b"auxC" and content[box.body + 4 : box.end].startswith(ALPHA):
                return True
    return False


class _Reader:
    """Numbers one after another."""

    def __init__(self, content: bytes, box: Box) -> None:
        self._content, self._at, self._end = content, box.body + 4, box.end
        self.version = content[box.body]
        self.flags = int.from_bytes(content[box.body + 1 : box.body + 4])

    def number(self, size: int) -> int:
        require(self._at + size <= self._end)
        value = int.from_bytes(piece(self._content, self._at, size))
        self._at += size
        return value


def _kinds(content: bytes, iinf: Box) -> dict[int, tuple[bytes, int]]:
    head = 6 if content[iinf.body] == 0 else 8
    found = boxes(content, iinf.body + head, iinf.end)
    require(len(found) <= _MAX_ITEMS)
    kinds: dict[int, tuple[bytes, int]] = {}
    for box in found:
        reader = _Reader(content, box)
        require(box.kind == b"infe" and reader.version in (2, 3))
        item = reader.number(2 if reader.version == 2 else 4)
        protected = reader.number(2)
        kind = reader.number(4).to_bytes(4)
        require(not protected and item not in kinds)
        kinds[item] = (kind, reader.flags & 1)
    return kinds


def _places(content: bytes, iloc: Box, idat: int | None) -> dict[int, list[tuple[int, int]]]:
    reader = _Reader(content, iloc)
    require(reader.version <= 2)
    sizes = reader.number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    id_bytes = 4 if reader.version == 2 else 2
    places: dict[int, list[tuple[int, int]]] = {}
    for _ in range(reader.number(id_bytes)):
        item = reader.number(id_bytes)
        method = reader.number(2) & 15 if reader.version else 0
        elsewhere = reader.number(2)
        start = reader.number(base)
        pieces = []
        for _ in range(reader.number(2)):
            if reader.version and index:
                reader.number(index)
            pieces.append((start + reader.number(offset), reader.number(length)))
            require(sum(map(len, places.values())) + len(pieces) <= _MAX_IDS)
        if method == 1 and idat is not None:
            pieces = [(idat + at, size) for at, size in pieces]
        is_here = not elsewhere and (method == 0 or (method == 1 and idat is not None))
        places[item] = pieces if is_here else []
    return places


def _references(content: bytes, iref: Box) -> list[Reference]:
    size = 4 if content[iref.body] else 2
    found: list[Reference] = []
    count = 0
    for box in boxes(content, iref.body + 4, iref.end):
        ids = struct.unpack_from(">I" if size == 4 else ">H", content, box.body)
        (length,) = struct.unpack_from(">H", content, box.body + size)
        count += length
        require(count <= _MAX_IDS)
        body = piece(content, box.body + size + 2, size * length)
        to = struct.unpack(f">{length}{'I' if size == 4 else 'H'}", body)
        found.append((box.kind, ids[0], to))
    return found


def _uses(content: bytes, found: list[Box]) -> dict[int, list[int]]:
    uses: dict[int, list[int]] = {}
    for box in found:
        reader = _Reader(content, box)
        for _ in range(reader.number(4)):
            item = reader.number(4 if reader.version else 2)
            listed = uses.setdefault(item, [])
            for _ in range(reader.number(1)):
                if reader.flags & 1:
                    listed.append(reader.number(2))
                else:
                    number = reader.number(1)
                    listed.append((number & 0x80) << 8 | number & 0x7F)
    return uses
