"""What an ordinary JPEG says about itself, out of its headers alone: no decoder is asked.

Pillow needs ten times as long to open a JPEG and to read its EXIF data, and in a first pass that
is nearly all there is to do. Whatever is not quite as cameras write it is left to Pillow.

Runs in the decode workers: what is read here may be hostile, so every length is checked.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, BinaryIO

from organizer.models import Metadata
from organizer.scan import exif_tags as tags
from organizer.scan.embedded import with_packet
from organizer.scan.metadata import read_exif
from organizer.scan.pictures import MAX_PIXELS

_HEAD_BYTES = 1 << 16
_MAX_SEGMENTS, _MAX_ENTRIES, _MAX_NUMBERS = 200, 200, 4
_EXIF, _XMP, _IPTC = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
_APP1, _APP13, _START_OF_SCAN = 0xE1, 0xED, 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_OTHERS = frozenset({0xC4, 0xDB, 0xDD, 0xFE, *range(0xE0, 0xF0)})
_LETTERS = {tags.SHORT: "H", tags.LONG: "I", tags.RATIONAL: "II"}

Directory = dict[int, Any]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the headers of a JPEG say, and the small JPEG that the camera put into them."""

    metadata: Metadata
    embedded: bytes = b""


class _UnusualError(Exception):
    """Something that is better left to Pillow."""


def glance(file: BinaryIO) -> Glance | None:
    """Look at the headers of a JPEG; None for any other file, and where anything is unusual.

    The metadata equals what :func:`organizer.scan.metadata.read_metadata` finds.
    """
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    if not head.startswith(b"\xff\xd8\xff"):
        return None
    try:
        return _glance(_Headers(file, head))
    except (_UnusualError, struct.error, TypeError, ValueError, OverflowError):
        return None  # whatever this reader makes of damage, Pillow has the last word


def _glance(headers: _Headers) -> Glance:
    first: Directory = {}
    sub: Directory = {}
    gps: Directory = {}
    embedded = b""
    if headers.exif:
        tiff = _Tiff(headers.exif)
        first, following = tiff.directory(tiff.start)
        sub, gps = tiff.below(first, tags.IFD_EXIF), tiff.below(first, tags.IFD_GPS)
        embedded = tiff.thumbnail(following)
    if tags.ORIENTATION not in first and b"tiff:Orientation" in headers.xmp:
        raise _UnusualError
    found = read_exif(first, sub=sub, gps=gps, size=headers.size)
    if headers.has_iptc and found.original_at is None and found.created_at is None:
        raise _UnusualError
    return Glance(with_packet(found, headers.xmp), embedded)


class _Headers:
    """The segments of a JPEG up to the picture itself."""

    def __init__(self, file: BinaryIO, head: bytes) -> None:
        self._file = file
        self._head = head
        self.size = (0, 0)
        self.exif = b""
        self.xmp = b""
        self.has_iptc = False
        self._walk()
        if not 0 < self.size[0] * self.size[1] <= MAX_PIXELS:
            raise _UnusualError

    def _walk(self) -> None:
        at = 2
        for _ in range(_MAX_SEGMENTS):
            mark, kind, length = struct.unpack(">BBH", self._bytes(at, 4))
            if mark != 0xFF or length < 2:
                raise _UnusualError
            if kind == _START_OF_SCAN:
                return
            self._take(kind, at + 4, length - 2)
            at += 2 + length
        raise _UnusualError

    def _take(self, kind: int, at: int, length: int) -> None:
        if kind in _FRAMES:
            bits, height, width, layers = struct.unpack(">BHHB", self._bytes(at, 6))
            if bits != 8 or layers not in (1, 3, 4):
                raise _UnusualError
            self.size = (width, height)
        elif kind == _APP1:
            self._take_metadata(self._bytes(at, length))
        elif kind == _APP13:
            self.has_iptc = self.has_iptc or self._bytes(at, min(length, len(_IPTC))) == _IPTC
        elif kind not in _OTHERS:
            raise _UnusualError

    def _take_metadata(self, content: bytes) -> None:
        if content.startswith(_EXIF):
            if self.exif:  # in several pieces
                raise _UnusualError
            self.exif = content[len(_EXIF) :]
        elif content.startswith(_XMP):
            if self.xmp:
                raise _UnusualError
            self.xmp = content[len(_XMP) :]

    def _bytes(self, at: int, length: int) -> bytes:
        content = self._head[at : at + length]
        if len(content) < length:
            self._file.seek(at)
            content = self._file.read(length)
            if len(content) < length:
                raise _UnusualError
        return content


@lru_cache(maxsize=64)
def _struct(form: str) -> struct.Struct:
    return struct.Struct(form)


class _Tiff:
    """The directories of an EXIF block."""

    def __init__(self, content: bytes) -> None:
        if content[:4] not in (b"II*\0", b"MM\0*"):
            raise _UnusualError
        self._content = content
        self._order = "<" if content[:1] == b"I" else ">"
        (self.start,) = self._unpack("I", 4)

    def directory(self, start: int) -> tuple[Directory, int]:
        """The wanted entries of a directory, and where the next directory begins."""
        (count,) = self._unpack("H", start)
        end = start + 2 + 12 * count
        if count > _MAX_ENTRIES or end > len(self._content):
            raise _UnusualError
        entries = _struct(self._order + "HHI4s").iter_unpack(self._content[start + 2 : end])
        found: Directory = {}
        left = len(self._content)
        for tag, form, length, inline in entries:
            size = length * tags.BYTES_OF.get(form, 0)
            left -= size
            value = inline[:size] if size <= 4 else self._elsewhere(inline, size)
            if tag in tags.USUAL_FORMS:
                if tag in found or left < 0 or size == 0:
                    raise _UnusualError
                found[tag] = self._value(tag, form, length, value)
        if left < 0:  # such a directory repeats itself, or lies
            raise _UnusualError
        following = self._unpack("I", end)[0] if end + 4 <= len(self._content) else 0
        return found, following

    def below(self, first: Directory, tag: int) -> Directory:
        """The directory that an entry of the first one points to."""
        start = first.get(tag)
        return {} if start is None else self.directory(start)[0]

    def thumbnail(self, start: int) -> bytes:
        """The small JPEG of the second directory."""
        entries = self.directory(start)[0] if start else {}
        at, length = entries.get(tags.THUMBNAIL_AT), entries.get(tags.THUMBNAIL_BYTES)
        if not isinstance(at, int) or not isinstance(length, int):
            return b""
        jpeg = self._content[at : at + length]
        return jpeg if jpeg.startswith(b"\xff\xd8\xff") else b""

    def _elsewhere(self, inline: bytes, size: int) -> bytes:
        (start,) = _struct(self._order + "I").unpack(inline)
        content = self._content[start : start + size]
        if len(content) < size:
            raise _UnusualError
        return content

    def _value(self, tag: int, form: int, length: int, content: bytes) -> object:
        """The value of an entry, as Pillow would give it."""
        if form not in tags.USUAL_FORMS[tag]:
            raise _UnusualError
        if form == tags.ASCII:
            return content.removesuffix(b"\0").decode("latin-1")
        if form == tags.UNDEFINED:
            return content
        if length > (1 if tag in tags.SINGLE else _MAX_NUMBERS):
            raise _UnusualError
        values = _struct(self._order + length * _LETTERS[form]).unpack(content)
        if form == tags.RATIONAL:
            if 0 in values[1::2]:
                raise _UnusualError
            values = tuple(a / b for a, b in zip(values[::2], values[1::2], strict=True))
        return values[0] if length == 1 else values

    def _unpack(self, form: str, start: int) -> tuple[int, ...]:
        return _struct(self._order + form).unpack_from(self._content, start)
