"""What may show a taught theme: ranked beside the window, and anew after each answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId, Seen, TaughtTheme, TaughtThemeId
from organizer.pipeline import teaching
from organizer.pipeline.teaching import Ranking
from ui.looking import Looking
from ui.session import Session

REFINE_MS = 400  # several answers are often given one after the other
SURELY, PERHAPS, HARDLY = range(3)

# a photo, and how surely it shows the theme
Found = tuple[PhotoId, int]


class ThemeRanking(QObject):
    """Knows the theme that is seen, and the newest ranking of what was not answered yet.

    Signals:
        changed: The theme or the ranking is not what it was.
        gone: The theme does not exist any more.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, session: Session, looking: Looking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._looking = looking
        self._is_watched = False
        self.theme: TaughtTheme | None = None
        self.ranking: Ranking | None = None
        self._soon = QTimer(self, singleShot=True, interval=REFINE_MS)
        self._soon.timeout.connect(self._refine)
        looking.answered.connect(self._take)
        looking.refused.connect(lambda _error: self.refresh())

    @property
    def is_on(self) -> bool:
        """Whether anything can be ranked."""
        return pipeline.suggestions_are_on(self._session.library)

    def look_at(self, theme_id: TaughtThemeId) -> bool:
        """Turn to a theme; returns whether it is another one than before."""
        if self.theme is not None and self.theme.id == theme_id:
            return False
        self.theme, self.ranking = teaching.taught_theme(self._session.library, theme_id), None
        return True

    def refresh(self) -> None:
        """Read the theme as it is now, and soon rank anew what its examples rank otherwise."""
        if self.theme is not None:
            self.theme = teaching.taught_theme(self._session.library, self.theme.id)
        if self.theme is None:
            self.gone.emit()
            return
        if not self.is_on:
            self._let_go()
        elif self.ranking is None:
            self._refine()
        elif _examples(self.ranking.theme) != _examples(self.theme):
            self._soon.start()
        self.changed.emit()

    def watch(self) -> None:
        """Somebody looks: rank what was said meanwhile."""
        self._is_watched = True
        if self.theme is not None and self.is_on:
            self._refine()

    def leave(self) -> None:
        """Nobody looks any more: let go of what photos look like."""
        self._is_watched = False
        self._let_go()

    def _let_go(self) -> None:
        self.ranking = None
        self._soon.stop()
        self._looking.forget()

    def _refine(self) -> None:
        if self.theme is not None and self._is_watched:
            self._looking.ask(partial(_rank, theme_id=self.theme.id))

    def _take(self, ranking: Ranking) -> None:
        """Believe an answer, unless more was said since it was asked for."""
        theme = self.theme
        if theme is None or not self.is_on or self._soon.isActive():
            return
        if ranking.theme.id == theme.id and _examples(ranking.theme) == _examples(theme):
            self.ranking = ranking
            self.changed.emit()

    # -- what was found ---------------------------------------------------------------------------

    def found(self) -> list[Found]:
        """The photos that were not answered yet, the surest first."""
        if self.ranking is None or self.theme is None:
            return []
        judged = self.theme.shown | self.theme.not_shown
        bands = (self.ranking.surely, self.ranking.perhaps, self.ranking.hardly)
        return [
            (photo_id, band)
            for band, photo_ids in enumerate(bands)
            for photo_id in photo_ids
            if photo_id not in judged
        ]

    def surely(self) -> list[PhotoId]:
        """Those of them that surely show the theme."""
        if self.ranking is None or self.theme is None:
            return []
        judged = self.theme.shown | self.theme.not_shown
        return [photo_id for photo_id in self.ranking.surely if photo_id not in judged]


def held_in_place(found: Sequence[Found], photo_id: PhotoId, index: int) -> list[Found]:
    """*found* with one photo where it stood: a key must not fall on what came in its place."""
    if index >= len(found) or all(one != photo_id for one, _band in found):
        return list(found)
    rest = [pair for pair in found if pair[0] != photo_id]
    band = rest[min(index, len(rest) - 1)][1] if rest else found[0][1]
    return [*rest[:index], (photo_id, band), *rest[index:]]


def _rank(library: Library, seen: Seen, *, theme_id: TaughtThemeId) -> Ranking:
    return teaching.rank_theme(library, seen, theme_id)


def _examples(theme: TaughtTheme) -> tuple[frozenset[PhotoId], frozenset[PhotoId]]:
    return theme.shown, theme.not_shown
