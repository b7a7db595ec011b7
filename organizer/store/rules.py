"""What the user ruled about proposals, events and homes.

Photos are named by their content, and given back by their ids as far as they are there.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from organizer.models import (
    Circle,
    EditKind,
    EventEdit,
    EventEditId,
    HomeWord,
    HomeWordId,
    PhotoId,
    Rule,
    RuleId,
    RuleKind,
)
from organizer.store.instants import now_text
from organizer.store.photo_rows import json_ids


class RuleRepository:
    """Rules, each readable and to be taken back; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Rule]:
        """Every rule in the order of making."""
        photo_ids: dict[int, set[PhotoId]] = {}
        for rule_id, photo_id in self._connection.execute(
            "SELECT rule_id, photo.id FROM rule_photo JOIN photo USING (content_hash)"
        ):
            photo_ids.setdefault(rule_id, set()).add(PhotoId(photo_id))
        rows = self._connection.execute("SELECT * FROM rule ORDER BY id")
        return [_rule(row, photo_ids.get(row["id"], ())) for row in rows]

    def keep(self, rule: Rule) -> Rule:
        """Keep a rule, under its old id if it had one; returns it with its id."""
        circle = rule.circle
        cursor = self._connection.execute(
            """
            INSERT INTO rule (id, kind, subject, latitude, longitude, radius_km, narrowing,
                first_day, last_day, every_year, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                rule.id,
                rule.kind,
                rule.subject,
                circle and circle.latitude,
                circle and circle.longitude,
                circle and circle.radius_km,
                circle and math.cos(math.radians(circle.latitude)),
                _day_text(rule.first_day),
                _day_text(rule.last_day),
                rule.every_year,
                now_text(),
            ),
        )
        rule_id = RuleId(cursor.lastrowid or 0)
        self._connection.execute(
            "INSERT INTO rule_photo SELECT ?, content_hash FROM photo"
            " WHERE content_hash IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            (rule_id, json_ids(rule.photo_ids)),
        )
        return replace(rule, id=rule_id)

    def remove(self, rule_id: RuleId) -> None:
        """Take a rule back."""
        self._connection.execute("DELETE FROM rule WHERE id = ?", (rule_id,))


class EventEditRepository:
    """Events that the user cut, joined or changed; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[EventEdit]:
        """Every edit in the order of making; photos that are not there just now are left out."""
        sides: dict[tuple[int, int], list[PhotoId]] = {}
        for edit_id, side, photo_id in self._connection.execute(
            "SELECT edit_id, side, photo.id FROM event_edit_photo JOIN photo USING (content_hash)"
            " ORDER BY photo.taken_at_s, content_hash"
        ):
            sides.setdefault((edit_id, side), []).append(PhotoId(photo_id))
        rows = self._connection.execute("SELECT id, kind FROM event_edit ORDER BY id")
        return [
            EventEdit(
                id=EventEditId(row["id"]),
                kind=EditKind(row["kind"]),
                ones=tuple(sides.get((row["id"], 0), ())),
                others=tuple(sides.get((row["id"], 1), ())),
            )
            for row in rows
        ]

    def keep(self, edit: EventEdit) -> EventEdit:
        """Keep an edit, under its old id if it had one; returns it with its id."""
        cursor = self._connection.execute(
            "INSERT INTO event_edit (id, kind, made_at) VALUES (?, ?, ?)",
            (edit.id, edit.kind, now_text()),
        )
        edit_id = EventEditId(cursor.lastrowid or 0)
        for side, photo_ids in enumerate((edit.ones, edit.others)):
            self._connection.execute(
                "INSERT INTO event_edit_photo SELECT ?, ?, content_hash FROM photo"
                " WHERE content_hash IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
                (edit_id, side, json_ids(photo_ids)),
            )
        return replace(edit, id=edit_id)

    def remove(self, edit_id: EventEditId) -> None:
        """Take an edit back."""
        self._connection.execute("DELETE FROM event_edit WHERE id = ?", (edit_id,))


class HomeWordRepository:
    """What the user said of homes; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[HomeWord]:
        """Every word in the order of saying."""
        rows = self._connection.execute("SELECT * FROM home_word ORDER BY id")
        return [
            HomeWord(
                id=HomeWordId(row["id"]),
                is_home=bool(row["is_home"]),
                latitude=row["latitude"],
                longitude=row["longitude"],
                name=row["name"],
                first_day=_day(row["first_day"]),
                last_day=_day(row["last_day"]),
            )
            for row in rows
        ]

    def keep(self, word: HomeWord) -> HomeWord:
        """Keep a word, under its old id if it had one; returns it with its id."""
        cursor = self._connection.execute(
            """
            INSERT INTO home_word
                (id, is_home, latitude, longitude, name, first_day, last_day, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                word.id,
                word.is_home,
                word.latitude,
                word.longitude,
                word.name,
                _day_text(word.first_day),
                _day_text(word.last_day),
                now_text(),
            ),
        )
        return replace(word, id=HomeWordId(cursor.lastrowid or 0))

    def remove(self, word_id: HomeWordId) -> None:
        """Take a word back."""
        self._connection.execute("DELETE FROM home_word WHERE id = ?", (word_id,))


def _rule(row: sqlite3.Row, photo_ids: Iterable[PhotoId]) -> Rule:
    is_somewhere = row["latitude"] is not None
    return Rule(
        id=RuleId(row["id"]),
        kind=RuleKind(row["kind"]),
        subject=row["subject"],
        circle=Circle(row["latitude"], row["longitude"], row["radius_km"])
        if is_somewhere
        else None,
        first_day=_day(row["first_day"]),
        last_day=_day(row["last_day"]),
        every_year=bool(row["every_year"]),
        photo_ids=frozenset(photo_ids),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None
