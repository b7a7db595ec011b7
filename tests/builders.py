"""Small real things for tests: photos with EXIF on disk, libraries, hashes of originals."""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
from PIL import Image

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.pipeline.reporting import write_report
from organizer.progress import Progress

pillow_heif.register_heif_opener()

HOME = (45.758, 4.835)
FAR_AWAY = (16.068, 108.221)
SPRING = datetime(2024, 3, 2, 10)


def a_picture(seed: int = 0, *, size: tuple[int, int] = (320, 240)) -> Image.Image:
    """A picture unlike those of other seeds: soft blobs of colour with a little grain."""
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (5, 6, 3), dtype=np.uint8)
    picture = Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)
    grain = random.normal(0, 6, (size[1], size[0], 3))
    return Image.fromarray((np.asarray(picture) + grain).clip(0, 255).astype(np.uint8))


def an_exif(
    taken_at: datetime | None = None,
    where: tuple[float, float] | None = None,
    *,
    offset: str | None = None,
    orientation: int = 1,
    make: str = "Phone",
    model: str = "Phone One",
) -> Image.Exif:
    """EXIF as a phone writes it."""
    exif = Image.Exif()
    if make:
        exif[0x010F], exif[0x0110] = make, model
    if orientation != 1:
        exif[0x0112] = orientation
    if taken_at is not None:
        text = taken_at.strftime("%Y:%m:%d %H:%M:%S")
        exif[0x0132] = text
        sub = exif.get_ifd(0x8769)
        sub[0x9003], sub[0x9004] = text, text
        if offset:
            sub[0x9011] = offset
    if where is not None:
        latitude, longitude = where
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "N" if latitude >= 0 else "S", _dms(abs(latitude))
        gps[3], gps[4] = "E" if longitude >= 0 else "W", _dms(abs(longitude))
    return exif


def _dms(degrees: float) -> tuple[float, float, float]:
    return float(int(degrees)), float(int(degrees * 60 % 60)), round(degrees * 3600 % 60, 3)


def a_photo_file(
    path: Path,
    taken_at: datetime | None = None,
    where: tuple[float, float] | None = None,
    *,
    seed: int | None = None,
    size: tuple[int, int] = (320, 240),
    offset: str | None = None,
    orientation: int = 1,
    make: str = "Phone",
    **save: object,
) -> Path:
    """Write a picture with EXIF; the same name gives the same picture unless *seed* says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    chosen = seed if seed is not None else int.from_bytes(path.name.encode()[-6:], "big")
    exif = an_exif(taken_at, where, offset=offset, orientation=orientation, make=make)
    a_picture(chosen, size=size).save(path, exif=exif, **save)
    return path


def a_jpeg(seed: int = 0, **exif: object) -> bytes:
    """The bytes of a JPEG."""
    content = io.BytesIO()
    a_picture(seed).save(content, "JPEG", exif=an_exif(**exif))  # type: ignore[arg-type]
    return content.getvalue()


def with_embedded_thumbnail(jpeg: bytes, small: bytes) -> bytes:
    """The JPEG with *small* as the thumbnail of its EXIF block."""
    picture = Image.open(io.BytesIO(jpeg))
    block = picture.info["exif"]
    tiff = bytearray(block[6:])
    order = ">" if tiff[:2] == b"MM" else "<"
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, at)
    tiff += b"\0" * (len(tiff) % 2)
    struct.pack_into(order + "I", tiff, at + 2 + 12 * count, len(tiff))
    data_at = len(tiff) + 2 + 2 * 12 + 4
    tiff += struct.pack(order + "H", 2)
    for tag, value in ((0x0201, data_at), (0x0202, len(small))):
        tiff += struct.pack(order + "HHII", tag, 4, 1, value)
    tiff += struct.pack(order + "I", 0) + small
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=b"Exif\0\0" + bytes(tiff))
    return content.getvalue()


def a_life(folder: Path, *, months: int = 8, seed: int = 1) -> list[Path]:
    """A small life with files: every day things at home, and three days far away."""
    random = np.random.default_rng(seed)
    files: list[Path] = []

    def shoot(at: datetime, where: tuple[float, float]) -> None:
        place = tuple(float(c + random.normal(0, 0.002)) for c in where)
        name = f"{at:%Y}/IMG_{len(files):04}.jpg"
        files.append(a_photo_file(folder / name, at, place, seed=1000 * seed + len(files)))  # type: ignore[arg-type]

    for week in range(months * 4):
        day = SPRING + timedelta(weeks=week, days=int(random.integers(0, 4)))
        for shot in range(2):
            shoot(day + timedelta(minutes=11 * shot), HOME)
    for day_of_trip in range(3):
        for hour in (9, 14, 19):
            for shot in range(3):
                at = SPRING + timedelta(weeks=10, days=4 + day_of_trip, minutes=7 * shot)
                shoot(at.replace(hour=hour), FAR_AWAY)
    return files


PARTY = SPRING + timedelta(weeks=20, days=5, hours=5)


def a_life_with_a_party(folder: Path) -> Path:
    """Months at home, three days far away, and a long afternoon at home with a pause."""
    a_life(folder)
    for shot in range(16):
        at = PARTY + timedelta(minutes=9 * shot, hours=2 * (shot >= 8))
        a_photo_file(folder / f"party/{shot:02}.jpg", at, HOME, seed=5000 + shot)
    return folder


def organized_library(path: Path, folder: Path) -> Path:
    """A library with suggestions on that knows the photos of a folder; tests work on copies."""
    with open_library(path) as library:
        pipeline.add_folders(library, [folder])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=2)
    return path


def report_of(library: Library) -> Any:
    """The JSON report of a library, read again."""
    written = io.StringIO()
    write_report(library, written)
    return json.loads(written.getvalue())


def fingerprints(folder: Path) -> dict[str, tuple[str, int, int, dict[str, bytes]]]:
    """Hash, mode, modification time and extended attributes of every file below *folder*."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            _attributes(path),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _attributes(path: Path) -> dict[str, bytes]:
    if not hasattr(os, "listxattr"):  # only Linux has them in Python
        return {}
    return {name: os.getxattr(path, name) for name in os.listxattr(path)}


def without_ids(report: dict) -> list[dict]:
    """The photos of a report by path, without what differs from run to run."""
    dropped = {"id", "event", "place_group", "likeness_group"}
    photos = [{k: v for k, v in p.items() if k not in dropped} for p in report["photos"]]
    return sorted(photos, key=lambda photo: photo["path"])


def contains(folder: Path, needle: bytes) -> list[Path]:
    """Every file below *folder* whose raw bytes hold *needle*."""
    return [p for p in folder.rglob("*") if p.is_file() and needle in p.read_bytes()]


def paths_of(photos: Iterable[object]) -> set[str]:
    """File names of photos."""
    return {photo.path.name for photo in photos}  # type: ignore[attr-defined]
