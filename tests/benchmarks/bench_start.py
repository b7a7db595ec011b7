#!/usr/bin/env python3
"""Start to painted window, and rescan, with many photos.

    python -m tests.benchmarks.bench_start

Makes ``--photos`` tiny photos (20,000), scans them once, rescans them, then starts the real
window offscreen some times until its timeline is painted. Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.making import make_tiny_photos
from tests.benchmarks.running import ROOT, homeroll, run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="make or use the photos and library here")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="homeroll-bench-"))
    photos, library = folder / "photos", folder / "library"
    found: dict[str, object] = {"photos": options.photos}
    if not photos.exists():
        make_tiny_photos(photos, options.photos)
        scan = homeroll(library, "organize", str(photos))
        found["scan_2_cores_s"] = round(run(scan, cores=2).seconds, 2)
    rescan = homeroll(library, "organize", str(photos))
    found["rescan_s"] = round(min(run(rescan, cores=2).seconds for _ in range(3)), 2)
    starts = sorted(seconds_to_start(library) for _ in range(options.rounds))
    found["start_to_painted_s"] = {"best": starts[0], "median": starts[len(starts) // 2]}
    print(json.dumps(found, indent=1))
    if not options.keep:
        shutil.rmtree(folder)


def seconds_to_start(library: Path) -> float:
    """From the command to the painted timeline."""
    environment = {
        **os.environ,
        "HOMEROLL_TRACE_START": "1",
        "HOMEROLL_QUIT_AFTER_PAINT": "1",
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "homeroll", "--library", str(library)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"painted after ([\d.]+) s", done.stderr)
    if not found:
        raise SystemExit(f"the window did not say when it was painted: {done.stderr}")
    return float(found.group(1))


if __name__ == "__main__":
    main()
