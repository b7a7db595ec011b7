"""Clips that phones hang on to the end of a picture without a word in its metadata.

Runs in the decode workers: what is read here may be hostile, so every count is bounded.

Source: the SEF trailer as ExifTool documents it (Samsung tags), ISO/IEC 14496-12 for boxes.
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

_TRAILER, _DIRECTORY = b"SEFT", b"SEFH"
_MOTION_PHOTO = 0x0A30
_MAX_ENTRIES, _MAX_BOXES = 100, 50
_CLIP_BOX = b"mpvd"


def carries_clip(file: BinaryIO) -> bool:
    """Whether a JPEG or HEIC ends with a motion photo's clip, as Samsung and Google write it."""
    end = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(12)
    if head.startswith(b"\xff\xd8"):
        return _has_samsung_clip(file, end)
    return head[4:8] == b"ftyp" and _has_clip_box(file, end)


def _has_samsung_clip(file: BinaryIO, end: int) -> bool:
    if end < 20:
        return False
    file.seek(end - 8)
    length, sign = struct.unpack("<I4s", file.read(8))
    if sign != _TRAILER or not 12 <= length <= end - 8:
        return False
    file.seek(end - 8 - length)
    sign, _version, count = struct.unpack("<4sII", file.read(12))
    if sign != _DIRECTORY or count > _MAX_ENTRIES:
        return False
    entries = file.read(min(12 * count, length - 12))
    return any(
        kind == _MOTION_PHOTO
        for _, kind, _, _ in struct.iter_unpack("<HHII", entries[: len(entries) // 12 * 12])
    )


def _has_clip_box(file: BinaryIO, end: int) -> bool:
    at = 0
    for _ in range(_MAX_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 16:
            return False
        size, kind, long_size = struct.unpack(">I4sQ", head)
        size = long_size if size == 1 else size
        if kind == _CLIP_BOX:
            return True
        if size < 8 or at + size > end:
            return False
        at += size
    return False
