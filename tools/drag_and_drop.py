#!/usr/bin/env python3
"""Drag things from another program onto the real one, in an X server of its own.

    python tools/drag_and_drop.py [--out DIR]

Folders, several, files, what is no photo folder, what is there already, what is offered only to be
moved. Prints JSON: what was added by each drop, and what the other program was told. The exit code
is 1 if anything else came of it than should, or if an original was changed. Needs Xvfb and xdotool.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from organizer.library import open_library  # noqa: E402 - root first
from tests.builders import a_photo_file, fingerprints  # noqa: E402
from tools.driving.own_screen import a_screen  # noqa: E402

SCREEN = (1500, 900)
FROM, TO = (1430, 780), (760, 420)
WAIT_S, LOOK_S, STEP_S = 20.0, 0.1, 0.03


def main() -> int:
    """Start the program, drop, compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, help="pictures of the window while things are held")
    out = parser.parse_args().out
    if shutil.which("xdotool") is None:
        raise SystemExit("xdotool is needed (apt install xdotool).")
    with tempfile.TemporaryDirectory() as scratch, a_screen(SCREEN) as display:
        photos = _make_photos(Path(scratch))
        before = fingerprints(photos)
        library = Path(scratch) / "library"
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "homeroll", "--library", str(library)]
        program = subprocess.Popen(command, cwd=ROOT, env=env)
        try:
            found = _drop_all(photos, library, env, out)
        finally:
            program.terminate()
            program.wait(WAIT_S)
        found["originals unchanged"] = {"right": fingerprints(photos) == before}
    print(json.dumps(found, indent=1))
    return 0 if all(case["right"] for case in found.values()) else 1


def _make_photos(scratch: Path) -> Path:
    photos = scratch / "photos"
    for folder in ("one", "two", "three", "four/inside"):
        for number in range(3):
            a_photo_file(photos / folder / f"{folder[:3]}{number}.jpg", seed=hash(folder) % 1000)
    (photos / "notes.txt").write_text("words", encoding="utf-8")
    return photos


def _drop_all(
    photos: Path, library: Path, env: dict[str, str], out: Path | None
) -> dict[str, dict[str, object]]:
    def folders() -> list[str]:
        with open_library(library) as opened:
            return sorted(str(f.path.relative_to(photos)) for f in opened.folders.all())

    _until(lambda: (library / "catalog.sqlite").exists() and _window_is_seen(env))
    after_file = ["four/inside", "one", "three", "two"]
    cases: list[tuple[str, list[str], list[str]]] = [
        ("one folder", _paths(photos, "one"), ["one"]),
        ("several folders", _paths(photos, "two", "three"), ["one", "three", "two"]),
        ("a folder that is there", _paths(photos, "one"), ["one", "three", "two"]),
        ("a file: its folder comes", _paths(photos, "four/inside/fou0.jpg"), after_file),
        ("words", ["--text", "rubbish"], after_file),
        ("what is gone", _paths(photos, "gone"), after_file),
        ("only to be moved", ["--move-only", *_paths(photos, "four")], after_file),
        ("around one that is there", _paths(photos, "four"), ["four", "one", "three", "two"]),
    ]
    found: dict[str, dict[str, object]] = {}
    for name, arguments, expected in cases:
        told = _drag(arguments, env, out / f"{name}.png" if out else None)
        ended = monotonic() + WAIT_S / 2
        while folders() != expected and monotonic() < ended:
            sleep(LOOK_S)
        sleep(1)
        right = folders() == expected and "Move" not in told
        found[name] = {"told": told, "folders": folders(), "right": right}
    return found


def _paths(photos: Path, *names: str) -> list[str]:
    return ["--paths", *(str(photos / name) for name in names)]


def _window_is_seen(env: dict[str, str]) -> bool:
    seen = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Homeroll"],
        env=env,
        capture_output=True,
        check=False,
    )
    return bool(seen.stdout.strip())


def _drag(arguments: list[str], env: dict[str, str], picture: Path | None) -> str:
    """Drag from the other program into the window; returns what that program was told."""
    script = str(ROOT / "tools" / "driving" / "dragger.py")
    command = [sys.executable, script, "--at", *map(str, FROM), *arguments]
    source = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert source.stdout is not None
    source.stdout.readline()
    sleep(0.5)
    start = [position + 45 for position in FROM]
    _mouse(env, "mousemove", *start)
    _mouse(env, "mousedown", 1)
    for step in range(1, 21):
        share = step / 20
        at = [round(a + (b - a) * share) for a, b in zip(start, TO, strict=True)]
        _mouse(env, "mousemove", *at)
        sleep(STEP_S)
    sleep(0.4)
    if picture is not None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(picture)], env=env, check=False)
    _mouse(env, "mouseup", 1)
    try:
        return source.communicate(timeout=WAIT_S)[0].strip()
    except subprocess.TimeoutExpired:
        source.kill()
        return "no answer"


def _mouse(env: dict[str, str], *words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], env=env, check=True)


def _until(is_so: Callable[[], bool]) -> None:
    ended = monotonic() + WAIT_S
    while not is_so():
        if monotonic() > ended:
            raise SystemExit("the window did not open")
        sleep(LOOK_S)
    sleep(1.5)


if __name__ == "__main__":
    sys.exit(main())
