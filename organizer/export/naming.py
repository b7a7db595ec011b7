"""Names of copies by a pattern, safe on every system."""

from __future__ import annotations

import re

from organizer.export.writing import safe_name
from organizer.models.exports import NameFacts

FIELDS = ("date", "time", "name", "number", "album")
_FIELD = re.compile(r"\{(\w*)\}")
_UNDATED = "undated"
_MAX_ALBUM_LETTERS = 80


def name_of_copy(pattern: str, facts: NameFacts, ending: str) -> str:
    """The name of a copy; *ending* has its dot. What is no field stays as it is written."""
    undated = _UNDATED if facts.keeps_date else ""
    said = {
        "date": f"{facts.taken_at:%Y-%m-%d}" if facts.taken_at else undated,
        "time": f"{facts.taken_at:%H-%M-%S}" if facts.taken_at else "",
        "name": facts.stem,
        "number": str(facts.number).zfill(max(3, len(str(facts.count)))),
        "album": facts.album[:_MAX_ALBUM_LETTERS],
    }
    stem = _FIELD.sub(lambda field: said.get(field[1], field[0]), pattern).strip(" .-_")
    return safe_name(f"{stem or facts.stem}{ending}")


def unknown_fields(pattern: str) -> list[str]:
    """What stands in braces and means nothing."""
    return [field for field in _FIELD.findall(pattern) if field not in FIELDS]
