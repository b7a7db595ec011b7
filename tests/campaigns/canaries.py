"""Marks in everything that is worked out or said; after each erasure no byte of them is left.

``python -m tests.campaigns.canaries --kills 200 --json FILE`` also ends the program with SIGKILL
at random moments of an erasure and lets the next start finish it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from organizer import cli, pipeline
from organizer.library import open_library
from organizer.models import Said
from organizer.models import Signal as May
from organizer.pipeline import consenting, forgetting
from organizer.progress import Progress
from organizer.store.derived_eraser import MADE
from tests.builders import FAR_AWAY, SPRING, a_life, a_photo_file
from tests.campaigns.canary_marks import AWAY, LIFE, SAID, SHARED, hits, plant_derived, plant_said


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


def of_words(_table: str, whose: str) -> bool:
    return whose == SAID


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
    Erasure("forget", with_library(forgetting.forget, frozenset(Said)), of_words),
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


def off_in_window(library_path: Path) -> str:
    """Turn suggestions off in the real program; all that it keeps lies beside the library."""
    kept = library_path.parent.parent
    folders = {f"XDG_{what.upper()}_HOME": what for what in ("cache", "config", "data")}
    folders |= {"HOME": "data", "TMPDIR": "temp"}
    env = {name: str(kept / folder) for name, folder in folders.items()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.campaigns.window_off", str(library_path)],
        env={**os.environ, **env, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


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
