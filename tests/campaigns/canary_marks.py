"""Marks in everything that is worked out or said, and how often they are found in raw bytes."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from organizer import pipeline
from organizer.library import open_library
from organizer.models import (
    Circle,
    Decision,
    HomeWord,
    PhotoId,
    RememberedDate,
    Rule,
    RuleKind,
    Said,
    SuggestionKind,
)
from organizer.models.exports import PrivateZone
from organizer.store.derived import TABLES

START = b"canary-4c1e-"
_MARK = re.compile(START + rb"([a-z_]+)-([a-z]+)\.")
BY_PHOTO = ("feature", "face_count", "theme", "membership")
SHARED, AWAY, LIFE, SAID = "shared", "away", "life", "said"
SHOWN = (("suggestion", "title"), ("suggestion", "subtitle"), ("theme", "name"))


def mark(table: str, whose: str) -> bytes:
    return START + f"{table}-{whose}.".encode()


def plant_derived(library_path: Path, photos: dict[PhotoId, str]) -> None:
    """Marks in every table, written and written over in no order, so that pages are split."""
    lot = random.Random(7)
    with closing(sqlite3.connect(library_path / "derived.sqlite")) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")  # as a careless former version might
        for times in (70, 11, 34):
            for photo_id in lot.sample(sorted(photos), len(photos)):
                for table in BY_PHOTO:
                    content = mark(table, photos[photo_id]) * (times if table == "feature" else 3)
                    _put(connection, table, photo_id, content)
        for number in range(300):
            for table in set(TABLES) - set(BY_PHOTO):
                _put(connection, table, 1_000_000 + number, mark(table, SHARED) * 5)


def _put(connection: sqlite3.Connection, table: str, key: int, content: bytes) -> None:
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    values = [key if name in ("id", "photo_id") else content for _, name, *_ in columns]
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)


def plant_said(library_path: Path) -> None:
    """A mark in everything that was said; twenty times, changed each time, and in a copy."""
    with open_library(library_path) as library:
        ids = [photo.id for photo in library.photos.all()]
        for number in range(20):
            words = {kind: f"{mark(kind, SAID).decode()}{number}" for kind in Said}
            with library.transaction():
                library.dates.add(
                    RememberedDate(name=words[Said.DATES], month=3, day=9, kind="birthday")
                )
                library.rules.keep(Rule(kind=RuleKind.NEVER_REMEMBERED, subject=words[Said.RULES]))
                library.home_words.keep(
                    HomeWord(is_home=True, latitude=1, longitude=2, name=words[Said.HOMES])
                )
                library.zones.keep(
                    PrivateZone(circle=Circle(3, number, 1.0), name=words[Said.ZONES])
                )
                library.rules.keep(
                    Rule(
                        kind=RuleKind.HIDDEN_PLACE,
                        circle=Circle(60, number, 1.0),
                        subject=words[Said.HIDDEN],
                    )
                )
                theme = library.taught.add(words[Said.THEMES])
                library.taught.teach(theme, ids[number : number + 5], shows=True)
                library.decisions.keep(
                    Decision(
                        verdict="dismissed",
                        suggestion_id=words[Said.DECISIONS],
                        suggestion_kind=SuggestionKind.EVENT,
                        title=words[Said.DECISIONS],
                        photo_ids=frozenset(ids[:9]),
                    )
                )
        pipeline.back_up(library, now=datetime.now(), even_if_recent=True)


def mark_what_is_shown(library_path: Path) -> None:
    """Marks where the window reads them: in titles and themes; the rest stays readable."""
    with closing(sqlite3.connect(library_path / "derived.sqlite")) as connection, connection:
        for table, column in (
            ("suggestion", "title"),
            ("suggestion", "subtitle"),
            ("theme", "name"),
        ):
            whose = mark(table, SHARED).decode()
            connection.execute(f"UPDATE {table} SET {column} = ? || {column}", [whose])


def hits(kept: Path) -> dict[tuple[str, str], int]:
    """How often each mark is found in the raw bytes of everything that is kept."""
    found: dict[tuple[str, str], int] = {}
    for path in kept.rglob("*"):
        if not path.is_file():
            continue
        for table, whose in _MARK.findall(path.read_bytes()):
            key = table.decode(), whose.decode()
            found[key] = found.get(key, 0) + 1
    return found
