"""Libraries to measure on, made of Pillow and numpy only: tiny photos, or large grainy ones."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from PIL import Image

from tests.builders import a_picture, an_exif, with_embedded_thumbnail

FIRST = datetime(2021, 3, 1, 9)
_BODIES, _FOLDER = 40, 500


def make_tiny_photos(folder: Path, count: int) -> None:
    """*count* different JPEGs of 320 x 240 with dates and places, in folders of 500."""
    _spread(folder, count, [_jpeg(a_picture(seed), quality=80) for seed in range(_BODIES)])


def make_photos(folder: Path, count: int, size: tuple[int, int]) -> None:
    """*count* JPEGs as phones make them: grain (about 2.2 bits a pixel), an embedded thumbnail."""
    bodies = []
    for seed in range(min(count, 6)):
        picture = _grainy(seed, size)
        small = _jpeg(picture.resize((160, 120)), quality=80)
        bodies.append(with_embedded_thumbnail(_jpeg(picture, quality=90, exif=an_exif()), small))
    _spread(folder, count, bodies)


def _grainy(seed: int, size: tuple[int, int]) -> Image.Image:
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (9, 12, 3), dtype=np.uint8)
    smooth = np.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC), np.int16)
    grain = random.normal(0, 9, (size[1], size[0], 1)).astype(np.int16)
    return Image.fromarray((smooth + grain).clip(0, 255).astype(np.uint8))


def _jpeg(picture: Image.Image, *, quality: int, **save: object) -> bytes:
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=quality, **save)
    return content.getvalue()


def _spread(folder: Path, count: int, bodies: list[bytes]) -> None:
    """The same pictures again and again, each time with another date: other bytes each time."""
    for number in range(count):
        body = bodies[number % len(bodies)]
        path = folder / f"{number // _FOLDER:03}" / f"IMG_{number:06}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_dated(body, number))


def _dated(jpeg: bytes, number: int) -> bytes:
    at = FIRST + timedelta(minutes=37 * number)
    if b"Exif\0\0" in jpeg[:200]:  # it is dated by its name, and told apart by a comment
        comment = f"{at:%Y%m%d%H%M%S}".encode()
        return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]
    exif = b"Exif\0\0" + an_exif(at, (45 + number % 7 / 100, 4.8)).tobytes()[6:]
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
