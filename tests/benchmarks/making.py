"""Libraries to measure on, made of nothing but Pillow: many tiny photos, or some large ones."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from tests.builders import a_picture, an_exif

ROOT = Path(__file__).resolve().parents[2]
FIRST = datetime(2021, 3, 1, 9)


def make_tiny_photos(folder: Path, count: int) -> None:
    """*count* different JPEGs of 320 x 240 with dates and places, in folders of 500."""
    bodies = []
    for seed in range(40):
        content = io.BytesIO()
        a_picture(seed).save(content, "JPEG", quality=80)
        bodies.append(content.getvalue()[2:])
    for number in range(count):
        at = FIRST + timedelta(minutes=37 * number)
        exif = b"Exif\0\0" + an_exif(at, (45 + number % 7 / 100, 4.8)).tobytes()[6:]
        segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
        path = folder / f"{number // 500:03}" / f"IMG_{number:06}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff\xd8" + segment + bodies[number % len(bodies)])


def timed_process(command: list[str], *, cores: int) -> float:
    """Seconds that a process took on so many cores."""
    chosen = set(sorted(os.sched_getaffinity(0))[:cores])
    started = perf_counter()
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, chosen),
    )
    return perf_counter() - started


def homeroll(library: Path, *words: str) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "homeroll", "--library", str(library), "--quiet", *words]


def children_peak_mb() -> float:
    """The largest resident size of any child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
