"""HEIC and AVIF files without what they tell: the primary picture, coded as it was, in a new file.

Kept are the primary item, what it is put together of, how transparent it is, and the properties
that say how to show them. Everything else has no way into the copy: EXIF, XMP, thumbnails, depth
maps, further pictures, clips, and whatever lies between or behind.
"""

from __future__ import annotations

import struct

from organizer.export.coded import av1_picture, hevc_picture
from organizer.export.heif_items import Items, Reference, is_alpha, read_items
from organizer.export.heif_properties import KNOWN, stripped_property
from organizer.export.heif_uses import require_known_uses
from organizer.export.iso_boxes import Box, box, full_box, leading_boxes, only
from organizer.export.parts import piece, require

_PICTURES = frozenset((b"hvc1", b"av01", b"grid", b"iovl"))
_BRANDS = frozenset(
    b"mif1 mif2 mif3 heic heix heim heis hevc hevx msf1 miaf MiHB MiHE MiHA MiPr avif avis MA1A"
    b" MA1B tmap 1pic".split()
)
_ESSENTIAL = 0x8000
_MAX_DEPTH = 4


def strip_heif(content: bytes, exif: bytes | None) -> bytes:
    """The primary picture, coded as it was, and *exif*.

    Raises:
        CannotStripError: For sequences and for whatever is not as it was once written.
    """
    top = leading_boxes(content)
    require(all(one.kind != b"moov" for one in top))
    brands = _brands(content, only(top, b"ftyp"))
    items = read_items(content, only(top, b"meta"))
    require_known_uses(content, top, items)
    kept = _kept(content, items)
    require(sum(size for item in kept for _at, size in items.places.get(item, ())) <= len(content))
    bodies = {item: _body(content, items, item) for item in kept}
    if exif is not None:
        new = max(items.kinds) + 1
        require(new < 1 << 16)
        bodies[new] = struct.pack(">I", 6) + b"Exif\0\0" + exif
    meta = _meta(content, items, kept, bodies, 0)  # its size does not depend on the offsets
    meta = _meta(content, items, kept, bodies, len(brands) + len(meta) + 8)
    return brands + meta + box(b"mdat", b"".join(bodies.values()))


def _brands(content: bytes, ftyp: Box) -> bytes:
    """What readers go by, and no other words."""
    body = content[ftyp.body : ftyp.end]
    named = [body[at : at + 4] for at in range(8, len(body), 4)]
    require(body[:4] in _BRANDS)
    kept = [brand for brand in dict.fromkeys(named) if brand in _BRANDS]
    return box(b"ftyp", body[:4] + b"\0\0\0\0" + b"".join(kept))


def _kept(content: bytes, items: Items) -> list[int]:
    kept = _with_parts(items, [items.primary])
    alphas = [
        from_
        for kind, from_, to in items.references
        if kind == b"auxl" and set(to) & set(kept) and is_alpha(content, items, from_)
    ]
    kept = _with_parts(items, [*kept, *alphas])
    require(all(items.kinds.get(item, (b"",))[0] in _PICTURES for item in kept))
    require(max(kept) < 1 << 16)
    return kept


def _with_parts(items: Items, wanted: list[int]) -> list[int]:
    """The items and those that they are put together of, in the order of their numbers."""
    found = set(wanted)
    for _ in range(_MAX_DEPTH):
        found |= {
            part
            for kind, from_, to in items.references
            for part in to
            if kind == b"dimg" and from_ in found
        }
    return sorted(found)


def _body(content: bytes, items: Items, item: int) -> bytes:
    """What an item holds, as far as it is needed for its picture."""
    pieces, kind = items.places.get(item, []), items.kinds[item][0]
    require(pieces and all(size for _at, size in pieces))
    body = b"".join(piece(content, at, size) for at, size in pieces)
    if kind in (b"grid", b"iovl"):
        require(len(body) == _plan_bytes(body, _part_count(items, item), kind))
        return body
    has_layers = any(one.kind in (b"a1lx", b"lsel") for one in _used(items, item))
    if kind == b"hvc1":
        config = only(_used(items, item), b"hvcC")
        made = hevc_picture(body, content[config.body : config.end])
    else:
        made = av1_picture(body)
    require(made == body or not has_layers)  # layers are told by their lengths
    return made


def _plan_bytes(body: bytes, parts: int, kind: bytes) -> int:
    """How long the plan of a picture made of others is (ISO 23008-12, 6.6.2)."""
    number = 4 if body[1] & 1 else 2
    if kind == b"grid":
        require(parts == (body[2] + 1) * (body[3] + 1))
        return 4 + 2 * number
    return 10 + 2 * number * (1 + parts)


def _part_count(items: Items, item: int) -> int:
    return sum(len(to) for kind, from_, to in items.references if (kind, from_) == (b"dimg", item))


def _used(items: Items, item: int) -> list[Box]:
    numbers = [index & 0x7FFF for index in items.uses.get(item, ())]
    return [items.properties[at - 1] for at in numbers if 0 < at <= len(items.properties)]


def _meta(
    content: bytes, items: Items, kept: list[int], bodies: dict[int, bytes], start: int
) -> bytes:
    return full_box(
        b"meta",
        0,
        0,
        full_box(b"hdlr", 0, 0, b"\0\0\0\0pict" + b"\0" * 13)
        + full_box(b"pitm", 0, 0, struct.pack(">H", items.primary))
        + _iloc(bodies, start)
        + _iinf(items, bodies)
        + _iref(items, kept, bodies)
        + _iprp(content, items, kept),
    )


def _iloc(bodies: dict[int, bytes], start: int) -> bytes:
    entries = [struct.pack(">HH", 0x4400, len(bodies))]
    for item, body in bodies.items():
        require(start + len(body) < 1 << 32)
        entries.append(struct.pack(">HHHII", item, 0, 1, start, len(body)))
        start += len(body)
    return full_box(b"iloc", 0, 0, b"".join(entries))


def _iinf(items: Items, bodies: dict[int, bytes]) -> bytes:
    entries = []
    for item in bodies:
        kind, flags = items.kinds.get(item, (b"Exif", 1))
        entries.append(full_box(b"infe", 2, flags, struct.pack(">HH4sB", item, 0, kind, 0)))
    return full_box(b"iinf", 0, 0, struct.pack(">H", len(entries)) + b"".join(entries))


def _iref(items: Items, kept: list[int], bodies: dict[int, bytes]) -> bytes:
    references: list[Reference] = [
        (kind, from_, to)
        for kind, from_, to in items.references
        if kind in (b"dimg", b"auxl", b"prem") and {from_, *to} <= set(kept)
    ]
    references += [(b"cdsc", item, (items.primary,)) for item in bodies if item not in kept]
    packed = [
        box(kind, struct.pack(f">HH{len(to)}H", from_, len(to), *to))
        for kind, from_, to in references
    ]
    return full_box(b"iref", 0, 0, b"".join(packed)) if packed else b""


def _iprp(content: bytes, items: Items, kept: list[int]) -> bytes:
    used = {index & 0x7FFF for item in kept for index in items.uses.get(item, ())}
    listed = []
    for number, one in enumerate(items.properties, start=1):  # their places stay
        is_kept = number in used and one.kind in KNOWN
        listed.append(stripped_property(content, one) if is_kept else box(b"free", b""))
    entries = [struct.pack(">I", len(kept))]
    for item in kept:
        indexes = [index for index in items.uses.get(item, ()) if _is_kept(items, index)]
        require(len(indexes) < 256)
        entries.append(struct.pack(f">HB{len(indexes)}H", item, len(indexes), *indexes))
    return box(b"iprp", box(b"ipco", b"".join(listed)) + full_box(b"ipma", 0, 1, b"".join(entries)))


def _is_kept(items: Items, index: int) -> bool:
    number = index & 0x7FFF
    require(number <= len(items.properties))
    is_known = number > 0 and items.properties[number - 1].kind in KNOWN
    require(is_known or not index & _ESSENTIAL)
    return is_known
