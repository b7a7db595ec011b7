"""What is searched for: an index made beside the window, kept while somebody searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from organizer.library import Library
from organizer.models import Facet, Offer, PhotoId, Wish
from organizer.progress import Progress
from ui.jobs import Job
from ui.session import Session

if TYPE_CHECKING:
    from organizer.search.index import SearchIndex

# who types fast is asked about once
TYPING_MS = 120
# so many pages of photos may still arrive while folders are read
AGAIN_MS = 2000


class Searching(QObject):
    """Asks for photos and for what words may mean; answers come as signals.

    Attributes:
        wish: What is looked for.
        is_watched: Whether what can be looked for is in sight, such as the filters.

    Signals:
        found: The ids of the photos that fit the wish; None for all photos.
        offered: What the typed words may mean, a list of offers.
        is_ready: The index is made, and :meth:`tags` knows what there is.
    """

    found = Signal(object)
    offered = Signal(object)
    is_ready = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._index: SearchIndex | None = None
        self._making: Job | None = None
        self._is_stale = False
        self._generation = 0
        self._typed = ""
        self._asked = 0
        self.wish = Wish()
        self.is_watched: Callable[[], bool] = lambda: False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._make)
        session.photos_changed.connect(self.go_stale)
        session.albums_changed.connect(self.forget)

    def prepare(self) -> None:
        """Somebody is about to search: gather what can be looked for."""
        if self._index is None and self._making is None:
            self._make()
        elif self._is_stale and not self._again.isActive():
            self._again.start()

    def look_for(self, wish: Wish, typed: str = "") -> None:
        """Look for photos; *typed* is offered meanings for."""
        self.wish, self._typed = wish, typed
        if wish.is_empty and not typed.strip():
            self._typing.stop()
            self._asked += 1
            self.found.emit(None)
            self.offered.emit([])
            return
        self.prepare()
        self._typing.start()

    def tags(self, facet: Facet) -> list[Offer]:
        """What there is of a facet; nothing while it is not known yet."""
        if self._index is None:
            return []
        from organizer.pipeline import searching  # brings numpy: not at start-up

        return searching.tags_of(self._index, facet)

    # -- the index --------------------------------------------------------------------------------

    def go_stale(self) -> None:
        """What is known has changed; it is gathered anew while a search stands."""
        self._is_stale = True
        if not self.wish.is_empty and not self._again.isActive():
            self._again.start()

    def forget(self) -> None:
        """Something was hidden, erased or said: nothing is offered any more of what was known."""
        self._generation += 1
        self._asked += 1  # answers that are on their way go by what was known
        self._index = None
        self.offered.emit([])
        if self._is_wanted():
            self._make()

    def _is_wanted(self) -> bool:
        return not self.wish.is_empty or bool(self._typed) or self.is_watched()

    def _make(self) -> None:
        if self._making is not None:
            self._is_stale = True  # made again when this one is over
            return
        self._is_stale = False
        generation = self._generation
        self._making = self._session.job(_index_of)
        self._making.succeeded.connect(lambda index: self._take(index, generation))
        self._making.ended.connect(lambda: self._made(generation))
        self._session.start(self._making)

    def _take(self, index: SearchIndex, generation: int) -> None:
        if generation == self._generation:
            self._index = index
            self.is_ready.emit()

    def _made(self, generation: int) -> None:
        self._making = None
        if generation != self._generation:  # what was gathered is not to be known any more
            if self._is_wanted():
                self._make()
        elif self._is_stale and self._is_wanted():
            self._again.start()
        if self._index is not None and not (self.wish.is_empty and not self._typed):
            self._look()

    # -- looking ----------------------------------------------------------------------------------

    def _look(self) -> None:
        index, wish, typed = self._index, self.wish, self._typed
        if index is None:
            return
        self._asked += 1
        asked = self._asked

        def work(_progress: Progress) -> tuple[int, set[PhotoId] | None, list[Offer]]:
            from organizer.pipeline import searching  # brings numpy: not at start-up

            photos = None if wish.is_empty else searching.find(index, wish)
            return asked, photos, searching.offers(index, typed)

        job = self._session.plain_job(work)
        job.succeeded.connect(self._answer)
        self._session.start(job)

    def _answer(self, answer: tuple[int, set[PhotoId] | None, list[Offer]]) -> None:
        asked, photos, offers = answer
        if asked == self._asked:  # somebody may have typed on meanwhile
            self.found.emit(photos)
            self.offered.emit(offers)


def _index_of(library: Library, progress: Progress) -> SearchIndex:
    from organizer.pipeline import searching  # brings numpy: not at start-up

    return searching.index_of(library, progress)
