"""Landlock: this process may no longer open, make or remove any file by its name (Linux 5.13).

A second lock beside seccomp, of another make: one holds should the other be broken.

Source: landlock(7), linux/landlock.h. The numbers of the calls are the same on all machines.
"""

from __future__ import annotations

import ctypes
import struct
import sys

_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_ASK_VERSION = 1
_SET_NO_NEW_PRIVS = 38
# what each version of the interface can forbid: files, ports, sockets and signals of others
_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_PORTS_SINCE, _OTHERS_SINCE = 4, 6
_BOTH = 0b11


def forbid_files() -> bool:
    """Give up all access by name, for good; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return False
    rules = _rules(version)
    ruleset = libc.syscall(_CREATE_RULESET, rules, ctypes.c_size_t(len(rules)), ctypes.c_uint32(0))
    if ruleset < 0:
        return False
    no_new = [ctypes.c_ulong(value) for value in (1, 0, 0, 0)]
    libc.prctl(_SET_NO_NEW_PRIVS, *no_new)
    return int(libc.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))) == 0


def _rules(version: int) -> bytes:
    """What is forbidden; there are no exceptions."""
    files = max(mask for since, mask in _FILES.items() if since <= version)
    if version < _PORTS_SINCE:
        return struct.pack("=Q", files)
    if version < _OTHERS_SINCE:
        return struct.pack("=QQ", files, _BOTH)
    return struct.pack("=QQQ", files, _BOTH, _BOTH)
