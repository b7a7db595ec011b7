#!/usr/bin/env python3
"""What a batch of new photos costs in a large library, against grouping everything.

    python -m tests.benchmarks.bench_news [--count 100000] [--new 100] [--library DIR]

Makes a library in a temporary folder whose catalog and derived store hold a made life (values only,
no files), groups it whole, adds the photos of the next days, and groups those. Prints JSON: seconds
of the clock for both on one core, and their ratio. Scikit-learn is loaded beforehand.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter

import numpy as np
import sklearn.cluster  # noqa: F401 - loading it is not measured
from threadpoolctl import threadpool_limits

from organizer.features.model import EMBEDDING, theme_names
from organizer.library import CATALOG, Library, open_library
from organizer.models import Features, Photo, Signal
from organizer.pipeline.analysing import MODELS
from organizer.pipeline.news import propose_news
from organizer.pipeline.proposing import propose
from organizer.privacy.gate import CONSENT_TEXT_VERSION
from organizer.progress import Progress
from organizer.store.derived_rows import FeatureRow
from organizer.store.instants import to_seconds
from tests.benchmarks.made_life import make_life

UNLIKELY = -12.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=100)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with (
        threadpool_limits(1),
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "library") as library,
    ):
        print(json.dumps(measure(library, options.count, options.new), indent=1))


def measure(library: Library, count: int, new: int) -> dict[str, object]:
    """Group everything, then what is new."""
    photos, features = make_life(count + new)
    allow(library)
    keep(library, photos[:count], features, 0)
    started = perf_counter()
    propose(library, progress=Progress())
    whole_s = perf_counter() - started
    keep(library, photos[count:], features, count)
    started = perf_counter()
    was_enough = propose_news(library, progress=Progress())
    news_s = perf_counter() - started
    return {
        "photos": count,
        "new": new,
        "whole_s": round(whole_s, 2),
        "news_s": round(news_s, 3),
        "was_enough": was_enough,
        "ratio": round(whole_s / news_s, 1),
    }


def allow(library: Library) -> None:
    """Say yes to everything but counting faces: there are no pictures."""
    with library.transaction():
        for signal in set(Signal) - {Signal.FACE_COUNT}:
            library.consents.say(signal, None, granted=True, text_version=CONSENT_TEXT_VERSION)


def keep(library: Library, photos: Sequence[Photo], features: Features, first: int) -> None:
    """Put photos into the catalog and what was seen in them into the derived store."""
    with closing(sqlite3.connect(library.path / CATALOG)) as catalog, catalog:
        catalog.execute("INSERT OR IGNORE INTO folder VALUES (1, x'2f70', '2024-01-01', 0)")
        catalog.executemany(
            "INSERT INTO photo (id, content_hash, taken_at_s, taken_at_source, taken_at_trust,"
            " latitude, longitude, width_px, height_px) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    photo.id,
                    bytes.fromhex(photo.content_hash),
                    to_seconds(photo.taken_at),
                    photo.captured.source,
                    photo.captured.trust,
                    photo.latitude,
                    photo.longitude,
                    photo.width_px,
                    photo.height_px,
                )
                for photo in photos
            ),
        )
        catalog.executemany(
            "INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ns, photo_id, pass,"
            " kind, taken_at_source, taken_at_trust, taken_at_precision)"
            " VALUES (1, ?, 1, 1, ?, 2, 'photo', 'exif_original', 'high', 'second')",
            ((os.fsencode(photo.path.name), photo.id) for photo in photos),
        )
    with library.writing_derived() as derived:
        derived.keep_features(
            EMBEDDING, [_row(photo, features, first + row) for row, photo in enumerate(photos)]
        )


def _row(photo: Photo, features: Features, row: int) -> FeatureRow:
    names = theme_names(MODELS)
    logs = np.full(len(names), UNLIKELY, dtype="<f2")
    for column, name in enumerate(features.theme_names):
        if name in names:
            logs[names.index(name)] = features.theme_log_probabilities[row, column]
    return FeatureRow(
        photo_id=photo.id,
        content_hash=photo.content_hash,
        embedding=features.embeddings[row].astype("<f2").tobytes(),
        theme_log_probabilities=logs.tobytes(),
        likeness_hash=np.array(features.likeness_hashes[row], dtype="<u8").tobytes(),
        quality=float(features.quality[row]),
        colourfulness=float(features.colourfulness[row]),
        colours=features.colours[row].clip(0, 255).astype("u1").tobytes(),
    )


if __name__ == "__main__":
    main()
