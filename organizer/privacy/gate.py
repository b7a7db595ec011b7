"""The one gate: may this signal be derived now?

Absent, damaged or unreadable consent reads as *no*, and so does an erasure that has begun.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from organizer.errors import SwitchOffError
from organizer.models import FolderId, Signal

# raise when the question the user answers changes its meaning; ledger lines carry it
CONSENT_TEXT_VERSION = 2

LastWord = Callable[[Signal, FolderId | None], object]


class Gate:
    """Answers from the consents as they stand at the moment of asking.

    Args:
        last_word: Gives the stored value of the latest consent for a signal and folder (None
            speaks for all folders), or None when nothing was ever said.
        erasure_flag: While this file exists, nothing is derived.
    """

    def __init__(self, last_word: LastWord, erasure_flag: Path) -> None:
        self._last_word = last_word
        self._erasure_flag = erasure_flag

    def is_open(self, signal: Signal, folder_id: FolderId | None = None) -> bool:
        """Whether *signal* may be derived now, for one folder or at all."""
        if self._erasure_flag.exists() or not _is_yes(self._last_word(signal, None)):
            return False
        if folder_id is None:
            return True
        own = self._last_word(signal, folder_id)
        return own is None or _is_yes(own)

    def require(self, signal: Signal, folder_id: FolderId | None = None) -> None:
        """Pass, or do not.

        Raises:
            SwitchOffError: If the signal may not be derived.
        """
        if not self.is_open(signal, folder_id):
            raise SwitchOffError


def _is_yes(value: object) -> bool:
    # only the number 1 is a yes: 2, "1" or b"\x01" in a damaged row is none
    return type(value) is int and value == 1
