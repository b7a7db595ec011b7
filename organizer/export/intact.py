"""Signs that a file is not as it was written: then what it tells may lie where its picture should.

Pictures are copied only from files in which everything is where it belongs. Of a damaged one even
the parts that say where the picture lies may be wrong, so it is encoded anew.
"""

from __future__ import annotations

import struct

from organizer.export.parts import piece, require

# bytes that nothing accounts for and that may be there all the same: padding of odd encoders
MAX_ODD_BYTES = 15
_PRINTABLE = bytes(32 <= byte < 127 for byte in range(256))
_WORDS_LETTERS, _WORDS_DIFFERENT = 32, 8
_MARKS = (b"Exif\0\0", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"xmpmeta", b"<rdf:", b"8BIM\x04")
_MAX_PROFILE_BYTES, _TIFF_HEAD_BYTES = 4 << 20, 8
_BYTES_OF = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
Span = tuple[int, int]  # from, to


def require_no_words(stream: bytes) -> None:
    """Refuse a coded picture in which words or EXIF lie; few have them by chance.

    Raises:
        CannotStripError: If there are any.
    """
    require(not any(mark in stream for mark in _MARKS))
    is_letter = stream.translate(_PRINTABLE)
    at = is_letter.find(b"\1" * _WORDS_LETTERS)
    while at >= 0:  # flat areas may repeat few letters
        require(len(set(stream[at : at + _WORDS_LETTERS])) < _WORDS_DIFFERENT)
        at = is_letter.find(b"\1" * _WORDS_LETTERS, at + _WORDS_LETTERS // 2)


def require_whole_exif(block: bytes) -> None:
    """Refuse EXIF that does not begin as such, or whose first values lie outside of it.

    Raises:
        CannotStripError: If it is odd.
    """
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4], "")
    require(order)
    (at,) = struct.unpack_from(order + "I", block, 4)
    (count,) = struct.unpack_from(order + "H", block, at)
    for start in range(at + 2, at + 2 + 12 * count, 12):
        _tag, form, length, place = struct.unpack_from(order + "HHII", block, start)
        require(form in _BYTES_OF)
        if _BYTES_OF[form] * length > 4:
            piece(block, place, _BYTES_OF[form] * length)


def require_whole_xmp(text: bytes) -> None:
    """Refuse XMP that does not begin and end as XML does.

    Raises:
        CannotStripError: If it is odd.
    """
    bare = text.removeprefix(b"\xef\xbb\xbf").strip(b"\0 \t\r\n")
    require(bare.startswith(b"<") and bare.endswith(b">"))


def require_accounted(content: bytes, start: int, end: int, spans: list[Span]) -> None:
    """Refuse a stretch in which *spans* lie in one another, or outside, or leave anything over.

    Raises:
        CannotStripError: If there is more than padding between them.
    """
    odd = 0
    for one, other in [*sorted(spans), (end, end)]:
        require(start <= one <= other <= end)
        odd += _odd_bytes(content, start, one)
        start = other
    require(odd <= MAX_ODD_BYTES)


def _odd_bytes(content: bytes, start: int, end: int) -> int:
    """How many bytes of a gap are neither zeros nor a head that Pillow leaves before each page."""
    rest = content[start:end].strip(b"\0")
    is_head = rest[:3] in (b"II*", b"MM\0") and len(rest) <= _TIFF_HEAD_BYTES
    return 0 if not rest or is_head else end - start


def is_profile(profile: bytes) -> bool:
    """Whether it is a colour profile of its own length (ICC.1, 7.2)."""
    is_long = 128 <= len(profile) <= _MAX_PROFILE_BYTES
    return is_long and profile[36:40] == b"acsp" and int.from_bytes(profile[:4]) == len(profile)
