"""Nothing below a photo folder is written by this program: refused, and counted.

An audit hook (PEP 578) sees every file that Python opens, renames, removes or marks, in every
thread, before the system does. What would change something below a photo folder is refused
there and written down; what is only read is counted. It cannot be taken out again. Native
libraries that open files by themselves pass it by: those are watched by tests (strace, hashes).
Python tells nothing of ``os.mkfifo`` and ``os.mknod``: nothing here calls them (tested).

Folders whose names begin with a dot are none of the user's photo folders: they are never
listed, and the library itself may lie in one of them.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

WORDS = "Homeroll never writes in a folder of your photos"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LONGEST_LIST = 50
# which of an event's arguments are paths, and which the folders' descriptors they start from
_CHANGES: dict[str, tuple[tuple[int, int | None], ...]] = {
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.mkdir": ((0, 2),),
    "os.truncate": ((0, None),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.chflags": ((0, None),),
    "os.utime": ((0, 3),),
    "os.setxattr": ((0, None),),
    "socket.bind": ((1, None),),
    "os.removexattr": ((0, None),),
    "sqlite3.connect": ((0, None),),
}
# these are about the name in a folder, the others about the file that a link leads to
_OF_THE_NAME = (
    *("os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.mkdir"),
    "socket.bind",
)
_DESCRIPTORS = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True)
class OriginalsCount:
    """What happened below the photo folders since the program started.

    Attributes:
        files_read: How often a file was opened for reading.
        bytes_written: How much longer, shorter or newer files are whose opening for writing was
            seen: measured on the files themselves, not assumed.
        refused: The first attempts to change something there that were refused.
    """

    is_guarded: bool
    files_read: int
    bytes_written: int
    refused: tuple[str, ...]


@dataclass(slots=True)
class _State:
    is_installed: bool = False
    refuses: bool = True
    folders: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    all_folders: tuple[str, ...] = ()  # each ends with a separator
    own: tuple[str, ...] = ()  # the libraries themselves, which may lie below a photo folder
    files_read: int = 0
    refused: list[str] = field(default_factory=list)
    wanted: dict[Path, tuple[int, int]] = field(default_factory=dict)


_state = _State()
_own = threading.local()  # what the guard itself looks at is not looked at


def install_originals_guard(*, refuses: bool = True) -> None:
    """Watch from here on, in all threads; once for the life of the program.

    Args:
        refuses: Without it, changes are let through and only measured (to test the measuring).
    """
    _state.refuses = refuses
    if not _state.is_installed:
        _state.is_installed = True
        sys.addaudithook(_look)


def guard_folders(library: Path, folders: Collection[Path]) -> None:
    """Say which photo folders *library* has now; they replace those it had."""
    both = {os.fspath(path) for path in folders} | {os.path.realpath(path) for path in folders}
    ended = tuple(sorted(path.rstrip(os.sep) + os.sep for path in both))
    _state.folders = {**_state.folders, library: ended}
    _state.own = tuple(os.path.realpath(one) + os.sep for one in _state.folders)
    _state.all_folders = tuple({one for some in _state.folders.values() for one in some})


def originals_count() -> OriginalsCount:
    """What was read and written below the photo folders until now."""
    with _not_looking():
        written = sum(_changed_bytes(path, before) for path, before in _state.wanted.items())
    return OriginalsCount(
        is_guarded=_state.is_installed and _state.refuses,
        files_read=_state.files_read,
        bytes_written=written,
        refused=tuple(_state.refused),
    )


def try_to_write(photo: Path) -> bool:
    """Try to open a photo for writing; whether that was refused. Nothing is written either way."""
    try:
        os.close(os.open(photo, os.O_WRONLY))
    except OSError as error:
        return error.strerror == WORDS
    return False


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        if _state.all_folders and not isinstance(path, int) and isinstance(flags, int):
            _look_at_opening(path, flags, may_start_elsewhere=mode is None)
    elif event in _CHANGES and _state.all_folders and not _is_own():
        for at, folder_at in _CHANGES[event]:
            start = arguments[folder_at] if folder_at is not None else -1
            _look_at_change(event, arguments[at], start)


def _look_at_opening(path: object, flags: int, *, may_start_elsewhere: bool) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    if not flags & _WRITING:  # the usual case has to be quick
        name = os.fsdecode(path)
        if name.startswith(_state.all_folders):
            _state.files_read += 1
    elif not _is_own():
        _look_at_change("open", path, -1)
        if may_start_elsewhere and not os.path.isabs(path):  # noqa: PTH117 - bytes
            for start in _open_folders():
                _look_at_change("open", path, start)


def _open_folders() -> list[int]:
    """Descriptors of folders: ``os.open`` does not say from which of them a path starts."""
    with _not_looking():
        try:
            return [int(one.name) for one in _DESCRIPTORS.iterdir() if one.is_dir()]
        except OSError:
            return []


def _look_at_change(event: str, path: object, start: object) -> None:
    with _not_looking():
        place = _place(path, start)
        if place is not None:
            place = _real(place, follow=event not in _OF_THE_NAME)
        below = place is not None and _is_below(place)
        if below and place is not None:
            _write_down(event, place)
    if below and _state.refuses:
        raise PermissionError(1, WORDS, str(place))


def _place(path: object, start: object) -> Path | None:
    """The whole path, or None for what has none."""
    if isinstance(path, int):  # a descriptor
        link = _DESCRIPTORS / str(path)
        return link.readlink() if link.is_symlink() else None
    if not isinstance(path, str | bytes | os.PathLike):
        return None
    text = os.fsdecode(path)
    if not text or "\0" in text:  # no file: a database in memory, a socket without a place
        return None
    name = Path(_without_scheme(text))
    if isinstance(start, int) and start >= 0 and not name.is_absolute():
        folder = _place(start, -1)
        return None if folder is None else folder / name
    return name.absolute()


def _without_scheme(name: str) -> str:
    """The path of a ``file:`` address, which SQLite takes too; nothing is cut that names a file."""
    if not name.startswith("file:") or Path(name).exists():
        return name
    address = urlsplit(name)
    return os.fsdecode(unquote_to_bytes(address.path))


def _real(place: Path, *, follow: bool) -> Path:
    """Where it really is: the file that a link names, or the link itself."""
    return place.resolve() if follow else place.parent.resolve() / place.name


def _is_below(place: Path) -> bool:
    whole = str(place) + os.sep
    own = max((len(one) for one in _state.own if whole.startswith(one)), default=0)
    for folder in _state.all_folders:
        # a library below a folder of photos is ours; one above or beside them makes them no less
        if len(folder) > own and whole.startswith(folder):
            inside = Path(whole[len(folder) :]).parent.parts
            if not any(part.startswith(".") for part in inside):
                return True
    return False


def _write_down(event: str, place: Path) -> None:
    if _state.refuses and len(_state.refused) < _LONGEST_LIST:
        _state.refused.append(f"{event.removeprefix('os.')}: {place}")
    _state.wanted.setdefault(place, _size_and_time(place))


def _size_and_time(place: Path) -> tuple[int, int]:
    """Size in bytes (0 for nothing) and time of the last change in ns."""
    try:
        found = place.lstat()
    except OSError:
        return (0, 0)
    return (found.st_size, found.st_mtime_ns)


def _changed_bytes(place: Path, before: tuple[int, int]) -> int:
    after = _size_and_time(place)
    if after == before:
        return 0
    return abs(after[0] - before[0]) or max(after[0], 1)


def _is_own() -> bool:
    return getattr(_own, "looking", False)


@contextlib.contextmanager
def _not_looking() -> Iterator[None]:
    before = _is_own()
    _own.looking = True
    try:
        yield
    finally:
        _own.looking = before
