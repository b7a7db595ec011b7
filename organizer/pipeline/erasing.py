"""Erasures, from the mark that one has begun to the receipt; a crash in between is made up for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from organizer.errors import LibraryWriteError
from organizer.library import Library, derived_files, erasure_flag
from organizer.models import FolderId, PhotoId, Receipt, Said, Signal
from organizer.pipeline import regrouping
from organizer.pipeline.copies_kept import catalog_copies
from organizer.pipeline.receipts import describe_receipt
from organizer.privacy.erasure import erase_files, lower_flag
from organizer.privacy.gate import CONSENT_TEXT_VERSION
from organizer.privacy.intents import OFF, REFUSED, Erasing, Intent, begin, read_intents

# where Qt remembers which folders were looked at in its dialogs
QT_HISTORY = "QtProject.conf"
SIGNAL_NAMES = {
    Signal.GROUPING: "dates and grouping",
    Signal.PLACES: "places",
    Signal.CONTENT: "picture content",
    Signal.FACE_COUNT: "faces counted",
}
_ALL_WENT = (
    "Some of it could not be taken out alone, so everything that was worked out went; what is "
    "still wanted is worked out anew."
)


def begin_erasure(library: Library, intent: Intent = OFF) -> None:
    """The user wants something gone: nothing is derived until it is, whatever happens.

    Raises:
        LibraryWriteError: If there is no room for the mark; nothing was begun. Turning
            everything off needs none, and goes on.
    """
    begin_erasure_in(library.path, intent)


def begin_erasure_in(library_path: Path, intent: Intent = OFF) -> None:
    """The same for a library that is not open."""
    try:
        begin(erasure_flag(library_path), intent)
    except OSError as error:
        # on a full disk erasing these makes the room, so that must go on
        if intent.what not in (Erasing.OFF, Erasing.EVERYTHING):
            raise LibraryWriteError(library_path, error.strerror or str(error)) from error


def resume_erasure(library: Library) -> Receipt | None:
    """Finish every erasure that has begun; None when there was none.

    Raises:
        LibraryWriteError: If it cannot be finished now, such as on a full disk; nothing is
            derived until a later start has finished it.
    """
    intents = read_intents(library.erasure_flag)
    if any(intent.what is Erasing.EVERYTHING for intent in intents):
        return None  # that is done while nobody has the library open
    done = [_erase(library, intent) for intent in intents]
    if not done:
        return None
    receipt = _together(done)
    if receipt.complete:
        lower_flag(library.erasure_flag)
    return receipt


def erase_now(library: Library, intent: Intent) -> Receipt:
    """Begin an erasure and finish it, with all that had begun before.

    Workers must have ended, and no other reader may have the derived store open.
    """
    begin_erasure(library, intent)
    receipt = resume_erasure(library)
    if receipt is None:  # no room for a mark before it; one that was made on the way goes
        receipt = _erase(library, intent)
        if receipt.complete:
            lower_flag(library.erasure_flag)
    return receipt


def erase_refused(library: Library) -> Receipt | None:
    """Erase what was made of photos that no yes covers any more; None where there is nothing.

    Such are copies in a folder with a no when the folder with a yes was removed, and photos that
    were moved on the disk from the one to the other.

    Raises:
        LibraryWriteError: If it could not be finished; the next start finishes it.
    """
    with library.derived() as derived:
        if derived is None:
            return None
        refused = {signal: library.gate.refused_photos(signal) for signal in Signal}
        if not any(derived.made_of(signal, photos) for signal, photos in refused.items()):
            return None
    return erase_now(library, REFUSED)


def _erase(library: Library, intent: Intent) -> Receipt:
    match intent.what:
        case Erasing.WITHDRAW if not (Signal.GROUPING in intent.signals and _is_for_all(intent)):
            return _withdraw(library, intent)
        case Erasing.REFUSED:
            return _withdraw(library, intent)
        case Erasing.FORGET:
            return _forget(library, intent)
        case _:
            return _turn_off(library)


def _is_for_all(intent: Intent) -> bool:
    return intent.folder_id is None


def _turn_off(library: Library) -> Receipt:
    counts = library.count_what_is_erased()  # the flag hides the store from other readers
    overwritten = erase_files(library.derived_files)
    erase_files([library.path / QT_HISTORY])
    if not library.erasure_flag.exists():  # the disk was full: now there is room for it
        begin_erasure(library)
    _say_no(library)  # after the erasure: on a full disk only that makes room to write
    return _written_down(library, "erased", _receipt(library, counts, overwritten))


def _say_no(library: Library) -> None:
    with library.transaction():
        for signal in Signal:
            library.consents.say(signal, None, granted=False, text_version=CONSENT_TEXT_VERSION)
        library.ledger.write("suggestions off", "You said no, for all folders.")


def _withdraw(library: Library, intent: Intent) -> Receipt:
    """Erase what some signals made; everything, where that cannot be done row by row."""
    notes: tuple[str, ...] = ()
    try:
        _write_no(library, intent)
        counts = library.erase_derived(_photos(library, intent))
    except LibraryWriteError:  # a full disk: the whole store goes, which makes room
        counts = None
    overwritten = 0
    if counts is None:
        counts = library.count_what_is_erased()
        overwritten = erase_files(library.derived_files)
        _write_no(library, intent)
        notes = (_ALL_WENT,)
    left_files = library.derived_files if notes else ()
    receipt = replace(_receipt(library, counts, overwritten, left_files), notes=notes)
    with library.transaction():
        regrouping.mark_due(library)
    return _written_down(library, "erased", receipt)


def _write_no(library: Library, intent: Intent) -> None:
    """Write the no down, unless a former attempt has, or the user said none just now."""
    if intent.what is Erasing.REFUSED:
        return
    version = None if intent.folder_id is None else library.consents.last_version(intent.folder_id)
    words = [library.consents.last_word(one, intent.folder_id) for one in intent.signals]
    if all(word == 0 for word in words) and version != 0:
        return
    with library.transaction():
        for signal in sorted(intent.signals):
            library.consents.say(
                signal, intent.folder_id, granted=False, text_version=CONSENT_TEXT_VERSION
            )
        write_consent(library, intent.signals, intent.folder_id, granted=False)


def write_consent(
    library: Library, signals: Collection[Signal], folder_id: FolderId | None, *, granted: bool
) -> None:
    """Write into the ledger what was said; the caller owns the transaction."""
    names = ", ".join(name for signal, name in SIGNAL_NAMES.items() if signal in signals)
    paths = [folder.path for folder in library.folders.all() if folder.id == folder_id]
    where = "all folders" if not paths else f"“{paths[0].name}”"
    asked = CONSENT_TEXT_VERSION
    if granted:
        said = f"You said yes to {names}, for {where} (question as of version {asked})."
        library.ledger.write("consent given", said)
    else:
        said = f"You said no to {names}, for {where} (question as of version {asked})."
        library.ledger.write("consent withdrawn", said)


def _photos(library: Library, intent: Intent) -> Mapping[Signal, Collection[PhotoId] | None]:
    if intent.what is Erasing.WITHDRAW and intent.folder_id is None:
        return dict.fromkeys(sorted(intent.signals))
    return {signal: library.gate.refused_photos(signal) for signal in sorted(intent.signals)}


def _forget(library: Library, intent: Intent) -> Receipt:
    said = library.said.counts()
    counts = {str(kind): said[kind] for kind in sorted(intent.said)}
    with library.transaction():
        library.said.forget(intent.said)
        regrouping.mark_due(library)
    library.scrub_catalog()
    copies = catalog_copies(library.path) if intent.with_copies else []
    overwritten = erase_files(copies)
    left = [path for path in copies if path.exists()]
    receipt = _receipt(library, counts | {"copy": len(copies) - len(left)}, overwritten, left)
    still = _still_said(library, intent.said)
    return _written_down(
        library, "forgotten", replace(receipt, leftovers=(*receipt.leftovers, *still))
    )


def _still_said(library: Library, kinds: Collection[Said]) -> list[str]:
    return [str(kind) for kind, count in library.said.counts().items() if kind in kinds and count]


def _receipt(
    library: Library,
    counts: Mapping[str, int],
    overwritten: int,
    files: Collection[Path] | None = None,
) -> Receipt:
    looked_for = library.derived_files if files is None else files
    return Receipt(
        at=datetime.now().replace(microsecond=0),
        counts=counts,
        overwritten_bytes=overwritten,
        leftovers=tuple(str(path) for path in looked_for if path.exists()),
    )


def _written_down(library: Library, action: str, receipt: Receipt) -> Receipt:
    with library.transaction():
        library.ledger.write(action, describe_receipt(receipt))
    return receipt


def _together(receipts: list[Receipt]) -> Receipt:
    """Several erasures that ended at the same time, as one."""
    counts: dict[str, int] = {}
    for receipt in receipts:
        for what, number in receipt.counts.items():
            counts[what] = counts.get(what, 0) + number
    return Receipt(
        at=receipts[-1].at,
        counts=counts,
        overwritten_bytes=sum(receipt.overwritten_bytes for receipt in receipts),
        leftovers=tuple(path for receipt in receipts for path in receipt.leftovers),
        notes=tuple(dict.fromkeys(note for receipt in receipts for note in receipt.notes)),
    )


def erase_without_opening(library_path: Path) -> None:
    """Erase what was derived when the library cannot be opened, such as on a full disk."""
    begin_erasure_in(library_path)
    erase_files(derived_files(library_path))
    begin_erasure_in(library_path)  # now there is room for the flag
