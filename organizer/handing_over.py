"""A second start hands its folders to the window that is open: a local socket, or a named pipe.

Only bytes are exchanged and only JSON is read from them. The socket lies in the library's folder,
which nobody else may enter.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Client, Connection, Listener, Pipe, wait
from pathlib import Path

SOCKET = "window.sock"
MAX_BYTES = 1_000_000
MAX_PATH_BYTES = 100  # of a local socket; what a system allows differs a little
WAIT_S = 5.0
_DONE = b"done"


class Listening:
    """Takes what other starts hand over, until it is closed."""

    def __init__(self, library: Path, take: Callable[[list[Path]], object]) -> None:
        """*take* is called in a thread of its own with the folders, perhaps none.

        Raises:
            OSError: If there can be no such socket here.
        """
        self._address = _address(library)
        if sys.platform != "win32":  # left by a start that was killed: the lock is ours
            Path(self._address).unlink(missing_ok=True)
        self._listener = Listener(self._address)
        self._rung, self._bell = Pipe(duplex=False)
        self._take = take
        self._is_closed = False
        self._thread = threading.Thread(target=self._serve, name="second-starts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take nothing any more."""
        self._is_closed = True
        self._wake()
        self._thread.join(WAIT_S)
        with contextlib.suppress(FileNotFoundError):  # somebody removed the socket
            self._listener.close()
        self._rung.close()
        if sys.platform != "win32" and Path(self._address).parent == _beside():
            with contextlib.suppress(OSError):  # other windows have theirs there
                _beside().rmdir()

    def _wake(self) -> None:
        """End the wait for the next start, even if the socket was removed from its folder."""
        self._bell.close()
        if sys.platform == "win32":  # a pipe has its name as long as it is open
            with contextlib.suppress(OSError, EOFError):
                Client(self._address).close()

    def _accept(self) -> Connection:
        """The next start.

        Raises:
            EOFError: If there is to be none.
        """
        if sys.platform != "win32":
            wait([self._listener._listener._socket, self._rung])  # type: ignore[attr-defined] # noqa: SLF001
        if self._is_closed:
            raise EOFError
        return self._listener.accept()

    def _serve(self) -> None:
        while not self._is_closed:
            # a start that went away meanwhile, or one that says something odd
            with contextlib.suppress(OSError, EOFError, ValueError), self._accept() as end:
                if not self._is_closed:
                    self._answer(end)

    def _answer(self, end: Connection) -> None:
        if not end.poll(WAIT_S):
            return
        folders = _read(end.recv_bytes(MAX_BYTES))
        self._take(folders)
        end.send_bytes(_DONE)


def hand_over(library: Path, folders: Sequence[Path]) -> bool:
    """Hand folders to the window that has *library* open; False if there is none."""
    said = json.dumps([os.fsencode(folder.absolute()).hex() for folder in folders])
    try:
        with Client(_address(library)) as end:
            end.send_bytes(said.encode())
            return end.poll(WAIT_S) and end.recv_bytes(MAX_BYTES) == _DONE
    except (OSError, EOFError):
        return False


def _read(said: bytes) -> list[Path]:
    """The folders; paths are the system's bytes, which need not be text.

    Raises:
        ValueError: If something else is said.
    """
    try:
        found = json.loads(said)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError("expected a list of paths")
    return [Path(os.fsdecode(bytes.fromhex(one))) for one in found]


def _address(library: Path) -> str:
    whole = os.fsencode(library.resolve())
    name = hashlib.sha256(whole).hexdigest()[:32]
    if sys.platform == "win32":
        return rf"\\.\pipe\homeroll-{name}"
    inside = library.resolve() / SOCKET
    if len(os.fsencode(inside)) <= MAX_PATH_BYTES:
        return str(inside)
    beside = _beside()
    with contextlib.suppress(FileExistsError):
        beside.mkdir(mode=0o700)
    owner = beside.lstat()
    if owner.st_uid != os.getuid() or owner.st_mode & 0o077:
        raise OSError("somebody else has the folder for the socket")
    return str(beside / f"{name}.sock")


def _beside() -> Path:
    return Path(tempfile.gettempdir()) / f"homeroll-{os.getuid()}"
