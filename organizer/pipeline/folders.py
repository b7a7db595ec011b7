"""Adding and removing folders. Nothing in them is ever touched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from organizer.errors import ExportError, UsageError
from organizer.library import Library
from organizer.models import Exclusion, Folder, FolderId
from organizer.pipeline.consenting import let_folder_ask
from organizer.pipeline.leaving_out import relative_bytes
from organizer.scan.exclusions import Exclusions
from organizer.scan.walk import is_listed

_OWN = "“{}” and Homeroll's own folder, “{}”, cannot lie in one another: choose another folder."


@dataclass(frozen=True, slots=True)
class AddedFolders:
    """What adding some paths did; *notes* has one sentence for each that added nothing."""

    added: tuple[Folder, ...]
    notes: tuple[str, ...]


def add_folders(library: Library, paths: Sequence[Path]) -> AddedFolders:
    """Add folders; a file stands for the folder it is in. Nested ones are not added twice.

    A folder that contains added ones takes them in: their files are found again below it.
    """
    known = library.folders.all()
    own = [path for path in paths if _is_own(library, path.expanduser().resolve())]
    others = [path for path in paths if path not in own]
    new, notes = _find_new(others, known, library.exclusions.all())
    notes = [*(_OWN.format(path, library.path) for path in own), *notes]
    added = []
    with library.transaction():
        for path in new:
            folder = library.folders.add(path)
            taken_in = [inner for inner in known if inner.path.is_relative_to(path)]
            let_folder_ask(library, folder.id, [inner.id for inner in taken_in])
            for inner in taken_in:
                library.files.move_below(inner, folder)
                library.notes.move_below(inner, folder)
                library.folders.remove(inner.id)
            added.append(folder)
    library.guard_originals()
    return AddedFolders(tuple(added), tuple(notes))


def refuse_photo_folders(library: Library, destination: Path) -> None:
    """Nothing is ever written below a folder of originals."""
    whole = destination.expanduser().resolve()
    for folder in library.folders.all():
        if whole.is_relative_to(folder.path.resolve()):
            raise ExportError(
                f"“{destination}” lies in “{folder.path}”, which holds your photos. "
                "Homeroll never writes there; please choose another place."
            )


def remove_folder(library: Library, folder_id: FolderId, *, keep_in_albums: bool = True) -> None:
    """Forget a folder; its files are not touched.

    Args:
        keep_in_albums: Photos that albums or stars name stay known there, marked as gone. Else
            they leave the albums too.
    """
    with library.transaction():
        if not keep_in_albums:
            library.scanned.unname_only_in(folder_id)
        for folder in library.folders.all():
            if folder.id == folder_id:
                library.exclusions.remove_below(folder.path)
        library.folders.remove(folder_id)
        library.thumbnails.remove(library.scanned.sweep())
    library.guard_originals()


def relocate_folder(library: Library, folder_id: FolderId, path: Path) -> None:
    """Say where a folder is now, such as a drive under another name; the next scan compares.

    Raises:
        UsageError: If there is no folder, or it overlaps with another added one.
    """
    place = path.expanduser().resolve()
    if not place.is_dir():
        raise UsageError(f"“{path}” is not a folder.")
    if _is_own(library, place):
        raise UsageError(_OWN.format(place, library.path))
    folders = library.folders.all()
    for other in folders:
        if other.id != folder_id and _overlap(place, other.path):
            raise UsageError(
                f"“{place.name}” overlaps with “{other.path}”, which is added already."
            )
    with library.transaction():
        for folder in folders:
            if folder.id == folder_id:
                library.exclusions.move(folder.path, place)
        library.folders.move(folder_id, place)
    library.guard_originals()


def _is_own(library: Library, place: Path) -> bool:
    """Whether *place* lies in the library, or the library where the photos of *place* would.

    A library in a hidden folder below the photos is passed by like everything there.
    """
    own = library.path.resolve()
    if place.is_relative_to(own):
        return True
    return own.is_relative_to(place) and is_listed(own.relative_to(place))


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def folders_to_watch(library: Library, *, limit: int) -> list[Path]:
    """The added folders and those below them, nearest first, at most *limit*.

    A system can watch only so many; what lies deeper is found by the next look.
    """
    exclusions = library.exclusions.all()
    found = [
        (folder.path, folder.path, Exclusions(folder.path, exclusions))
        for folder in library.folders.all()
        if folder.path.is_dir()
    ]
    position = 0
    while position < len(found) < limit:
        path, root, without = found[position]
        found.extend((below, root, without) for below in _folders_in(path, root, without))
        position += 1
    return [path for path, _, _ in found[:limit]]


def _folders_in(path: Path, root: Path, without: Exclusions) -> list[Path]:
    try:
        below = [Path(entry) for entry in os.scandir(path) if _is_plain(entry)]
    except OSError:
        return []
    if without:
        below = [
            one
            for one in below
            if not without.is_left_out(relative_bytes(one, root), is_folder=True)
        ]
    return sorted(below)


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")


def _find_new(
    paths: Sequence[Path], known: Sequence[Folder], left_out: Sequence[Exclusion]
) -> tuple[list[Path], list[str]]:
    """Which folders to add, and one sentence for each path that adds nothing."""
    new: list[Path] = []
    notes: list[str] = []
    for path in paths:
        folder, note = _folder_of(path)
        if folder is None:
            notes.append(note)
            continue
        above = next(
            (other for other in (*(k.path for k in known), *new) if folder.is_relative_to(other)),
            None,
        )
        if above is None:
            new.append(folder)
        elif folder == above:
            notes.append(f"“{folder.name}” is in Homeroll already.")
        elif any(one.folder and folder.is_relative_to(one.folder) for one in left_out):
            notes.append(
                f"“{folder.name}” is left out of Homeroll; take it in again under Left out, "
                "in Settings and privacy."
            )
        else:
            notes.append(f"“{folder.name}” lies in “{above.name}”, which is in Homeroll already.")
    return new, notes


def _folder_of(path: Path) -> tuple[Path | None, str]:
    try:
        whole = path.expanduser().resolve()
    except (OSError, RuntimeError):
        return None, f"“{path.name}” cannot be found."
    if whole.is_dir():
        return whole, ""
    if whole.is_file():
        return whole.parent, ""
    return None, f"“{path}” cannot be found."
