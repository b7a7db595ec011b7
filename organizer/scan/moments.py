"""Dates as texts in files write them: EXIF, ISO 8601, IPTC. Nothing here ever raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from organizer.models import Precision

_WHEN = re.compile(
    r"\s*(\d{4})(?:[-:./](\d{1,2})(?:[-:./](\d{1,2})"
    r"(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?\s*$"
)
_EPOCH = datetime(1970, 1, 1)
_MAX_EPOCH_S = 10**11
# how many of year, month, day, hour, minute, second are told
_PRECISIONS = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY, 5: Precision.MINUTE}


@dataclass(frozen=True, slots=True)
class When:
    """A date as it is written, local, and its offset from UTC in minutes where that is told."""

    at: datetime
    offset_min: int | None = None
    precision: Precision = Precision.SECOND


def read_when(text: str) -> When | None:
    """Such as "2010", "2010-05-06", "2010-05-06T10:11:12.5+02:00", "2010:05:06 10:11:12"."""
    found = _WHEN.match(text)
    if not found:
        return None
    *parts, zone = found.groups()
    numbers = [int(part) for part in parts if part is not None]
    try:
        at = datetime(*(numbers + [1, 1][len(numbers) - 1 :]))  # type: ignore[arg-type]
    except ValueError:
        return None
    precision = _PRECISIONS.get(len(numbers), Precision.SECOND)
    return When(at, 0 if zone == "Z" else read_offset(zone or ""), precision)


def read_offset(text: str) -> int | None:
    """An offset such as "+07:00" in minutes, or None."""
    found = re.match(r"\s*([+-])(\d{2}):?(\d{2})\s*$", text)
    if not found:
        return None
    sign, hours, minutes = found.groups()
    total = int(hours) * 60 + int(minutes)
    return (total if sign == "+" else -total) if total <= 14 * 60 else None


def read_epoch(value: object) -> datetime | None:
    """Seconds from 1970 in UTC, as a number or a text; negative before, and 0 is not known."""
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,12}", value):
        value = int(value)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    if value == 0 or not -_MAX_EPOCH_S < value < _MAX_EPOCH_S:
        return None
    try:
        return _EPOCH + timedelta(seconds=int(value))
    except OverflowError:
        return None
