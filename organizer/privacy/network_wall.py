"""The kernel refuses this program, its threads and its children every internet connection.

Linux only: a seccomp filter that answers EPERM to ``socket`` and ``socketpair`` for every
family but AF_UNIX (the display needs that one), to ``io_uring_setup`` (io_uring can open a
socket past such a filter), ``ptrace`` and ``process_vm_*``. Standard library only, so that it
can be the first thing that ``main`` does.

Source: seccomp(2), linux/filter.h, linux/seccomp.h, asm/unistd.h.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER, _FILTER_FLAG_TSYNC = 1, 1
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FIRST_ARGUMENT = 0, 4, 16
_AF_UNIX = 1
_X32_BIT = 0x40000000  # the same calls under other numbers: refused whole


@dataclass(frozen=True, slots=True)
class _Architecture:
    audit: int
    seccomp: int
    by_family: tuple[int, ...]  # socket, socketpair
    refused: tuple[int, ...]  # io_uring_setup, ptrace, process_vm_readv, process_vm_writev,
    # pidfd_getfd (could fetch a socket from another process), bpf


_ARCHITECTURES = {
    "x86_64": _Architecture(0xC000003E, 317, (41, 53), (425, 101, 310, 311, 438, 321)),
    "aarch64": _Architecture(0xC00000B7, 277, (198, 199), (425, 117, 270, 271, 438, 280)),
}
_state = "not raised"


@dataclass(frozen=True, slots=True)
class NetworkState:
    """Whether the system blocks the network for this program, in one sentence."""

    blocked: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class NetworkCheck:
    """One attempt to open an internet socket."""

    where: str
    refused: bool
    detail: str


def raise_network_wall() -> NetworkState:
    """Refuse the network from here on, for all threads and children; it cannot be taken back.

    Call it before threads exist and before anything else is imported. Where the system offers
    no such wall, nothing happens, and the state says so.
    """
    global _state
    architecture = _ARCHITECTURES.get(platform.machine())
    if not sys.platform.startswith("linux") or architecture is None or sys.maxsize < 2**32:
        _state = "unsupported"
    else:
        _state = "raised" if _install(architecture) else "failed"
    return network_state()


def network_state() -> NetworkState:
    """What this program can honestly say about the network."""
    match _state:
        case "raised":
            return NetworkState(
                blocked=True, sentence="Network access is blocked for this app by the system."
            )
        case "unsupported":
            return NetworkState(
                blocked=False,
                sentence="This app contains no network code, "
                "but the system does not enforce that here.",
            )
        case "failed":
            return NetworkState(
                blocked=False,
                sentence="Network not blocked: the system refused to set up the wall.",
            )
        case _:
            return NetworkState(
                blocked=False, sentence="Network not blocked: started without the wall."
            )


def check_network() -> list[NetworkCheck]:
    """Try to open internet sockets in this process, a thread and a child; nothing is sent."""
    return [
        NetworkCheck("this process", *_attempt()),
        NetworkCheck("a thread", *_in_thread(_attempt)),
        NetworkCheck("a child process", *_in_child()),
    ]


def _attempt() -> tuple[bool, str]:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.socket(family, socket.SOCK_STREAM).close()
        except PermissionError as error:
            refusal = f"the system said “{error.strerror}” (EPERM)"
        except OSError as error:
            return False, f"the attempt failed for another reason: {error.strerror}"
        else:
            return False, "an internet socket could be opened"
    return True, refusal


def _in_thread(work: Callable[[], tuple[bool, str]]) -> tuple[bool, str]:
    found: list[tuple[bool, str]] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


_CHILD = """
import socket, sys
for family in (socket.AF_INET, socket.AF_INET6):
    try:
        socket.socket(family, socket.SOCK_STREAM)
    except PermissionError:
        continue
    except OSError:
        sys.exit(4)
    sys.exit(3)
sys.exit(0)
"""


def _in_child() -> tuple[bool, str]:
    child = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-I", "-S", "-c", _CHILD],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
        check=False,
    )
    return {
        0: (True, "the system refused it there too (EPERM)"),
        3: (False, "an internet socket could be opened"),
    }.get(child.returncode, (False, "the attempt failed for another reason"))


# -- the filter ------------------------------------------------------------------------------------


def _install(architecture: _Architecture) -> bool:
    program = b"".join(_program(architecture))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    buffer = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    handed = Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    done = libc.syscall(
        ctypes.c_long(architecture.seccomp),
        ctypes.c_uint(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_uint(_FILTER_FLAG_TSYNC),
        ctypes.byref(handed),
    )
    return bool(done == 0)


def _program(architecture: _Architecture) -> list[bytes]:
    refuse = _instruction(_RETURN, 0, 0, _ERRNO | errno.EPERM)
    program = [
        _instruction(_LOAD, 0, 0, _AT_ARCHITECTURE),
        _instruction(_JUMP_IF_EQUAL, 1, 0, architecture.audit),
        refuse,
        _instruction(_LOAD, 0, 0, _AT_NUMBER),
    ]
    if platform.machine() == "x86_64":
        program += [_instruction(_JUMP_IF_AT_LEAST, 0, 1, _X32_BIT), refuse]
    for number in architecture.by_family:
        program += [
            _instruction(_JUMP_IF_EQUAL, 0, 4, number),
            _instruction(_LOAD, 0, 0, _AT_FIRST_ARGUMENT),
            _instruction(_JUMP_IF_EQUAL, 1, 0, _AF_UNIX),
            refuse,
            _instruction(_RETURN, 0, 0, _ALLOW),
        ]
    for number in architecture.refused:
        program += [_instruction(_JUMP_IF_EQUAL, 0, 1, number), refuse]
    return [*program, _instruction(_RETURN, 0, 0, _ALLOW)]


def _instruction(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def display_is_remote() -> bool:
    """Whether the X11 display is reached over TCP, which the wall would refuse."""
    display = os.environ.get("DISPLAY", "")
    host = display.rpartition(":")[0]
    return bool(host) and host != "unix" and not host.startswith("/")
