"""Marks in everything that is worked out or said; after each erasure no byte of them is left.

``python -m tests.campaigns.canaries --kills 200 --json FILE`` also ends the program with SIGKILL
at random moments of an erasure and lets the next start finish it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from organizer import cli, pipeline
from organizer.library import open_library
from organizer.models import (
    Decision,
    HomeWord,
    PhotoId,
    RememberedDate,
    Rule,
    RuleKind,
    Said,
    SuggestionKind,
)
from organizer.models import Signal as May
from organizer.pipeline import consenting, forgetting
from organizer.progress import Progress
from organizer.store.derived import TABLES
from organizer.store.derived_eraser import MADE
from tests.builders import FAR_AWAY, SPRING, a_life, a_photo_file

START = b"canary-4c1e-"
_MARK = re.compile(START + rb"([a-z_]+)-([a-z]+)\.")
BY_PHOTO = ("feature", "face_count", "theme", "membership")
SHARED, AWAY, LIFE, SAID = "shared", "away", "life", "said"


@dataclass(frozen=True)
class Erasure:
    """One way to erase: what does it, and whose marks must be gone afterwards."""

    name: str
    do: Callable[[Path], object]
    gone: Callable[[str, str], bool]


def with_library(act: Callable[..., object], *words: object) -> Callable[[Path], object]:
    def run(path: Path) -> object:
        with open_library(path) as library:
            return act(library, *words)

    return run


def leave_out_the_trip(path: Path) -> object:
    with open_library(path) as library:
        folder = next(one for one in library.folders.all() if one.path.name == "trip")
        return consenting.say_no(library, folder_id=folder.id)


def of_signal(may: May) -> Callable[[str, str], bool]:
    made = MADE[may]
    return lambda table, _whose: table in (*made.by_photo, *made.mixed)


ERASURES = (
    Erasure("off", with_library(pipeline.turn_suggestions_off), lambda _t, whose: whose != SAID),
    *(
        Erasure(str(may), with_library(consenting.say_no, [may]), of_signal(may))
        for may in (May.PLACES, May.CONTENT, May.FACE_COUNT)
    ),
    # themes, groups and suggestions come of all folders: they are made anew from the others
    Erasure(
        "folder",
        leave_out_the_trip,
        lambda table, whose: whose in (AWAY, SHARED) or table == "theme",
    ),
    Erasure("forget", with_library(forgetting.forget), lambda _t, whose: whose == SAID),
    Erasure("everything", pipeline.erase_everything, lambda _table, _whose: True),
)


def prepare(base: Path, *, months: int = 2) -> Path:
    """A made life and a trip, organized, with marks; gives the folder to copy for each try."""
    a_life(base / "photos" / "life", months=months)
    for number in range(24):
        at = SPRING + timedelta(days=70 + number // 8, minutes=9 * number)
        a_photo_file(base / "photos" / "trip" / f"T_{number:04}.jpg", at, FAR_AWAY)
    kept = base / "kept"
    for name in ("data", "cache", "config", "temp"):
        (kept / name).mkdir(parents=True)
    library_path = kept / "data" / "library"
    with open_library(library_path) as library:
        pipeline.add_folders(library, [base / "photos" / "life", base / "photos" / "trip"])
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=2)
        photos = {
            one.id: AWAY if "trip" in one.path.parts else LIFE for one in library.photos.all()
        }
    plant_derived(library_path, photos)
    plant_said(library_path)
    return kept


def mark(table: str, whose: str) -> bytes:
    return START + f"{table}-{whose}.".encode()


def plant_derived(library_path: Path, photos: dict[PhotoId, str]) -> None:
    """Marks in every table, written and written over in no order, so that pages are split."""
    lot = random.Random(7)
    with closing(sqlite3.connect(library_path / "derived.sqlite")) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")  # as a careless former version might
        for times in (70, 11, 34):
            for photo_id in lot.sample(sorted(photos), len(photos)):
                for table in BY_PHOTO:
                    content = mark(table, photos[photo_id]) * (times if table == "feature" else 3)
                    _put(connection, table, photo_id, content)
        for number in range(300):
            for table in set(TABLES) - set(BY_PHOTO):
                _put(connection, table, 1_000_000 + number, mark(table, SHARED) * 5)


def _put(connection: sqlite3.Connection, table: str, key: int, content: bytes) -> None:
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    values = [key if name in ("id", "photo_id") else content for _, name, *_ in columns]
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)


def plant_said(library_path: Path) -> None:
    """A mark in everything that was said; twenty times, changed each time, and in a copy."""
    with open_library(library_path) as library:
        ids = [photo.id for photo in library.photos.all()]
        for number in range(20):
            words = {kind: f"{mark(kind, SAID).decode()}{number}" for kind in Said}
            with library.transaction():
                library.dates.add(
                    RememberedDate(name=words[Said.DATES], month=3, day=9, kind="birthday")
                )
                library.rules.keep(Rule(kind=RuleKind.NEVER_REMEMBERED, subject=words[Said.RULES]))
                library.home_words.keep(
                    HomeWord(is_home=True, latitude=1, longitude=2, name=words[Said.HOMES])
                )
                theme = library.taught.add(words[Said.THEMES])
                library.taught.teach(theme, ids[number : number + 5], shows=True)
                library.decisions.keep(
                    Decision(
                        verdict="dismissed",
                        suggestion_id=words[Said.DECISIONS],
                        suggestion_kind=SuggestionKind.EVENT,
                        title=words[Said.DECISIONS],
                        photo_ids=frozenset(ids[:9]),
                    )
                )
        pipeline.back_up(library, now=datetime.now(), even_if_recent=True)


def hits(kept: Path) -> dict[tuple[str, str], int]:
    """How often each mark is found in the raw bytes of everything that is kept."""
    found: dict[tuple[str, str], int] = {}
    for path in kept.rglob("*"):
        if not path.is_file():
            continue
        for table, whose in _MARK.findall(path.read_bytes()):
            key = table.decode(), whose.decode()
            found[key] = found.get(key, 0) + 1
    return found


def left_of(erasure: Erasure, kept: Path) -> dict[str, int]:
    """What should be gone and is not."""
    return {"-".join(key): count for key, count in hits(kept).items() if erasure.gone(*key)}


def start_again(library_path: Path) -> int:
    """The next start of the program, as far as it finishes what was begun."""
    return cli.run(
        ["--quiet", "--library", str(library_path), "dates"],
        open_window=lambda *_words: 0,
        tell=lambda _sentence: None,
        mend=lambda _path, _sentence: False,
    )


def in_child(act: Callable[[Path], object], library_path: Path) -> int:
    """Run *act* in a process of its own; gives its number."""
    child = os.fork()
    if child:
        return child
    os.close(sys.stdout.fileno()) if "PYTEST_CURRENT_TEST" not in os.environ else None
    try:
        act(library_path)
    finally:
        os._exit(0)


def erase_and_look(erasure: Erasure, prepared: Path, place: Path) -> dict[str, object]:
    """One erasure that is let go on to its end."""
    shutil.copytree(prepared, place)
    before = sum(erasure.gone(*key) for key in hits(place))
    started = time.monotonic()
    erasure.do(place / "data" / "library")
    took_s = time.monotonic() - started
    return {
        "erasure": erasure.name,
        "kinds_marked": before,
        "took_s": round(took_s, 3),
        "left": left_of(erasure, place),
    }


def kill_and_look(
    erasure: Erasure, prepared: Path, place: Path, after_s: float
) -> dict[str, object]:
    """One erasure that is killed, and finished by the next start."""
    shutil.copytree(prepared, place)
    library_path = place / "data" / "library"
    flag = library_path / "erasing"
    child = in_child(erasure.do, library_path)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    begun, killed = flag.exists(), os.WIFSIGNALED(status)
    next_start = in_child(start_again, library_path)
    os.waitpid(next_start, 0)
    left = left_of(erasure, place)
    return {
        "erasure": erasure.name,
        "after_s": round(after_s, 4),
        "was": "in between" if begun else "before it began" if killed and left else "done",
        "left": {} if killed and not begun and left else left,
        "flag": flag.exists(),
    }


def on_again(prepared: Path, place: Path) -> dict[str, int]:
    """What of the old is there after off and on; everything is worked out anew meanwhile."""
    shutil.copytree(prepared, place)
    off = ERASURES[0]
    off.do(place / "data" / "library")
    with open_library(place / "data" / "library") as library:
        pipeline.turn_suggestions_on(library)
        pipeline.organize(library, progress=Progress(), workers=2)
    return left_of(off, place)


def kills(prepared: Path, scratch: Path, count: int, seed: int) -> list[dict[str, object]]:
    """So many kills at random moments, over all ways to erase in turn."""
    lot = random.Random(seed)
    found = []
    longest = {
        one.name: float(str(erase_and_look(one, prepared, _fresh(scratch))["took_s"]))
        for one in ERASURES
    }
    for number in range(count):
        erasure = ERASURES[number % len(ERASURES)]
        after_s = 0.004 + lot.random() * (longest[erasure.name] + 0.01)
        found.append(kill_and_look(erasure, prepared, _fresh(scratch), after_s))
    return found


def _fresh(scratch: Path) -> Path:
    place = scratch / "try"
    shutil.rmtree(place, ignore_errors=True)
    return place


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=date.today().toordinal())
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        prepared = prepare(base, months=6)
        plain = [erase_and_look(one, prepared, _fresh(base)) for one in ERASURES]
        again = on_again(prepared, _fresh(base))
        killed = kills(prepared, base, options.kills, options.seed)
    moments = [str(one["was"]) for one in killed]
    report = {
        "erasures": plain,
        "old_after_off_and_on": again,
        "kills": len(killed),
        "moments": {was: moments.count(was) for was in sorted(set(moments))},
        "unfinished": [one for one in killed if one["left"] or one["flag"]],
        "seed": options.seed,
    }
    text = json.dumps(report, indent=1)
    if options.json:
        options.json.write_text(text + "\n", encoding="utf-8")
    print(text)
    return 1 if again or report["unfinished"] or any(one["left"] for one in plain) else 0


if __name__ == "__main__":
    raise SystemExit(main())
