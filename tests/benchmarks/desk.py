"""A desk for other programs to be measured at: a home of its own, an X server, a session bus.

Whatever was started there is ended by the process group that was made for it, never by a name.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEEDED = ("Xvfb", "dbus-run-session")
_END_S = 10.0
_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a program runs: its throw-away home, the X server, and how many cores."""

    home: Path
    display: str
    cores: int

    @property
    def settings(self) -> Path:
        """The folder of its settings."""
        return self.home / _FOLDERS["XDG_CONFIG_HOME"]

    def environment(self) -> dict[str, str]:
        """Nothing of the user's own: no settings, no session bus, no cache."""
        own = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "DISPLAY": self.display,
            "HOME": str(self.home),
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_VFS": "local",
            "NO_AT_BRIDGE": "1",
            **{name: str(self.home / folder) for name, folder in _FOLDERS.items()},
        }
        if os.geteuid() == 0:  # as root, Chromium inside digiKam ends the program otherwise
            own["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        return own


@contextlib.contextmanager
def a_desk(*, cores: int) -> Iterator[Desk]:
    """A new desk, cleared away afterwards."""
    with throw_away() as home, _x_server() as display:
        for folder in _FOLDERS.values():
            (home / folder).mkdir(parents=True, mode=0o700)
        yield Desk(home, display, cores)


@contextlib.contextmanager
def throw_away() -> Iterator[Path]:
    """An empty folder that goes again, with whatever is in it then."""
    folder = tempfile.TemporaryDirectory(prefix="homeroll-bench-", ignore_cleanup_errors=True)
    with folder as path:
        yield Path(path)


@contextlib.contextmanager
def started(command: list[str], desk: Desk) -> Iterator[subprocess.Popen[bytes]]:
    """The program with a session bus of its own, on its cores; ended with all it started."""
    chosen = set(sorted(os.sched_getaffinity(0))[: desk.cores])
    process = subprocess.Popen(
        ["dbus-run-session", "--", *command],
        cwd=desk.home,
        env=desk.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: os.sched_setaffinity(0, chosen),
    )
    try:
        yield process
    finally:
        _end(process)


def cpu_s(process_id: int) -> float:
    """Seconds that a process and all below it worked so far; 0 for one that is gone."""
    total = 0.0
    try:
        fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        # user and system time: its own, and that of children that ended
        total = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        for thread in Path(f"/proc/{process_id}/task").iterdir():
            for child in (thread / "children").read_text().split():
                total += cpu_s(int(child))
    except OSError:  # it ended while we were looking
        pass
    return total


@contextlib.contextmanager
def _x_server() -> Iterator[str]:
    """A private X server on a free display; yields the name of that display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        if not display:
            raise SystemExit("Xvfb did not start")
        yield f":{display}"
    finally:
        _end(server)


def _end(leader: subprocess.Popen[bytes]) -> None:
    """End a process group: by asking, then, whatever its leader did, by force."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        leader.wait(_END_S)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader.pid, signal.SIGKILL)
    leader.wait()
