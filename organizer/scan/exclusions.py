"""What is left out of an added folder: folders in it, and whatever has a certain name."""

from __future__ import annotations

import fnmatch
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from organizer.models import Exclusion, ExclusionId


class Exclusions:
    """The exclusions as one added folder sees them, compiled once.

    A pattern without a slash speaks of the name of a file or folder, wherever it is; one with a
    slash speaks of the whole path below the added folder. ``*`` stands for anything, ``?`` for
    one letter; large and small letters are the same.
    """

    def __init__(self, root: Path, exclusions: Iterable[Exclusion]) -> None:
        self._folders: dict[bytes, ExclusionId] = {}
        names: list[str] = []
        paths: list[str] = []
        for one in exclusions:
            if one.folder is None:
                chosen = paths if "/" in one.pattern else names
                chosen.append(f"(?P<e{one.id}>{_translated(one.pattern)})")
            elif one.folder.is_relative_to(root):
                below = one.folder.relative_to(root).as_posix()
                self._folders[os.fsencode(below)] = one.id
        self._names = re.compile("|".join(names)) if names else None
        self._paths = re.compile("|".join(paths)) if paths else None
        self._known: dict[bytes, ExclusionId | None] = {b"": None}

    def __bool__(self) -> bool:
        return bool(self._folders or self._names or self._paths)

    def of(self, relative: bytes, *, is_folder: bool) -> ExclusionId | None:
        """What leaves out the file or folder at this path, apart from the folders above it."""
        if is_folder and relative in self._folders:
            return self._folders[relative]
        found = None
        if self._names is not None:
            found = self._names.match(_plain(relative.rpartition(b"/")[2]))
        if found is None and self._paths is not None:
            found = self._paths.match("/" + _plain(relative))
        if found is None or found.lastgroup is None:
            return None
        return ExclusionId(int(found.lastgroup[1:]))

    def is_left_out(self, relative: bytes, *, is_folder: bool) -> bool:
        """Whether a listing passes this file or folder by."""
        return self.of(relative, is_folder=is_folder) is not None

    def covering(self, relative: bytes) -> ExclusionId | None:
        """What leaves out the file at this path, itself or with a folder above it."""
        above = self._above(relative.rpartition(b"/")[0])
        return above if above is not None else self.of(relative, is_folder=False)

    def _above(self, folder: bytes) -> ExclusionId | None:
        if folder not in self._known:
            higher = self._above(folder.rpartition(b"/")[0])
            own = self.of(folder, is_folder=True) if higher is None else higher
            self._known[folder] = own
        return self._known[folder]


NOTHING_LEFT_OUT = Exclusions(Path(), ())


def _translated(pattern: str) -> str:
    plain = _plain(os.fsencode(pattern))
    if "/" in plain and not plain.startswith(("/", "*")):
        plain = "/" + plain
    return fnmatch.translate(plain)


def _plain(name: bytes) -> str:
    """As patterns are compared: one spelling of accents, no large letters."""
    if name.isascii():
        return name.decode("ascii").lower()
    return unicodedata.normalize("NFC", os.fsdecode(name)).casefold()
