"""Groups of like shots, exact copies, and lists of the files that are not the best.

There may be 20,000 groups. They are held as plain tuples, which Python's collector looks at once
and never again, and become values when one is asked for.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from organizer.export.path_lists import write_paths
from organizer.library import Library
from organizer.models import PhotoId, Signal, TimelineEntry
from organizer.pipeline.folders import refuse_photo_folders

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LikeShots:
    """Near-identical shots in order of time; undated ones last."""

    entries: tuple[TimelineEntry, ...]
    best_id: PhotoId


@dataclass(frozen=True, slots=True)
class ExactCopies:
    """One photo that lies in several places, the main file first."""

    entry: TimelineEntry
    paths: tuple[Path, ...]


T = TypeVar("T", LikeShots, ExactCopies)


class _Groups(Sequence[T], Generic[T]):
    """Groups, newest first, each made from its row when it is asked for."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Groups) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self._made(row) for row in self._rows[at]]
        return self._made(self._rows[at])

    def are_those_of(self, other: object) -> bool:
        """Whether the same photos stand in the same rows; their marks may differ."""
        if not isinstance(other, _Groups) or len(other) != len(self):
            return False
        both = zip(self._rows, other._rows, strict=True)  # noqa: SLF001 - of the same class
        return all(one[0] == two[0] for one, two in both)

    def row_of(self, photo_id: PhotoId) -> int | None:
        """The number of the group that a photo is in."""
        found = (number for number, row in enumerate(self._rows) if photo_id in row[0])
        return next(found, None)

    @abstractmethod
    def _made(self, row: Row) -> T:
        """The value of a row."""


class LikeShotGroups(_Groups[LikeShots]):
    """Rows of ids, best and entries."""

    def with_best(self, number: int, photo_id: PhotoId) -> LikeShotGroups:
        """The same groups, one with another best."""
        rows = list(self._rows)
        rows[number] = (rows[number][0], photo_id, rows[number][2])
        return LikeShotGroups(rows)

    def kept(self, numbers: Iterable[int], also: Collection[PhotoId]) -> list[PhotoId]:
        """The best of these groups, and what is kept beside them."""
        rows = (self._rows[number] for number in numbers)
        return [one for ids, best, _ in rows for one in ids if one == best or one in also]

    def others(self, numbers: Iterable[int], also: Collection[PhotoId]) -> list[PhotoId]:
        """The shots of these groups that are neither the best nor kept."""
        rows = (self._rows[number] for number in numbers)
        return [one for ids, best, _ in rows for one in ids if one != best and one not in also]

    def _made(self, row: Row) -> LikeShots:
        _, best, entries = row
        return LikeShots(tuple(TimelineEntry(*entry) for entry in entries), best)


class CopyGroups(_Groups[ExactCopies]):
    """Rows of one id, entry and paths as bytes."""

    def spare(self, numbers: Iterable[int]) -> list[Path]:
        """All files of these photos but the first of each."""
        rows = (self._rows[number] for number in numbers)
        return [Path(os.fsdecode(path)) for _, _, paths in rows for path in paths[1:]]

    def _made(self, row: Row) -> ExactCopies:
        _, entry, paths = row
        return ExactCopies(TimelineEntry(*entry), tuple(Path(os.fsdecode(path)) for path in paths))


def like_shots(library: Library) -> LikeShotGroups:
    """Every group of which two photos or more are to be seen, newest first.

    Nothing while suggestions are off.
    """
    if not library.gate.is_open(Signal.GROUPING):
        return LikeShotGroups([])
    with library.derived() as derived:
        rows = [] if derived is None else derived.likeness_rows()
    shown = library.photos.groupable_ids()
    ids = [PhotoId(photo_id) for _, photo_id, _ in rows if photo_id in shown]
    entry_of: dict[int, Row] = {entry.id: tuple(entry) for entry in library.photos.timeline_of(ids)}
    said = library.best_shots.all()
    made = []
    for _, members in groupby(rows, key=itemgetter(0)):
        found = [(one, best) for _, one, best in members if one in entry_of]
        if len(found) > 1:
            made.append(_row([entry_of[one] for one, _ in found], found[0][1], said))
    made.sort(key=lambda row: _newest(row[2]), reverse=True)
    return LikeShotGroups(made)


def exact_copies(library: Library) -> CopyGroups:
    """Every photo to be seen that has several files, newest first."""
    paths = library.copies.paths()
    entries: list[Row] = [tuple(entry) for entry in library.photos.timeline_of(list(paths))]
    entries.sort(key=lambda entry: _newest([entry]), reverse=True)
    return CopyGroups([((entry[0],), entry, paths[entry[0]]) for entry in entries])


def count_look_alikes(library: Library) -> int:
    """How many groups to be seen there are of both sorts, as of the last grouping; quick."""
    count = library.copies.count()
    if library.gate.is_open(Signal.GROUPING):
        hidden = library.hidden.withheld()
        with library.derived() as derived:
            count += 0 if derived is None else derived.count_likeness_groups(without=hidden)
    return count


def paths_of(library: Library, photo_ids: Sequence[PhotoId]) -> list[Path]:
    """Every file of these photos; copies of one content stand behind each other."""
    return [path for photo in library.photos.get_many(photo_ids) for path in photo.paths]


def save_paths(library: Library, paths: Sequence[Path], file: Path) -> None:
    """Write paths to a new text file, one a line, in the system's own bytes.

    Raises:
        ExportError: If it lies in an added folder, is there already or cannot be written.
    """
    refuse_photo_folders(library, file)
    write_paths(paths, file.expanduser().absolute())


def _row(entries: list[Row], proposed: int, said: dict[PhotoId, str]) -> Row:
    """Ids, best and entries of a group, as the user said."""
    entries.sort(key=lambda entry: (entry[1] is None, entry[1] or 0, entry[0]))
    ids = tuple(entry[0] for entry in entries)
    named = [one for one in ids if one in said]
    if named:
        best = max(named, key=lambda one: (said[one], one))
    else:  # the best may be hidden: until photos are grouped anew the first stands in
        best = proposed if proposed in ids else ids[0]
    return ids, best, tuple(entries)


def _newest(entries: Sequence[Row]) -> tuple[bool, int, int]:
    times = [entry[1] for entry in entries if entry[1] is not None]
    return bool(times), max(times, default=0), max((entry[0] for entry in entries), default=0)
