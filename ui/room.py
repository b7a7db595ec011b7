"""Saying that the disk is nearly full while there is still room."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from organizer import pipeline
from ui.core_words import in_own_words
from ui.organizing import Organizing
from ui.session import Session


class Room(QObject):
    """Looks before and after every run, and tells once until there is room again.

    Signals:
        told: One sentence.
    """

    told = Signal(str)

    def __init__(self, session: Session, organizing: Organizing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._was_told = False
        organizing.began.connect(self.look)
        organizing.idle.connect(self.look)

    def look(self) -> None:
        """Tell if little is left."""
        note = pipeline.free_room_note(self._session.library)
        if note is not None and not self._was_told:
            self.told.emit(in_own_words(note))
        self._was_told = note is not None
