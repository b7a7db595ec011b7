#!/usr/bin/env python3
"""What grouping and proposing cost in a large library, on one core.

    python -m tests.benchmarks.bench_propose [--count 100000] [--profile PART]

Makes a life as values (no files), runs each part once on one core, and prints JSON: seconds of
processor and of the clock for each part, their sum, and the memory of the process before and at
most. Loading scikit-learn and the names of places is not counted, for it does not grow.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from threadpoolctl import threadpool_limits

from organizer.clusters.events import find_events
from organizer.clusters.likeness import find_likeness
from organizer.clusters.looks import find_look_groups
from organizer.clusters.spots import find_place_groups
from organizer.models import Clusters
from organizer.pipeline.naming import name_place
from organizer.places.homes import find_homes
from organizer.suggestions import suggest_albums
from organizer.themes import score_themes
from tests.benchmarks.made_life import HOMES, make_life

TODAY = date(2026, 3, 10)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--profile", metavar="PART", help="list where this part spends its time")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    _load()
    with threadpool_limits(1):
        found = measure(options.count, profile=options.profile)
    print(json.dumps(found, indent=1))


def measure(count: int, *, profile: str | None = None) -> dict[str, object]:
    """Run the parts in the order of the program."""
    photos, features = make_life(count)
    watch = Stopwatch(profile)
    before_mb = _peak_mb(anew=True)
    homes = watch.run("find_homes", lambda: find_homes(photos))
    clusters = Clusters(
        events=watch.run("find_events", lambda: find_events(photos, features)),
        place_groups=watch.run("find_place_groups", lambda: find_place_groups(photos)),
        likeness_groups=watch.run("find_likeness", lambda: find_likeness(features)),
        look_groups=watch.run("find_look_groups", lambda: find_look_groups(features)),
        homes=homes,
    )
    themes = watch.run("score_themes", lambda: score_themes(features, clusters.events))
    found = watch.run(
        "suggest_albums",
        lambda: suggest_albums(
            photos, features, clusters, themes, name_place=name_place, today=TODAY
        ),
    )
    return {
        "photos": count,
        "parts": watch.spent,
        "cpu_s": round(sum(spent["cpu_s"] for spent in watch.spent.values()), 2),
        "wall_s": round(sum(spent["wall_s"] for spent in watch.spent.values()), 2),
        "memory_before_mb": round(before_mb),
        "memory_peak_mb": round(_peak_mb()),
        "homes": len(homes),
        "events": len(clusters.events),
        "in_events": sum(len(event.photo_ids) for event in clusters.events),
        "likeness_groups": len(clusters.likeness_groups),
        "look_groups": len(clusters.look_groups),
        "suggestions": len(found),
    }


class Stopwatch:
    """Runs parts, and remembers what each cost."""

    def __init__(self, profiled: str | None) -> None:
        self.profiled = profiled
        self.spent: dict[str, dict[str, float]] = {}

    def run(self, part: str, work: Callable[[], Any]) -> Any:
        """Give what *work* gives."""
        profile = cProfile.Profile() if part == self.profiled else None
        cpu_s, wall_s = process_time(), perf_counter()
        result = profile.runcall(work) if profile else work()
        self.spent[part] = {
            "cpu_s": round(process_time() - cpu_s, 3),
            "wall_s": round(perf_counter() - wall_s, 3),
        }
        if profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return result


def _load() -> None:
    name_place(*HOMES[0])
    _, features = make_life(1_000)
    find_look_groups(features)
    find_likeness(features)


def _peak_mb(*, anew: bool = False) -> float:
    """The most memory so far, or since it was last measured *anew* (Linux only)."""
    if anew:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
