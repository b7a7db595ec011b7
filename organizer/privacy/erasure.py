"""Removing files so that their content is not left on the disk by this program."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

_CHUNK = b"\0" * (1 << 20)


def raise_flag(flag: Path, content: str = "An erasure has begun.\n") -> None:
    """Leave a mark on the disk that an erasure has begun; it survives a crash.

    It is never seen half written: an earlier one stands until this one is whole.
    """
    unfinished = flag.with_name(flag.name + ".new")
    unfinished.write_text(content, encoding="utf-8")
    _sync(unfinished)
    unfinished.replace(flag)
    _sync_folder(flag.parent)


def lower_flag(flag: Path) -> None:
    """Take the mark away: the erasure is complete."""
    for path in (flag, flag.with_name(flag.name + ".new")):
        path.unlink(missing_ok=True)
    _sync_folder(flag.parent)


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet.

    Raises:
        OSError: If it is there, or cannot be written; nothing of it is left then.
    """
    with file.open("x", encoding="utf-8") as out:
        try:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        except OSError:
            file.unlink(missing_ok=True)
            raise


def erase_files(paths: Iterable[Path]) -> int:
    """Overwrite every existing file once, then unlink it; returns the bytes overwritten.

    A file that cannot be overwritten is unlinked all the same, and one that cannot be unlinked
    stays: the caller looks for what is left.

    The disk may keep older copies of blocks (SSD wear levelling, snapshots, backups): that is
    out of any program's reach.
    """
    overwritten = 0
    folders = set()
    for path in paths:
        if path.is_symlink() or path.is_file():
            with contextlib.suppress(OSError):
                overwritten += 0 if path.is_symlink() else _overwrite(path)
            with contextlib.suppress(OSError):
                path.unlink()
            folders.add(path.parent)
    for folder in folders:
        _sync_folder(folder)
    return overwritten


def remove_empty_folder(folder: Path) -> None:
    """Remove a folder of ours in which nothing is left.

    Raises:
        OSError: If something is.
    """
    if folder.is_dir():
        folder.rmdir()


def _overwrite(path: Path) -> int:
    size = path.stat().st_size
    with path.open("r+b") as file:
        left = size
        while left > 0:
            left -= file.write(_CHUNK[: min(left, len(_CHUNK))])
        file.flush()
        os.fsync(file.fileno())
    return size


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a directory cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
