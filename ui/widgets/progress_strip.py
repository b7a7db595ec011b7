"""The strip at the bottom: what is being done, how far it is, and the way to stop it."""

from __future__ import annotations

from collections import deque
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from organizer.progress import Step
from ui import messages
from ui.core_words import in_own_words
from ui.widgets.texts import ShortLabel, button, label

HEIGHT_PX = 50
SPEED_OVER_S = 8.0
TICKS = 1000


class ProgressStrip(QFrame):
    """Label, bar, counts, speed and time left; *Pause* and *Cancel*.

    Signals:
        pause_asked, resume_asked, cancel_asked: What the user wants.
    """

    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setFixedHeight(HEIGHT_PX)
        self._label = label(style="soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._counts = ShortLabel(style="soft")
        self._pause = button(self.tr("Pause"), self._turn_pause, style="quiet")
        self._cancel = button(self.tr("Cancel"), self.cancel_asked.emit, style="quiet")
        self._speed = Speed()
        self._paused = False
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._counts, 1)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)

    def begin(self) -> None:
        """Show that something has begun."""
        self._paused = False
        self._pause.setText(self.tr("Pause"))
        self._speed = Speed()
        self._label.setText(self.tr("Starting"))
        self._counts.setText("")
        self._bar.setRange(0, 0)
        self.show()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self._label.setText(in_own_words(step.label))
        if step.total:
            self._bar.setRange(0, TICKS)
            self._bar.setValue(round(TICKS * min(step.done / step.total, 1)))
        else:
            self._bar.setRange(0, 0)
        self._speed.see(step, monotonic())
        self._counts.setText(self._sentence(step))
        self.setAccessibleDescription(f"{self._label.text()} {self._counts.text()}")

    def _sentence(self, step: Step) -> str:
        if self._paused:
            return self.tr("Paused")
        if not step.total:
            return messages.number(step.done) if step.done else ""
        parts = [self.tr("{} of {}").format(*map(messages.number, (step.done, step.total)))]
        rate = self._speed.per_second()
        if rate and step.done < step.total:
            parts.append(self.tr("{} a second").format(messages.number(max(1, round(rate)))))
            parts.append(messages.time_left((step.total - step.done) / rate))
        return " · ".join(parts)

    def _turn_pause(self) -> None:
        self._paused = not self._paused
        self._pause.setText(self.tr("Resume") if self._paused else self.tr("Pause"))
        self._pause.setAccessibleName(self._pause.text())
        if self._paused:
            self._counts.setText(self.tr("Paused"))
            self.pause_asked.emit()
        else:
            self._speed = Speed()
            self.resume_asked.emit()


class Speed:
    """How many things a second went by lately."""

    def __init__(self) -> None:
        self._label = ""
        self._seen: deque[tuple[float, int]] = deque()

    def see(self, step: Step, at_s: float) -> None:
        """Remember that *step* was reached; another label starts afresh."""
        if step.label != self._label:
            self._label = step.label
            self._seen.clear()
        self._seen.append((at_s, step.done))
        while at_s - self._seen[0][0] > SPEED_OVER_S:
            self._seen.popleft()

    def per_second(self) -> float:
        """Things a second; 0 while nothing is known."""
        (first_s, first), (last_s, last) = self._seen[0], self._seen[-1]
        return (last - first) / (last_s - first_s) if last_s - first_s > 0.5 else 0.0
