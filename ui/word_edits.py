"""What the user says of suggestions, events, homes and photos; all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from organizer.models import (
    Circle,
    EventEdit,
    HomeWord,
    PhotoId,
    RememberedDate,
    Rule,
    RuleKind,
)
from organizer.pipeline import dwelling, event_edits, hiding
from ui import messages
from ui.album_edits import AlbumEdits
from ui.session import Session

T = TypeVar("T")


class WordEdits(QObject):
    """Each word goes over the stack that albums use, and makes proposals due.

    Signals:
        changed: Something was said or taken back: proposals are to be made anew.
    """

    changed = Signal()

    def __init__(self, session: Session, edits: AlbumEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edits = edits

    def change_page(
        self, sentence: str, redo: Callable[[], object], undo: Callable[[], object]
    ) -> None:
        """Change what stands on a page and is stored nowhere yet."""
        self._edits.push(sentence, redo, undo)

    # -- rules ------------------------------------------------------------------------------------

    def keep_rule(self, rule: Rule) -> None:
        """Follow a rule from now on."""
        from organizer.pipeline import ruling  # brings numpy: not at start-up

        library = self._session.library
        self._make(
            ruling.rule_in_words(library, rule),
            lambda kept: ruling.keep_rule(library, kept or rule),
            lambda kept: ruling.take_rule_back(library, kept.id),
            shows_photos=rule.kind in hiding.HIDING,
        )

    def take_rule_back(self, rule: Rule) -> None:
        """Follow a rule no more."""
        from organizer.pipeline import ruling  # brings numpy: not at start-up

        library = self._session.library
        self._say(
            _tr("Taken back: {}").format(ruling.rule_in_words(library, rule)),
            lambda: ruling.take_rule_back(library, rule.id),
            lambda: ruling.keep_rule(library, rule),
            shows_photos=rule.kind in hiding.HIDING,
        )

    # -- hiding -----------------------------------------------------------------------------------

    def hide_photos(self, photo_ids: Sequence[PhotoId]) -> None:
        """Show these photos nowhere but among what is hidden."""
        library = self._session.library
        self._say(
            _tr("{} hidden.").format(messages.photos(len(photo_ids))),
            lambda: hiding.hide_photos(library, photo_ids),
            lambda: hiding.show_photos(library, photo_ids),
            shows_photos=True,
        )

    def show_photos(self, photo_ids: Sequence[PhotoId], *, stay: int = 0) -> None:
        """Show hidden photos again; *stay* others go on being hidden by their place or day."""
        library = self._session.library
        sentence = _tr("{} to be seen again.").format(messages.photos(len(photo_ids)))
        if stay:
            told = _tr("{} stay hidden by their place or day.").format(messages.photos(stay))
            sentence = f"{sentence} {told}"
        self._say(
            sentence,
            lambda: hiding.show_photos(library, photo_ids),
            lambda: hiding.hide_photos(library, photo_ids),
            shows_photos=True,
        )

    def hide_place(self, circle: Circle, name: str) -> None:
        """Hide everything taken within a circle."""
        from organizer.pipeline import ruling  # brings numpy: not at start-up

        library = self._session.library
        self._make(
            _tr("What was taken around {} is hidden.").format(name or _tr("this place")),
            lambda kept: (
                ruling.keep_rule(library, kept)
                if kept
                else hiding.hide_place(library, circle, name)
            ),
            lambda kept: ruling.take_rule_back(library, kept.id),
            shows_photos=True,
        )

    def hide_days(self, first: date, last: date) -> None:
        """Hide everything of these days, both included."""
        self.keep_rule(Rule(kind=RuleKind.HIDDEN_DATE, first_day=first, last_day=last))

    # -- events -----------------------------------------------------------------------------------

    def change_events(self, sentence: str, make: Callable[[], Sequence[EventEdit]]) -> None:
        """Cut, join or change events; *make* keeps the edits and returns them."""
        library = self._session.library

        def redo(kept: Sequence[EventEdit] | None) -> Sequence[EventEdit]:
            if kept is None:
                return make()
            return [event_edits.keep_edit(library, edit) for edit in kept]

        def undo(kept: Sequence[EventEdit]) -> None:
            for edit in reversed(kept):
                event_edits.take_edit_back(library, edit.id)

        self._make(sentence, redo, undo)

    def take_edit_back(self, edit: EventEdit) -> None:
        """Group as if an edit had not been made."""
        library = self._session.library
        self._say(
            _tr("A change of events is taken back."),
            lambda: event_edits.take_edit_back(library, edit.id),
            lambda: event_edits.keep_edit(library, edit),
        )

    # -- homes ------------------------------------------------------------------------------------

    def say_home(
        self, sentence: str, word: HomeWord, *, instead_of: HomeWord | None = None
    ) -> None:
        """Say that a place is a home, or none; perhaps in place of an earlier word."""
        library = self._session.library

        def undo(kept: HomeWord) -> None:
            dwelling.take_word_back(library, kept.id)
            if instead_of is not None:
                dwelling.keep_word(library, instead_of)

        def redo(kept: HomeWord | None) -> HomeWord:
            return dwelling.correct_word(library, instead_of, kept or word)

        self._make(sentence, redo, undo)

    def take_home_word_back(self, sentence: str, word: HomeWord) -> None:
        """Believe the photos again."""
        library = self._session.library
        self._say(
            sentence,
            lambda: dwelling.take_word_back(library, word.id),
            lambda: dwelling.keep_word(library, word),
        )

    # -- dates to remember ------------------------------------------------------------------------

    def remember(self, new: RememberedDate, *, instead_of: RememberedDate | None = None) -> None:
        """Remember a date, perhaps in place of another of the same or another name."""
        dates = self._session.library.dates

        def redo() -> None:
            if instead_of is not None:
                dates.remove(instead_of.name)
            dates.add(new)

        def undo() -> None:
            dates.remove(new.name)
            if instead_of is not None:
                dates.add(instead_of)

        self._say_in_transaction(_tr("“{}” is remembered.").format(new.name), redo, undo)

    def forget_date(self, old: RememberedDate) -> None:
        """Remember a date no more."""
        dates = self._session.library.dates
        self._say_in_transaction(
            _tr("“{}” is remembered no more.").format(old.name),
            lambda: dates.remove(old.name),
            lambda: dates.add(old),
        )

    # -- how --------------------------------------------------------------------------------------

    def say(self, sentence: str, do: Callable[[], object], undo: Callable[[], object]) -> None:
        """Do what is said, and be able to take it back."""
        self._say(sentence, do, undo)

    def _make(
        self,
        sentence: str,
        redo: Callable[[T | None], T],
        undo: Callable[[T], object],
        *,
        shows_photos: bool = False,
    ) -> None:
        """Say what gets a number when it is kept; redone, it is kept under the same number."""
        kept: list[T] = []

        def first_or_again() -> None:
            kept[:] = [redo(kept[0] if kept else None)]

        self._say(sentence, first_or_again, lambda: undo(kept[0]), shows_photos=shows_photos)

    def _say(
        self,
        sentence: str,
        redo: Callable[[], object],
        undo: Callable[[], object],
        *,
        shows_photos: bool = False,
    ) -> None:
        def telling(change: Callable[[], object]) -> Callable[[], None]:
            def changed() -> None:
                change()
                if shows_photos:
                    self._session.photos_changed.emit()
                self.changed.emit()

            return changed

        self._edits.push(sentence, telling(redo), telling(undo), in_transaction=False)

    def _say_in_transaction(
        self, sentence: str, redo: Callable[[], object], undo: Callable[[], object]
    ) -> None:
        from organizer.pipeline import regrouping

        library = self._session.library

        def kept(change: Callable[[], object]) -> Callable[[], None]:
            def in_transaction() -> None:
                with library.transaction():
                    change()
                    regrouping.mark_due(library)

            return in_transaction

        self._say(sentence, kept(redo), kept(undo))


def _tr(text: str) -> str:
    return QCoreApplication.translate("word_edits", text)
