"""Lists of files as text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from organizer.errors import ExportError


def write_paths(paths: Iterable[Path], file: Path) -> None:
    """Write one path a line, in the system's own bytes; nothing is ever written over.

    Raises:
        ExportError: If *file* is there already or cannot be written.
    """
    try:
        with file.open("xb") as out:
            out.writelines(_line(path) for path in paths)
    except FileExistsError as error:
        raise ExportError(
            f"“{file.name}” is there already, and nothing is written over it: choose another name."
        ) from error
    except OSError as error:
        raise ExportError(f"“{file}” could not be written: {error.strerror}.") from error


def _line(path: Path) -> bytes:
    """One line for one path, whatever is in its name.

    As sha256sum writes it: a path with a line break begins with a backslash, and has every
    backslash doubled and its breaks written as letters.
    """
    name = os.fsencode(path)
    if b"\n" in name or b"\r" in name:
        name = name.replace(b"\\", rb"\\").replace(b"\n", rb"\n").replace(b"\r", rb"\r")
        name = b"\\" + name
    return name + b"\n"
