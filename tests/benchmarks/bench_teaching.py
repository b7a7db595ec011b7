#!/usr/bin/env python3
"""What taught themes and "more like this" cost in a large library.

    python -m tests.benchmarks.bench_teaching [--count 100000] [--rounds 5]

Makes a library of that many photos as rows with looks of their own (no files), teaches a theme of
eight examples, and prints JSON: the median of some rounds, in milliseconds of the clock, of reading
what photos look like, of ranking the theme, of likeness alone, and of all that a page waits for.
Loading scikit-learn is counted by itself, for it happens once.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from organizer.features.model import EMBEDDING_LENGTH
from organizer.library import Library, open_library
from organizer.models import PhotoId
from organizer.pipeline import alike, teaching
from organizer.pipeline.seeing import see_photos
from tests.looks import fill_with_looks

SORTS, PHOTOS_A_BURST, EXAMPLES = 40, 5, 8


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library") as library:
        fill(library, options.count)
        print(json.dumps(measure(library, options.rounds), indent=1))


def fill(library: Library, count: int) -> None:
    """Give a library photos of some sorts, in bursts."""
    random = np.random.default_rng(1)
    sorts = np.arange(count) % SORTS
    middles = random.normal(size=(SORTS, EMBEDDING_LENGTH))
    looks = middles[sorts] + random.normal(size=(count, EMBEDDING_LENGTH))
    best = [place - place % PHOTOS_A_BURST for place in range(count)]
    fill_with_looks(library, looks, best=best, sorts=(sorts + 1).tolist())


def measure(library: Library, rounds: int) -> dict[str, object]:
    """Run each part some times."""
    first = PhotoId(1)
    examples = [PhotoId(1 + SORTS * number) for number in range(EXAMPLES)]
    theme = teaching.teach_theme(library, "Bonsai", examples)
    loading = _ms(_load_scikit_learn, 1)
    seen = see_photos(library)
    found = teaching.rank_theme(library, seen, theme.id)
    return {
        "photos": len(seen.photo_ids),
        "kept_mb": round(seen.embeddings.nbytes / 1e6),
        "load_scikit_learn_ms": loading,
        "read_looks_ms": _ms(lambda: see_photos(library), rounds),
        "read_looks_again_ms": _ms(lambda: see_photos(library, seen), rounds),
        "rank_theme_ms": _ms(lambda: teaching.rank_theme(library, seen, theme.id), rounds),
        "surely_perhaps_hardly": [len(found.surely), len(found.perhaps), len(found.hardly)],
        "likeness_ms": _ms(lambda: alike.likeness_to(seen, first), rounds),
        "find_alike_ms": _ms(lambda: alike.find_alike(library, seen, first), rounds),
        "find_sorts_ms": _ms(lambda: alike.find_sorts(library, seen), rounds),
    }


def _load_scikit_learn() -> None:
    from sklearn.linear_model import LogisticRegression

    LogisticRegression()


def _ms(work: Callable[[], object], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        begun = perf_counter()
        work()
        spent.append(perf_counter() - begun)
    return round(1000 * median(spent), 1)


if __name__ == "__main__":
    main()
