#!/usr/bin/env python3
"""How well proposals fit made lives: one table over many seeds.

    python tools/score_lives.py --eval EVAL_DIR --out DIR [--seeds 1 2 … 10] [--jobs 2]

EVAL_DIR holds ``life.py``, which makes a photo life with known truth, and ``score.py``, which holds
a report against it. Odd seeds have a second camera with a wrong clock, seeds 1 to 4 draw pictures
from the pool of themes beside EVAL_DIR, seed 10 has eight years. The birthdays of the truth are
told to the program as its user would tell them. Lives and libraries stay in DIR, so that another
run only proposes anew. Prints a line for each seed, then means and the worst; ``--json FILE``
keeps all scores.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
POOL_SEEDS, LONG_SEED = (1, 2, 3, 4), 10
COLUMNS = {
    "F1": lambda score: score["boundary"]["f1"],
    "P": lambda score: score["boundary"]["precision"],
    "R": lambda score: score["boundary"]["recall"],
    "B3": lambda score: score["bcubed_f1"],
    "strangers": lambda score: score["strangers"],
    "trips": lambda score: score["trips"]["found"] / max(1, score["trips"]["true"]),
    "spurious": lambda score: score["trips"]["spurious"],
    "like P": lambda score: score["likeness"]["precision"],
    "like R": lambda score: score["likeness"]["recall"],
    "polluted": lambda score: score["suggestions"]["polluted"],
    "copies": lambda score: score["suggestions"]["copies_inside"],
    "births": lambda score: score["birthdays"]["found"] / max(1, score["birthdays"]["true"]),
    "purity": lambda score: score["birthdays"]["purity"],
    "count": lambda score: score["suggestions"]["count"],
}

LESS_IS_BETTER = {"strangers", "spurious", "polluted", "copies", "count"}


def main() -> None:
    """Make, organize, score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True, metavar="EVAL_DIR")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--size", type=int, default=160)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    evaluation = options.eval.resolve()
    with ThreadPoolExecutor(options.jobs) as pool:
        scores = list(
            pool.map(
                lambda seed: score_seed(evaluation, options.out.resolve(), seed, options.size),
                options.seeds,
            )
        )
    print_table(dict(zip(options.seeds, scores, strict=True)))
    if options.json:
        options.json.write_text(json.dumps(dict(zip(options.seeds, scores, strict=True))))


def score_seed(evaluation: Path, out: Path, seed: int, size: int) -> dict[str, Any]:
    """Make the life of a seed if it is not there, organize it, and score the report."""
    life, library = out / f"s{seed}", out / f"library{seed}"
    if not (life / "truth.json").exists():
        make_life(evaluation, life, seed, size)
    report = out / f"report{seed}.json"
    if not (library / "told").exists():
        shutil.rmtree(library, ignore_errors=True)
        for name, day in json.loads((life / "truth.json").read_text())["birthdays"].items():
            homeroll(library, "dates", "add", name, day)
        homeroll(library, "organize", str(life / "photos"), "--suggestions", "on")
        (library / "told").touch()
    homeroll(library, "suggest", "--json", str(report))
    command = [sys.executable, str(evaluation / "score.py"), str(report), str(life), "--json"]
    return json.loads(run(command))  # type: ignore[no-any-return]


def make_life(evaluation: Path, life: Path, seed: int, size: int) -> None:
    """A made life as the marks of the project ask for it."""
    years = 8 if seed == LONG_SEED else 3
    more = ["--clocks"] if seed % 2 else []
    if seed in POOL_SEEDS:
        more += ["--pool", str(evaluation.parent / "data" / "themes")]
    words = [str(life), "--seed", str(seed), "--years", str(years), "--size", str(size), *more]
    run([sys.executable, str(evaluation / "life.py"), *words])


def homeroll(library: Path, *words: str) -> None:
    """Run the program."""
    options = ["--library", str(library), "--workers", "1", "--quiet"]
    run([sys.executable, "-m", "homeroll", *options, *words])


def run(command: list[str]) -> str:
    """Run a process; what it prints."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


def print_table(scores: dict[int, dict[str, Any]]) -> None:
    """A line a seed, then the means and the worst."""
    print("seed  " + "".join(f"{name:>10}" for name in COLUMNS))
    columns = {name: [of(score) for score in scores.values()] for name, of in COLUMNS.items()}
    for row, seed in enumerate(scores):
        print(f"{seed:<6}" + "".join(f"{values[row]:>10.3f}" for values in columns.values()))
    means = [sum(values) / len(values) for values in columns.values()]
    worst = [(max if name in LESS_IS_BETTER else min)(values) for name, values in columns.items()]
    print("mean  " + "".join(f"{value:>10.3f}" for value in means))
    print("worst " + "".join(f"{value:>10.3f}" for value in worst))


if __name__ == "__main__":
    main()
