"""What an opened suggestion offers besides saving it: other borders, and rules to make of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from organizer.library import Library
from organizer.models import HomeWord, PhotoId, Rule, RuleKind, Suggestion, SuggestionKind
from organizer.pipeline import event_edits
from organizer.progress import Progress
from ui.session import Session
from ui.word_edits import WordEdits

if TYPE_CHECKING:
    from organizer.clusters.borders import Borders, Level


@dataclass(frozen=True, slots=True)
class Offer:
    """What was worked out about a suggestion, beside the window."""

    suggestion_id: str
    borders: Borders
    rules: tuple[Rule, ...]
    home: HomeWord | None


class SuggestionEdits(QObject):
    """Works out borders and rules in a job, and does what is chosen of them.

    Signals:
        known: Borders and rules of the suggestion that was looked at last are there.
    """

    known = Signal()

    def __init__(self, session: Session, words: WordEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._suggestion: Suggestion | None = None
        self._offer: Offer | None = None

    @property
    def borders(self) -> Borders | None:
        """The levels, once they are known."""
        return self._offer.borders if self._offer else None

    @property
    def has_borders(self) -> bool:
        """Whether the suggestion is of one stretch of time, that can be cut."""
        return self._suggestion is not None and self._suggestion.kind in (
            SuggestionKind.EVENT,
            SuggestionKind.OCCASION,
            SuggestionKind.TRIP,
        )

    @property
    def links(self) -> list[tuple[str, Callable[[], object]]]:
        """What can be said of the suggestion, and what that does."""
        if self._offer is None:
            return []
        return links_of(self._words, self._offer.rules, self._offer.home)

    def look_at(self, suggestion: Suggestion) -> None:
        """Work out what this suggestion offers."""
        self._suggestion, self._offer = suggestion, None
        job = self._session.job(lambda library, progress: _offer(library, suggestion, progress))
        job.succeeded.connect(self._take)
        self._session.start(job)

    def _take(self, offer: Offer) -> None:
        if self._suggestion is not None and self._suggestion.id == offer.suggestion_id:
            self._offer = offer
            self.known.emit()

    def keep_borders(self, level: Level) -> None:
        """Group as this level shows, from now on."""
        from organizer.pipeline import bordering  # brings numpy: not at start-up

        borders, library = self.borders, self._session.library
        if borders is not None:
            self._words.change_events(
                _tr("These borders are kept."),
                lambda: bordering.keep_borders(library, borders, level),
            )

    def split_before(self, first: PhotoId) -> None:
        """Cut the event before a photo."""
        suggestion, library = self._suggestion, self._session.library
        if suggestion is not None:
            self._words.change_events(
                _tr("Split in two."),
                lambda: [event_edits.split_event(library, suggestion.photo_ids, first)],
            )

    def change_page(
        self, sentence: str, redo: Callable[[], object], undo: Callable[[], object]
    ) -> None:
        """Change what an opened suggestion will be saved with; undone like everything else."""
        self._words.change_page(sentence, redo, undo)

    def move_out(self, photo_ids: Sequence[PhotoId]) -> None:
        """Say that photos do not belong to the event."""
        library = self._session.library
        self._words.change_events(
            _tr("Taken out of this event."),
            lambda: [event_edits.move_photos(library, photo_ids)],
        )


def _offer(library: Library, suggestion: Suggestion, progress: Progress) -> Offer:
    from organizer.pipeline import bordering, ruling  # bring numpy: not at start-up

    borders = bordering.borders_of(library, suggestion)
    progress.check()
    rules = ruling.possible_rules(library, suggestion)
    return Offer(suggestion.id, borders, rules, home_word_of(suggestion, rules))


def links_of(
    words: WordEdits, rules: Sequence[Rule], home: HomeWord | None
) -> list[tuple[str, Callable[[], object]]]:
    """What can be said if a suggestion is not right, and what that does."""
    links = [(_link(rule), partial(words.keep_rule, rule)) for rule in rules]
    if home is not None:
        text = _tr("{} is a home").format(home.name)
        links.insert(0, (text, partial(words.say_home, f"{text}.", home)))
    return links


def home_word_of(suggestion: Suggestion, rules: Sequence[Rule]) -> HomeWord | None:
    """The word that somebody lives where a trip went to."""
    if suggestion.kind is not SuggestionKind.TRIP:
        return None
    for rule in rules:
        if rule.kind is RuleKind.NEVER_PLACE and rule.circle is not None and rule.subject:
            where = rule.circle
            return HomeWord(
                is_home=True,
                latitude=where.latitude,
                longitude=where.longitude,
                name=rule.subject,
            )
    return None


def _link(rule: Rule) -> str:
    match rule.kind:
        case RuleKind.NOT_AN_EVENT:
            return _tr("This is not an event")
        case RuleKind.NEVER_REMEMBERED:
            return _tr("Never the date of {}").format(rule.subject)
        case RuleKind.NEVER_DATE:
            return _tr("Never this date") if rule.every_year else _tr("Never these days")
        case RuleKind.NEVER_PLACE:
            place = rule.subject or _tr("this place")
            return _tr("Never {}").format(place)
        case RuleKind.LESS_OF_KIND:
            return _tr("Less of this kind")
        case RuleKind.HIDDEN_DATE | RuleKind.HIDDEN_PLACE:
            return _tr("Hide")


def _tr(text: str) -> str:
    return QCoreApplication.translate("suggestion_edits", text)
