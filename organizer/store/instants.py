"""Times in the forms that the stores keep.

Capture times are whole seconds of local wall-clock time from 1970-01-01T00:00; when the user said
something is text.
"""

from __future__ import annotations

from datetime import datetime, timedelta

_START = datetime(1970, 1, 1)


def to_seconds(moment: datetime | None) -> int | None:
    """Seconds of wall-clock time, negative before 1970; fractions are cut."""
    return None if moment is None else (moment - _START) // timedelta(seconds=1)


def from_seconds(seconds: int | None) -> datetime | None:
    """The reverse of :func:`to_seconds`."""
    return None if seconds is None else _START + timedelta(seconds=seconds)


def now_text() -> str:
    """The local time, to the second."""
    return datetime.now().isoformat(timespec="seconds")
