#!/usr/bin/env python3
"""Set Homeroll up on first use, then run it (or its tests). Standard library only.

python3 start.py [ARGS…]              the program: "homeroll ARGS"
python3 start.py test [PYTEST ARGS…]  the tests
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)

# what Qt loads from the system, and the Debian packages that bring it
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# what some tests look with; where it cannot be installed they say that they are skipped
TEST_TOOLS = {"strace": "strace", "exiftool": "libimage-exiftool-perl"}
COMMANDS = (
    "organize suggestions suggest albums export dates dismiss fix-date hide unhide rule rules homes"
    " zones teach themes exclude privacy consent erase forget problems backup restore".split()
)


class SetupError(Exception):
    """Setting up failed; the text is a sentence that says what to do."""


# all tests: files on two processors, each file on one, because its tests share what they prepare
TWO_AT_A_TIME = ["-n", "2", "--dist", "loadfile"]


def main() -> int:
    """Set up what is missing and run; returns the exit code."""
    words = sys.argv[1:]
    is_test = words[:1] == ["test"]
    try:
        _require_python()
        if not is_test and _wants_window(words) and not _has_screen():
            say(
                "There is no screen here, so the window cannot open. To organize photos without it:"
                f"\n  python3 {sys.argv[0]} organize FOLDER --suggestions on"
            )
            return 2
        _set_up("test" if is_test else "run")
        if is_test or _wants_window(words):
            _require_qt_libraries()
        if is_test:
            _offer_test_tools()
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    if is_test:
        some = words[1:] or TWO_AT_A_TIME
        return _run([str(PYTHON), "-m", "pytest", *some], folder=HERE)
    return _run([str(PYTHON), "-m", "homeroll", *words])


def say(sentence: str) -> None:
    """Tell the user on standard error, so that output stays clean."""
    print(sentence, file=sys.stderr, flush=True)


def _require_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(
            f"Homeroll needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
            "Install a newer one and start again with it."
        )


def _wants_window(words: list[str]) -> bool:
    informing = {"--help", "-h", "--version"}
    return not informing & set(words) and not any(word in COMMANDS for word in words)


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


# -- the virtual environment -----------------------------------------------------------------------


def _set_up(purpose: str) -> None:
    """Make or renew ``.venv``; when it is as it should be, only two small files are read."""
    stamp, wanted = VENV / f"homeroll-{purpose}.stamp", _fingerprint()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    say("Setting up Homeroll in .venv; this happens once and takes a minute or two …")
    if not _is_usable():
        _make_venv()
    extra = "[test]" if purpose == "test" else ""
    _pip("install", "--quiet", "--editable", f"{HERE}{extra}")
    for old in VENV.glob("homeroll-*.stamp"):
        old.unlink()
    stamp.write_text(wanted)
    if purpose == "test":  # the tests' packages include the program's
        (VENV / "homeroll-run.stamp").write_text(wanted)


def _fingerprint() -> str:
    """Changes with what is to be installed, where, and for which Python."""
    project = (HERE / "pyproject.toml").read_bytes()
    digest = hashlib.sha256(project + str(HERE).encode() + sys.version.encode())
    return digest.hexdigest()


def _is_usable() -> bool:
    """Whether there is an environment of this Python that was made in this place."""
    if not PYTHON.exists():
        return False
    question = "import sys; print(sys.version_info[:2], sys.prefix)"
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", question], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer == f"{sys.version_info[:2]} {VENV}"


def _make_venv() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    done = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    missing = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if "ensurepip" not in done.stdout + done.stderr:
        raise SetupError(f"The environment could not be made in “{VENV}”: {_last_line(done)}")
    _install_packages([missing], "Python's venv module")
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def _pip(*words: str) -> None:
    done = subprocess.run(
        [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *words],
        stdout=sys.stderr,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(
            f"The packages that Homeroll needs could not be installed: {_last_line(done)}\n"
            "Check the connection (it is needed only now) and start again."
        )


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in (done.stderr or done.stdout or "").splitlines() if line.strip()]
    errors = [line for line in lines if "ERROR" in line]
    return (errors or lines or ["no reason was given"])[-1].strip()


# -- what Qt needs from the system -----------------------------------------------------------------


def _require_qt_libraries() -> None:
    if not sys.platform.startswith("linux"):
        return
    needed = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        needed |= SCREEN_LIBRARIES
    packages = [package for library, package in needed.items() if not _loads(library)]
    if packages:
        _install_packages(packages, "The system libraries of the window")


def _offer_test_tools() -> None:
    packages = [package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if packages and is_root and shutil.which("apt-get"):
        _install_packages(packages, "Tools that some tests look with")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_packages(packages: list[str], what: str) -> None:
    """As root on Debian and Ubuntu: install; otherwise say the line that does."""
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"{what} are missing. Install what your system calls: {', '.join(packages)}."
        )
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SetupError(f"{what} are missing. Run this once, then start again:\n  sudo {line}")
    say(f"{what} are missing: installing {' '.join(packages)} with apt …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, stdout=sys.stderr, check=False)
    done = subprocess.run(line.split(), env=quiet, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise SetupError(f"They could not be installed. Run this, then start again:\n  {line}")


def _run(command: list[str], folder: Path | None = None) -> int:
    if folder is not None:
        os.chdir(folder)
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
