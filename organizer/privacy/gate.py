"""The one gate: may this signal be derived now?

Absent, damaged or unreadable consent reads as *no*, and so does an erasure that has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from organizer.errors import SwitchOffError
from organizer.models import FolderId, PhotoId, Signal

# raise when the question the user answers changes its meaning; ledger lines carry it
CONSENT_TEXT_VERSION = 2
# What a signal is of no use without: a yes to it counts only together with a yes to these.
NEEDS: dict[Signal, tuple[Signal, ...]] = {
    Signal.GROUPING: (),
    Signal.PLACES: (Signal.GROUPING,),
    Signal.CONTENT: (Signal.GROUPING,),
    Signal.FACE_COUNT: (Signal.GROUPING, Signal.CONTENT),
}

# a yes that holds: to a signal, for one folder or (None) for all
Grant = tuple[Signal, FolderId | None]
LastWord = Callable[[Signal, FolderId | None], object]
# photos all of whose files lie in these folders, among some photos or among all
OnlyIn = Callable[[Collection[FolderId], Collection[PhotoId] | None], set[PhotoId]]


class Gate:
    """Answers from the consents as they stand at the moment of asking.

    Args:
        last_word: Gives the stored value of the latest consent for a signal and folder (None
            speaks for all folders), or None when nothing was ever said.
        erasure_flag: While this file exists, nothing is derived.
        folders: Gives the ids of the added folders.
        only_in: Gives the photos that lie nowhere but in some folders.
    """

    def __init__(
        self,
        last_word: LastWord,
        erasure_flag: Path,
        *,
        folders: Callable[[], Iterable[FolderId]] = tuple,
        only_in: OnlyIn = lambda _folders, _among: set(),
    ) -> None:
        self._last_word = last_word
        self._erasure_flag = erasure_flag
        self._folders = folders
        self._only_in = only_in

    def is_open(self, signal: Signal, folder_id: FolderId | None = None) -> bool:
        """Whether *signal* may be derived now, for one folder or at all."""
        if self._erasure_flag.exists():
            return False
        return self._is_said(signal, folder_id)

    def require(self, signal: Signal, folder_id: FolderId | None = None) -> None:
        """Pass, or do not.

        Raises:
            SwitchOffError: If the signal may not be derived.
        """
        if not self.is_open(signal, folder_id):
            raise SwitchOffError

    def refused_photos(
        self, signal: Signal, among: Collection[PhotoId] | None = None
    ) -> set[PhotoId]:
        """Photos of which *signal* may not be derived because of the folders they lie in.

        A photo that lies in several folders may be looked at when one of them may; one that lies
        in none any more is not asked about.
        """
        refusing = [one for one in self._folders() if not self._is_said(signal, one)]
        return self._only_in(refusing, among) if refusing else set()

    def require_photos(self, signal: Signal, photo_ids: Collection[PhotoId] = ()) -> None:
        """Pass with what was derived from these photos, or do not.

        Raises:
            SwitchOffError: If the signal may not be derived, at all or of one of these photos.
        """
        self.require(signal)
        if photo_ids and self.refused_photos(signal, photo_ids):
            raise SwitchOffError

    def granted(self) -> frozenset[Grant]:
        """Every yes that holds now, for all folders and for each."""
        if self._erasure_flag.exists():
            return frozenset()
        return frozenset(
            (signal, one)
            for one in (None, *self._folders())
            for signal in Signal
            if self._is_said(signal, one)
        )

    def require_granted(self, before: frozenset[Grant]) -> None:
        """Pass with what was worked out under these, or do not; a folder may have gone since.

        Raises:
            SwitchOffError: If one of them holds no more.
        """
        there = {None, *self._folders()}
        if {grant for grant in before if grant[1] in there} - self.granted():
            raise SwitchOffError

    def _is_said(self, signal: Signal, folder_id: FolderId | None) -> bool:
        """Whether the user says yes, to it and to what it needs."""
        return all(self._is_granted(one, folder_id) for one in (*NEEDS[signal], signal))

    def _is_granted(self, signal: Signal, folder_id: FolderId | None) -> bool:
        if not _is_yes(self._last_word(signal, None)):
            return False
        own = None if folder_id is None else self._last_word(signal, folder_id)
        return own is None or _is_yes(own)


def _is_yes(value: object) -> bool:
    # only the number 1 is a yes: 2, "1" or b"\x01" in a damaged row is none
    return type(value) is int and value == 1
