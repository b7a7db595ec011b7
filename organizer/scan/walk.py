"""From a folder to the files in it that may be pictures or videos."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator

from organizer.models import Folder, ImageFile
from organizer.scan.formats import (
    IMAGE_ENDINGS,
    OTHER_ENDINGS,
    RAW_ENDINGS,
    SNIFF_BYTES,
    VIDEO_ENDINGS,
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


def find_image_files(folder: Folder, *, note: Callable[[str], None]) -> Iterator[ImageFile]:
    """Every regular file below *folder* that may be a picture or video, in order of path.

    Hidden and system folders are skipped, links are not followed (so no loop can catch us).
    A folder that cannot be listed is told to *note*.
    """
    root = os.fsencode(folder.path)
    waiting = [b""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(os.path.join(root, below)) as listing:  # noqa: PTH118 - bytes
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            note(f"The folder “{_shown(root, below)}” could not be listed: {error.strerror}.")
            continue
        folders = []
        for entry in entries:
            relative = below + b"/" + entry.name if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not _is_skipped(entry.name):
                    folders.append(relative)
            elif (file := _image_file(folder, relative, entry)) is not None:
                yield file
        waiting.extend(reversed(folders))


def _shown(root: bytes, below: bytes) -> str:
    return os.fsdecode(os.path.join(root, below)).rstrip("/")  # noqa: PTH118 - bytes


def _is_skipped(name: bytes) -> bool:
    return name.startswith((b".", b"$")) or name.lower() in _SYSTEM_FOLDERS


def _image_file(folder: Folder, relative: bytes, entry: os.DirEntry[bytes]) -> ImageFile | None:
    if entry.name.startswith(b"."):  # macOS leaves "._" twins that are no pictures
        return None
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError:
        return None  # it vanished while we were listing
    if not stat.S_ISREG(facts.st_mode) or not _may_be_media(entry):
        return None
    return ImageFile(
        folder_id=folder.id,
        path=folder.path / os.fsdecode(relative),
        relative_path=relative,
        size_bytes=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
    )


def _may_be_media(entry: os.DirEntry[bytes]) -> bool:
    ending = os.path.splitext(os.fsdecode(entry.name))[1].lower()  # noqa: PTH122 - a name, no path
    if ending in _MEDIA_ENDINGS:
        return True
    if ending in OTHER_ENDINGS:
        return False
    try:
        descriptor = open_original(entry.path)
    except OSError:
        return False
    try:
        return is_certain_image(os.read(descriptor, SNIFF_BYTES))
    except OSError:
        return False
    finally:
        os.close(descriptor)
