"""Running the program to measure it: seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
_LOOK_S = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """How long a process took, and its memory with its children all along, shared pages once."""

    seconds: float
    memory_mb: tuple[float, ...]

    @property
    def peak_mb(self) -> float:
        """The largest memory that was seen."""
        return max(self.memory_mb, default=0.0)

    def tenths(self) -> list[float]:
        """The largest memory in each tenth of the time."""
        step = max(1, len(self.memory_mb) // 10)
        return [
            max(self.memory_mb[start : start + step])
            for start in range(0, len(self.memory_mb), step)
        ]


def homeroll(library: Path, *words: str) -> list[str]:
    """The command line of the program."""
    return [sys.executable, "-m", "homeroll", "--library", str(library), "--quiet", *words]


def run(command: list[str], *, cores: int) -> Run:
    """Run a process to its end on so many cores."""
    chosen = set(sorted(os.sched_getaffinity(0))[:cores])
    memory: list[float] = []
    started = perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, chosen),
    )
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_LOOK_S):
            memory.append(memory_mb(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = perf_counter() - started
    over.set()
    watcher.join()
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return Run(seconds, tuple(memory))


def memory_mb(process_id: int) -> float:
    """Proportional set size of a process and all below it, in MB; 0 for one that is gone."""
    total = 0.0
    try:
        for line in Path(f"/proc/{process_id}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
        for thread in Path(f"/proc/{process_id}/task").iterdir():
            for child in (thread / "children").read_text().split():
                total += memory_mb(int(child))
    except OSError:  # it ended while we were looking
        pass
    return total
