"""The wall, in real processes: what the kernel refuses, and what a planted attempt gets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
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
print([check.where for check in checks if check.refused])
"""
    assert behind_the_wall(attempt) == str(
        ["this process", "a thread", "a child process", "io_uring", "Qt's network library"]
    )


def test_a_thread_that_ran_before_is_behind_the_wall_too() -> None:
    """Libraries start threads when they are loaded."""
    program = """
import errno, socket, threading
from organizer.privacy.network_wall import raise_network_wall
raised, found = threading.Event(), []
def wait_and_try():
    raised.wait()
    try:
        socket.socket()
    except OSError as error:
        found.append(errno.errorcode[error.errno])
thread = threading.Thread(target=wait_and_try)
thread.start()
assert raise_network_wall().blocked
raised.set()
thread.join()
print(found)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "['EPERM']"


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

    blocked, *refused = done.stdout.split(" ", 1)
    assert blocked == "False"
    assert json.loads(refused[0].lower())[:4] == [False, False, False, False]


# each asks a server on this computer for a page; without the wall it gets one
PLANTED = {
    "a library for the web": "urllib.request.urlopen(address, timeout=5).read()",
    "a connection": "socket.create_connection(('127.0.0.1', port), timeout=5).send(b'x')",
    "past Python": """
libc = ctypes.CDLL(None, use_errno=True)
end = libc.socket(2, 1, 0)
where = struct.pack('=HH4s8x', 2, socket.htons(port), bytes([127, 0, 0, 1]))
connected = libc.connect(end, where, len(where)) == 0 and libc.send(end, b'x', 1, 0) == 1
assert connected, os.strerror(ctypes.get_errno())
""",
    "a program that Qt starts": """
from PySide6.QtCore import QCoreApplication, QProcess
application = QCoreApplication([])
started = QProcess()
ask = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5).read()"
program = shutil.which("curl")
words = ["-sS", "--max-time", "5", address] if program else ["-c", ask, address]
started.start(program or sys.executable, words)
assert started.waitForFinished(20_000)
assert started.exitCode() == 0, bytes(started.readAllStandardError()).decode()
""",
    "a child of a child": """
ask = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5).read()"
shell = 'exec "$0" -c "$1" "$2"'
subprocess.run(["sh", "-c", shell, sys.executable, ask, address], check=True, capture_output=True)
""",
}
PLANT = """
import ctypes, os, shutil, socket, struct, subprocess, sys, urllib.request
port = int(sys.argv[1])
address = f"http://127.0.0.1:{port}/"
"""


class Listening(BaseHTTPRequestHandler):
    """Answers, and remembers that it was asked."""

    def do_GET(self) -> None:
        self.server.asked = True  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()

    def handle(self) -> None:
        self.server.asked = True  # type: ignore[attr-defined]
        super().handle()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), Listening) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield listening
        listening.shutdown()
        thread.join()


@pytest.mark.parametrize("attempt", PLANTED.values(), ids=PLANTED)
@pytest.mark.parametrize("is_walled", [True, False], ids=["wall", "no wall"])
def test_a_planted_attempt_reaches_nobody_and_would_without_the_wall(
    server: HTTPServer, attempt: str, is_walled: bool
) -> None:
    server.asked = False  # type: ignore[attr-defined]
    wall = BEHIND_THE_WALL if is_walled else ""
    done = subprocess.run(
        [sys.executable, "-c", wall + PLANT + attempt, str(server.server_port)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "no_proxy": "*"},
    )

    assert server.asked is not is_walled  # type: ignore[attr-defined]
    assert (done.returncode == 0) is not is_walled, done.stderr


def test_a_program_that_raised_no_wall_does_not_claim_one() -> None:
    assert not network_state().blocked
