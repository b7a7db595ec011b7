"""What a window can wish for that takes a new one, on the library that was closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.models import Receipt
from ui.core_words import in_own_words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish, for the new window to tell.

    Attributes:
        sentence: "" if there is nothing to say.
        receipt: Of an erasure of everything.
        photo_folders: Where its receipt cannot be saved; the new window knows no folder any more.
    """

    sentence: str = ""
    receipt: Receipt | None = None
    photo_folders: tuple[Path, ...] = ()


# gets the library's folder, which nobody has open then
Wish = Callable[[Path], Outcome]


def to_put_back(copy: Path) -> Wish:
    """Have this copy take the place of the catalog."""
    return partial(_put_back, copy)


def to_start_over(photo_folders: Sequence[Path]) -> Wish:
    """Have everything erased that Homeroll knows."""
    return partial(_start_over, tuple(photo_folders))


def to_speak_anew(_library_path: Path) -> Outcome:
    """Have everything said in the language that was chosen; the new window asks which."""
    return Outcome()


def _start_over(photo_folders: tuple[Path, ...], library_path: Path) -> Outcome:
    try:
        receipt = pipeline.erase_everything(library_path)
    except OrganizerError as error:
        return Outcome(in_own_words(str(error)))
    return Outcome(receipt=receipt, photo_folders=photo_folders)


def _put_back(copy: Path, library_path: Path) -> Outcome:
    try:
        pipeline.restore(library_path, copy)
    except OrganizerError as error:
        return Outcome(in_own_words(str(error)))
    return Outcome(
        QCoreApplication.translate(
            "wishes", "The copy was put back. Suggestions are off; no photo was touched."
        )
    )
