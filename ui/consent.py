"""Turning suggestions on and off, the same way from every page."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.models import FolderId, Receipt
from organizer.models import Signal as May
from organizer.pipeline import consenting
from organizer.pipeline.starting_over import EVERYTHING
from organizer.privacy.intents import OFF, Erasing, Intent
from organizer.progress import Progress
from ui.core_words import in_own_words
from ui.dialog_history import forget_dialog_history
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
        forgot: Something that the user said was forgotten; nothing of it may be undone into being.
        everything_asked: Everything is to be erased, which takes a new window.
    """

    changed = Signal(bool)
    refused = Signal(str)
    forgot = Signal()
    everything_asked = Signal()

    def __init__(self, session: Session, organizing: Organizing, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._organizing = organizing
        self._window = window
        self._intent = OFF
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
            self.ask_to_erase(OFF)

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

    def allow(self, signals: Collection[May], folder_id: FolderId | None) -> None:
        """Say yes to some signals, for all folders or for one, and work out what is missing."""
        try:
            consenting.say_yes(self._session.library, signals, folder_id)
        except OrganizerError as error:
            self.refused.emit(in_own_words(str(error)))
        self.changed.emit(self.is_on)
        self._organizing.start()

    def withdraw(self, signals: Collection[May], folder_id: FolderId | None) -> None:
        """Show what would go with a no, and then erase it."""
        self.ask_to_erase(consenting.withdrawal(signals, folder_id))

    def answer_for_folder(self, folder_id: FolderId, yes: bool) -> None:  # noqa: FBT001 - a slot
        """Take the answer for a new folder; only one that took others in has something to erase."""
        if yes:
            self.allow(consenting.ALL_SIGNALS, folder_id)
        elif consenting.took_others_in(self._session.library, folder_id):
            self._stop_and_erase(consenting.withdrawal(consenting.ALL_SIGNALS, folder_id))
        else:
            consenting.leave_out(self._session.library, folder_id)
            self.changed.emit(self.is_on)

    def ask_to_erase(self, intent: Intent) -> None:
        """Show what would go and what would stay, and erase it when the user says so."""
        from ui.dialogs.erasure_dialogs import EraseDialog  # not at start-up

        if self.is_erasing:
            return
        preview = pipeline.erasure_preview(self._session.library, intent)
        dialog = EraseDialog(preview, self._window, intent)
        dialog.accepted.connect(lambda: self._take(intent))
        dialog.rejected.connect(lambda: self.changed.emit(self.is_on))
        dialog.open()

    def ask_to_forget(self) -> None:
        """Ask which of what the user said is to be forgotten, and forget it."""
        from ui.dialogs.forget_dialog import ForgetDialog  # not at start-up

        if self.is_erasing:
            return
        dialog = ForgetDialog(self._session.library, self._window)
        dialog.accepted.connect(lambda: self._stop_and_erase(dialog.intent))
        dialog.open()

    def _take(self, intent: Intent) -> None:
        if intent.what is Erasing.EVERYTHING:
            forget_dialog_history(self._session.library.folders.paths())
            self.everything_asked.emit()
        else:
            self._stop_and_erase(intent)

    def _finish_first(self) -> None:
        """An erasure that was asked for comes before another yes."""
        self.changed.emit(self.is_on)
        self.refused.emit(
            self.tr("What was learnt is still being erased. Turn suggestions on when that is done.")
        )
        if not self.is_erasing:  # an earlier attempt could not finish
            self._stop_and_erase()

    def _stop_and_erase(self, intent: Intent = OFF) -> None:
        try:  # from here on it is kept, whatever happens
            pipeline.begin_erasure(self._session.library, intent)
        except OrganizerError as error:
            self.changed.emit(self.is_on)
            self.refused.emit(in_own_words(str(error)))
            return
        self.is_erasing = True
        self._intent = intent
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
        job = self._session.job(_turn_off if self._intent == OFF else _finish)
        job.succeeded.connect(self._show_receipt)
        job.failed.connect(self._could_not)
        self._session.start(job)

    def _show_receipt(self, receipt: Receipt) -> None:
        from ui.dialogs.erasure_dialogs import ReceiptDialog  # not at start-up

        self._over()
        self._session.albums_changed.emit()
        self._session.photos_changed.emit()
        if self._intent.what is Erasing.FORGET:
            self.forgot.emit()
        folders = self._session.library.folders.paths()
        if self._intent == OFF:
            forget_dialog_history(folders)
        ReceiptDialog(receipt, self._window, self._intent, photo_folders=folders).open()

    def show_receipt_of_everything(self, receipt: Receipt, photo_folders: Sequence[Path]) -> None:
        """Show what was erased before this window; *photo_folders* it knows no more."""
        from ui.dialogs.erasure_dialogs import ReceiptDialog  # not at start-up

        ReceiptDialog(receipt, self._window, EVERYTHING, photo_folders=photo_folders).open()

    def _could_not(self, _error: Exception) -> None:
        self._over()

    def _over(self) -> None:
        self.is_erasing = False
        self.changed.emit(self.is_on)
        self._organizing.release()
        self._organizing.regroup()


def _turn_off(library: Library, _progress: Progress) -> Receipt:
    return pipeline.turn_suggestions_off(library)


def _finish(library: Library, _progress: Progress) -> Receipt | None:
    return pipeline.resume_erasure(library)
