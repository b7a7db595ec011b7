"""Turning suggestions on and off, the same way from every page."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.models import Receipt
from organizer.progress import Progress
from ui.core_words import in_own_words
from ui.organizing import Organizing
from ui.session import Session

ASKED_KEY = "asked-about-suggestions"
# said here or at the command line; what is written down outlives a restored copy's settings
ANSWERS = ("suggestions on", "suggestions off")


class Consent(QObject):
    """Asks, turns, and shows what an erasure did.

    Signals:
        changed: Suggestions are on (True) or off, or a wish to turn them was withdrawn.
        refused: They cannot be turned just now; says why, in one sentence.
    """

    changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, session: Session, organizing: Organizing, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._organizing = organizing
        self._window = window
        self.is_erasing = False

    @property
    def is_on(self) -> bool:
        """Whether suggestions are on."""
        return pipeline.suggestions_are_on(self._session.library)

    @property
    def was_asked(self) -> bool:
        """Whether the user has answered the question before, here or at the command line."""
        library = self._session.library
        return (
            self.is_on
            or library.settings.get(ASKED_KEY, "") == "yes"
            or any(entry.action in ANSWERS for entry in library.ledger.all())
        )

    def answer(self, *, on: bool) -> None:
        """Take the answer to the question that is asked once."""
        library = self._session.library
        with library.transaction():
            library.settings.set(ASKED_KEY, "yes")
        if on:
            self.turn(on=True)
        else:
            self.changed.emit(self.is_on)

    def turn(self, *, on: bool) -> None:
        """Turn suggestions on, or show what would go and then turn them off."""
        if on and not self.is_on:
            self._turn_on()
        elif not on and self.is_on and not self.is_erasing:
            self._ask_and_turn_off()

    def _turn_on(self) -> None:
        library = self._session.library
        if self.is_erasing or library.erasure_flag.exists():
            self._finish_first()
            return
        with library.transaction():
            library.settings.set(ASKED_KEY, "yes")
        pipeline.turn_suggestions_on(library)
        self.changed.emit(True)  # noqa: FBT003 - a signal's value
        self._organizing.start()

    def _finish_first(self) -> None:
        """An erasure that was asked for comes before another yes."""
        self.changed.emit(self.is_on)
        self.refused.emit(
            self.tr("What was learnt is still being erased. Turn suggestions on when that is done.")
        )
        if not self.is_erasing:  # an earlier attempt could not finish
            self._stop_and_erase()

    def _ask_and_turn_off(self) -> None:
        from ui.dialogs.erasure_dialogs import TurnOffDialog  # not at start-up

        preview = pipeline.erasure_preview(self._session.library)
        dialog = TurnOffDialog(
            [in_own_words(line) for line in preview.goes],
            [in_own_words(line) for line in preview.stays],
            self._window,
        )
        dialog.accepted.connect(self._stop_and_erase)
        dialog.rejected.connect(self._keep_on)
        dialog.open()

    def _keep_on(self) -> None:
        self.changed.emit(True)  # noqa: FBT003 - a signal's value

    def _stop_and_erase(self) -> None:
        self.is_erasing = True
        pipeline.begin_erasure(self._session.library)  # from here on it is kept, whatever happens
        is_running = self._organizing.is_running
        if is_running:
            self._organizing.idle.connect(self._erase, Qt.ConnectionType.SingleShotConnection)
        self._organizing.hold()
        self.changed.emit(self.is_on)
        self._session.albums_changed.emit()
        if not is_running:
            self._erase()

    def shut_down(self) -> None:
        """Finish an erasure that still waited for its turn; all other work has ended.

        What cannot be finished now is finished by the next start.
        """
        if self.is_erasing:
            with contextlib.suppress(OrganizerError, OSError):
                pipeline.resume_erasure(self._session.library)

    def _erase(self) -> None:
        job = self._session.job(_turn_off)
        job.succeeded.connect(self._show_receipt)
        job.failed.connect(self._could_not)
        self._session.start(job)

    def _show_receipt(self, receipt: Receipt) -> None:
        from ui.dialogs.erasure_dialogs import ReceiptDialog  # not at start-up

        self._over()
        self._session.albums_changed.emit()
        self._session.photos_changed.emit()
        ReceiptDialog(receipt, self._window).open()

    def _could_not(self, _error: Exception) -> None:
        self._over()

    def _over(self) -> None:
        self.is_erasing = False
        self.changed.emit(self.is_on)
        self._organizing.release()


def _turn_off(library: Library, _progress: Progress) -> Receipt:
    return pipeline.turn_suggestions_off(library)
