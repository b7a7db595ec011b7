"""Whether each byte of a HEIC or AVIF file has one use, and one that is known."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from organizer.export.heif_items import Items
from organizer.export.intact import (
    Span,
    require_accounted,
    require_whole_exif,
    require_whole_xmp,
)
from organizer.export.iso_boxes import Box
from organizer.export.parts import piece, require

_TOP = frozenset(b"ftyp meta mdat free skip wide uuid mpvd sefd".split())
# coded pictures of which several items may be made
_SHARED = (b"hvc1", b"av01")


def require_known_uses(content: bytes, top: list[Box], items: Items) -> None:
    """Refuse a file with anything odd: boxes, items within others, bytes that belong to none.

    Raises:
        CannotStripError: If there is any.
    """
    require(top and top[-1].end == len(content) and {one.kind for one in top} <= _TOP)
    require(set(items.places) <= set(items.kinds) and len(items.stored) <= 1)
    stores = [one for one in top if one.kind == b"mdat"] + items.stored
    spans = _spans(items)
    require(all(any(one.body <= a and b <= one.end for one in stores) for a, b in spans))
    for store in stores:
        within = [(a, b) for a, b in spans if store.body <= a < store.end]
        require_accounted(content, store.body, store.end, within)
    for item, (kind, _flags) in items.kinds.items():
        body = b"".join(piece(content, at, size) for at, size in items.places.get(item, ()))
        if kind == b"Exif":
            require_whole_exif(body[4 + int.from_bytes(body[:4]) :])
        elif kind == b"mime":
            require_whole_xmp(body)


def _spans(items: Items) -> list[Span]:
    """Where items lie, in order; those of two pictures may be the same."""
    counts: Counter[tuple[Span, bool]] = Counter()
    for item, pieces in items.places.items():
        is_shared = items.kinds[item][0] in _SHARED
        for at, size in pieces:
            require(size > 0)
            counts[(at, at + size), is_shared] += 1
    require(all(count == 1 or is_shared for (_span, is_shared), count in counts.items()))
    spans = sorted(span for span, _is_shared in counts)
    require(all(end <= later for (_, end), (later, _) in pairwise(spans)))
    return spans
