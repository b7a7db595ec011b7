"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class Cancelled(BaseException):
    """The user stopped the work. No broad ``except`` can swallow it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One report: *done* of *total* things; *total* is None while it is not known."""

    label: str
    done: int
    total: int | None


def _silent(_step: Step) -> None:
    """Report to nobody."""


class Progress:
    """Reports steps, and carries the wish to pause or stop from another thread."""

    def __init__(
        self, report: Callable[[Step], None] = _silent, *, interval_s: float = 0.1
    ) -> None:
        self._report = report
        self._interval_s = interval_s
        self._reported_at = float("-inf")
        self._label = ""
        self._stop = threading.Event()
        self._go_on = threading.Event()
        self._go_on.set()

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()
        self._go_on.set()

    def pause(self) -> None:
        """Ask the work to wait at its next look."""
        self._go_on.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._go_on.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether the work is asked to wait."""
        return not self._go_on.is_set()

    def check(self) -> None:
        """Wait while paused.

        Raises:
            Cancelled: If the work is to stop.
        """
        self._go_on.wait()
        if self._stop.is_set():
            raise Cancelled

    def step(self, label: str, done: int, total: int | None) -> None:
        """Report, but not more often than every *interval_s*; first and last always pass."""
        self.check()
        now = monotonic()
        due = now - self._reported_at >= self._interval_s
        if due or label != self._label or done == total:
            self._reported_at, self._label = now, label
            self._report(Step(label, done, total))

    def track(self, items: Iterable[T], label: str, *, total: int | None = None) -> Iterator[T]:
        """Yield *items* one by one, reporting, and watching for :meth:`cancel`."""
        done = 0
        for item in items:
            self.step(label, done, total)
            yield item
            done += 1
        self.step(label, done, done)
