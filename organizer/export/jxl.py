"""JPEG XL files without what they tell."""

from __future__ import annotations

import struct

from organizer.export.iso_boxes import box, leading_boxes
from organizer.export.parts import require

CODESTREAM = b"\xff\x0a"
CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
# not jbrd: it holds the metadata of the JPEG that the file was made of
_KEPT = frozenset((b"JXL ", b"ftyp", b"jxll", b"jxlc", b"jxlp", b"jxli"))


def strip_jxl(content: bytes, exif: bytes) -> bytes:
    """The codestream in a container of our own; the orientation lies in the codestream."""
    if content.startswith(CODESTREAM):
        head = CONTAINER + box(b"ftyp", b"jxl \0\0\0\0jxl ")
        return head + _exif(exif) + box(b"jxlc", content)
    found = [one for one in leading_boxes(content) if one.kind in _KEPT]
    require({one.kind for one in found} & {b"jxlc", b"jxlp"})
    return b"".join(
        content[one.start : one.end]
        if struct.unpack_from(">I", content, one.start)[0] != 0
        else box(one.kind, content[one.body : one.end])
        for one in found
    ) + _exif(exif)


def _exif(exif: bytes) -> bytes:
    return box(b"Exif", struct.pack(">I", 0) + exif)
