"""The wall, in real processes: what the kernel refuses, and what a planted attempt gets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from organizer.privacy.network_wall import network_state

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux has a wall that a program can raise"
)

BEHIND_THE_WALL = """
from organizer.privacy.network_wall import raise_network_wall
state = raise_network_wall()
assert state.blocked, state
import errno, os, socket, ctypes, subprocess, sys, threading
"""


def behind_the_wall(attempt: str) -> str:
    """Run *attempt* in a new process behind the wall; gives its last line."""
    done = subprocess.run(
        [sys.executable, "-c", BEHIND_THE_WALL + attempt],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"])
def test_every_family_but_unix_is_refused(family: str) -> None:
    attempt = f"""
kind = socket.SOCK_RAW if "{family}" in ("AF_NETLINK", "AF_PACKET") else socket.SOCK_STREAM
try:
    socket.socket(socket.{family}, kind)
except OSError as error:
    print(errno.errorcode[error.errno])
"""
    assert behind_the_wall(attempt) == "EPERM"


def test_unix_sockets_stay_open_for_the_display() -> None:
    assert (
        behind_the_wall("socket.socketpair(); socket.socket(socket.AF_UNIX); print('ok')") == "ok"
    )


def test_a_child_and_a_thread_are_behind_the_wall_too() -> None:
    attempt = """
from organizer.privacy.network_wall import check_network
checks = check_network()
assert [check.where for check in checks] == ["this process", "a thread", "a child process"]
print(all(check.refused for check in checks))
"""
    assert behind_the_wall(attempt) == "True"


def test_a_raw_system_call_gets_no_further() -> None:
    attempt = """
libc = ctypes.CDLL(None, use_errno=True)
assert libc.socket(2, 1, 0) == -1
print(errno.errorcode[ctypes.get_errno()])
"""
    assert behind_the_wall(attempt) == "EPERM"


def test_io_uring_cannot_go_round_it() -> None:
    attempt = """
libc = ctypes.CDLL(None, use_errno=True)
parameters = ctypes.create_string_buffer(120)
assert libc.syscall(425, 4, parameters) == -1
print(errno.errorcode[ctypes.get_errno()])
"""
    assert behind_the_wall(attempt) == "EPERM"


def test_without_the_wall_the_check_says_so() -> None:
    """The guard fails when its rule is missing: this process has no wall."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from organizer.privacy.network_wall import check_network, network_state\n"
            "print(network_state().blocked, [check.refused for check in check_network()])",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert done.stdout.strip() == "False [False, False, False]"


def test_a_program_that_raised_no_wall_does_not_claim_one() -> None:
    assert not network_state().blocked
