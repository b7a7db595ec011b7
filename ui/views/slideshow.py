"""A slideshow: one photo after the other, with a bar that says how fast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.choices import choices
from ui.widgets.texts import button

SECONDS = (3, 5, 10)
START_S = 5


class Slideshow(QObject):
    """Asks for the next photo every few seconds.

    Signals:
        next_asked: The next photo is to be seen.
        changed: It began, stopped, or pauses.
    """

    next_asked = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self._timer = QTimer(self, interval=START_S * 1000)
        self._timer.timeout.connect(self.next_asked)

    @property
    def is_paused(self) -> bool:
        """Whether it waits for the user."""
        return self.is_on and not self._timer.isActive()

    @property
    def seconds(self) -> int:
        """How long each photo is seen."""
        return self._timer.interval() // 1000

    def set_seconds(self, seconds: int) -> None:
        """Let each photo be seen so long."""
        self._timer.setInterval(seconds * 1000)

    def start(self) -> None:
        """Begin."""
        self.is_on = True
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """End."""
        if self.is_on:
            self.is_on = False
            self._timer.stop()
            self.changed.emit()

    def turn_pause(self) -> None:
        """Wait, or go on."""
        if self._timer.isActive():
            self._timer.stop()
        else:
            self._timer.start()
        self.changed.emit()

    def begin_again(self) -> None:
        """The user went to a photo: it is seen for the whole time."""
        if self._timer.isActive():
            self._timer.start()


class SlideshowBar(QFrame):
    """Floats at the lower edge: pause, how many seconds, end."""

    def __init__(
        self, show: Slideshow, choose: Callable[[int], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._show = show
        self._choose = choose
        self.pause = button(self.tr("Pause"), show.turn_pause)
        self.speeds = choices([self.tr("{} s").format(seconds) for seconds in SECONDS], self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self.pause)
        row.addSpacing(8)
        for number, made in enumerate(self.speeds.buttons()):
            made.setAccessibleName(self.tr("{} seconds each").format(SECONDS[number]))
            row.addWidget(made)
        row.addSpacing(8)
        row.addWidget(button(self.tr("End slideshow"), show.stop))
        self.speeds.idClicked.connect(lambda number: self._choose(SECONDS[number]))
        show.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say what it does now."""
        text = self.tr("Go on") if self._show.is_paused else self.tr("Pause")
        self.pause.setText(text)
        self.pause.setAccessibleName(text)
        if self._show.seconds in SECONDS:
            self.speeds.button(SECONDS.index(self._show.seconds)).setChecked(True)
        self.adjustSize()
