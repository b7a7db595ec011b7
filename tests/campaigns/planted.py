#!/usr/bin/env python3
"""Takes the rules that guard the promises out, one at a time, and sees whether a test fails.

    python -m tests.campaigns.planted [--only WORD] [--count N]

Works on a copy of the repository in a folder of its own. First the tests run on the copy as it
is: they must pass, else a fault proves nothing. A plant is caught when a test *fails*; one that
keeps tests from being collected proves nothing either and counts as missed. Prints JSON; the exit
code is 1 if a plant was missed, or if its text is not found exactly once.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import monotonic

from tests.campaigns.plants import AREAS
from tests.campaigns.plants.model import Plant

ROOT = Path(__file__).resolve().parents[2]
TESTS_PASSED, TESTS_FAILED = 0, 1  # pytest's exit codes; the others are no verdict
LONGEST_S, LONGEST_WHOLE_S = 300, 1800


def main() -> int:
    """Plant, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="plants whose area, name or file has this word")
    parser.add_argument("--count", type=int, help="so many at most")
    options = parser.parse_args()
    chosen = list(_chosen(options.only.casefold()))[: options.count]
    stale = [plant.guard for _, plant in chosen if is_stale(plant)]
    fresh = [(area, plant) for area, plant in chosen if plant.guard not in stale]
    with tempfile.TemporaryDirectory(prefix="homeroll-planted-") as place:
        copy = _copied(Path(place) / "repository")
        _require_passing(copy, sorted({test for _, plant in fresh for test in plant.tests}))
        missed = [plant.guard for area, plant in fresh if not _is_caught(copy, area, plant)]
    caught: dict[str, list[str]] = {}
    for area, plant in fresh:
        if plant.guard not in missed:
            caught.setdefault(area, []).append(plant.guard)
    count = len(fresh) - len(missed)
    told = {"planted": len(fresh), "caught": count, "missed": missed, "stale": stale}
    print(json.dumps({**told, "guards": caught}, indent=1, ensure_ascii=False))
    return 1 if missed or stale else 0


def is_stale(plant: Plant, root: Path = ROOT) -> bool:
    """Whether the program was changed, so that the rule is not where it was."""
    path = root / plant.file
    return not path.is_file() or path.read_text(encoding="utf-8").count(plant.old) != 1


def _chosen(word: str) -> Iterable[tuple[str, Plant]]:
    for area, plants in AREAS.items():
        for plant in plants:
            if any(word in text.casefold() for text in (area, plant.guard, plant.file)):
                yield area, plant


def _copied(place: Path) -> Path:
    """The files of the working tree that git knows or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


def _require_passing(copy: Path, tests: Sequence[str]) -> None:
    """See that the copy is what is tested, and that it passes.

    Raises:
        SystemExit: If not.
    """
    ask = [sys.executable, "-c", "import organizer, ui; print(organizer.__file__, ui.__file__)"]
    imported = subprocess.run(
        ask, cwd=copy, env=_environment(copy), capture_output=True, text=True, check=True
    )
    if not all(Path(one).is_relative_to(copy) for one in imported.stdout.split()):
        raise SystemExit(f"The copy is not what is imported: {imported.stdout}")
    code, output = _tested(copy, tests, LONGEST_WHOLE_S)
    if code != TESTS_PASSED:
        raise SystemExit(f"Without a fault these tests do not pass:\n{output[-4000:]}")


def _is_caught(copy: Path, area: str, plant: Plant) -> bool:
    path = copy / plant.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(plant.old, plant.new), encoding="utf-8")
    started = monotonic()
    try:
        code, output = _tested(copy, plant.tests, LONGEST_S)
    finally:
        path.write_text(whole, encoding="utf-8")
    verdict = "caught" if code == TESTS_FAILED else "MISSED"
    print(f"{verdict} {monotonic() - started:5.1f} s  {area}: {plant.guard}", file=sys.stderr)
    if code not in (TESTS_PASSED, TESTS_FAILED):
        print(output[-2000:], file=sys.stderr)
    return code == TESTS_FAILED


def _tested(copy: Path, tests: Sequence[str], longest_s: int) -> tuple[int, str]:
    """The exit code of pytest and what it said; no code of its own if it takes too long."""
    words = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"]
    command = [sys.executable, "-m", "pytest", *words, f"--basetemp={copy.parent / 'runs'}"]
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=copy,
            env=_environment(copy),
            capture_output=True,
            text=True,
            check=False,
            timeout=longest_s,
        )
    except subprocess.TimeoutExpired:
        return -1, "It takes too long."
    return done.returncode, done.stdout + done.stderr


def _environment(copy: Path) -> dict[str, str]:
    own = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own}


if __name__ == "__main__":
    raise SystemExit(main())
