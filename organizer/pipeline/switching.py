"""The switch: on writes a consent; off stops, erases, verifies and writes it down."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from organizer.library import Library, derived_files, erasure_flag
from organizer.models import Receipt, Signal
from organizer.privacy.erasure import erase_files, lower_flag, raise_flag
from organizer.privacy.gate import CONSENT_TEXT_VERSION

# where Qt remembers which folders were looked at in its dialogs
_QT_HISTORY = "QtProject.conf"
# without one of these there are no suggestions; the others only make them better
NEEDED_SIGNALS = (Signal.GROUPING, Signal.PLACES, Signal.CONTENT)
# table: what one row of it is, and many
_KINDS = {
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


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What turning the switch off would remove and leave, in plain sentences."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]


def suggestions_are_on(library: Library) -> bool:
    """Whether everything that suggestions need may be derived.

    Faces are not needed: an earlier yes does not cover them, and then none are counted.
    """
    return all(library.gate.is_open(signal) for signal in NEEDED_SIGNALS)


def turn_suggestions_on(library: Library) -> None:
    """Write the user's yes down. Nothing is derived before the next :func:`organize`."""
    with library.transaction():
        for signal in Signal:
            library.consents.say(signal, None, granted=True, text_version=CONSENT_TEXT_VERSION)
        question = f"the question as of version {CONSENT_TEXT_VERSION}"
        library.ledger.write("suggestions on", f"You said yes to {question}, for all folders.")


def turn_suggestions_off(library: Library) -> Receipt:
    """Erase everything that was derived, look whether it is gone, and write that down.

    Workers must have ended, and no other reader may have the derived store open.

    Raises:
        LibraryWriteError: If it could not be written down; what was derived is gone all the
            same, and the next start writes it down.
    """
    begin_erasure(library)
    return _erase(library)


def begin_erasure(library: Library) -> None:
    """The user said no: nothing is derived from now on, whatever happens to this program.

    What was derived goes in :func:`turn_suggestions_off`, or at the next start.
    """
    begin_erasure_in(library.path)


def begin_erasure_in(library_path: Path) -> None:
    """The same for a library that is not open."""
    # on a full disk there may be no room for the flag; erasing makes some, so that must go on
    with contextlib.suppress(OSError):
        raise_flag(erasure_flag(library_path))


def erase_without_opening(library_path: Path) -> None:
    """Erase what was derived when the library cannot be opened, such as on a full disk."""
    begin_erasure_in(library_path)
    erase_files(derived_files(library_path))
    begin_erasure_in(library_path)  # now there is room for the flag


def resume_erasure(library: Library) -> Receipt | None:
    """Finish an erasure that a crash interrupted; None when there was none."""
    return _erase(library) if library.erasure_flag.exists() else None


def erasure_preview(library: Library) -> ErasurePreview:
    """Tell what would go and what would stay."""
    goes = tuple(counts_in_words(count_derived(library)))
    albums = len(library.albums.all())
    stays = (
        "Your photos and folders, untouched",
        f"{albums:,} saved {'album' if albums == 1 else 'albums'}",
        "What you dismissed, so that it does not come back",
        "What you said: rules, homes, dates to remember, taught themes, hidden photos",
        "Thumbnails, dates and camera data, which the timeline needs",
    )
    return ErasurePreview(goes or ("Nothing: nothing was worked out yet",), stays)


def count_derived(library: Library) -> dict[str, int]:
    """How many rows of each table were worked out."""
    with library.derived() as derived:
        counts = derived.counts() if derived is not None else {}
    return {table: counts.get(table, 0) for table in _KINDS}


def counts_in_words(counts: Mapping[str, int]) -> list[str]:
    """Such as "12 events", for every table that held something."""
    return [f"{n:,} {_KINDS[table][n != 1]}" for table, n in counts.items() if n]


def _erase(library: Library) -> Receipt:
    counts = library.count_what_is_erased()  # the flag hides the store from other readers
    overwritten = erase_files(library.derived_files)
    erase_files([library.path / _QT_HISTORY])
    if not library.erasure_flag.exists():  # the disk was full: now there is room for it
        begin_erasure(library)
    _say_no(library)  # after the erasure: on a full disk only that makes room to write
    leftovers = tuple(str(path) for path in library.derived_files if path.exists())
    receipt = Receipt(
        at=datetime.now().replace(microsecond=0),
        counts=counts,
        overwritten_bytes=overwritten,
        leftovers=leftovers,
    )
    with library.transaction():
        library.ledger.write("erased", describe_receipt(receipt))
    if receipt.complete:
        lower_flag(library.erasure_flag)
    return receipt


def _say_no(library: Library) -> None:
    with library.transaction():
        for signal in Signal:
            library.consents.say(signal, None, granted=False, text_version=CONSENT_TEXT_VERSION)
        library.ledger.write("suggestions off", "You said no, for all folders.")


def describe_receipt(receipt: Receipt) -> str:
    """The receipt as one sentence."""
    what = ", ".join(counts_in_words(receipt.counts)) or "nothing that was worked out"
    if receipt.complete:
        return f"Erased {what}; {receipt.overwritten_bytes:,} bytes overwritten, nothing is left."
    return f"Erased {what}, but these files are still there: {', '.join(receipt.leftovers)}."
