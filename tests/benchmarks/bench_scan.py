#!/usr/bin/env python3
"""Whole scans beside a bare Pillow loop, in one run.

    python -m tests.benchmarks.bench_scan FOLDER…
    python -m tests.benchmarks.bench_scan --make 300x4032x3024 3000x1632x1224 20000x320x240

The bare loop opens each JPEG, drafts to 1/8, resizes and encodes: what any program has to do. The
second loop does the same at the size that our thumbnails have, which small photos feel. Prints
JSON for each folder: seconds, ratios, memory. Each measurement is the best of ``--rounds``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.making import make_photos
from tests.benchmarks.running import Run, homeroll, run

LOOP = """
import io, sys
from pathlib import Path
from PIL import Image
wanted = int(sys.argv[2])
for path in sorted(Path(sys.argv[1]).rglob("*")):
    if path.suffix.lower() in (".jpg", ".jpeg"):
        picture = Image.open(path)
        scale = min(1, wanted / min(picture.size)) if wanted else 1 / 8
        size = (round(picture.width * scale), round(picture.height * scale))
        picture.draft("RGB", size)
        picture.thumbnail(size if wanted else (341, 341))
        picture.convert("RGB").save(io.BytesIO(), "JPEG", quality=85)
"""
OUR_SHORT_SIDE_PX = 256


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan into a new library: the whole, its first pass, and a rescan."""

    whole: Run
    dates_s: float
    rescan_s: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--make", nargs="*", default=(), metavar="COUNTxWIDTHxHEIGHT")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for folder in options.folders:
        print(json.dumps({"folder": folder.name, **measure(folder, options.rounds)}, indent=1))
    for name, folder in _made(options.make):
        print(json.dumps({"photos": name, **measure(folder, options.rounds)}, indent=1))


def _made(wishes: list[str]) -> Iterator[tuple[str, Path]]:
    for wish in wishes:
        count, width, height = map(int, wish.split("x"))
        with tempfile.TemporaryDirectory(prefix="homeroll-bench-") as made:
            make_photos(Path(made), count, (width, height))
            yield wish, Path(made)


def measure(folder: Path, rounds: int) -> dict[str, object]:
    """The best of some rounds on one folder."""
    bare, like_ours = [], []
    one: list[Scan] = []
    two: list[Scan] = []
    for _ in range(rounds):
        for seconds, short_side in ((bare, 0), (like_ours, OUR_SHORT_SIDE_PX)):
            loop = [sys.executable, "-c", LOOP, str(folder), str(short_side)]
            seconds.append(run(loop, cores=1).seconds)
        one.append(_scan(folder, cores=1))
        two.append(_scan(folder, cores=2))
    best_one = min(scan.whole.seconds for scan in one)
    best_two = min(scan.whole.seconds for scan in two)
    return {
        "files": sum(1 for path in folder.rglob("*") if path.is_file()),
        "bare_loop_1_core_s": round(min(bare), 2),
        "loop_with_our_thumbnails_1_core_s": round(min(like_ours), 2),
        "scan_1_core_s": round(best_one, 2),
        "scan_2_cores_s": round(best_two, 2),
        "first_pass_1_core_s": round(min(scan.dates_s for scan in one), 2),
        "first_pass_2_cores_s": round(min(scan.dates_s for scan in two), 2),
        "rescan_s": round(min(scan.rescan_s for scan in two), 2),
        "scan_to_bare_loop": round(best_one / min(bare), 2),
        "scan_to_loop_with_our_thumbnails": round(best_one / min(like_ours), 2),
        "two_cores_to_one": round(best_one / best_two, 2),
        "peak_mb_1_core": round(max(scan.whole.peak_mb for scan in one)),
        "peak_mb_2_cores": round(max(scan.whole.peak_mb for scan in two)),
    }


def _scan(folder: Path, *, cores: int) -> Scan:
    library = Path(tempfile.mkdtemp(prefix="homeroll-bench-"))
    try:
        report = library / "report.json"
        command = homeroll(library, "--workers", str(cores), "organize", str(folder))
        whole = run([*command, "--json", str(report)], cores=cores)
        dates_s = json.loads(report.read_text())["timing"]["dates_s"]
        return Scan(whole, dates_s, run(command, cores=cores).seconds)
    finally:
        shutil.rmtree(library)


if __name__ == "__main__":
    main()
