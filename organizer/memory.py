"""Memory that is free in this process, but that the system does not know of."""

from __future__ import annotations

import ctypes
import sys


def give_back_memory() -> bool:
    """Give what the C library keeps for later back to the system; False where it cannot.

    Large pieces of work in several threads leave free memory in an arena for each of them, and
    glibc gives back by itself only what lies at the end of one. Takes some 10 ms; call it beside
    the window. Source: malloc_trim(3).
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # another C library has none
    return trim is not None and bool(trim(0))
