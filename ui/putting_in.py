"""Withheld photos that the user puts into an opened suggestion, until it is saved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId, Suggestion
from organizer.pipeline.withholding import Withheld, withheld_beside
from ui import messages
from ui.session import Session
from ui.suggestion_edits import SuggestionEdits

Part = tuple[PhotoId, ...]


class PuttingIn(QObject):
    """Finds what is withheld, in a job, and remembers what was put in; stored nowhere.

    Signals:
        known: What is withheld beside the suggestion that was looked at last.
        changed: Photos were put in, or that was undone.
    """

    known = Signal(object)
    changed = Signal()

    def __init__(
        self, session: Session, edits: SuggestionEdits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._edits = edits
        self._suggestion_id = ""
        self._by_suggestion: dict[str, tuple[PhotoId, ...]] = {}

    def look_at(self, suggestion: Suggestion) -> None:
        """Find what is withheld beside this one."""
        self._suggestion_id = suggestion.id
        job = self._session.job(lambda library, _: (suggestion.id, _find(library, suggestion)))
        job.succeeded.connect(self._take)
        self._session.start(job)

    def _take(self, answer: tuple[str, tuple[Withheld, ...]]) -> None:
        suggestion_id, found = answer
        if suggestion_id == self._suggestion_id:
            self.known.emit(found)

    @property
    def photo_ids(self) -> tuple[PhotoId, ...]:
        """What was put into the suggestion that is looked at."""
        return self._by_suggestion.get(self._suggestion_id, ())

    def put_in(self, photo_ids: Sequence[PhotoId]) -> None:
        """Put photos in; undo takes them out again."""
        suggestion_id, before = self._suggestion_id, self.photo_ids
        now = (*before, *(one for one in photo_ids if one not in before))

        def let_be(those: tuple[PhotoId, ...]) -> None:
            self._by_suggestion[suggestion_id] = those
            self.changed.emit()

        self._edits.change_page(
            messages.were_put_in(len(now) - len(before)),
            lambda: let_be(now),
            lambda: let_be(before),
        )

    def among(self, parts: Sequence[Part]) -> list[Part]:
        """*parts* with the photos that were put in, each where it stands by its time."""
        wanted = [one for one in self.photo_ids if all(one not in part for part in parts)]
        if not wanted or not parts:
            return list(parts)
        ids = [*wanted, *(one for part in parts for one in part)]
        at = {
            entry.id: entry.taken_at_s
            for entry in self._session.library.photos.timeline_of(ids)
            if entry.taken_at_s is not None
        }
        grown = [list(part) for part in parts]
        for photo_id in wanted:
            if photo_id in at:
                _put_by_time(grown, photo_id, at)
        return [tuple(part) for part in grown]


def _put_by_time(parts: list[list[PhotoId]], photo_id: PhotoId, at: Mapping[PhotoId, int]) -> None:
    """Into the part that holds the photo nearest in time, behind all that were taken before."""

    def gap(part: Sequence[PhotoId]) -> int:
        gaps = (abs(at[one] - at[photo_id]) for one in part if one in at)
        return min(gaps, default=max(at.values()))

    part = min(parts, key=gap)
    times = [at.get(one, at[photo_id]) for one in part]
    part.insert(bisect_right(times, at[photo_id]), photo_id)


def _find(library: Library, suggestion: Suggestion) -> tuple[Withheld, ...]:
    """Of the suggestion as it is now: what was hidden meanwhile has left it."""
    for known in pipeline.open_suggestions(library):
        if known.id == suggestion.id:
            return withheld_beside(library, known)
    return ()
