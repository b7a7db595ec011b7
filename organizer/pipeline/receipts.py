"""What an erasure did, counted and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from organizer.errors import ExportError
from organizer.library import Library
from organizer.models import Receipt
from organizer.privacy.erasure import write_new

# what is counted: one of it, and many
KINDS = {
    "feature": ("visual description", "visual descriptions"),
    "face_count": ("number of faces", "numbers of faces"),
    "theme": ("theme score", "theme scores"),
    "membership": ("group membership", "group memberships"),
    "event": ("event", "events"),
    "place_group": ("place group", "place groups"),
    "likeness_group": ("look-alike group", "look-alike groups"),
    "home": ("home", "homes"),
    "suggestion": ("suggestion", "suggestions"),
}
SAID_KINDS = {
    "decisions": ("saved or dismissed suggestion", "saved or dismissed suggestions"),
    "rules": ("rule", "rules"),
    "events": ("changed event", "changed events"),
    "homes": ("word about homes", "words about homes"),
    "dates": ("date to remember", "dates to remember"),
    "themes": ("taught theme", "taught themes"),
    "best": ("best shot", "best shots"),
    "zones": ("private place", "private places"),
    "hidden": ("mark or rule that hides", "marks and rules that hide"),
}
_FILES = {
    "copy": ("copy of the catalog", "copies of the catalog"),
    "file": ("file", "files"),
}
_WORDS = KINDS | SAID_KINDS | _FILES
HONEST = (
    "Copies in backups, snapshots or in worn blocks of a drive are out of any program's reach. "
    "An encrypted drive protects those."
)


def counts_in_words(counts: Mapping[str, int]) -> list[str]:
    """Such as "12 events", for everything of which there was something."""
    return [f"{n:,} {_WORDS[what][n != 1]}" for what, n in counts.items() if n]


def describe_receipt(receipt: Receipt) -> str:
    """The receipt as one sentence."""
    what = ", ".join(counts_in_words(receipt.counts)) or "nothing that was worked out"
    if not receipt.complete:
        return f"Erased {what}, but these files are still there: {', '.join(receipt.leftovers)}."
    if bytes_gone := receipt.overwritten_bytes:
        return f"Erased {what}; {bytes_gone:,} bytes overwritten, nothing is left."
    return f"Erased {what}; overwritten in place, nothing is left."


def receipt_text(receipt: Receipt) -> str:
    """The receipt as a text to be kept."""
    lines = [
        "Homeroll: receipt of an erasure",
        f"{receipt.at:%Y-%m-%d %H:%M:%S}",
        "",
        describe_receipt(receipt),
        *receipt.notes,
        "",
        "No photo was touched.",
        HONEST,
    ]
    return "\n".join(lines) + "\n"


def save_text(text: str, file: Path, *, not_below: Sequence[Path]) -> Path:
    """Write a receipt to a file that is not there yet; gives where it is.

    Raises:
        ExportError: If it is there, cannot be written, or lies in an added folder.
    """
    place = file.expanduser().absolute()
    refuse_existing(place)
    if any(place.resolve().is_relative_to(folder) for folder in not_below):
        raise ExportError(f"“{place.name}” would lie among your photos: choose another folder.")
    try:
        write_new(place, text)
    except OSError as error:
        raise ExportError(f"“{place.name}” cannot be written: {error.strerror}.") from error
    return place


def refuse_existing(file: Path) -> None:
    """Nothing is ever written over.

    Raises:
        ExportError: If the file is there.
    """
    if file.expanduser().exists():
        raise ExportError(
            f"“{file.name}” is there already, and nothing is written over it: choose another name."
        )


def photo_folders(library: Library) -> list[Path]:
    """Where nothing is ever written."""
    return [folder.path for folder in library.folders.all()]
