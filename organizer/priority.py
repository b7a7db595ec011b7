"""What works beside the window lets it go first."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

# of 19: a decoding process wants every core for minutes; a thread may hold what the window needs
PROCESS_STEPS, THREAD_STEPS = 10, 5
# for subprocess.Popen, where only the parent can say so in time
BELOW_NORMAL: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows


def step_back() -> None:
    """Lower the priority of this process; on Windows whoever starts it does."""
    if sys.platform != "win32":
        os.nice(PROCESS_STEPS)


def step_back_here() -> None:
    """Lower the priority of the calling thread alone, which cannot be raised again.

    Nothing outside Linux, where a priority belongs to the process. Source: setpriority(2), notes.
    """
    if sys.platform == "linux":
        own = threading.get_native_id()
        now = os.getpriority(os.PRIO_PROCESS, own)
        os.setpriority(os.PRIO_PROCESS, own, min(now + THREAD_STEPS, 19))
