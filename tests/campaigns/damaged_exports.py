#!/usr/bin/env python3
"""Damaged files by the thousand through the stripping of copies.

    python -m tests.campaigns.damaged_exports --count N --seed S [FORM ...]

Small files of every format say a secret wherever the format has room for it. Each is damaged in
ways that depend on the seed only and stripped; a copy that still holds the secret ends the
campaign with exit code 1. Refusals are no failure: such pictures are encoded anew. Prints JSON.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from PIL import Image, PngImagePlugin

from organizer.export.iso_boxes import box
from organizer.export.jxl import CONTAINER
from organizer.export.stripping import CannotStripError, strip
from tests.builders import a_picture, an_exif
from tests.campaigns.fuzz import damaged
from tests.organizer.scan.making import a_video

SECRET = "Canary of 16 b.."
_TAKEN, _WHERE, _SIZE = datetime(2024, 5, 4, 10, 11, 12), (16.06, 108.22), (64, 48)
_XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the damaged files of one form; *leaks* are those that still told."""

    files: int
    stripped: int
    leaks: tuple[bytes, ...]
    seconds: float


def _exif() -> Image.Exif:
    exif = an_exif(_TAKEN, _WHERE, make=SECRET)
    exif[0x013B] = exif[0x8298] = SECRET
    return exif


def _picture(form: str, **options: object) -> bytes:
    content = io.BytesIO()
    a_picture(5, size=_SIZE).save(content, form, exif=_exif(), **options)
    return content.getvalue()


def _png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    return _picture("PNG", pnginfo=notes)


def _gif() -> bytes:
    content = io.BytesIO()
    a_picture(5, size=_SIZE).save(content, "GIF", comment=SECRET.encode())
    return content.getvalue()


def _bmp() -> bytes:
    content = io.BytesIO()
    a_picture(5, size=_SIZE).save(content, "BMP")
    return content.getvalue() + SECRET.encode() * 40  # BMP has no room: it is appended


def _pages() -> bytes:
    """A TIFF of two pages."""
    content = io.BytesIO()
    more = a_picture(6, size=_SIZE)
    a_picture(5, size=_SIZE).save(
        content, "TIFF", exif=_exif(), save_all=True, append_images=[more], compression="tiff_lzw"
    )
    return content.getvalue()


def _jxl() -> bytes:
    stream = b"\xff\x0a" + random.Random(3).randbytes(1024)
    return (
        CONTAINER
        + box(b"ftyp", b"jxl \0\0\0\0jxl ")
        + box(b"Exif", b"\0\0\0\0" + _exif().tobytes().removeprefix(b"Exif\0\0"))
        + box(b"xml ", _XMP)
        + box(b"jxlc", stream)
    )


def _video(ending: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{ending}"
        told = {"location": "+16.0600+108.2200/", "title": SECRET, "comment": SECRET}
        return a_video(path, seconds=0.5, size=_SIZE, **told).read_bytes()


FORMS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: _picture("JPEG", xmp=_XMP, comment=SECRET.encode()),
    "progressive JPEG": lambda: _picture("JPEG", xmp=_XMP, progressive=True),
    "PNG": _png,
    "GIF": _gif,
    "BMP": _bmp,
    "WEBP": lambda: _picture("WEBP", xmp=_XMP),
    "lossless WEBP": lambda: _picture("WEBP", xmp=_XMP, lossless=True),
    "TIFF": lambda: _picture("TIFF"),
    "TIFF of LZW": _pages,
    "TIFF of Deflate": lambda: _picture("TIFF", compression="tiff_adobe_deflate"),
    "TIFF of PackBits": lambda: _picture("TIFF", compression="packbits"),
    "HEIF": lambda: _picture("HEIF", xmp=_XMP),
    "AVIF": lambda: _picture("AVIF", xmp=_XMP),
    "JXL": _jxl,
    "MP4": lambda: _video("mp4"),
    "MOV": lambda: _video("mov"),
}


def try_form(form: str, count: int, seed: int) -> Outcome:
    """Damage and strip the file of one form *count* times."""
    content, random_ = FORMS[form](), random.Random(f"{seed} {form}")
    assert SECRET.encode() in content, form
    started, stripped, leaks = monotonic(), 0, []
    for one in _damages(content, random_, count):
        try:
            copy = strip(one, orientation=1, taken_at=_TAKEN)
        except CannotStripError:
            continue
        stripped += 1
        if SECRET.encode() in copy:
            leaks.append(one)
    return Outcome(count, stripped, tuple(leaks), round(monotonic() - started, 1))


def _damages(content: bytes, random_: random.Random, count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield damaged(content, random_)


def main() -> int:
    """Run a campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", choices=[*FORMS, []], metavar="FORM")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that still told")
    options = parser.parse_args()
    told = 0
    for form in options.forms or FORMS:
        found = try_form(form, options.count, options.seed)
        told += len(found.leaks)
        facts = {"form": form, "files": found.files, "stripped": found.stripped}
        print(json.dumps({**facts, "leaks": len(found.leaks), "seconds": found.seconds}))
        for number, one in enumerate(found.leaks if options.keep else ()):
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{form} {options.seed} {number}").write_bytes(one)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
