"""Bars that go while nobody moves the pointer, and the pointer with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

STILL_MS = 2500
LEAST_PX = 4  # a widget that appears under a pointer that rests says that it moved


class HidingBars(QObject):
    """Watches the pointer over a page while it is on.

    Signals:
        wanted: Whether the bars are to be seen.
    """

    wanted = Signal(bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._is_on = False
        self._has_hidden_pointer = False
        self._last = QPoint()
        self._timer = QTimer(self, singleShot=True, interval=STILL_MS)
        self._timer.timeout.connect(self._hide)

    @property
    def is_on(self) -> bool:
        """Whether bars go by themselves."""
        return self._is_on

    def turn(self, *, on: bool) -> None:
        """Let bars go by themselves from now on, or let them stay."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self._last = QCursor.pos()
            QApplication.instance().installEventFilter(self)
            self._timer.start()
        else:
            QApplication.instance().removeEventFilter(self)
            self._timer.stop()
        self._show_pointer()
        self.wanted.emit(True)  # noqa: FBT003 - a signal

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show the bars once the pointer moves, or Tab asks for a button."""
        moved = event.type() == QEvent.Type.MouseMove and self._has_moved()
        tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if moved or tab or event.type() == QEvent.Type.MouseButtonPress:
            self._show_pointer()
            self.wanted.emit(True)  # noqa: FBT003 - a signal
            self._timer.start()
        return False

    def _has_moved(self) -> bool:
        here = QCursor.pos()
        far = (here - self._last).manhattanLength() >= LEAST_PX
        self._last = here if far else self._last
        return far

    def _hide(self) -> None:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            self._timer.start()  # a menu or a question is open
            return
        if not self._has_hidden_pointer:
            self._has_hidden_pointer = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self.wanted.emit(False)  # noqa: FBT003 - a signal

    def _show_pointer(self) -> None:
        if self._has_hidden_pointer:
            self._has_hidden_pointer = False
            QApplication.restoreOverrideCursor()
