"""The kernel refuses this program, its threads and its children every internet connection.

Linux only: a seccomp filter that answers EPERM to ``socket`` and ``socketpair`` for every
family but AF_UNIX (the display needs that one), to ``io_uring_setup`` (io_uring can open a
socket past such a filter), ``ptrace`` and ``process_vm_*``. Standard library only, so that it
can be the first thing that ``main`` does.
"""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from organizer import seccomp

# besides sockets: what could reach one by another way (io_uring, another process's descriptors)
_ROUNDABOUT = (
    *("io_uring_setup", "ptrace", "process_vm_readv", "process_vm_writev"),
    *("pidfd_getfd", "bpf"),
)
_state = "not raised"


@dataclass(frozen=True, slots=True)
class NetworkState:
    """Whether the system blocks the network for this program, in one sentence."""

    blocked: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class NetworkCheck:
    """One attempt to reach the network, or one look for what could."""

    where: str
    refused: bool
    detail: str


def raise_network_wall() -> NetworkState:
    """Refuse the network from here on, for all threads and children; it cannot be taken back.

    Call it before threads exist and before anything else is imported. Where the system offers
    no such wall, nothing happens, and the state says so.
    """
    global _state
    if not seccomp.is_supported():
        _state = "unsupported"
    else:
        _state = "raised" if seccomp.install(rules()) else "failed"
    return network_state()


def rules() -> list[seccomp.Rule]:
    """What the wall consists of."""
    return [seccomp.only_unix_sockets(), seccomp.refuse(_ROUNDABOUT)]


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
    """Try to open internet sockets in this process, a thread and a child; nothing is sent.

    On Linux io_uring is tried too, which could open one past a filter, and everywhere this looks
    whether Qt's network library is in this process.
    """
    checks = [
        NetworkCheck("this process", *_attempt()),
        NetworkCheck("a thread", *_in_thread(_attempt)),
        NetworkCheck("a child process", *_in_child()),
    ]
    if seccomp.is_supported():
        checks.append(NetworkCheck("io_uring", *_by_io_uring()))
    checks.append(NetworkCheck("Qt's network library", *_qt_network_is_absent()))
    return checks


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


def _by_io_uring() -> tuple[bool, str]:
    error = seccomp.error_of("io_uring_setup", 4, bytes(120))  # a queue of four; struct of 120 B
    if error == errno.EPERM:
        return True, f"the system said “{os.strerror(error)}” (EPERM)"
    if error:
        return False, f"the attempt failed for another reason: {os.strerror(error)}"
    return False, "a queue that could open sockets was made"


def _qt_network_is_absent() -> tuple[bool, str]:
    loaded = "PySide6.QtNetwork" in sys.modules or "Qt6Network" in _loaded_libraries()
    return not loaded, "it is loaded" if loaded else "it is not loaded"


def _loaded_libraries() -> str:
    """What is mapped into this process, on Linux; elsewhere the modules have to do."""
    try:
        with Path("/proc/self/maps").open(encoding="utf-8", errors="replace") as maps:
            return maps.read()
    except OSError:
        return ""


def display_answers(display: str) -> bool:
    """Whether something listens behind a local X11 display, such as ":0"."""
    number = display.rpartition(":")[2].partition(".")[0]
    place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX) as end:
            if end.connect_ex(address) == 0:
                return True
    return False


def display_is_remote() -> bool:
    """Whether the X11 display is reached over TCP, which the wall would refuse."""
    display = os.environ.get("DISPLAY", "")
    host = display.rpartition(":")[0]
    return bool(host) and host != "unix" and not host.startswith("/")
