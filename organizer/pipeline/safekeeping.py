"""The catalog's own copies: made once a day, put back on wish, carried to a new computer."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from organizer.errors import LibraryError, LibraryWriteError, NotFoundError
from organizer.library import CATALOG, THUMBNAILS, Library, check_again, erasure_flag, open_library
from organizer.pipeline.copies_kept import BACKUPS
from organizer.pipeline.erasing import resume_erasure
from organizer.pipeline.folders import refuse_photo_folders
from organizer.privacy.erasure import lower_flag
from organizer.privacy.intents import OFF, begin
from organizer.store import backup

COPIES_KEPT = 5
_EVERY = timedelta(days=1)
# below this the next photos may not fit: say so while there is still room
LITTLE_ROOM_BYTES = 500_000_000


def back_up(library: Library, *, now: datetime, even_if_recent: bool = False) -> Path | None:
    """Copy the catalog, unless a copy of today exists or nothing is in it.

    Raises:
        LibraryError: If the copy could not be made or is not sound; older copies stay.
    """
    folder = library.path / BACKUPS
    newest = next(iter(backup.copies(folder)), None)
    is_recent = newest is not None and now - backup.copied_at(newest) < _EVERY
    if (is_recent and not even_if_recent) or not library.folders.all():
        return None
    return library.copy_catalog(folder, now=now, keep=COPIES_KEPT)


def save_copy(library: Library, file: Path) -> None:
    """Copy the catalog to a file the user chose, such as on a stick for a new computer.

    Raises:
        ExportError: If that lies in an added folder, where nothing is ever written.
        LibraryError: If it is there already or cannot be written; nothing is left then.
    """
    refuse_photo_folders(library, file)
    library.save_catalog(file.expanduser().absolute())


def list_copies(library_path: Path) -> list[tuple[datetime, Path]]:
    """Copies that can be put back, newest first."""
    return [(backup.copied_at(copy), copy) for copy in backup.copies(library_path / BACKUPS)]


def list_replaced(library_path: Path) -> list[tuple[datetime, Path]]:
    """Catalogs that were kept aside when a copy was put in their place, newest first."""
    return [(backup.copied_at(copy), copy) for copy in backup.set_aside(library_path)]


def check_copy(copy: Path) -> datetime:
    """Look whether a file can be put back; gives when it was made.

    Raises:
        NotFoundError: If there is no such file.
        LibraryError: If it cannot; says why.
    """
    if not copy.is_file():
        raise NotFoundError("There is no copy of the catalog to put back.")
    backup.check_copy(copy)
    return backup.copied_at(copy)


def restore(library_path: Path, copy: Path | None = None) -> Path:
    """Put a copy (the newest, if none is named) in place of the catalog; gives that copy.

    No part of this program may have the library open. Suggestions are off afterwards, whatever
    they were when the copy was made: a restore never turns anything on. The former catalog is
    kept aside.

    Raises:
        NotFoundError: If there is no such copy.
        LibraryError: If the copy is not sound or cannot be put back; nothing was changed.
    """
    chosen = copy or next(iter(backup.copies(library_path / BACKUPS)), None)
    if chosen is None:
        raise NotFoundError("There is no copy of the catalog to put back.")
    made_at = check_copy(chosen)
    try:
        library_path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise LibraryWriteError(library_path, error.strerror or str(error)) from error
    was_erasing = erasure_flag(library_path).exists()
    incoming = backup.bring(chosen, library_path / CATALOG)
    try:  # from here on nothing may be derived until the switch was seen to be off
        begin(erasure_flag(library_path), OFF)
    except OSError as error:
        backup.drop(incoming)
        raise LibraryWriteError(library_path, error.strerror or str(error)) from error
    try:
        backup.put_back(incoming, library_path / CATALOG, now=datetime.now())
    except LibraryError:
        if not was_erasing:  # the catalog is the former one, and so is what it says
            lower_flag(erasure_flag(library_path))
        raise
    # they go by the numbers of photos, which mean others in another catalog; a scan makes them
    backup.drop(library_path / THUMBNAILS)
    check_again(library_path)
    with open_library(library_path) as library:
        resume_erasure(library)
        with library.transaction():
            library.ledger.write(
                "copy put back",
                f"The catalog of {made_at:%Y-%m-%d %H:%M}. That never turns suggestions on: "
                "they are off.",
            )
    return chosen


def free_room_note(library: Library) -> str | None:
    """One sentence when the disk of the library is nearly full."""
    free = shutil.disk_usage(library.path).free
    if free >= LITTLE_ROOM_BYTES:
        return None
    return (
        f"Only {free // 1_000_000:,} MB are free where Homeroll keeps its library. "
        "Make room there, or thumbnails may be missing."
    )
