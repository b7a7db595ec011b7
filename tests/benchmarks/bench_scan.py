#!/usr/bin/env python3
"""A whole scan beside a bare Pillow loop, in one run.

    python -m tests.benchmarks.bench_scan FOLDER

The loop opens each JPEG, drafts to 1/8, resizes, and encodes a JPEG: what any program has to do.
Prints JSON: seconds and ratios. Each measurement is the best of ``--rounds``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.making import children_peak_mb, homeroll, timed_process

BARE_LOOP = """
import io, sys
from pathlib import Path
from PIL import Image
for path in sorted(Path(sys.argv[1]).rglob("*")):
    if path.suffix.lower() in (".jpg", ".jpeg"):
        picture = Image.open(path)
        picture.draft("RGB", (picture.width // 8, picture.height // 8))
        picture.thumbnail((341, 341))
        picture.convert("RGB").save(io.BytesIO(), "JPEG", quality=85)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = sum(1 for path in options.folder.rglob("*") if path.is_file())
    bare, one, two, rescan = [], [], [], []
    for _ in range(options.rounds):
        loop = [sys.executable, "-c", BARE_LOOP, str(options.folder)]
        bare.append(timed_process(loop, cores=1))
        one.append(_scan(options.folder, cores=1)[0])
        both = _scan(options.folder, cores=2)
        two.append(both[0])
        rescan.append(both[1])
    found = {
        "files": files,
        "bare_loop_1_core_s": round(min(bare), 2),
        "scan_1_core_s": round(min(one), 2),
        "scan_2_cores_s": round(min(two), 2),
        "rescan_s": round(min(rescan), 2),
        "scan_to_bare_loop": round(min(one) / min(bare), 2),
        "two_cores_to_one": round(min(one) / min(two), 2),
        "peak_of_one_process_mb": round(children_peak_mb()),
    }
    print(json.dumps(found, indent=1))


def _scan(folder: Path, *, cores: int) -> tuple[float, float]:
    """Seconds for a scan into a new library, and for a rescan."""
    library = Path(tempfile.mkdtemp(prefix="homeroll-bench-"))
    try:
        command = homeroll(library, "--workers", str(cores), "organize", str(folder))
        return timed_process(command, cores=cores), timed_process(command, cores=cores)
    finally:
        shutil.rmtree(library)


if __name__ == "__main__":
    main()
