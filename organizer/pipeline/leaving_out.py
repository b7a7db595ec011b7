"""Leaving folders and names out of Homeroll, and taking them in again. No file is touched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Exclusion, ExclusionId, Folder, PhotoId
from organizer.scan.exclusions import Exclusions

_MAX_PATTERN = 200
_NO_ID = ExclusionId(0)


def left_out(library: Library) -> list[Exclusion]:
    """What is left out, with the photos that were in it and what the last scan passed by."""
    return library.exclusions.all()


def leave_out(library: Library, what: Path | str) -> Exclusion:
    """Leave out a folder, or everything whose name fits a pattern; the next scan drops it.

    Photos that albums or stars name stay known, marked; all come back when it is taken in again.

    Raises:
        UsageError: If that cannot be left out; says why.
    """
    known = library.exclusions.all()
    folder, pattern = None, ""
    if isinstance(what, Path):
        folder = _folder_to_leave_out(what, library.folders.all(), known)
    else:
        pattern = _pattern_to_leave_out(what, known)
    wish = Exclusion(id=_NO_ID, folder=folder, pattern=pattern)
    with library.transaction():
        return library.exclusions.add(folder, pattern, photos=_count(library, wish))


def take_in_again(library: Library, exclusion_id: ExclusionId) -> None:
    """Leave something out no longer; the next scan finds it, with its stars and albums.

    Raises:
        NotFoundError: If it was not left out.
    """
    with library.transaction():
        was_there = library.exclusions.remove(exclusion_id)
    if not was_there:
        raise NotFoundError("That is not left out.")


def count_fitting(library: Library, pattern: str) -> int:
    """How many photos a pattern would leave out, of those that the library knows.

    Raises:
        UsageError: If it is no pattern that can be left out.
    """
    checked = _pattern_to_leave_out(pattern, library.exclusions.all())
    return _count(library, Exclusion(id=_NO_ID, folder=None, pattern=checked))


def say_why_lost(library: Library) -> None:
    """Photos that stay without their files say that these are left out, where that is so."""
    exclusions = {one.id: one for one in library.exclusions.all()}
    if not exclusions:
        return
    rules = [(f.path, Exclusions(f.path, exclusions.values())) for f in library.folders.all()]
    reasons: dict[PhotoId, str] = {}
    for photo_id, path in library.exclusions.lost_photos().items():
        for root, rule in rules:
            by = rule.covering(relative_bytes(path, root)) if path.is_relative_to(root) else None
            if by is not None:
                reasons[photo_id] = _reason(exclusions[by])
    library.exclusions.say_why(reasons)


def relative_bytes(path: Path, root: Path) -> bytes:
    """*path* below *root* as the catalog and the patterns know it."""
    return os.fsencode(path.relative_to(root).as_posix())


def _reason(by: Exclusion) -> str:
    if by.folder is not None:
        return "Its folder is left out of Homeroll."
    return f"It is left out of Homeroll, like everything named “{by.pattern}”."


def _count(library: Library, wish: Exclusion) -> int:
    fitting: set[PhotoId] = set()
    for folder in library.folders.all():
        rules = Exclusions(folder.path, [wish])
        if rules:
            known = library.files.known(folder.id)
            fitting |= {f.photo_id for path, f in known.items() if rules.covering(path) is not None}
    return len(fitting)


# -- what cannot be left out -----------------------------------------------------------------------


def _folder_to_leave_out(path: Path, added: Iterable[Folder], known: Iterable[Exclusion]) -> Path:
    whole = path.expanduser().resolve()
    for folder in added:
        if whole == folder.path:
            raise UsageError(
                f"“{whole.name}” is one of the folders you added; remove it from Homeroll instead."
            )
        if folder.path.is_relative_to(whole):
            raise UsageError(
                f"“{whole.name}” holds “{folder.path.name}”, which you added; "
                "remove that from Homeroll instead."
            )
    above = next((folder for folder in added if whole.is_relative_to(folder.path)), None)
    if above is None:
        raise UsageError(
            f"“{whole.name}” does not lie in a folder you added, so Homeroll leaves it out already."
        )
    if whole.is_file():
        raise UsageError(f"“{whole.name}” is a file; only folders and names can be left out.")
    if above.path.is_dir() and not whole.is_dir():
        raise UsageError(f"There is no folder “{path}”.")
    _require_new_folder(whole, known)
    return whole


def _require_new_folder(whole: Path, known: Iterable[Exclusion]) -> None:
    for one in known:
        if one.folder == whole:
            raise UsageError(f"“{whole.name}” is left out already.")
        if one.folder is not None and whole.is_relative_to(one.folder):
            raise UsageError(
                f"“{whole.name}” lies in “{one.folder.name}”, which is left out already."
            )


def _pattern_to_leave_out(text: str, known: Sequence[Exclusion]) -> str:
    pattern = text.strip().replace(os.sep, "/").rstrip("/")
    if not pattern:
        raise UsageError("Say which name is to be left out, such as Screenshots or *.gif.")
    if not pattern.strip("*?./ "):
        raise UsageError(f"“{pattern}” would leave out everything, so nothing was changed.")
    if len(pattern) > _MAX_PATTERN or not pattern.isprintable():
        raise UsageError("No file or folder can have that name.")
    if any(one.pattern.casefold() == pattern.casefold() for one in known):
        raise UsageError(f"“{pattern}” is left out already.")
    return pattern
