"""Everything that Homeroll knows goes; afterwards it is as at a first start. Never a photo."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from organizer.errors import LibraryWriteError
from organizer.library import CATALOG, THUMBNAILS, check_again, derived_files, erasure_flag
from organizer.models import Receipt
from organizer.pipeline.copies_kept import BACKUPS, catalog_copies
from organizer.pipeline.erasing import QT_HISTORY, begin_erasure_in
from organizer.privacy.erasure import erase_files, lower_flag, remove_empty_folder
from organizer.privacy.intents import Erasing, Intent, read_intents

EVERYTHING = Intent(what=Erasing.EVERYTHING)
_DATABASE_ENDINGS = ("", "-wal", "-shm", "-journal", ".new", ".new-journal")


def erase_everything(library_path: Path) -> Receipt:
    """Overwrite and remove every file that Homeroll made in its folder.

    No part of this program may have the library open. Other files in that folder stay.

    Raises:
        LibraryWriteError: If something could not be removed; the next start tries again.
    """
    begin_erasure_in(library_path, EVERYTHING)
    files = own_files(library_path)
    overwritten = erase_files(files)
    with contextlib.suppress(OSError):  # something of the user's lies in it
        remove_empty_folder(library_path / BACKUPS)
    left = tuple(str(path) for path in files if path.exists())
    if left:
        raise LibraryWriteError(library_path, f"still there: {', '.join(left)}")
    lower_flag(erasure_flag(library_path))
    check_again(library_path)
    return Receipt(
        at=datetime.now().replace(microsecond=0),
        counts={"file": len(files)},
        overwritten_bytes=overwritten,
    )


def resume_everything(library_path: Path) -> Receipt | None:
    """Finish it where a crash interrupted it; before the library is opened."""
    begun = any(
        intent.what is Erasing.EVERYTHING for intent in read_intents(erasure_flag(library_path))
    )
    return erase_everything(library_path) if begun else None


def own_files(library_path: Path) -> list[Path]:
    """Every file that Homeroll may have made in the library folder and that is there."""
    databases = (
        library_path / (name + ending)
        for name in (CATALOG, THUMBNAILS)
        for ending in _DATABASE_ENDINGS
    )
    # what Qt keeps of its dialogs, in the names it uses on its systems
    settings = (library_path / name for name in (QT_HISTORY, "QtProject.ini", "Homeroll.conf"))
    named = (*databases, *derived_files(library_path), *settings)
    return [*(path for path in named if path.exists()), *catalog_copies(library_path)]
