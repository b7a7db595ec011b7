#!/usr/bin/env python3
"""digiKam's and Shotwell's first scan of a folder beside ours, in one run on the same cores.

    python -m tests.benchmarks.bench_others FOLDER… [--programs digikam shotwell] [--cores 1]

FOLDER holds JPEGs; everything is read once before, so the file cache is warm for all. Wants Xvfb
and dbus-run-session; a program that is not installed is left out. Nothing of the user's is read or
written: each program has a throw-away home, and photos stay where they are.

Timed for the others, from the start of the process and with its start-up, seen in their databases
from outside four times a second:

* ``first_photo_s``: the first photo is there. What it takes of the whole is mostly start-up.
* ``metadata_s``: every photo is there with its size, dates and checksum.
* ``thumbnails_s``: there is a stored thumbnail of every photo too. Both make them while they scan:
  digiKam one of each, Shotwell two, of 128 and 360 pixels.

Not timed: digiKam's faces, fingerprints for likeness and quality sorting, which are separate tools
of its. Its database is made by an earlier start, and the X server may use any core. All of this
favours the others.

Timed for us: ``whole_s``, the whole of ``homeroll organize`` from the start of the process to its
end: dates and places, a thumbnail and checksums of each photo, events and proposals;
``first_pass_s`` is the part until dates and places are there. Ratios are of the others' seconds to
our ``whole_s``, so theirs without thumbnails are set against ours with them. ``cpu_s`` is what the
program and its children worked until then: it tells more than seconds on a machine with other work.
Memory is the largest proportional set of them together. Prints JSON; everything is the least of
``--rounds``.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, sleep

from tests.benchmarks.desk import NEEDED, a_desk, cpu_s, started, throw_away
from tests.benchmarks.other_programs import DIGIKAM, SHOTWELL, Kept, Program
from tests.benchmarks.running import homeroll, memory_mb, run

PROGRAMS = {program.name: program for program in (DIGIKAM, SHOTWELL)}
_LOOK_S = 0.25
RATIOS = {
    "metadata_to_ours": ("metadata_s", "whole_s"),
    "thumbnails_to_ours": ("thumbnails_s", "whole_s"),
    "cpu_to_ours": ("cpu_s", "cpu_s"),
}
Found = dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--programs", nargs="+", choices=sorted(PROGRAMS), default=list(PROGRAMS))
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument(
        "--patience", type=float, default=120, metavar="SECONDS", help="without any progress"
    )
    options = parser.parse_args()
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    programs = [PROGRAMS[name] for name in options.programs if shutil.which(name)]
    for name in set(options.programs) - {program.name for program in programs}:
        print(f"{name} is not installed and left out", file=sys.stderr)
    for folder in options.folders:
        found = measure(folder.resolve(), programs, options)
        print(json.dumps({"folder": folder.name, **found}, indent=1), flush=True)


def measure(
    folder: Path, programs: list[Program], options: argparse.Namespace
) -> dict[str, object]:
    """All programs on one folder: the best of some rounds."""
    photos = _read_all(folder)
    takes: dict[str, Callable[[], Found]] = {"homeroll": partial(_ours, folder, options.cores)}
    for program in programs:
        takes[program.name] = partial(_theirs, program, folder, photos, options)
    rounds = [{name: take() for name, take in takes.items()} for _ in range(options.rounds)]
    best = {name: _least([one[name] for one in rounds]) for name in takes}
    for program in programs:
        theirs, ours = best[program.name], best["homeroll"]
        for name, (seconds, our_seconds) in RATIOS.items():
            if seconds in theirs:
                theirs[name] = round(theirs[seconds] / ours[our_seconds], 2)
    return {"photos": photos, "cores": options.cores, "rounds": options.rounds, **best}


def _read_all(folder: Path) -> int:
    """Read every JPEG once, and count them."""
    photos = [path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg")]
    return sum(1 for path in photos if path.read_bytes())


def _least(found: list[Found]) -> Found:
    names = [name for name in found[0] if all(name in one for one in found)]
    return {name: min(one[name] for one in found) for name in names}


def _ours(folder: Path, cores: int) -> Found:
    with throw_away() as home:
        report = home / "report.json"
        library = home / "library"
        command = homeroll(library, "--workers", str(cores), "organize", str(folder))
        worked = _cpu_of_ended_s()
        whole = run([*command, "--json", str(report)], cores=cores)
        worked = _cpu_of_ended_s() - worked
        timing = json.loads(report.read_text())["timing"]
    return {
        "first_pass_s": round(timing["dates_s"], 2),
        "whole_s": round(whole.seconds, 2),
        "cpu_s": round(worked, 2),
        "peak_mb": round(whole.peak_mb),
    }


def _cpu_of_ended_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _theirs(program: Program, folder: Path, photos: int, options: argparse.Namespace) -> Found:
    """Start the program on the folder and look until everything is there, or nothing moves."""
    with a_desk(cores=options.cores) as desk:
        program.prepare(desk, folder)
        found: Found = {"peak_mb": 0}
        kept, moved_at = Kept(), 0.0
        begun = perf_counter()
        with started(program.command(desk.home), desk) as process:
            while "thumbnails_s" not in found and process.poll() is None:
                sleep(_LOOK_S)
                now, seconds = program.kept(desk.home).or_more(kept), perf_counter() - begun
                found["peak_mb"] = max(found["peak_mb"], round(memory_mb(process.pid)))
                _note(found, now, photos, round(seconds, 2))
                if "thumbnails_s" in found:
                    found["cpu_s"] = round(cpu_s(process.pid), 2)
                if now != kept:
                    kept, moved_at = now, seconds
                elif seconds - moved_at > options.patience:
                    break
            if process.poll() is not None:
                print(f"{program.name} ended by itself", file=sys.stderr)
    return {**found, "photos": kept.photos, "thumbnails": kept.thumbnails}


def _note(found: Found, kept: Kept, photos: int, seconds: float) -> None:
    """Write down when each step was first seen to be done; what was never seen stays away."""
    if kept.photos:
        found.setdefault("first_photo_s", seconds)
    if kept.photos >= photos:
        found.setdefault("metadata_s", seconds)
        if kept.thumbnails >= photos:
            found.setdefault("thumbnails_s", seconds)


if __name__ == "__main__":
    main()
