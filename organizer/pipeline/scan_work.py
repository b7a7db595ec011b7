"""What a scan has to do, as the listing hands it to the passes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from organizer.models import Folder, FolderId, ImageFile, Note

FileKey = tuple[FolderId, bytes]
ListFacts = tuple[bytes, int, int]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What lies beside a file: the signature of its sidecars, and what an archive's list says."""

    sidecars: str = ""
    archived: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveWork:
    """A folder whose lists of an archive are to be read again."""

    folder: Folder
    lists: tuple[ImageFile, ...]


@dataclass(slots=True)
class ScanWork:
    """What the listing leaves to be done.

    Attributes:
        unseen: New and changed files, for both passes.
        unread: Files of which only the second pass is missing.
        undated: Unchanged files beside which something changed.
        gone: Ids of files that are no longer there.
        beside: What lies beside the unseen and undated files, where there is something.
        contradicted: Files whose sidecars told different dates when they were last asked.
        unheard: Sidecars and lists that could not be read when they were last asked.
    """

    unseen: list[ImageFile] = field(default_factory=list)
    unread: list[ImageFile] = field(default_factory=list)
    undated: list[ImageFile] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    beside: dict[FileKey, Neighbours] = field(default_factory=dict)
    archives: list[ArchiveWork] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    contradicted: set[FileKey] = field(default_factory=set)
    unheard: set[FileKey] = field(default_factory=set)

    @property
    def needs_workers(self) -> bool:
        """Whether anything has to be read."""
        return bool(self.unseen or self.unread or self.undated or self.archives)

    def files(self) -> Iterable[ImageFile]:
        """All files that are to be opened."""
        return (*self.unseen, *self.unread, *self.undated)


def key_of(file: ImageFile) -> FileKey:
    """What a file is known by in this scan."""
    return file.folder_id, file.relative_path


def facts_of(lists: Iterable[ImageFile]) -> set[ListFacts]:
    """What tells whether the lists of an archive changed."""
    return {(one.relative_path, one.size_bytes, one.mtime_ns) for one in lists}
