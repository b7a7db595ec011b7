"""Keeping what the listing of a folder had to tell, until a later listing has it no more."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from organizer.library import Library
from organizer.models import Folder, Note, NoteKind
from organizer.pipeline.leaving_out import relative_bytes
from organizer.scan.exclusions import Exclusions


def keep_notes(
    library: Library, folder: Folder, found: Iterable[Note], without: Exclusions
) -> None:
    """Record what a listing that came to its end found, in place of what was known before.

    What lies below a folder that could not be listed was not reached: its notes stay, unless the
    user leaves it out by now.
    """
    before = {(note.kind, note.path): note for note in library.notes.of_listing(folder)}
    new = {(note.kind, note.path): note for note in found}
    closed = {path for kind, path in new if kind is NoteKind.FOLDER_UNLISTED}
    not_reached = {
        key: note
        for key, note in before.items()
        if note.path is not None
        and not closed.isdisjoint(note.path.parents)
        and not _is_left_out(note.path, folder, without)
    }
    if not_reached | new != before:
        with library.transaction():
            if folder.id in library.folders.ids():  # it may have been removed meanwhile
                library.notes.replace_listing(folder, (not_reached | new).values())


def _is_left_out(path: Path, folder: Folder, without: Exclusions) -> bool:
    return bool(without) and without.covering(relative_bytes(path, folder.path)) is not None
