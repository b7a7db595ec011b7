#!/usr/bin/env python3
"""A monkey at the real program: random keys, clicks, drags, menus, drops, with a seed.

    python tools/monkey.py [--minutes 10] [--seed 1] [--eval ../shared/eval | --photos DIR ...]

It works on photos of its own in an X server of its own, with a home folder of its own, and ends
with JSON. The exit code is 1 for a crash, a hang, an error in the program, a warning of Qt, an
original that was changed, or memory that grows.
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

SCREEN = (1500, 950)


def main() -> int:
    """Read the arguments, let it loose, judge."""
    arguments = _parse()
    if arguments.inside:
        return _inside(arguments)
    with tempfile.TemporaryDirectory() as scratch, a_screen(SCREEN) as display:
        photos = arguments.photos or [made_life(Path(scratch), arguments.eval)]
        return _outside(arguments, photos, Path(scratch), display)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--eval", type=Path, help="the folder that holds life.py")
    parser.add_argument("--photos", type=Path, nargs="+")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _outside(arguments: argparse.Namespace, photos: list[Path], scratch: Path, display: str) -> int:
    from tests.builders import fingerprints

    before = [fingerprints(folder) for folder in photos]
    home = _a_home(scratch)
    command = [sys.executable, __file__, "--inside", str(scratch), "--photos", *map(str, photos)]
    command += ["--minutes", str(arguments.minutes), "--seed", str(arguments.seed)]
    env = {**os.environ, **home, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    limit_s = 60 * arguments.minutes + 300
    try:
        code = subprocess.run(command, env=env, check=False, timeout=limit_s).returncode
    except subprocess.TimeoutExpired:
        code = -1
    report = scratch / "monkey.json"
    found = json.loads(report.read_text()) if report.exists() else {"faults": []}
    if code < 0 or not report.exists():
        found["faults"].append(f"the program ended by itself or hung (exit code {code})")
    if [fingerprints(folder) for folder in photos] != before:
        found["faults"].append("an original was changed")
    print(json.dumps(found, indent=1))
    return 1 if found["faults"] else 0


def _a_home(scratch: Path) -> dict[str, str]:
    """A home folder of its own, and other programs that only look like some."""
    home, programs = scratch / "home", scratch / "programs"
    programs.mkdir()
    for name in ("xdg-open", "gdbus", "dbus-send"):
        (programs / name).write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    for folder in ("Documents", "Pictures"):
        (home / folder).mkdir(parents=True)
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "PATH": f"{programs}:{os.environ['PATH']}",
    }


def _inside(arguments: argparse.Namespace) -> int:
    from homeroll import stand_guard

    stand_guard()  # as the program does, before Qt is imported
    from tools.driving.ape import let_loose

    found = let_loose(
        arguments.inside / "library",
        [path.resolve() for path in arguments.photos],
        seed=arguments.seed,
        seconds=60 * arguments.minutes,
    )
    (arguments.inside / "monkey.json").write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
