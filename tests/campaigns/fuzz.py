#!/usr/bin/env python3
"""Damaged files by the thousand through the real scan.

    python -m tests.campaigns.fuzz --count N

Takes small files of every format (made here, and those of ``--samples DIR``), damages them in
ways that depend on the seed only, scans them in batches, and counts. A crash of a decode worker
is survived and counted; a crash of the program, a file that is not listed, or a failure without
a reason ends the campaign with exit code 1. Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from time import monotonic

from organizer import pipeline
from organizer.library import open_library
from organizer.models import Status
from organizer.progress import Progress
from organizer.scan.formats import IMAGE_ENDINGS, RAW_ENDINGS, VIDEO_ENDINGS
from tests.builders import a_photo_file

FILES_A_BATCH = 500
MADE = ("jpg", "png", "webp", "gif", "tif", "bmp", "avif", "heic")
MAX_SAMPLE_BYTES = 400_000


def samples(folder: Path | None) -> list[tuple[str, bytes]]:
    """Names and contents to damage."""
    found = []
    with tempfile.TemporaryDirectory() as made:
        for ending in MADE:
            path = Path(made) / f"made.{ending}"
            a_photo_file(path, datetime(2024, 5, 4, 3, 2, 1), (16.0, 108.2), size=(160, 120))
            found.append((path.name, path.read_bytes()))
    given = sorted(folder.rglob("*")) if folder else []
    found.extend((path.name, path.read_bytes()) for path in given if _is_small_media(path))
    return found


def _is_small_media(path: Path) -> bool:
    media = IMAGE_ENDINGS | RAW_ENDINGS | VIDEO_ENDINGS
    is_media = path.is_file() and path.suffix.lower() in media
    return is_media and 0 < path.stat().st_size <= MAX_SAMPLE_BYTES


def damaged(content: bytes, random_: random.Random) -> bytes:
    """One to four damages: flipped, zeroed, cut, doubled, shuffled, or extreme numbers."""
    body = bytearray(content)
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(len(body)) if body else 0
        if random_.random() < 0.6:
            at = min(at, random_.randrange(512))  # headers matter most
        length = random_.choice((1, 2, 4, 16, 256))
        match random_.randrange(6):
            case 0:
                for offset in range(at, min(at + length, len(body))):
                    body[offset] = random_.randrange(256)
            case 1:
                body[at : at + length] = b"\0" * len(body[at : at + length])
            case 2:
                body = body[: max(1, at)]
            case 3:
                body[at:at] = body[at : at + length]
            case 4:
                del body[at : at + length]
            case _:
                extreme = random_.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0"))
                body[at : at + 4] = extreme
    return bytes(body)


def run(count: int, *, seed: int, folder: Path | None, workers: int) -> dict[str, object]:
    """Scan *count* damaged files; gives the counts.

    Raises:
        AssertionError: If a file is not listed or has no reason.
    """
    random_, contents = random.Random(seed), samples(folder)
    outcomes: Counter[str] = Counter()
    slowest_s, done = 0.0, 0
    while done < count:
        size = min(FILES_A_BATCH, count - done)
        with tempfile.TemporaryDirectory(prefix="homeroll-fuzz-") as place:
            photos = Path(place) / "photos"
            photos.mkdir()
            for number in range(size):
                name, content = random_.choice(contents)
                (photos / f"{number:04}_{name}").write_bytes(damaged(content, random_))
            started = monotonic()
            outcomes.update(_scan(Path(place) / "library", photos, workers))
            slowest_s = max(slowest_s, monotonic() - started)
        done += size
        if count > FILES_A_BATCH:
            print(f"{done} of {count}", dict(outcomes), file=sys.stderr)
    return {"files": done, "seed": seed, "slowest_batch_s": round(slowest_s, 1), **outcomes}


def _scan(library_path: Path, photos: Path, workers: int) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    with open_library(library_path) as library:
        pipeline.add_folders(library, [photos])
        pipeline.organize(library, progress=Progress(), workers=workers)
        found = library.photos.all()
    listed = [path for photo in found for path in photo.paths]
    listed += [part.path for photo in found for part in getattr(photo, "parts", ())]
    unlisted = set(photos.iterdir()) - set(listed)
    assert not unlisted, f"not listed: {unlisted}"
    assert len(listed) == len(set(listed)), "listed twice"
    for photo in found:
        outcomes[photo.status] += 1
        assert photo.status is Status.OK or photo.reason, f"no reason: {photo.path}"
        outcomes["decoder crashes"] += photo.reason == "Reading it crashed the decoder."
        outcomes["over 10 s"] += bool(photo.reason) and "longer than" in str(photo.reason)
    return outcomes


def main() -> None:
    """Run a campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    found = run(options.count, seed=options.seed, folder=options.samples, workers=options.workers)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
