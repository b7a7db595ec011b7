"""Corrections of dates that can be undone, made beside the window: a camera has many photos."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.models import PhotoId
from ui import messages
from ui.album_edits import Edit
from ui.session import Session

if TYPE_CHECKING:
    from organizer.pipeline import correcting


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChoice:
    """What is to become of dates: all *at* one time, or moved *by* so much, or as files say."""

    photo_ids: tuple[PhotoId, ...]
    at: datetime | None = None
    by: timedelta | None = None

    def make(self, library: Library) -> correcting.Before:
        """Change the dates; returns what undoes it."""
        from organizer.pipeline import correcting  # not at start-up

        if self.at is not None:
            return correcting.set_date(library, self.photo_ids, self.at)
        if self.by is not None:
            return correcting.shift_dates(library, self.photo_ids, self.by)
        return correcting.forget(library, self.photo_ids)

    def sentence(self, count: int) -> str:
        """What was done, to *count* photos."""
        photos = messages.photos(count)
        if self.at is not None:
            said = _tr("{} dated {}.").format(photos, messages.short_moment(self.at))
        elif self.by == timedelta(0):
            said = _tr("{} dated as before, now by your word.").format(photos)
        elif self.by is not None:
            said = _tr("{} shifted {}.").format(photos, messages.shift(self.by))
        else:
            said = _tr("{} dated by the files again.").format(photos)
        return " ".join(filter(None, [said, messages.unchanged(len(self.photo_ids) - count)]))


class DateEdits(QObject):
    """Changes go one after the other, in jobs, and over the stack that albums use too.

    Signals:
        told: What was just done, as a sentence for the user; it can be undone.
        refused: A change cannot be undone or redone any more, with the error that says why.
        changed: Dates are not what they were.
    """

    told = Signal(str)
    refused = Signal(object)
    changed = Signal()

    def __init__(self, session: Session, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = stack
        self._waiting: deque[_Turn] = deque()
        self._is_working = False

    def correct(self, choice: DateChoice) -> None:
        """Correct dates beside the window; from now on it can be undone, even before it is done."""
        made = _Made()

        def redo() -> None:
            made.require()
            self._work(_Turn(choice.make, lambda before: self._made(choice, made, before), made))

        def undo() -> None:
            made.require()
            self._work(_Turn(lambda library: _take_back(library, made.before), None, made))

        made.edit = Edit(choice.sentence(len(choice.photo_ids)), redo, undo, self.refused.emit)
        self._stack.push(made.edit)

    def _made(self, choice: DateChoice, made: _Made, before: correcting.Before) -> None:
        made.before = before
        if not made.is_told and self._is_last(made):  # the notice offers to undo the last edit
            self.told.emit(choice.sentence(len(before)))
        made.is_told = True

    def _is_last(self, made: _Made) -> bool:
        return self._stack.command(self._stack.index() - 1) is made.edit

    def _work(self, turn: _Turn) -> None:
        self._waiting.append(turn)
        self._begin_next()

    def _begin_next(self) -> None:
        if self._is_working or not self._waiting:
            return
        self._is_working = True
        turn = self._waiting.popleft()
        job = self._session.job(lambda library, _progress: turn.work(library), tells=False)
        job.succeeded.connect(lambda result: self._done(turn, result))
        job.failed.connect(lambda error: self._could_not(turn.made, error))
        job.ended.connect(self._over)
        self._session.start(job)

    def finish(self) -> None:
        """Do what still waits, now; the window is closing and its jobs are over."""
        for turn in self._waiting:
            with contextlib.suppress(OrganizerError):  # the photos are gone: nothing is lost
                turn.work(self._session.library)
        self._waiting.clear()

    def _done(self, turn: _Turn, result: object) -> None:
        if turn.take is not None:
            turn.take(result)
        self._session.photos_changed.emit()
        self.changed.emit()

    def _could_not(self, made: _Made, error: Exception) -> None:
        """What cannot be done is told once, and leaves the stack when it is touched."""
        made.lost = error
        if self._is_last(made):
            self._stack.undo()
        elif self._stack.command(self._stack.index()) is made.edit:
            self._stack.redo()
        else:
            self.refused.emit(error)

    def _over(self) -> None:
        self._is_working = False
        self._begin_next()


@dataclass(frozen=True, slots=True)
class _Turn:
    """One call into the core for a change, and who gets its answer."""

    work: Callable[[Library], object]
    take: Callable[[correcting.Before], object] | None
    made: _Made


@dataclass(slots=True)
class _Made:
    """A change on the stack: what undoes it, and why that is not possible any more."""

    edit: Edit | None = None
    before: correcting.Before = field(default_factory=dict)
    is_told: bool = False
    lost: Exception | None = None

    def require(self) -> None:
        """Let the edit leave the stack when it is touched after it was lost."""
        if self.lost is not None:
            raise self.lost


def _tr(text: str) -> str:
    return QCoreApplication.translate("date_edits", text)


def _take_back(library: Library, before: correcting.Before) -> object:
    from organizer.pipeline import correcting  # not at start-up

    return correcting.take_back(library, before)
