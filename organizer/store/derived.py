"""Everything that was worked out for suggestions, for reading.

It is a file of its own, which the switch erases; :mod:`organizer.store.derived_writer` is its
only writer.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from organizer.models import (
    Event,
    Home,
    LikenessGroup,
    PhotoId,
    Reason,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.store.database import latest_version
from organizer.store.photo_rows import json_ids

TABLES = (
    "feature",
    "face_count",
    "home",
    "event",
    "place_group",
    "likeness_group",
    "membership",
    "theme",
    "suggestion",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRow:
    """The stored features of one photo; vectors as little-endian float16 bytes."""

    photo_id: PhotoId
    content_hash: str
    embedding: bytes
    theme_log_probabilities: bytes
    likeness_hash: bytes
    quality: float
    colourfulness: float
    colours: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The groups that one photo is in."""

    event_id: int | None = None
    place_group_id: int | None = None
    likeness_group_id: int | None = None
    look_group_id: int | None = None
    is_document: bool = False


class DerivedReader:
    """Questions to the derived store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> DerivedReader | None:
        """Open read-only; None when it is no store of this format, or went just now."""
        uri = f"{path.absolute().as_uri()}?mode=ro"
        try:
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError:  # the next writer makes it anew
            return None
        if version != latest_version("derived"):
            connection.close()
            return None
        connection.row_factory = sqlite3.Row
        return cls(connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        return {
            table: int(self._connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])
            for table in TABLES
        }

    def described(self, maker: str) -> dict[PhotoId, str]:
        """Content hash, as analysed, of every photo that *maker* has looked at."""
        rows = self._connection.execute(
            "SELECT photo_id, content_hash FROM feature WHERE maker = ?", (maker,)
        )
        return {PhotoId(row[0]): row[1].hex() for row in rows}

    def has_features(self) -> bool:
        """Whether any photo was looked at; a migration drops what an older maker saw."""
        (has_some,) = self._connection.execute("SELECT EXISTS (SELECT 1 FROM feature)").fetchone()
        return bool(has_some)

    def features(
        self, maker: str, photo_ids: Sequence[PhotoId] | None = None
    ) -> Iterator[FeatureRow]:
        """The features by *maker*, of these photos or of all, by photo."""
        some = "AND photo_id IN (SELECT value FROM json_each(?))" if photo_ids is not None else ""
        rows = self._connection.execute(
            f"SELECT * FROM feature WHERE maker = ? {some} ORDER BY photo_id",
            (maker,) if photo_ids is None else (maker, json_ids(photo_ids)),
        )
        for row in rows:
            yield FeatureRow(
                photo_id=PhotoId(row["photo_id"]),
                content_hash=row["content_hash"].hex(),
                embedding=row["embedding"],
                theme_log_probabilities=row["theme_log_probabilities"],
                likeness_hash=row["likeness_hash"],
                quality=row["quality"],
                colourfulness=row["colourfulness"],
                colours=row["colours"],
            )

    def homes(self) -> list[Home]:
        """All homes by first day; which of them are the user's word is not kept here."""
        rows = self._connection.execute("SELECT * FROM home ORDER BY first_day, latitude")
        return [
            Home(
                latitude=row["latitude"],
                longitude=row["longitude"],
                first_day=date.fromisoformat(row["first_day"]),
                last_day=date.fromisoformat(row["last_day"]),
                active_days=row["active_days"],
            )
            for row in rows
        ]

    def face_counts(self, maker: str) -> dict[PhotoId, tuple[str, int]]:
        """Content hash, as counted, and number of faces of every photo *maker* has looked at."""
        rows = self._connection.execute(
            "SELECT photo_id, content_hash, faces FROM face_count WHERE maker = ?", (maker,)
        )
        return {PhotoId(row[0]): (row[1].hex(), row[2]) for row in rows}

    def memberships(self) -> dict[PhotoId, Membership]:
        """The groups of every photo that is in one."""
        rows = self._connection.execute("SELECT * FROM membership")
        return {PhotoId(row["photo_id"]): _membership(row) for row in rows}

    def membership_of(self, photo_id: PhotoId) -> Membership:
        """The groups of one photo."""
        row = self._connection.execute(
            "SELECT * FROM membership WHERE photo_id = ?", (photo_id,)
        ).fetchone()
        return _membership(row) if row else Membership()

    def events(self) -> list[Event]:
        """All events by time."""
        photo_ids = self._members("event_id")
        rows = self._connection.execute("SELECT * FROM event ORDER BY id").fetchall()
        return [
            Event(
                id=row["id"],
                start=datetime.fromisoformat(row["start"]),
                end=datetime.fromisoformat(row["end"]),
                photo_ids=photo_ids.get(row["id"], ()),
            )
            for row in rows
        ]

    def event(self, event_id: int) -> Event | None:
        """One event."""
        row = self._connection.execute("SELECT * FROM event WHERE id = ?", (event_id,)).fetchone()
        return (
            Event(
                id=row["id"],
                start=datetime.fromisoformat(row["start"]),
                end=datetime.fromisoformat(row["end"]),
                photo_ids=self._members_of("event_id", event_id),
            )
            if row
            else None
        )

    def likeness_group(self, group_id: int) -> LikenessGroup | None:
        """One group of near-identical shots."""
        row = self._connection.execute(
            "SELECT * FROM likeness_group WHERE id = ?", (group_id,)
        ).fetchone()
        return (
            LikenessGroup(
                id=row["id"],
                best_id=PhotoId(row["best_id"]),
                photo_ids=self._members_of("likeness_group_id", group_id),
            )
            if row
            else None
        )

    def likeness_groups(self) -> list[LikenessGroup]:
        """All groups of near-identical shots."""
        photo_ids = self._members("likeness_group_id")
        rows = self._connection.execute("SELECT * FROM likeness_group ORDER BY id").fetchall()
        return [
            LikenessGroup(
                id=row["id"],
                best_id=PhotoId(row["best_id"]),
                photo_ids=photo_ids.get(row["id"], ()),
            )
            for row in rows
        ]

    def themes(self) -> dict[PhotoId, tuple[ThemeScore, ...]]:
        """The themes of every photo that has one, surest first."""
        found: dict[PhotoId, list[ThemeScore]] = {}
        for photo_id, name, score in self._connection.execute(
            "SELECT photo_id, name, score FROM theme ORDER BY photo_id, score DESC, name"
        ):
            found.setdefault(PhotoId(photo_id), []).append(ThemeScore(name, score))
        return {photo_id: tuple(scores) for photo_id, scores in found.items()}

    def themes_of(self, photo_id: PhotoId) -> tuple[ThemeScore, ...]:
        """The themes of one photo, surest first."""
        rows = self._connection.execute(
            "SELECT name, score FROM theme WHERE photo_id = ? ORDER BY score DESC, name",
            (photo_id,),
        )
        return tuple(ThemeScore(row[0], row[1]) for row in rows)

    def suggestions(self) -> list[Suggestion]:
        """All suggestions, best first."""
        rows = self._connection.execute("SELECT * FROM suggestion ORDER BY rank").fetchall()
        return [_suggestion(row) for row in rows]

    def _members_of(self, column: str, group_id: int) -> tuple[PhotoId, ...]:
        rows = self._connection.execute(
            f"SELECT photo_id FROM membership WHERE {column} = ? ORDER BY photo_id", (group_id,)
        )
        return tuple(PhotoId(row[0]) for row in rows)

    def _members(self, column: str) -> dict[int, tuple[PhotoId, ...]]:
        rows = self._connection.execute(
            f"SELECT {column}, photo_id FROM membership "
            f"WHERE {column} IS NOT NULL ORDER BY photo_id"
        )
        found: dict[int, list[PhotoId]] = {}
        for group_id, photo_id in rows:
            found.setdefault(group_id, []).append(PhotoId(photo_id))
        return {group_id: tuple(photo_ids) for group_id, photo_ids in found.items()}


def _membership(row: sqlite3.Row) -> Membership:
    return Membership(
        event_id=row["event_id"],
        place_group_id=row["place_group_id"],
        likeness_group_id=row["likeness_group_id"],
        look_group_id=row["look_group_id"],
        is_document=bool(row["is_document"]),
    )


def _suggestion(row: sqlite3.Row) -> Suggestion:
    return Suggestion(
        id=row["id"],
        kind=SuggestionKind(row["kind"]),
        occasion=row["occasion"],
        subject=row["subject"],
        title=row["title"],
        subtitle=row["subtitle"],
        start=datetime.fromisoformat(row["start"]) if row["start"] else None,
        end=datetime.fromisoformat(row["end"]) if row["end"] else None,
        photo_ids=tuple(PhotoId(photo_id) for photo_id in json.loads(row["photo_ids"])),
        cover_id=PhotoId(row["cover_id"]),
        score=row["score"],
        reasons=tuple(_reason(*fields) for fields in json.loads(row["reasons"])),
    )


def _reason(
    text: str,
    photo_ids: list[int],
    value: float | None = None,  # older rows have neither
    threshold: float | None = None,
) -> Reason:
    return Reason(
        text=text,
        photo_ids=tuple(PhotoId(photo_id) for photo_id in photo_ids),
        value=value,
        threshold=threshold,
    )
