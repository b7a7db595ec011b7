"""The user's yes and no, for single signals and single folders.

A folder inherits what was said for all folders, and may have a no of its own. One that is added
while suggestions are on stands at no until the user has answered for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from organizer.errors import SwitchOffError, UsageError
from organizer.library import Library
from organizer.models import Folder, FolderId, Receipt, Signal
from organizer.pipeline import regrouping
from organizer.pipeline.erasing import SIGNAL_NAMES, erase_now, write_consent
from organizer.pipeline.switching import (
    HELD_NO,
    HELD_YES,
    NOT_ASKED,
    TOOK_IN,
    is_asking,
    suggestions_are_on,
    turn_suggestions_on,
)
from organizer.privacy.gate import CONSENT_TEXT_VERSION, NEEDS
from organizer.privacy.intents import OFF, Erasing, Intent

ALL_SIGNALS = frozenset(Signal)


@dataclass(frozen=True, slots=True)
class Consents:
    """What may be worked out.

    Attributes:
        signals: For all folders.
        folders: For each folder, as it is inherited or said.
        asking: Folders for which the user has not answered yet.
    """

    signals: Mapping[Signal, bool]
    folders: Mapping[FolderId, Mapping[Signal, bool]]
    asking: frozenset[FolderId]


def consents(library: Library) -> Consents:
    """How things stand."""
    gate, folder_ids = library.gate, sorted(library.folders.ids())
    return Consents(
        signals={signal: gate.is_open(signal) for signal in Signal},
        folders={
            one: {signal: gate.is_open(signal, one) for signal in Signal} for one in folder_ids
        },
        asking=frozenset(folder.id for folder in folders_that_ask(library)),
    )


def folders_that_ask(library: Library) -> list[Folder]:
    """Folders that came while suggestions were on, and for which nobody has answered yet."""
    if not suggestions_are_on(library):
        return []
    asking = {one for one in library.folders.ids() if is_asking(library, one)}
    # only then are they all counted, which takes a while
    return [one for one in library.folders.all() if one.id in asking] if asking else []


def let_folder_ask(
    library: Library, folder_id: FolderId, taken_in: Collection[FolderId] = ()
) -> None:
    """Have a new folder stand at no until the user answers; the caller owns the transaction.

    Without any yes there is nothing to ask yet: the question about suggestions covers it, unless
    a folder that the new one takes in had a no of its own.

    Args:
        taken_in: Folders that lie in it: something may have been made from them.
    """
    one_said_no = any(
        library.consents.last_word(signal, inner) == 0 for inner in taken_in for signal in Signal
    )
    if taken_in:
        library.settings.set(f"{TOOK_IN}{folder_id}", HELD_NO if one_said_no else HELD_YES)
    if one_said_no or any(library.consents.last_word(signal, None) for signal in Signal):
        for signal in Signal:
            library.consents.say(signal, folder_id, granted=False, text_version=NOT_ASKED)


def say_yes(
    library: Library,
    signals: Collection[Signal] = ALL_SIGNALS,
    folder_id: FolderId | None = None,
) -> None:
    """Write a yes down; nothing is worked out before the next :func:`organize`.

    Raises:
        SwitchOffError: If suggestions are off and the yes is to something they only add to.
        UsageError: If it is to something that is of no use without another that is off.
    """
    if folder_id is None and ALL_SIGNALS.issubset(signals):
        turn_suggestions_on(library)
        return
    _require_needs(library, signals, folder_id)
    with library.transaction():
        for signal in sorted(signals):
            library.consents.say(signal, folder_id, granted=True, text_version=CONSENT_TEXT_VERSION)
        write_consent(library, signals, folder_id, granted=True)
        regrouping.mark_due(library)


def say_no(
    library: Library,
    signals: Collection[Signal] = ALL_SIGNALS,
    folder_id: FolderId | None = None,
) -> Receipt:
    """Write a no down and erase at once what was made, and what depends on it.

    Workers must have ended, and no other reader may have the derived store open.

    Raises:
        LibraryWriteError: If it could not be finished; the next start finishes it.
    """
    return erase_now(library, withdrawal(signals, folder_id))


def took_others_in(library: Library, folder_id: FolderId) -> bool:
    """Whether a folder holds others that were added before it: its no has something to erase."""
    return bool(library.settings.get(f"{TOOK_IN}{folder_id}", ""))


def leave_out(library: Library, folder_id: FolderId) -> None:
    """Answer no for a folder that asks. From a new one nothing was made, so nothing goes.

    Where it took others in, workers must have ended, as for :func:`say_no`.
    """
    if took_others_in(library, folder_id):
        say_no(library, ALL_SIGNALS, folder_id)
        return
    with library.transaction():
        for signal in Signal:
            library.consents.say(
                signal, folder_id, granted=False, text_version=CONSENT_TEXT_VERSION
            )
        write_consent(library, ALL_SIGNALS, folder_id, granted=False)


def withdrawal(
    signals: Collection[Signal] = ALL_SIGNALS, folder_id: FolderId | None = None
) -> Intent:
    """What :func:`say_no` erases, to be begun at once and finished later."""
    if folder_id is None and Signal.GROUPING in signals:
        return OFF
    chosen = ALL_SIGNALS if Signal.GROUPING in signals else frozenset(signals)
    return Intent(what=Erasing.WITHDRAW, signals=chosen, folder_id=folder_id)


def _require_needs(
    library: Library, signals: Collection[Signal], folder_id: FolderId | None
) -> None:
    needed = {need for signal in signals for need in NEEDS[signal]} - set(signals)
    for need in sorted(needed):
        if library.gate.is_open(need, folder_id):
            continue
        if need is Signal.GROUPING and folder_id is None:
            raise SwitchOffError
        raise UsageError(f"This needs {SIGNAL_NAMES[need]}, which is off: allow that first.")
    if folder_id is not None:
        library.gate.require(Signal.GROUPING)
