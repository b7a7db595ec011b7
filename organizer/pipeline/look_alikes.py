"""Groups of like shots, exact copies, and lists of the files that are not the best."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from organizer.export.path_lists import write_paths
from organizer.library import Library
from organizer.models import LikenessGroup, PhotoId, Signal, TimelineEntry
from organizer.pipeline.best_shots import as_said
from organizer.pipeline.exporting import refuse_photo_folders


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


def like_shots(library: Library) -> list[LikeShots]:
    """Every group of which two photos or more are to be seen, newest first.

    Nothing while suggestions are off.
    """
    if not library.gate.is_open(Signal.GROUPING):
        return []
    with library.derived() as derived:
        groups = [] if derived is None else derived.likeness_groups()
    shown = library.photos.groupable_ids()
    ids = [one for group in groups for one in group.photo_ids if one in shown]
    entry_of = {entry.id: entry for entry in library.photos.timeline_of(ids)}
    made = [_made(group, entry_of) for group in as_said(library, groups)]
    found = [group for group in made if len(group.entries) > 1]
    found.sort(key=lambda group: _newest(group.entries), reverse=True)
    return found


def exact_copies(library: Library) -> list[ExactCopies]:
    """Every photo to be seen that has several files, newest first."""
    ids = library.copies.ids()
    paths = {photo.id: photo.paths for photo in library.photos.get_many(ids)}
    entries = library.photos.timeline_of(ids)
    entries.sort(key=lambda entry: _newest([entry]), reverse=True)
    return [ExactCopies(entry, paths[entry.id]) for entry in entries]


def count_look_alikes(library: Library) -> int:
    """How many groups there are of both sorts, as of the last grouping; quick."""
    count = library.copies.count()
    if library.gate.is_open(Signal.GROUPING):
        with library.derived() as derived:
            count += 0 if derived is None else derived.count_likeness_groups()
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


def others_of(group: LikeShots, kept: Collection[PhotoId]) -> list[PhotoId]:
    """The photos of a group that are neither the best nor kept beside it."""
    return [one.id for one in group.entries if one.id != group.best_id and one.id not in kept]


def _made(group: LikenessGroup, entry_of: dict[PhotoId, TimelineEntry]) -> LikeShots:
    entries = [entry_of[one] for one in group.photo_ids if one in entry_of]
    entries.sort(key=lambda entry: (entry.taken_at_s is None, entry.taken_at_s or 0, entry.id))
    is_seen = any(entry.id == group.best_id for entry in entries)
    # the best was hidden a moment ago: until photos are grouped anew the first stands in
    best = group.best_id if is_seen or not entries else entries[0].id
    return LikeShots(tuple(entries), best)


def _newest(entries: Sequence[TimelineEntry]) -> tuple[bool, int, int]:
    times = [entry.taken_at_s for entry in entries if entry.taken_at_s is not None]
    return bool(times), max(times, default=0), max((entry.id for entry in entries), default=0)
