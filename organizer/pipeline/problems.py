"""What needs a look: files that could not be read, and what scans had to tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from organizer.library import Library
from organizer.models import Folder, Note, PhotoId, UnreadFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """Everything that was not dropped in silence.

    Attributes:
        offline: Folders that are not there just now; they come back by themselves and are shown
            in the list of folders, so they are not counted.
    """

    files: tuple[UnreadFile, ...]
    notes: tuple[Note, ...]
    offline: tuple[Folder, ...]

    @property
    def count(self) -> int:
        """How many of them need a look."""
        return len(self.files) + len(self.notes)


def find_problems(library: Library) -> Problems:
    """All problems of the library."""
    return Problems(
        files=tuple(library.problems.files()),
        notes=tuple(library.notes.all()),
        offline=tuple(folder for folder in library.folders.all() if folder.offline),
    )


def count_problems(library: Library) -> int:
    """The count of :func:`find_problems`, without fetching them."""
    return library.problems.count() + library.notes.count()


def try_problems_again(library: Library, photo_ids: Iterable[PhotoId] | None = None) -> int:
    """Let the next scan read what could not be read, such as after mending a disk.

    Args:
        photo_ids: Only these; None is all.

    Returns:
        How many files that are.
    """
    with library.transaction():
        if photo_ids is None:
            return library.files.read_problems_again()
        return library.problems.read_again(photo_ids)
