"""What the user said, counted and forgotten by kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from organizer.models import Said
from organizer.store.scrubbing import delete_securely, scrub

_HIDES = "kind IN ('hidden_date', 'hidden_place')"
# how many there are of each kind; then what forgetting it does, in this order
_COUNTS = {
    Said.DECISIONS: "SELECT COUNT(*) FROM decision",
    Said.RULES: f"SELECT COUNT(*) FROM rule WHERE NOT {_HIDES}",
    Said.EVENTS: "SELECT COUNT(*) FROM event_edit",
    Said.HOMES: "SELECT COUNT(*) FROM home_word",
    Said.DATES: "SELECT COUNT(*) FROM remembered_date",
    Said.THEMES: "SELECT COUNT(*) FROM taught_theme",
    Said.BEST_SHOTS: "SELECT COUNT(*) FROM best_shot",
    Said.HIDDEN: "SELECT (SELECT COUNT(*) FROM hidden_content)"
    f" + (SELECT COUNT(*) FROM rule WHERE {_HIDES})",
    Said.ZONES: "SELECT COUNT(*) FROM privacy_zone",
}
_FORGETS = {
    Said.DECISIONS: (
        "DELETE FROM decision_photo",
        "DELETE FROM decision",
        # an album stays; that a suggestion stood behind it is part of what was decided
        "UPDATE album SET suggestion_id = NULL WHERE suggestion_id IS NOT NULL",
    ),
    Said.RULES: (
        f"DELETE FROM rule_photo WHERE rule_id IN (SELECT id FROM rule WHERE NOT {_HIDES})",
        f"DELETE FROM rule WHERE NOT {_HIDES}",
    ),
    Said.EVENTS: ("DELETE FROM event_edit_photo", "DELETE FROM event_edit"),
    Said.HOMES: ("DELETE FROM home_word",),
    Said.DATES: ("DELETE FROM remembered_date",),
    Said.THEMES: ("DELETE FROM taught_example", "DELETE FROM taught_theme"),
    Said.BEST_SHOTS: ("DELETE FROM best_shot",),
    Said.HIDDEN: (
        "UPDATE photo SET hidden = 0 WHERE hidden",
        "DELETE FROM hidden_content",
        f"DELETE FROM rule WHERE {_HIDES}",
        "UPDATE photo SET withheld = 0 WHERE withheld",
    ),
    Said.ZONES: ("DELETE FROM privacy_zone",),
}


class SaidRepository:
    """Everything that can be forgotten on its own; albums, stars and captions are not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def counts(self) -> dict[Said, int]:
        """How much of each kind was said."""
        return {
            kind: int(self._connection.execute(sql).fetchone()[0]) for kind, sql in _COUNTS.items()
        }

    def forget(self, kinds: Collection[Said]) -> None:
        """Forget everything of these kinds; the caller owns the transaction."""
        delete_securely(self._connection)
        for kind in sorted(kinds):
            for sql in _FORGETS[kind]:
                self._connection.execute(sql)

    def scrub(self) -> None:
        """Leave no trace of what was forgotten in the catalog's file and journal.

        Raises:
            sqlite3.OperationalError: If somebody reads it, or there is no room.
        """
        scrub(self._connection)
