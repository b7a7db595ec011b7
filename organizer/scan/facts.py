"""What was read, as plain values for the wire and the catalog, and back again, checked.

Both come from outside: a worker has read hostile data, a catalog can be damaged. What is not of
the expected form is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from math import isfinite
from typing import Any

from organizer.models import Kind, Metadata, Precision
from organizer.scan.dates import Beside

_MAX_TEXT = 200


def as_plain(found: Metadata | Beside) -> dict[str, Any]:
    """The fields that say something, ready for JSON."""
    plain = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if value != field.default:
            plain[field.name] = value.isoformat() if isinstance(value, datetime) else value
    return plain


def metadata_from(facts: dict[str, Any]) -> Metadata:
    """The facts about a file out of plain values."""
    return Metadata(**_checked(facts, Metadata))


def beside_from(facts: dict[str, Any]) -> Beside:
    """The facts from beside a file out of plain values."""
    return Beside(**_checked(facts, Beside))


def _checked(facts: dict[str, Any], form: type[Metadata] | type[Beside]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(form):
        if field.name in facts:
            value = _CHECKS[field.name](facts[field.name])
            if value is not None:
                values[field.name] = value
    return values


def _date(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at.replace(tzinfo=None) if at is not None else None


def _whole(value: object) -> int | None:
    return value if type(value) is int and abs(value) < 1 << 31 else None


def _number(value: object) -> float | None:
    return float(value) if type(value) in (int, float) and isfinite(value) else None  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return value[:_MAX_TEXT] if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _kind(value: object) -> Kind | None:
    return next((kind for kind in Kind if kind == value), None)


def _precision(value: object) -> Precision | None:
    return next((precision for precision in Precision if precision == value), None)


_DATES = (
    *("original_at", "created_at", "modified_at", "gps_at", "described_at", "filmed_at"),
    *("filmed_utc_at", "taken_at", "taken_utc_at", "archive_taken_at", "uploaded_utc_at"),
)
_NUMBERS = ("latitude", "longitude", "archive_latitude", "archive_longitude", "duration_s")
_CHECKS: dict[str, Callable[[object], object]] = {
    "kind": _kind,
    "precision": _precision,
    "has_motion": _flag,
    **dict.fromkeys(("width_px", "height_px", "orientation", "utc_offset_min"), _whole),
    **dict.fromkeys(("camera_make", "camera_model", "exposure", "content_id"), _text),
    **dict.fromkeys(_NUMBERS, _number),
    **dict.fromkeys(_DATES, _date),
}
