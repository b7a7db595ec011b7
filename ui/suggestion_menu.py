"""The menu of a suggestion's card: what to say if it is not right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from organizer.library import Library
from organizer.models import HomeWord, Rule, Suggestion
from organizer.progress import Progress
from ui.session import Session
from ui.suggestion_edits import home_word_of, links_of
from ui.widgets.texts import as_shown
from ui.word_edits import WordEdits

Known = tuple[tuple[Rule, ...], HomeWord | None]


class SuggestionMenu(QObject):
    """Works out beside the window what can be said, and opens where it was asked for."""

    def __init__(self, session: Session, words: WordEdits, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self.menu: QMenu | None = None

    def open(self, suggestion: Suggestion, at: QPoint, asker: QWidget) -> None:
        """Open at a global point, unless what asked is not seen any more by then."""
        job = self._session.job(partial(_look, suggestion=suggestion))
        job.succeeded.connect(lambda known: self._open(known, at, asker))
        self._session.start(job)

    def _open(self, known: Known, at: QPoint, asker: QWidget) -> None:
        if not isValid(asker) or not asker.isVisible():  # its card may be gone by now
            return
        if self.menu is not None and isValid(self.menu):
            self.menu.deleteLater()
        menu = self.menu = QMenu(asker)
        menu.addAction(self.tr("Not right?")).setEnabled(False)
        links: list[tuple[str, Callable[[], object]]] = links_of(self._words, *known)
        for text, act in links:
            menu.addAction(as_shown(text), act)
        menu.popup(at)


def _look(library: Library, _progress: Progress, suggestion: Suggestion) -> Known:
    from organizer.pipeline import ruling  # brings numpy: not at start-up

    rules = ruling.possible_rules(library, suggestion)
    return rules, home_word_of(suggestion, rules)
