"""What a window can wish for that takes a new one, on the library that was closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from organizer import pipeline
from organizer.errors import OrganizerError
from ui import messages
from ui.core_words import in_own_words

# gets the library's folder, which nobody has open then; returns what the new window tells, or ""
Wish = Callable[[Path], str]


def to_put_back(copy: Path) -> Wish:
    """Have this copy take the place of the catalog."""
    return partial(_put_back, copy)


def to_start_over(library_path: Path) -> str:
    """Have everything erased that Homeroll knows."""
    try:
        receipt = pipeline.erase_everything(library_path)
    except OrganizerError as error:
        return in_own_words(str(error))
    told = QCoreApplication.translate(
        "wishes",
        "Everything that Homeroll knew is erased: {} overwritten and removed. No photo was "
        "touched.",
    )
    return told.format(messages.size(receipt.overwritten_bytes))


def to_speak_anew(_library_path: Path) -> str:
    """Have everything said in the language that was chosen; the new window asks which."""
    return ""


def _put_back(copy: Path, library_path: Path) -> str:
    try:
        pipeline.restore(library_path, copy)
    except OrganizerError as error:
        return in_own_words(str(error))
    return QCoreApplication.translate(
        "wishes", "The copy was put back. Suggestions are off; no photo was touched."
    )
