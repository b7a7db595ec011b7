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
            out.writelines(os.fsencode(path) + b"\n" for path in paths)
    except FileExistsError as error:
        raise ExportError(
            f"“{file.name}” is there already, and nothing is written over it: choose another name."
        ) from error
    except OSError as error:
        raise ExportError(f"“{file}” could not be written: {error.strerror}.") from error
