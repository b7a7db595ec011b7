"""Rules about system calls that the Linux kernel enforces on this process, for good.

Standard library only, and quick to import: the network wall is raised before anything else.

Source: seccomp(2), linux/filter.h, linux/seccomp.h, asm/unistd.h of x86-64 and aarch64.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable, Sequence

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER, _FILTER_FLAG_TSYNC = 1, 1
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _JUMP_IF_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FIRST_ARGUMENT = 0, 4, 16
_X32_BIT = 0x40000000  # the same calls under other numbers: refused whole
_AF_UNIX = 1
_CLONE_THREAD = 0x10000

_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# number on x86-64, number on aarch64 (None: the call does not exist there)
_NUMBERS: dict[str, tuple[int, int | None]] = {
    "seccomp": (317, 277),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "open": (2, None),
    "openat": (257, 56),
    "openat2": (437, 437),
    "open_by_handle_at": (304, 265),
    "creat": (85, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "unshare": (272, 97),
    "setns": (308, 268),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "prctl": (157, 167),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "mount": (165, 40),
    "umount2": (166, 39),
    "chroot": (161, 51),
    "pivot_root": (155, 41),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rmdir": (84, None),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
}

Rule = Sequence[bytes]


def is_supported() -> bool:
    """Whether this system has seccomp on a processor whose call numbers are known here."""
    return sys.platform.startswith("linux") and platform.machine() in _AUDIT and sys.maxsize > 2**32


def refuse(calls: Iterable[str], *, error: int = errno.EPERM) -> Rule:
    """Answer these calls with *error*; calls that the processor does not have are left out."""
    rule = []
    for call in calls:
        number = _number(call)
        if number is not None:
            rule += [_instruction(_JUMP_IF_EQUAL, 0, 1, number), _answer(error)]
    return rule


def only_unix_sockets() -> Rule:
    """Refuse ``socket`` and ``socketpair`` for every family but AF_UNIX."""
    rule = []
    for call in ("socket", "socketpair"):
        rule += [
            _instruction(_JUMP_IF_EQUAL, 0, 4, _number(call) or 0),
            _instruction(_LOAD, 0, 0, _AT_FIRST_ARGUMENT),
            _instruction(_JUMP_IF_EQUAL, 1, 0, _AF_UNIX),
            _answer(errno.EPERM),
            _instruction(_RETURN, 0, 0, _ALLOW),
        ]
    return rule


def only_threads() -> Rule:
    """Let ``clone`` make threads and no processes; put it last, it ends the filter for clone.

    ``clone3`` hides its flags behind a pointer, so it is answered as unknown: the C library then
    falls back to ``clone``.
    """
    return [
        *refuse(["clone3"], error=errno.ENOSYS),
        _instruction(_JUMP_IF_EQUAL, 0, 4, _number("clone") or 0),
        _instruction(_LOAD, 0, 0, _AT_FIRST_ARGUMENT),
        _instruction(_JUMP_IF_SET, 1, 0, _CLONE_THREAD),
        _answer(errno.EPERM),
        _instruction(_RETURN, 0, 0, _ALLOW),
    ]


def error_of(call: str, number: int, buffer: bytes) -> int:
    """Make a call that returns a descriptor, close that, and give the error (0 for none)."""
    libc = _libc()
    made = libc.syscall(
        ctypes.c_long(_number(call) or 0),
        ctypes.c_uint(number),
        ctypes.create_string_buffer(buffer, len(buffer)),
    )
    if made < 0:
        return ctypes.get_errno()
    os.close(made)
    return 0


def program_of(rules: Iterable[Rule]) -> bytes:
    """The filter as the kernel takes it: eight bytes an instruction (linux/filter.h)."""
    steps = [*_preamble(), *(step for rule in rules for step in rule)]
    return b"".join(steps) + _instruction(_RETURN, 0, 0, _ALLOW)


def install(rules: Iterable[Rule]) -> bool:
    """Put the rules in force for all threads and future children; False when refused."""
    program = program_of(rules)
    libc = _libc()
    buffer = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    handed = Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    done = libc.syscall(
        ctypes.c_long(_number("seccomp") or 0),
        ctypes.c_uint(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_uint(_FILTER_FLAG_TSYNC),
        ctypes.byref(handed),
    )
    return bool(done == 0)


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    return libc


def _preamble() -> list[bytes]:
    """Refuse calls of another architecture, then load the number of the call."""
    preamble = [
        _instruction(_LOAD, 0, 0, _AT_ARCHITECTURE),
        _instruction(_JUMP_IF_EQUAL, 1, 0, _AUDIT[platform.machine()]),
        _answer(errno.EPERM),
        _instruction(_LOAD, 0, 0, _AT_NUMBER),
    ]
    if platform.machine() == "x86_64":
        preamble += [_instruction(_JUMP_IF_AT_LEAST, 0, 1, _X32_BIT), _answer(errno.EPERM)]
    return preamble


def _number(call: str) -> int | None:
    on_x86_64, on_aarch64 = _NUMBERS[call]
    return on_aarch64 if platform.machine() == "aarch64" else on_x86_64


def _answer(error: int) -> bytes:
    return _instruction(_RETURN, 0, 0, _ERRNO | error)


def _instruction(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
