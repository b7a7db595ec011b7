"""Putting copies where the user wants them, never over something that is there."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from organizer.errors import ExportError
from organizer.plain_text import on_one_line

_ODD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_MAX_NAME_BYTES = 200
# names that mean a device to Windows, whatever their ending
_DEVICES = re.compile(r"(con|prn|aux|nul|con(in|out)\$|(com|lpt)[\d¹²³]) *(\.|$)", re.IGNORECASE)


class Target(Protocol):
    """Somewhere to put files."""

    def write(self, name: str, content: bytes) -> Path:
        """Write a new file and say where it is; takes another name if this one is taken."""

    def close(self) -> None:
        """Finish."""

    def discard(self) -> None:
        """Take back what was begun and cannot be finished."""


class FolderTarget:
    """A folder; it is made if it is not there."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error
        self.folder = folder

    def write(self, name: str, content: bytes) -> Path:
        """Write under the first free name."""
        for candidate in free_names(name):
            path = self.folder / candidate
            try:
                with path.open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
            except FileExistsError:
                continue
            except OSError as error:
                path.unlink(missing_ok=True)  # our own half file, never one that was there
                raise ExportError(
                    f"“{candidate}” could not be written: {error.strerror}."
                ) from error
            if path.read_bytes() != content:
                raise ExportError(f"“{path}” reads back differently from what was written.")
            return path
        raise AssertionError("there is always a free name")

    def close(self) -> None:
        """Nothing is left open."""

    def discard(self) -> None:
        """What was written is whole and stays."""


class ZipTarget:
    """A new ZIP file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._names: set[str] = set()
        self._written: dict[str, bytes] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        except FileExistsError as error:
            raise ExportError(f"“{path}” exists already and is not overwritten.") from error
        except OSError as error:
            raise ExportError(f"“{path}” cannot be made: {error.strerror}.") from error
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_STORED)  # photos are compressed

    def write(self, name: str, content: bytes) -> Path:
        """Add an entry under the first free name."""
        entry = next(c for c in free_names(name) if c.casefold() not in self._names)
        self._names.add(entry.casefold())
        self._written[entry] = hashlib.sha256(content).digest()
        try:
            self._zip.writestr(entry, content)
        except OSError as error:
            raise ExportError(f"“{self.path}” could not be written: {error.strerror}.") from error
        return self.path / entry

    def close(self) -> None:
        """Write the directory of the ZIP file, and read all of it again.

        Raises:
            ExportError: If it holds something else than was written; the file is removed.
        """
        self._finish()
        try:
            with zipfile.ZipFile(self.path) as archive:
                is_same = all(_digest(archive, name) == one for name, one in self._written.items())
        except (OSError, zipfile.BadZipFile):
            is_same = False
        if not is_same:
            self.path.unlink(missing_ok=True)
            raise ExportError(f"“{self.path}” reads back differently from what was written.")

    def discard(self) -> None:
        """Remove the unfinished file, which is ours."""
        self._finish()
        self.path.unlink(missing_ok=True)

    def _finish(self) -> None:
        self._zip.close()
        self._file.close()


def _digest(archive: zipfile.ZipFile, name: str) -> bytes:
    made = hashlib.sha256()
    with archive.open(name) as entry:
        while part := entry.read(1 << 20):
            made.update(part)
    return made.digest()


def free_names(name: str) -> Iterator[str]:
    """*name*, then "name (2)", "name (3)" …"""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    yield name
    number = 2
    while True:
        yield f"{stem} ({number}){dot}{ending}"
        number += 1


def safe_name(name: str) -> str:
    """A file name that every system accepts and that shows as what it is."""
    clean = _ODD.sub("_", name.encode("utf-8", "replace").decode("utf-8")).strip(" .")
    stem, dot, ending = clean.rpartition(".")
    clean = f"{stem[:_MAX_NAME_BYTES]}{dot}{ending[:_MAX_NAME_BYTES]}"  # a megabyte takes a minute
    clean = on_one_line(clean, 2 * _MAX_NAME_BYTES + 1)
    while len(clean.encode()) > _MAX_NAME_BYTES:
        stem, dot, ending = clean.rpartition(".")
        clean = f"{stem[:-1]}{dot}{ending}" if dot and stem else clean[:-1]
    clean = clean.strip(" .")  # the cut may have left one at the end
    if _DEVICES.match(clean):
        clean = f"_{clean}"
    return clean or "photo"
