"""What the user said: decisions, dates to remember, consents, settings; and the ledger."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from organizer.models import (
    Decision,
    FolderId,
    LedgerEntry,
    PhotoId,
    RememberedDate,
    Signal,
    SuggestionKind,
)
from organizer.store.instants import now_text
from organizer.store.photo_rows import json_ids


class DecisionRepository:
    """Which suggestions were saved and dismissed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Decision]:
        """Every decision, oldest first."""
        by_content: dict[str, set[PhotoId]] = {}
        for suggestion_id, photo_id in self._connection.execute(
            "SELECT suggestion_id, photo.id FROM decision_photo JOIN photo USING (content_hash)"
        ):
            by_content.setdefault(suggestion_id, set()).add(PhotoId(photo_id))
        rows = self._connection.execute("SELECT * FROM decision ORDER BY decided_at, suggestion_id")
        return [_decision(row, by_content.get(row["suggestion_id"], set())) for row in rows]

    def get(self, suggestion_id: str) -> Decision | None:
        """The decision about one suggestion, or None."""
        return next((one for one in self.all() if one.suggestion_id == suggestion_id), None)

    def keep(self, decision: Decision) -> None:
        """Record a decision, in place of an earlier one about the same suggestion."""
        self._connection.execute(
            """
            INSERT OR REPLACE INTO decision
                (suggestion_id, verdict, suggestion_kind, title, photo_ids, decided_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (
                decision.suggestion_id,
                decision.verdict,
                decision.suggestion_kind,
                decision.title,
                json.dumps(sorted(decision.photo_ids)),
                now_text(),
            ),
        )
        self._connection.execute(
            "INSERT INTO decision_photo SELECT ?, content_hash FROM photo"
            " WHERE content_hash IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            (decision.suggestion_id, json_ids(decision.photo_ids)),
        )

    def forget(self, suggestion_id: str) -> None:
        """Take a decision back."""
        self._connection.execute("DELETE FROM decision WHERE suggestion_id = ?", (suggestion_id,))


def _decision(row: sqlite3.Row, by_content: set[PhotoId]) -> Decision:
    """The decision of a row; *by_content*: a folder that was away came back under other ids."""
    by_id = {PhotoId(photo_id) for photo_id in json.loads(row["photo_ids"])}
    return Decision(
        verdict=row["verdict"],
        suggestion_id=row["suggestion_id"],
        suggestion_kind=SuggestionKind(row["suggestion_kind"]),
        title=row["title"],
        photo_ids=frozenset(by_id | by_content),
    )


class DateRepository:
    """Dates to remember."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[RememberedDate]:
        """Every date, in the order of the year."""
        rows = self._connection.execute("SELECT * FROM remembered_date ORDER BY month, day, name")
        return [
            RememberedDate(
                name=row["name"],
                month=row["month"],
                day=row["day"],
                year=row["year"],
                kind=row["kind"],
            )
            for row in rows
        ]

    def add(self, remembered: RememberedDate) -> None:
        """Remember a date, in place of an earlier one of the same name."""
        self._connection.execute(
            "INSERT OR REPLACE INTO remembered_date (name, kind, month, day, year) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                remembered.name,
                remembered.kind,
                remembered.month,
                remembered.day,
                remembered.year,
            ),
        )

    def remove(self, name: str) -> bool:
        """Forget a date; False when there was none."""
        cursor = self._connection.execute("DELETE FROM remembered_date WHERE name = ?", (name,))
        return cursor.rowcount > 0


class ConsentRepository:
    """Consents as they were given: the last word on a signal and folder counts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def say(
        self, signal: Signal, folder_id: FolderId | None, *, granted: bool, text_version: int
    ) -> None:
        """Record a yes or a no; *folder_id* None speaks for all folders."""
        self._connection.execute(
            "INSERT INTO consent (signal, folder_id, granted, text_version, at) "
            "VALUES (?, ?, ?, ?, ?)",
            (signal, folder_id, granted, text_version, now_text()),
        )

    def last_word(self, signal: Signal, folder_id: FolderId | None) -> object:
        """The stored value of the latest consent, whatever it is; None when nothing was said."""
        row = self._connection.execute(
            "SELECT granted FROM consent WHERE signal = ? AND folder_id IS ? "
            "ORDER BY rowid DESC LIMIT 1",
            (signal, folder_id),
        ).fetchone()
        return row[0] if row else None

    def last_version(self, folder_id: FolderId) -> int | None:
        """Which version of the question was answered last for a folder; None for none."""
        row = self._connection.execute(
            "SELECT text_version FROM consent WHERE folder_id = ? ORDER BY rowid DESC LIMIT 1",
            (folder_id,),
        ).fetchone()
        return int(row[0]) if row else None


class LedgerRepository:
    """The dated list of consents and erasures."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[LedgerEntry]:
        """Every line, newest first."""
        rows = self._connection.execute("SELECT * FROM ledger ORDER BY id DESC")
        return [
            LedgerEntry(
                at=datetime.fromisoformat(row["at"]), action=row["action"], detail=row["detail"]
            )
            for row in rows
        ]

    def write(self, action: str, detail: str) -> None:
        """Add a line."""
        self._connection.execute(
            "INSERT INTO ledger (at, action, detail) VALUES (?, ?, ?)", (now_text(), action, detail)
        )


class SettingRepository:
    """Small remembered things, such as the window's size."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: str = "") -> str:
        """The remembered value, or *default*."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Remember a value."""
        self._connection.execute(
            "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value)
        )
