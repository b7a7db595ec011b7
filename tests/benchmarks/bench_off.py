"""How long it takes from *off* to *verified* at 100,000 photos, beside one overwrite of that size.

``python -m tests.benchmarks.bench_off --photos 100000 --json FILE``
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from organizer import pipeline
from organizer.features.model import EMBEDDING
from organizer.library import open_library
from organizer.models import Receipt, Signal
from organizer.pipeline import consenting
from organizer.store.derived_writer import DerivedWriter

# bytes of a row as the program writes it: embedding and 153 theme scores as float16
EMBEDDING_BYTES, THEMES_BYTES, COLOURS_BYTES = 2560, 2 * 153, 27
PHOTOS_A_SUGGESTION, SUGGESTIONS, THEMES_A_PHOTO = 120, 600, 2


def fill_catalog(path: Path, photos: int) -> None:
    """Two folders with plain photos, one of ten in the second; a yes to everything."""
    for name in ("first", "second"):
        (path.parent / name).mkdir(exist_ok=True)
    with open_library(path) as library:
        pipeline.add_folders(library, [path.parent / "first", path.parent / "second"])
        pipeline.turn_suggestions_on(library)
    with closing(sqlite3.connect(path / "catalog.sqlite")) as catalog, catalog:
        catalog.executemany(
            "INSERT INTO photo (id, content_hash, taken_at_s) VALUES (?, ?, ?)",
            ((n, n.to_bytes(16, "big"), n * 60) for n in range(1, photos + 1)),
        )
        catalog.executemany(
            "INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ns, photo_id, pass,"
            " kind, taken_at_source, taken_at_trust, taken_at_precision)"
            " VALUES (?, ?, 1, 1, ?, 2, 'photo', 'exif', 'high', 'second')",
            ((1 if n % 10 else 2, f"{n}.jpg".encode(), n) for n in range(1, photos + 1)),
        )


def fill_derived(path: Path, photos: int) -> None:
    """Rows of realistic sizes and numbers in every table."""
    lot = random.Random(1)
    with open_library(path) as library:
        DerivedWriter(path / "derived.sqlite", gate=library.gate).close()
    numbers = range(1, photos + 1)
    rows = {
        "feature": (
            (
                *(n, n.to_bytes(16, "big"), EMBEDDING, lot.randbytes(EMBEDDING_BYTES)),
                *(lot.randbytes(THEMES_BYTES), lot.randbytes(8), 0.5, 0.5),
                lot.randbytes(COLOURS_BYTES),
            )
            for n in numbers
        ),
        "membership": ((n, n // 25, n // 40, n // 9, n // 60, 0) for n in numbers),
        "theme": ((n, f"theme {k}", 0.5) for n in numbers for k in range(THEMES_A_PHOTO)),
        "face_count": (
            (n, n.to_bytes(16, "big"), "centerface@1", 2) for n in numbers if n % 5 == 0
        ),
        "event": ((n, "2020-01-01T10:00:00", "2020-01-01T12:00:00") for n in range(photos // 25)),
        "place_group": ((n, 45.0, 4.0) for n in range(photos // 40)),
        "likeness_group": ((n, n * 9) for n in range(photos // 9)),
        "home": ((45.0 + n, 4.0, "2019-01-01", "2021-01-01", 300) for n in range(3)),
        "suggestion": (
            (
                *(f"s{n}", n, "event", None, f"Title {n}", "Subtitle", None, None),
                json.dumps(list(range(n, n + PHOTOS_A_SUGGESTION))),
                *(n, 0.5, json.dumps([["A reason", [n], 0.5, 0.4]] * 6), ""),
            )
            for n in range(SUGGESTIONS)
        ),
    }
    with closing(sqlite3.connect(path / "derived.sqlite")) as derived, derived:
        for table, made in rows.items():
            derived.executemany(
                f"INSERT INTO {table} VALUES ({', '.join('?' * _columns(derived, table))})", made
            )


def _columns(connection: sqlite3.Connection, table: str) -> int:
    return len(connection.execute(f"PRAGMA table_info({table})").fetchall())


def overwrite_s(folder: Path, size: int) -> float:
    """One plain overwrite of a file of this size, to the disk."""
    file = folder / "overwritten"
    with file.open("wb") as out:
        for _ in range(size >> 20):
            out.write(os.urandom(1 << 20))
        out.flush()
        os.fsync(out.fileno())
    started = time.monotonic()
    with file.open("r+b") as out:
        for _ in range(size >> 20):
            out.write(b"\0" * (1 << 20))
        out.flush()
        os.fsync(out.fileno())
    took = time.monotonic() - started
    file.unlink()
    return took


def measured(
    path: Path, photos: int, act: Callable[..., Receipt], *words: object
) -> dict[str, object]:
    """Fill the derived store anew, and take the time of one erasure."""
    for old in path.glob("derived.sqlite*"):
        old.unlink()
    with open_library(path) as library:
        pipeline.turn_suggestions_on(library)
    fill_derived(path, photos)
    size = sum(one.stat().st_size for one in path.glob("derived.sqlite*"))
    plain_s = overwrite_s(path, size)
    with open_library(path) as library:
        started = time.monotonic()
        receipt = act(library, *words)
        took_s = time.monotonic() - started
    return {
        "derived_bytes": size,
        "took_s": round(took_s, 3),
        "one_overwrite_s": round(plain_s, 3),
        "beyond_the_overwrite_s": round(took_s - plain_s, 3),
        "complete": receipt.complete,
        "counts": dict(receipt.counts),
    }


def run(photos: int, place: Path) -> dict[str, object]:
    path = place / "library"
    fill_catalog(path, photos)
    erasures: dict[str, tuple[Callable[..., Receipt], tuple[object, ...]]] = {
        "off": (pipeline.turn_suggestions_off, ()),
        "places": (consenting.say_no, ([Signal.PLACES],)),
        "content": (consenting.say_no, ([Signal.CONTENT],)),
        "folder": (consenting.say_no, (consenting.ALL_SIGNALS, 2)),
    }
    found = {name: measured(path, photos, act, *words) for name, (act, words) in erasures.items()}
    return {"photos": photos, **found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--place", type=Path, help="a folder on the disk to be measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.place) as folder:
        found = run(options.photos, Path(folder))
    text = json.dumps(found, indent=1)
    if options.json:
        options.json.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
