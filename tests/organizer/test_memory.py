"""Free memory goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

# the last small piece holds all that lies below it in the arena of the C library
PROGRAM = """
import ctypes
from pathlib import Path
from organizer.memory import give_back_memory

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p

def held_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(one for one in lines if one.startswith("VmRSS")).split()[1]) // 1024

pieces = [libc.malloc(60_000) for _ in range(2000)]
last = libc.malloc(100)
for piece in pieces:
    ctypes.memset(ctypes.c_void_p(piece), 1, 60_000)
for piece in pieces:
    libc.free(ctypes.c_void_p(piece))
before = held_mb()
print(give_back_memory(), before - held_mb())
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems take free memory by themselves"
)
def test_what_is_free_is_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    gave, fewer_mb = done.stdout.split()

    assert gave == "True"
    assert int(fewer_mb) > 80
