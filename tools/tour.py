#!/usr/bin/env python3
"""A tour of the real program on a made life: numbered pictures of every page, dialog and state.

    python tools/tour.py --out DIR [--eval ../shared/eval | --photos DIR ...]
        [--languages en vi] [--sizes 1280x800 1920x1080] [--only NAME ...]

For each language it starts an X server of its own (Xvfb, with openbox if there is one) and in it
the program, and walks through it, light and dark, in every size. Beside the pictures it writes
``event-loop.json``: how often and where the event loop was held up for more than 50 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.driving.own_screen import a_screen, made_life  # noqa: E402 - root first

LOCALES = {"en": "en_GB.UTF-8", "vi": "vi_VN.UTF-8"}
STRANGE = {
    "notes.txt": b"no picture",
    "broken.jpg": b"\xff\xd8\xff\xe0 cut off",
    "empty.png": b"",
    "<b>odd<b> name.jpg": b"\xff\xd8\xff\xdb",
}


def main() -> int:
    """Read the arguments, tour in each language, print what the event loop says."""
    arguments = _parse()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.inside:
        return _inside(arguments)
    codes = []
    with tempfile.TemporaryDirectory() as scratch:
        photos = arguments.photos or [made_life(Path(scratch), arguments.eval)]
        for language in arguments.languages:
            with a_screen(_largest(arguments.sizes)) as display:
                codes.append(_tour(arguments, language, photos, display))
    return max(codes)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--eval", type=Path, help="the folder that holds life.py")
    parser.add_argument("--photos", type=Path, nargs="+")
    parser.add_argument("--languages", nargs="+", default=["en", "vi"], choices=list(LOCALES))
    parser.add_argument("--sizes", nargs="+", default=["1280x800", "1920x1080"])
    parser.add_argument("--only", nargs="+", help="stops that are photographed")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _largest(sizes: list[str]) -> tuple[int, int]:
    sides = [tuple(int(side) for side in size.split("x")) for size in sizes]
    return max(side[0] for side in sides), max(side[1] for side in sides)


def _tour(arguments: argparse.Namespace, language: str, photos: list[Path], display: str) -> int:
    """One language, in a process of its own; returns its exit code."""
    out = arguments.out / language
    command = [sys.executable, __file__, "--out", str(out)]
    command += ["--photos", *map(str, photos), "--sizes", *arguments.sizes]
    if arguments.only:
        command += ["--only", *arguments.only]
    env = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": LOCALES[language],
        "LANG": LOCALES[language],
    }
    env.pop("HOMEROLL_SCHEME", None)
    print(f"-- {language}", flush=True)
    # the folders are removed by this process: the one inside refuses to
    with tempfile.TemporaryDirectory() as scratch:
        command += ["--inside", scratch]
        return subprocess.run(command, env=env, check=False).returncode


def _inside(arguments: argparse.Namespace) -> int:
    """The program itself, and the driver in its event loop."""
    from homeroll import stand_guard

    stand_guard()  # as the program does, before Qt is imported
    from tools.driving import look_stops, stops, word_stops
    from tools.driving.touring import Tour, run

    sizes = [tuple(int(side) for side in size.split("x")) for size in arguments.sizes]
    scratch: Path = arguments.inside
    folders = _folders(scratch, arguments.photos)
    tour = Tour(
        arguments.out,
        sizes,
        folders,
        scratch,
        set(arguments.only or ()),
        stops=(
            stops.first_start,
            stops.timeline,
            stops.searching,
            stops.places,
            look_stops.look_alikes_off,
            look_stops.suggestions,
            look_stops.opened_suggestion,
            look_stops.look_alikes,
            stops.album,
            stops.viewer,
            stops.dialogs_of_photos,
            word_stops.said_pages,
            word_stops.privacy,
            word_stops.pages_of_words,
            word_stops.erasing,
            word_stops.offline,
            word_stops.new_folder,
            word_stops.switch_off,
        ),
    )
    failures = run(tour, scratch / "library")
    report = {"failures": failures, **tour.event_loop}
    (arguments.out / "event-loop.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    print(json.dumps(report, indent=1), flush=True)
    return 1 if failures else 0


def _folders(scratch: Path, photos: list[Path]) -> list[Path]:
    """The photos, and a folder with what cannot be read, which will be unplugged."""
    strange = scratch / "Old stick"
    strange.mkdir()
    for name, content in STRANGE.items():
        (strange / name).write_bytes(content)
    return [*(path.resolve() for path in photos), strange]


if __name__ == "__main__":
    sys.exit(main())
