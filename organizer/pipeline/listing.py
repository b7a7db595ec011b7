"""What a scan has to do: the files of all folders beside what the library knows of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from organizer.library import Library
from organizer.models import (
    ExclusionId,
    Folder,
    ImageFile,
    Note,
    NoteKind,
    PhotoId,
    Status,
)
from organizer.pipeline.leaving_out import relative_bytes
from organizer.pipeline.noting import keep_notes
from organizer.pipeline.scan_work import (
    ArchiveWork,
    ListFacts,
    Neighbours,
    ScanWork,
    facts_of,
    key_of,
)
from organizer.progress import Progress
from organizer.scan.archives import may_be_list
from organizer.scan.exclusions import Exclusions
from organizer.scan.packages import installed_decoders
from organizer.scan.sidecars import Matched, match_parts, match_sidecars, signature
from organizer.scan.takeout import scattered_folder
from organizer.scan.walk import Listing, can_be_opened, list_folders
from organizer.store.files import SECOND_PASS, KnownFile

_DECODERS_KEY = "decoders"  # those that the last scan had


def list_work(library: Library, progress: Progress) -> ScanWork:
    """Go through all folders; those that are not there just now are marked as offline."""
    _try_new_decoders(library)
    work, tally = ScanWork(contradicted=library.notes.contradicted()), _Tally()
    exclusions = library.exclusions.all()
    bare = library.photos.readable_ids() - library.thumbnails.complete()
    for folder in library.folders.all():
        without = Exclusions(folder.path, exclusions)
        unheard = library.notes.unheard(folder.id)
        work.unheard |= {(folder.id, path) for path in unheard}
        sorter = _Sorter(folder, library.files.known(folder.id), bare, work, without, unheard)
        if _is_offline(library, folder):
            work.notes.append(Note(kind=NoteKind.FOLDER_OFFLINE, path=folder.path))
            sorter.drop_left_out()
            continue
        troubled: list[Note] = []
        for listing in list_folders(folder, note=troubled.append, without=without):
            tally.add(listing)
            progress.step("Looking for photos", tally.found, None)
            sorter.sort(listing)
        sorter.finish(library.files.archive_lists(folder.id), troubled)
        notes = [*sorter.contested, *troubled]
        keep_notes(library, folder, notes, without, speaking=sorter.speaking)
        work.notes += notes
    if exclusions:
        with library.transaction():
            library.exclusions.count(tally.met)
    work.notes += tally.notes()
    progress.step("Looking for photos", tally.found, tally.found)
    return work


def _is_empty(path: Path) -> bool:
    """Whether nothing at all lies there: where a drive was mounted, its mount point is left."""
    try:
        with os.scandir(path) as entries:
            return next(entries, None) is None
    except OSError:  # it is told as a folder that could not be listed
        return False


def _is_offline(library: Library, folder: Folder) -> bool:
    """Whether a folder is not there just now; that is remembered."""
    offline = not folder.path.is_dir() or (folder.photo_count > 0 and _is_empty(folder.path))
    if offline != folder.offline:
        with library.transaction():
            library.folders.mark_offline(folder.id, offline=offline)
    return offline


def _try_new_decoders(library: Library) -> None:
    """What could not be read is read again once a package that may read it was installed."""
    present = installed_decoders()
    before = set(library.settings.get(_DECODERS_KEY).split())
    if present == before:
        return
    with library.transaction():
        if present - before:
            library.files.read_problems_again(only=Status.UNSUPPORTED)
        library.settings.set(_DECODERS_KEY, " ".join(sorted(present)))


class _Tally:
    """Counts the files that were found, and what was passed by because of each exclusion."""

    def __init__(self) -> None:
        self.found = 0
        self._folders: Counter[ExclusionId] = Counter()
        self._files: Counter[ExclusionId] = Counter()

    def add(self, listing: Listing) -> None:
        self.found += len(listing.files)
        self._folders.update(listing.folders_left_out)
        self._files.update(listing.files_left_out)

    @property
    def met(self) -> dict[ExclusionId, tuple[int, int]]:
        return {by: (self._folders[by], self._files[by]) for by in self._folders | self._files}

    def notes(self) -> list[Note]:
        counted = ((self._folders.total(), "folder"), (self._files.total(), "file"))
        parts = [f"{n:,} {thing}{'' if n == 1 else 's'}" for n, thing in counted if n]
        return [Note(kind=NoteKind.LEFT_OUT, detail=" and ".join(parts))] if parts else []


class _Sorter:
    """Sorts the files of one added folder into what is to be done."""

    def __init__(
        self,
        folder: Folder,
        known: dict[bytes, KnownFile],
        bare: set[PhotoId],
        work: ScanWork,
        without: Exclusions,
        unheard: dict[bytes, NoteKind],
    ) -> None:
        self._folder = folder
        self._known = known
        self._bare = bare
        self._work = work
        self._without = without
        self._unheard = unheard
        self._lists_mended = False
        self._lists: list[ImageFile] = []
        self.contested: list[Note] = []
        self.speaking: set[bytes] = set()  # of those that could not be read before
        self._has_new = False
        self._waiting: dict[object, list[Listing]] = {}

    def sort(self, listing: Listing) -> None:
        """Sort the files of one folder; one of a Takeout waits for its other parts."""
        key = _scattered(listing)
        if key is None:
            self._sort(listing, match_sidecars(listing.files, listing.sidecars))
        else:
            self._waiting.setdefault(key, []).append(listing)

    def _sort_waiting(self) -> None:
        for listings in self._waiting.values():
            found = match_parts([(listing.files, listing.sidecars) for listing in listings])
            for listing, matched in zip(listings, found, strict=True):
                self._sort(listing, matched)
        self._waiting.clear()

    def _sort(self, listing: Listing, matched: Matched) -> None:
        self.contested += [
            Note(kind=NoteKind.SIDECAR_CONTESTED, path=one.path) for one in matched.contested
        ]
        lists = [one for one in listing.sidecars if may_be_list(_text(one.relative_path))]
        self._lists += lists
        self._lists_mended |= self._is_mended(lists)
        for file in listing.files:
            beside = matched.beside.get(file.relative_path, ())
            self._sort_file(file, signature(beside, file), is_mended=self._is_mended(beside))

    def _is_mended(self, sidecars: Sequence[ImageFile]) -> bool:
        """Whether one can be opened that could not be: nothing else of it need have changed."""
        if not self._unheard:
            return False
        before = [one for one in sidecars if one.relative_path in self._unheard]
        self.speaking.update(one.relative_path for one in before)
        return any(
            can_be_opened(one.path)
            for one in before
            if self._unheard[one.relative_path] is NoteKind.SIDECAR_UNOPENED
        )

    def _sort_file(self, file: ImageFile, signed: str, *, is_mended: bool) -> None:
        known = self._known.pop(file.relative_path, None)
        work = self._work
        archived = known.archived if known is not None else ""
        if known is None or (known.size_bytes, known.mtime_ns) != (file.size_bytes, file.mtime_ns):
            work.unseen.append(file)
            self._has_new = True
        else:
            if known.passed < SECOND_PASS or known.photo_id in self._bare:
                work.unread.append(file)
            if known.sidecars == signed and not is_mended:
                return
            work.undated.append(file)
        if signed or archived:
            work.beside[key_of(file)] = Neighbours(signed, archived)

    def drop_left_out(self) -> None:
        """Known files that are left out go, also where the folder cannot be listed."""
        if self._without:
            gone = {p: f for p, f in self._known.items() if self._without.covering(p) is not None}
            self._work.gone.extend(file.id for file in gone.values())

    def finish(self, lists_before: set[ListFacts], troubled: Sequence[Note]) -> None:
        """What only the whole folder shows: files that are gone, and lists that changed."""
        self._sort_waiting()
        for note in troubled:  # a file that cannot be looked at just now is there
            if note.kind is NoteKind.FILE_UNOPENED and note.path is not None:
                self._known.pop(relative_bytes(note.path, self._folder.path), None)
        if any(note.kind is NoteKind.FOLDER_UNLISTED for note in troubled):
            self.drop_left_out()  # a folder that cannot be listed may still hold its files
        else:
            self._work.gone.extend(left.id for left in self._known.values())
        are_others = facts_of(self._lists) != lists_before or self._lists_mended
        if are_others or (self._lists and self._has_new):
            self._work.archives.append(ArchiveWork(self._folder, tuple(self._lists)))


def _scattered(listing: Listing) -> object:
    """What the folder is known by in every part of a Takeout; None if it is of no Takeout."""
    first = next((one.relative_path for one in (*listing.files, *listing.sidecars)), b"")
    return scattered_folder(_text(first.rpartition(b"/")[0]))


def _text(path: bytes) -> str:
    return path.decode("utf-8", errors="surrogateescape")
