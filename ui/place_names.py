"""Names of places for headers, looked up beside the window and remembered until it closes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from organizer import pipeline
from organizer.library import Library
from organizer.pipeline.speaking import language_of
from organizer.progress import Progress
from ui.session import Session

WAIT_MS = 40

Spot = tuple[float, float]


class PlaceNames(QObject):
    """Names by coordinates rounded to about a kilometre.

    Signals:
        named: More names are known than before.
    """

    named = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names: dict[Spot, str] = {}
        self._wanted: set[Spot] = set()
        self._asked: set[Spot] = set()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._look_up)

    def name_of(self, spot: Spot) -> str:
        """The name, or "" while it is not known; then it is looked up."""
        if spot not in self._names and spot not in self._asked:
            self._wanted.add(spot)
            if not self._timer.isActive():
                self._timer.start()
        return self._names.get(spot, "")

    def _look_up(self) -> None:
        spots = tuple(self._wanted)
        self._asked.update(spots)
        self._wanted.clear()
        job = self._session.job(lambda library, progress: _names_of(library, spots, progress))
        job.succeeded.connect(self._take)
        self._session.start(job)

    def _take(self, names: dict[Spot, str]) -> None:
        self._names.update(names)
        self.named.emit()


def _names_of(library: Library, spots: tuple[Spot, ...], progress: Progress) -> dict[Spot, str]:
    names, language = {}, language_of(library)
    for spot in spots:
        progress.check()
        place = pipeline.name_place(*spot, language)
        names[spot] = place.name if place else ""
    return names
