"""An X server of our own, and photos of a made life."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARGIN_PX, WAIT_S = 40, 20


@contextmanager
def a_screen(size: tuple[int, int]) -> Iterator[str]:
    """An X server of our own with a window manager, ended afterwards; gives its display."""
    if shutil.which("Xvfb") is None:
        raise SystemExit("Xvfb is needed (apt install xvfb).")
    reading, writing = os.pipe()
    wide, high = size[0] + MARGIN_PX, size[1] + 2 * MARGIN_PX
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{wide}x{high}x24"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, pass_fds=[writing], **quiet)  # type: ignore[call-overload]
    os.close(writing)
    with os.fdopen(reading) as said:
        display = f":{said.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        env = {**os.environ, "DISPLAY": display}
        manager = subprocess.Popen(["openbox"], env=env, **quiet)  # type: ignore[call-overload]
    try:
        yield display
    finally:
        for started in filter(None, (manager, server)):
            started.terminate()
            started.wait(WAIT_S)


def made_life(scratch: Path, evaluation: Path | None) -> Path:
    """Photos of a life by the evaluation tools, or else of a painted one."""
    photos = scratch / "Photos"
    if evaluation is None:
        command = [sys.executable, str(ROOT / "tools" / "painted_life.py"), str(photos)]
    else:
        options = [str(photos), "--seed", "2", "--years", "2", "--size", "320"]
        command = [sys.executable, str(evaluation / "life.py"), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return photos
