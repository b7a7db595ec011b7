"""The filters as the kernel reads them, on both processors: run here instruction by instruction."""

from __future__ import annotations

import errno
import struct

import pytest

from organizer import seccomp
from organizer.privacy import network_wall
from organizer.scan import sandbox

ALLOWED, REFUSED = 0x7FFF0000, 0x00050000
X86_64, AARCH64, I386 = 0xC000003E, 0xC00000B7, 0x40000003
CLONE_THREAD, AF_UNIX, AF_INET = 0x10000, 1, 2
# numbers of the same calls, from asm/unistd.h of each
CALLS = {
    "x86_64": {"socket": 41, "socketpair": 53, "io_uring_setup": 425, "ptrace": 101, "read": 0},
    "aarch64": {"socket": 198, "socketpair": 199, "io_uring_setup": 425, "ptrace": 117, "read": 63},
}
DECODER = {
    "x86_64": {"openat": 257, "fchmod": 91, "utimensat": 280, "execve": 59, "clone": 56},
    "aarch64": {"openat": 56, "fchmod": 52, "utimensat": 88, "execve": 221, "clone": 220},
}

# what goes round a filter of sockets: reaching into other processes, making a program of one's own
ROUNDABOUT = {
    "x86_64": {"process_vm_readv": 310, "process_vm_writev": 311, "pidfd_getfd": 438, "bpf": 321},
    "aarch64": {"process_vm_readv": 270, "process_vm_writev": 271, "pidfd_getfd": 438, "bpf": 280},
}
# what changes a file that is open or named, starts something, or reaches out
CHANGING = {
    "x86_64": {
        "openat": 257,
        "openat2": 437,
        "open": 2,
        "creat": 85,
        "memfd_create": 319,
        "fchmod": 91,
        "fchmodat": 268,
        "fchmodat2": 452,
        "fchown": 93,
        "fchownat": 260,
        "ftruncate": 77,
        "truncate": 76,
        "utimensat": 280,
        "utimes": 235,
        "futimesat": 261,
        "fsetxattr": 190,
        "setxattr": 188,
        "fremovexattr": 199,
        "removexattr": 197,
        "unlink": 87,
        "unlinkat": 263,
        "rmdir": 84,
        "rename": 82,
        "renameat2": 316,
        "link": 86,
        "linkat": 265,
        "symlinkat": 266,
        "mkdir": 83,
        "mkdirat": 258,
        "mknodat": 259,
        "execve": 59,
        "execveat": 322,
        "fork": 57,
        "vfork": 58,
        "ptrace": 101,
        "process_vm_writev": 311,
        "pidfd_open": 434,
        "pidfd_getfd": 438,
        "kill": 62,
        "tgkill": 234,
        "bpf": 321,
        "mount": 165,
        "umount2": 166,
        "chroot": 161,
        "socket": 41,
        "socketpair": 53,
        "connect": 42,
        "bind": 49,
        "io_uring_setup": 425,
    },
    "aarch64": {
        "openat": 56,
        "openat2": 437,
        "memfd_create": 279,
        "fchmod": 52,
        "fchmodat": 53,
        "fchmodat2": 452,
        "fchown": 55,
        "fchownat": 54,
        "ftruncate": 46,
        "truncate": 45,
        "utimensat": 88,
        "fsetxattr": 7,
        "setxattr": 5,
        "fremovexattr": 16,
        "removexattr": 14,
        "unlinkat": 35,
        "renameat": 38,
        "renameat2": 276,
        "linkat": 37,
        "symlinkat": 36,
        "mkdirat": 34,
        "mknodat": 33,
        "execve": 221,
        "execveat": 281,
        "ptrace": 117,
        "process_vm_writev": 271,
        "pidfd_open": 434,
        "pidfd_getfd": 438,
        "kill": 129,
        "tgkill": 131,
        "bpf": 280,
        "mount": 40,
        "umount2": 39,
        "chroot": 51,
        "socket": 198,
        "socketpair": 199,
        "connect": 203,
        "bind": 200,
        "io_uring_setup": 425,
    },
}


def answer_of(program: bytes, *, audit: int, number: int, first: int = 0) -> int:
    """What the kernel would answer: classic BPF over struct seccomp_data."""
    told = struct.pack("=iIQQ", number, audit, 0, first)
    steps = [struct.unpack_from("HBBI", program, at) for at in range(0, len(program), 8)]
    value, at = 0, 0
    while True:
        code, if_true, if_false, constant = steps[at]
        at += 1
        if code == 0x20:  # load a word
            (value,) = struct.unpack_from("=I", told, constant)
        elif code == 0x06:  # return
            return constant
        else:
            holds = {
                0x15: value == constant,
                0x35: value >= constant,
                0x45: bool(value & constant),
            }[code]
            at += if_true if holds else if_false


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(seccomp.platform, "machine", lambda: request.param)
    return str(request.param)


def test_the_wall_lets_only_unix_sockets_through(machine: str) -> None:
    program = seccomp.program_of(network_wall.rules())
    audit, calls = {"x86_64": X86_64, "aarch64": AARCH64}[machine], CALLS[machine]
    refused = REFUSED | errno.EPERM

    for call in ("socket", "socketpair"):
        assert answer_of(program, audit=audit, number=calls[call], first=AF_UNIX) == ALLOWED
        for family in (0, AF_INET, 10, 16, 17, 40):
            assert answer_of(program, audit=audit, number=calls[call], first=family) == refused
    for call in ("io_uring_setup", "ptrace"):
        assert answer_of(program, audit=audit, number=calls[call]) == refused
    assert answer_of(program, audit=audit, number=calls["read"]) == ALLOWED


def test_calls_of_another_architecture_are_refused_whole(machine: str) -> None:
    program = seccomp.program_of(network_wall.rules())
    for audit in {X86_64, AARCH64, I386} - {{"x86_64": X86_64, "aarch64": AARCH64}[machine]}:
        assert answer_of(program, audit=audit, number=0) == REFUSED | errno.EPERM
    if machine == "x86_64":  # the same calls under other numbers (x32)
        number = CALLS[machine]["socket"] | 0x40000000
        assert answer_of(program, audit=X86_64, number=number) == REFUSED | errno.EPERM


def test_a_decoder_may_start_threads_and_nothing_else(machine: str) -> None:
    program = seccomp.program_of(sandbox.rules())
    audit, calls = {"x86_64": X86_64, "aarch64": AARCH64}[machine], DECODER[machine]

    for call in ("openat", "fchmod", "utimensat", "execve"):
        assert answer_of(program, audit=audit, number=calls[call]) == REFUSED | errno.EPERM
    clone = calls["clone"]
    assert answer_of(program, audit=audit, number=clone, first=CLONE_THREAD) == ALLOWED
    assert answer_of(program, audit=audit, number=clone) == REFUSED | errno.EPERM
    assert answer_of(program, audit=audit, number=435) == REFUSED | errno.ENOSYS  # clone3


def test_the_wall_has_no_way_round(machine: str) -> None:
    program = seccomp.program_of(network_wall.rules())
    audit = {"x86_64": X86_64, "aarch64": AARCH64}[machine]

    ways = {**ROUNDABOUT[machine], "ptrace": CALLS[machine]["ptrace"]}
    answers = {way: answer_of(program, audit=audit, number=call) for way, call in ways.items()}
    assert answers == dict.fromkeys(ways, REFUSED | errno.EPERM)


def test_a_decoder_is_refused_everything_that_changes_or_reaches_out(machine: str) -> None:
    program = seccomp.program_of(sandbox.rules())
    audit, calls = {"x86_64": X86_64, "aarch64": AARCH64}[machine], CHANGING[machine]

    answers = {name: answer_of(program, audit=audit, number=call) for name, call in calls.items()}
    assert answers == dict.fromkeys(calls, REFUSED | errno.EPERM)
    assert answer_of(program, audit=audit, number=CALLS[machine]["read"]) == ALLOWED
