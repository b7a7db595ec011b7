"""Keeping what the listing of a folder had to tell, until a later listing has it no more."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from organizer.library import Library
from organizer.models import Folder, Note, NoteKind
from organizer.pipeline.leaving_out import relative_bytes
from organizer.scan.exclusions import Exclusions


def keep_notes(
    library: Library,
    folder: Folder,
    found: Iterable[Note],
    without: Exclusions,
    *,
    speaking: Collection[bytes],
) -> None:
    """Record what a listing that came to its end found, in place of what was known before.

    What lies below a folder that could not be listed was not reached: its notes stay, unless the
    user leaves it out by now.

    Args:
        speaking: Sidecars and lists that could not be read before and still belong to something.
    """
    before = {(note.kind, note.path): note for note in library.notes.of_listing(folder)}
    new = {(note.kind, note.path): note for note in found}
    closed = {path for kind, path in new if kind is NoteKind.FOLDER_UNLISTED}

    def is_reached(path: Path) -> bool:
        return closed.isdisjoint(path.parents) or _is_left_out(path, folder, without)

    kept = {key: note for key, note in before.items() if note.path and not is_reached(note.path)}
    silent = [
        path
        for path in library.notes.unheard(folder.id).keys() - set(speaking)
        if is_reached(folder.path / os.fsdecode(path))
    ]
    if kept | new != before or silent:
        with library.transaction():
            if folder.id in library.folders.ids():  # it may have been removed meanwhile
                library.notes.replace_listing(folder, (kept | new).values())
            for path in silent:
                library.notes.hear(folder.id, path, None)


def _is_left_out(path: Path, folder: Folder, without: Exclusions) -> bool:
    return bool(without) and without.covering(relative_bytes(path, folder.path)) is not None
