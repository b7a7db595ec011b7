"""From a folder to the files in it that may be pictures or videos."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from organizer.models import ExclusionId, Folder, ImageFile, Note, NoteKind
from organizer.scan.exclusions import NOTHING_LEFT_OUT, Exclusions
from organizer.scan.formats import (
    IMAGE_ENDINGS,
    JSON_ENDING,
    OTHER_ENDINGS,
    RAW_ENDINGS,
    SNIFF_BYTES,
    VIDEO_ENDINGS,
    XMP_ENDING,
    is_certain_image,
)

_SYSTEM_FOLDERS = frozenset(
    {
        b"$recycle.bin",
        b"system volume information",
        b"lost+found",
        b"@eadir",
        b"__macosx",
        b"found.000",
        b"thumbs",
        b"node_modules",
    }
)
_MEDIA_ENDINGS = IMAGE_ENDINGS | RAW_ENDINGS | VIDEO_ENDINGS
_SIDECARS = frozenset({XMP_ENDING, JSON_ENDING})
_SIDECAR_ENDINGS = tuple(ending.encode() for ending in _SIDECARS)
_KEEP_OUT = b".nomedia"
# what one lstat can tell without opening anything
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_READ_ONLY |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class NotARegularFileError(OSError):
    """A pipe, socket, device or link stands where a file was expected."""


def open_original(path: bytes | str | os.PathLike[str]) -> int:
    """Open a regular file read-only and return its descriptor; links are not followed.

    Raises:
        NotARegularFileError: If it is anything else; it is not opened then.
        OSError: If it cannot be opened.
    """
    if not stat.S_ISREG(os.lstat(path).st_mode):
        raise NotARegularFileError("not a regular file")
    descriptor = os.open(path, _READ_ONLY)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # it was exchanged in between
        os.close(descriptor)
        raise NotARegularFileError("not a regular file")
    return descriptor


def can_be_opened(path: Path) -> bool:
    """Whether a file can be opened just now; nothing is read of it."""
    try:
        os.close(open_original(path))
    except OSError:
        return False
    return True


def is_listed(below: Path) -> bool:
    """Whether a folder so far below an added one is looked into, as far as its name tells."""
    return not any(_is_skipped(os.fsencode(part)) for part in below.parts)


@dataclass(frozen=True, slots=True)
class Listing:
    """One folder's own files: pictures and videos, and what may speak of them, by name.

    Attributes:
        folders_left_out, files_left_out: One entry for each folder, and for each picture or video.
    """

    files: tuple[ImageFile, ...]
    sidecars: tuple[ImageFile, ...]
    folders_left_out: tuple[ExclusionId, ...] = ()
    files_left_out: tuple[ExclusionId, ...] = ()


def find_image_files(folder: Folder, *, note: Callable[[Note], None]) -> Iterator[ImageFile]:
    """Every regular file below *folder* that may be a picture or video, in order of path.

    See :func:`list_folders`.
    """
    return (file for listing in list_folders(folder, note=note) for file in listing.files)


def list_folders(
    folder: Folder, *, note: Callable[[Note], None], without: Exclusions = NOTHING_LEFT_OUT
) -> Iterator[Listing]:
    """What lies in *folder* and in each folder below it, in order of path.

    Hidden and system folders are skipped, and so are folders that hold ``.nomedia`` (unless the
    user added that very folder); links are not followed (so no loop can catch us). What the user
    leaves out is only counted. A folder that cannot be listed is told to *note*, and so is a
    file that may be a picture but cannot be looked at.
    """
    root = os.fsencode(folder.path)
    waiting = [b""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(os.path.join(root, below)) as listing:  # noqa: PTH118 - bytes
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            note(_unlisted(root, below, error))
            continue
        if below and any(entry.name == _KEEP_OUT for entry in entries):
            continue  # what phones put into folders that no gallery is to show
        prefix = below + b"/" if below else b""
        found = _Finder(folder, prefix, note)
        files, inner = [], []
        for entry in entries:
            if not _is_folder(entry):
                files.append(entry)
            elif not _is_skipped(entry.name):
                inner.append(entry)
        if without:
            left_out = [without.of(prefix + e.name, is_folder=True) for e in inner]
            inner = [e for e, by in zip(inner, left_out, strict=True) if by is None]
            yield _listing_without(found, files, left_out, without)
        else:
            yield found.listing(files)
        waiting.extend(prefix + entry.name for entry in reversed(inner))


def _listing_without(
    found: _Finder,
    entries: list[os.DirEntry[bytes]],
    folders: list[ExclusionId | None],
    without: Exclusions,
) -> Listing:
    left_out = [without.of(found.prefix + e.name, is_folder=False) for e in entries]
    both = list(zip(entries, left_out, strict=True))
    kept = found.listing([entry for entry, by in both if by is None])
    return replace(
        kept,
        folders_left_out=tuple(by for by in folders if by is not None),
        files_left_out=tuple(
            by for entry, by in both if by is not None and _ending(entry) in _MEDIA_ENDINGS
        ),
    )


def _unlisted(root: bytes, below: bytes, error: OSError) -> Note:
    path = Path(os.fsdecode(os.path.join(root, below)))  # noqa: PTH118 - bytes
    return Note(kind=NoteKind.FOLDER_UNLISTED, path=path, detail=error.strerror or "")


def _is_folder(entry: os.DirEntry[bytes]) -> bool:
    """Some file systems give no types: then this asks for one, and may be refused."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False  # if it may be a picture, looking at it tells the trouble


def _is_skipped(name: bytes) -> bool:
    return name.startswith((b".", b"$")) or name.lower() in _SYSTEM_FOLDERS


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the pictures among the entries of one folder; *prefix* is its path and a slash."""

    folder: Folder
    prefix: bytes
    note: Callable[[Note], None]

    def listing(self, entries: list[os.DirEntry[bytes]]) -> Listing:
        files: list[ImageFile] = []
        sidecars: list[ImageFile] = []
        for entry in entries:
            found = self._image_file(entry)
            if found is not None:
                beside = entry.name[-5:].lower().endswith(_SIDECAR_ENDINGS)
                (sidecars if beside else files).append(found)
        return Listing(tuple(files), tuple(sidecars))

    def _image_file(self, entry: os.DirEntry[bytes]) -> ImageFile | None:
        ending = _ending(entry)
        if entry.name.startswith(b"."):  # macOS leaves "._" twins that are no pictures
            return None
        is_media = ending in _MEDIA_ENDINGS or ending in _SIDECARS
        if not is_media and ending in OTHER_ENDINGS:
            return None
        try:
            facts = entry.stat(follow_symlinks=False)
            if not stat.S_ISREG(facts.st_mode) or not (is_media or _begins_as_media(entry)):
                return None
        except (FileNotFoundError, NotARegularFileError):
            return None  # it vanished while we were listing
        except OSError as error:
            self.note(_unopened(self._path(entry), error))
            return None
        return ImageFile(
            folder_id=self.folder.id,
            path=self._path(entry),
            relative_path=self.prefix + entry.name,
            size_bytes=facts.st_size,
            mtime_ns=facts.st_mtime_ns,
        )

    def _path(self, entry: os.DirEntry[bytes]) -> Path:
        return self.folder.path / os.fsdecode(self.prefix + entry.name)


def _begins_as_media(entry: os.DirEntry[bytes]) -> bool:
    descriptor = open_original(entry.path)
    try:
        return is_certain_image(os.read(descriptor, SNIFF_BYTES))
    finally:
        os.close(descriptor)


def _unopened(path: Path, error: OSError) -> Note:
    return Note(kind=NoteKind.FILE_UNOPENED, path=path, detail=error.strerror or str(error))


def _ending(entry: os.DirEntry[bytes]) -> str:
    return os.path.splitext(os.fsdecode(entry.name))[1].lower()  # noqa: PTH122 - a name, no path
