#!/usr/bin/env python3
"""Whether a scan stays as quick, and as small in memory, however many photos there are.

    python -m tests.benchmarks.bench_curve [--counts 1000 10000 100000] [--cores 2]

Prints JSON: for each number of tiny photos, files a second and the memory of all processes, and
for the largest the memory at each tenth of the way.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

from tests.benchmarks.making import make_tiny_photos
from tests.benchmarks.running import homeroll, run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    print(json.dumps([measure(count, options.cores) for count in options.counts], indent=1))


def measure(count: int, cores: int) -> dict[str, object]:
    """One point of the curve."""
    with tempfile.TemporaryDirectory(prefix="homeroll-bench-") as made:
        photos, library = Path(made, "photos"), Path(made, "library")
        make_tiny_photos(photos, count)
        report = Path(made, "report.json")
        scan = homeroll(library, "--workers", str(cores), "organize", str(photos))
        whole = run([*scan, "--json", str(report)], cores=cores)
        timing = json.loads(report.read_text())["timing"]
        size = sum(path.stat().st_size for path in library.rglob("*") if path.is_file())
        shutil.rmtree(photos)
    read_s = timing["read_s"]
    return {
        "photos": count,
        "whole_s": round(whole.seconds, 1),
        "list_s": timing["list_s"],
        "first_pass_s": timing["dates_s"],
        "files_a_second": round(count / read_s),
        "ms_a_file": round(1000 * read_s / count, 3),
        "peak_mb": round(whole.peak_mb),
        "memory_mb_by_tenths": [round(mb) for mb in whole.tenths()],
        "library_mb": round(size / 1e6),
    }


if __name__ == "__main__":
    main()
