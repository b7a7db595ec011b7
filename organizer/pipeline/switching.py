"""The switch: on writes a consent; off stops, erases, verifies and writes it down."""

from __future__ import annotations

from organizer.library import Library
from organizer.models import FolderId, Receipt, Signal
from organizer.pipeline.erasing import erase_now
from organizer.privacy.erasure import erase_files
from organizer.privacy.gate import CONSENT_TEXT_VERSION
from organizer.privacy.intents import OFF

# a word with this version was not said by the user: it stands for a question that is still open
NOT_ASKED = 0


# setting of a folder, with its number: it took others in, and one of them had a no of its own
TOOK_IN, HELD_YES, HELD_NO = "took-others-in-", "yes", "no"


def suggestions_are_on(library: Library) -> bool:
    """Whether anything may be worked out at all.

    Dates and grouping are what every suggestion is made of. Places, picture content and faces
    make them better, each with a yes of its own.
    """
    return library.gate.is_open(Signal.GROUPING)


def turn_suggestions_on(library: Library) -> None:
    """Write the user's yes down. Nothing is derived before the next :func:`organize`.

    It covers folders that wait for an answer; one that the user said no to keeps its no, and one
    that took such a one in goes on asking.
    """
    if not suggestions_are_on(library):  # of another catalog, or of a consent that was lost
        erase_files(library.derived_files)
    waiting = [
        one
        for one in library.folders.ids()
        if is_asking(library, one) and library.settings.get(f"{TOOK_IN}{one}", "") != HELD_NO
    ]
    with library.transaction():
        for signal in Signal:
            for folder_id in (None, *waiting):
                library.consents.say(
                    signal, folder_id, granted=True, text_version=CONSENT_TEXT_VERSION
                )
        question = f"the question as of version {CONSENT_TEXT_VERSION}"
        library.ledger.write("suggestions on", f"You said yes to {question}, for all folders.")


def is_asking(library: Library, folder_id: FolderId) -> bool:
    """Whether nobody has answered yet for a folder that came while suggestions were on."""
    return library.consents.last_version(folder_id) == NOT_ASKED


def turn_suggestions_off(library: Library) -> Receipt:
    """Erase everything that was derived, look whether it is gone, and write that down.

    Workers must have ended, and no other reader may have the derived store open.

    Raises:
        LibraryWriteError: If it could not be written down; what was derived is gone all the
            same, and the next start writes it down.
    """
    return erase_now(library, OFF)
