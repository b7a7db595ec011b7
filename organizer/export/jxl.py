"""JPEG XL files without what they tell: the coded picture, in a container of our own."""

from __future__ import annotations

import struct

from organizer.export.intact import require_no_words, require_whole_exif, require_whole_xmp
from organizer.export.iso_boxes import Box, box, boxes
from organizer.export.parts import require

CODESTREAM = b"\xff\x0a"
CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
_HEAD = CONTAINER + box(b"ftyp", b"jxl \0\0\0\0jxl ")
# what may be there and goes; jbrd holds the metadata of the JPEG that the file was made of
_LEFT_OUT = frozenset((b"Exif", b"xml ", b"jumb", b"brob", b"jbrd", b"jxli", b"jhgm"))
_LAST = 1 << 31


def strip_jxl(content: bytes, exif: bytes) -> bytes:
    """The codestream, which also tells the orientation, and *exif*.

    Raises:
        CannotStripError: If there is anything in the file that is not known.
    """
    level, stream = b"", content
    if content.startswith(CONTAINER):
        level, stream = _picture(content)
    require(stream.startswith(CODESTREAM))
    require_no_words(stream)
    told = box(b"Exif", struct.pack(">I", 0) + exif)
    return _HEAD + level + told + box(b"jxlc", stream)


def _picture(content: bytes) -> tuple[bytes, bytes]:
    """The box of the level, if there is one, and the codestream."""
    found = boxes(content, 0, len(content))
    require([one.kind for one in found[:2]] == [b"JXL ", b"ftyp"])
    level = b""
    parts: list[tuple[bytes, bytes]] = []
    for one in found[2:]:
        body = content[one.body : one.end]
        if one.kind == b"jxll":
            require(not level and not parts and len(body) == 1)
            level = box(b"jxll", body)
        elif one.kind in (b"jxlc", b"jxlp"):
            parts.append((one.kind, body))
        else:
            _require_whole(one, body)
    return level, _joined(parts)


def _require_whole(one: Box, body: bytes) -> None:
    """Refuse what is unknown, or is not what it is called."""
    require(one.kind in _LEFT_OUT)
    if one.kind == b"Exif":
        require_whole_exif(body[4 + int.from_bytes(body[:4]) :])
    elif one.kind == b"xml ":
        require_whole_xmp(body)


def _joined(parts: list[tuple[bytes, bytes]]) -> bytes:
    """One whole codestream, or its numbered parts in their order."""
    if [kind for kind, _body in parts] == [b"jxlc"]:
        return parts[0][1]
    require(parts and all(kind == b"jxlp" for kind, _body in parts))
    numbers = [int.from_bytes(body[:4]) for _kind, body in parts]
    require(numbers == [*range(len(parts) - 1), len(parts) - 1 | _LAST])
    return b"".join(body[4:] for _kind, body in parts)
