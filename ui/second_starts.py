"""Homeroll was started again while this window is open: it comes to the front."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from organizer.handing_over import Listening


class SecondStarts(QObject):
    """Listens from the moment it is made; where that is not possible, nothing is heard.

    Signals:
        handed: A second start asks for the window, with these folders to add, perhaps none.
    """

    handed = Signal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        try:
            self._listening: Listening | None = Listening(library, self.handed.emit)
        except OSError:
            self._listening = None  # a second start then says that one is open

    def close(self) -> None:
        """Listen no more."""
        if self._listening is not None:
            self._listening.close()
            self._listening = None
