"""GIF files without what they tell: their frames and timing are kept, comments and XMP go."""

from __future__ import annotations

import re
import struct

from organizer.export.intact import is_profile, require_no_words
from organizer.export.parts import CannotStripError, piece, require

_FRAME, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS, _PROFILE = (b"NETSCAPE2.0", b"ANIMEXTS1.0"), b"ICCRGBG1012"
_MAX_CODE_BITS, _MAX_REST_BYTES = 12, 1
# a comment or XMP within colours or pixels: there by damage
_WORDS = re.compile(rb"!\xfe.[ -~]{4}|!\xff\x0b[ -~]{11}", re.DOTALL)


def strip_gif(content: bytes) -> bytes:
    """A GIF file with its frames and their timing.

    Raises:
        CannotStripError: If a part is odd or a frame has more or fewer pixels than it says.
    """
    position = 13 + _palette_bytes(content[10])
    kept = [piece(content, 0, position)]
    while content[position] != _END:
        start = position
        if content[position] == _FRAME:
            position = _frame_end(content, position)
            kept.append(content[start:position])
            continue
        require(content[position] == _EXTENSION)
        label = content[position + 1]
        blocks, position = _blocks(content, position + 2)
        if _is_kept(label, blocks):
            kept.append(content[start:position])
    made = b"".join([*kept, b";"])
    require(not _WORDS.search(made.replace(b"!\xff\x0b" + _LOOPS[0], b"")))
    return made


def _is_kept(label: int, blocks: list[bytes]) -> bool:
    """Whether an extension says how frames are shown; those that do have a known form."""
    if label == _CONTROL:
        require([len(block) for block in blocks] == [4])
        return True
    if label != _APPLICATION or not blocks:
        return False
    if blocks[0] in _LOOPS:
        require(all(len(block) in (3, 5) and block[0] & 7 in (1, 2) for block in blocks[1:]))
        return True
    if blocks[0] == _PROFILE:
        require(is_profile(b"".join(blocks[1:])))
        return True
    return False


def _palette_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, position: int) -> tuple[list[bytes], int]:
    """The sub-blocks that begin at *position*, and where they end."""
    found = []
    while content[position]:
        found.append(piece(content, position + 1, content[position]))
        position += content[position] + 1
    return found, position + 1


def _frame_end(content: bytes, position: int) -> int:
    width, height, flags = struct.unpack_from("<HHB", content, position + 5)
    position += 10 + _palette_bytes(flags)
    blocks, end = _blocks(content, position + 1)
    coded = b"".join(blocks)
    _require_pixels(coded, content[position], width * height)
    require_no_words(coded)
    return end


def _require_pixels(coded: bytes, bits: int, count: int) -> None:
    """Refuse LZW codes that do not make *count* pixels, or go on behind them.

    Only the lengths of what codes stand for are followed. Source: GIF89a, appendix F.
    """
    require(2 <= bits <= 8 and count > 0)
    clear = 1 << bits
    lengths, size, before = [1] * clear + [0, 0], bits + 1, 0
    held = held_bits = pixels = 0
    for place, byte in enumerate(coded):
        held |= byte << held_bits
        held_bits += 8
        while held_bits >= size:
            code = held & ((1 << size) - 1)
            held >>= size
            held_bits -= size
            if code == clear:
                del lengths[clear + 2 :]
                size, before = bits + 1, 0
                continue
            if code == clear + 1:
                require(pixels == count and len(coded) - place - 1 <= _MAX_REST_BYTES)
                return
            if before and len(lengths) < 1 << _MAX_CODE_BITS:
                lengths.append(before + 1)
                if len(lengths) == 1 << size and size < _MAX_CODE_BITS:
                    size += 1
            require(code < len(lengths))
            before = lengths[code]
            pixels += before
    if pixels != count:  # some encoders leave the last code out
        raise CannotStripError
