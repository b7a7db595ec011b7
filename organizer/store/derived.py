"""Everything that was worked out for suggestions: its own file, which the switch erases.

:class:`DerivedReader` opens it read-only. :class:`DerivedWriter` is the only writer, and asks
the gate that it is given before every transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from organizer.errors import LibraryWriteError
from organizer.models import (
    Clusters,
    Event,
    Home,
    LikenessGroup,
    PhotoId,
    Reason,
    Signal,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)
from organizer.store.database import open_database

TABLES = (
    "feature",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The groups that one photo is in."""

    event_id: int | None = None
    place_group_id: int | None = None
    likeness_group_id: int | None = None
    is_document: bool = False


class DerivedReader:
    """Questions to the derived store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> DerivedReader:
        """Open read-only; the file must exist."""
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
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

    def features(self, maker: str) -> Iterator[FeatureRow]:
        """All features by *maker*, by photo."""
        rows = self._connection.execute(
            "SELECT * FROM feature WHERE maker = ? ORDER BY photo_id", (maker,)
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
            )

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


class DerivedWriter:
    """The only writer of the derived store.

    Args:
        require: The gate: raises unless the signal may be derived now.
    """

    def __init__(self, path: Path, *, require: Callable[[Signal], None]) -> None:
        require(Signal.GROUPING)
        self._require = require
        self._path = path
        self._connection = open_database(path, "derived")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _writing(self, signal: Signal) -> Iterator[sqlite3.Connection]:
        self._require(signal)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._require(signal)  # the answer may have become no while the values were made
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:  # a full disk may have ended it already
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise LibraryWriteError(self._path, str(error)) from error
            raise

    def keep_features(self, maker: str, rows: Sequence[FeatureRow]) -> None:
        """Keep what was seen in some photos."""
        with self._writing(Signal.CONTENT) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO feature VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        row.photo_id,
                        bytes.fromhex(row.content_hash),
                        maker,
                        row.embedding,
                        row.theme_log_probabilities,
                        row.likeness_hash,
                        row.quality,
                        row.colourfulness,
                    )
                    for row in rows
                ),
            )

    def forget_features(self, photo_ids: Iterable[PhotoId]) -> None:
        """Drop the features of photos that went."""
        with self._writing(Signal.CONTENT) as connection:
            connection.executemany(
                "DELETE FROM feature WHERE photo_id = ?", ((photo_id,) for photo_id in photo_ids)
            )

    def replace_groups(
        self,
        clusters: Clusters,
        themes: Mapping[PhotoId, Sequence[ThemeScore]],
        documents: frozenset[PhotoId],
    ) -> None:
        """Put these groups and themes in place of the earlier ones."""
        with self._writing(Signal.GROUPING) as connection:
            for table in ("home", "event", "place_group", "likeness_group", "membership", "theme"):
                connection.execute(f"DELETE FROM {table}")
            _insert_homes(connection, clusters.homes)
            _insert_groups(connection, clusters)
            _insert_memberships(connection, clusters, documents)
            connection.executemany(
                "INSERT INTO theme VALUES (?, ?, ?)",
                (
                    (photo_id, score.name, float(score.score))
                    for photo_id, scores in themes.items()
                    for score in scores
                ),
            )

    def replace_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Put these suggestions in place of the earlier ones."""
        with self._writing(Signal.GROUPING) as connection:
            connection.execute("DELETE FROM suggestion")
            connection.executemany(
                "INSERT INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_suggestion_row(rank, found) for rank, found in enumerate(suggestions)),
            )


def _insert_homes(connection: sqlite3.Connection, homes: Sequence[Home]) -> None:
    connection.executemany(
        "INSERT INTO home VALUES (?, ?, ?, ?, ?)",
        (
            (
                home.latitude,
                home.longitude,
                home.first_day.isoformat(),
                home.last_day.isoformat(),
                home.active_days,
            )
            for home in homes
        ),
    )


def _insert_groups(connection: sqlite3.Connection, clusters: Clusters) -> None:
    connection.executemany(
        "INSERT INTO event VALUES (?, ?, ?)",
        ((event.id, event.start.isoformat(), event.end.isoformat()) for event in clusters.events),
    )
    connection.executemany(
        "INSERT INTO place_group VALUES (?, ?, ?)",
        ((group.id, group.latitude, group.longitude) for group in clusters.place_groups),
    )
    connection.executemany(
        "INSERT INTO likeness_group VALUES (?, ?)",
        ((group.id, group.best_id) for group in clusters.likeness_groups),
    )


def _insert_memberships(
    connection: sqlite3.Connection, clusters: Clusters, documents: frozenset[PhotoId]
) -> None:
    event = {photo_id: group.id for group in clusters.events for photo_id in group.photo_ids}
    place = {photo_id: group.id for group in clusters.place_groups for photo_id in group.photo_ids}
    like = {
        photo_id: group.id for group in clusters.likeness_groups for photo_id in group.photo_ids
    }
    connection.executemany(
        "INSERT INTO membership VALUES (?, ?, ?, ?, ?)",
        (
            (
                photo_id,
                event.get(photo_id),
                place.get(photo_id),
                like.get(photo_id),
                photo_id in documents,
            )
            for photo_id in sorted({*event, *place, *like, *documents})
        ),
    )


def _membership(row: sqlite3.Row) -> Membership:
    return Membership(
        event_id=row["event_id"],
        place_group_id=row["place_group_id"],
        likeness_group_id=row["likeness_group_id"],
        is_document=bool(row["is_document"]),
    )


def _suggestion_row(rank: int, found: Suggestion) -> tuple[object, ...]:
    return (
        found.id,
        rank,
        found.kind,
        found.occasion,
        found.title,
        found.subtitle,
        found.start.isoformat() if found.start else None,
        found.end.isoformat() if found.end else None,
        json.dumps([int(photo_id) for photo_id in found.photo_ids]),
        found.cover_id,
        float(found.score),
        json.dumps(
            [
                [reason.text, [int(photo_id) for photo_id in reason.photo_ids]]
                for reason in found.reasons
            ]
        ),
    )


def _suggestion(row: sqlite3.Row) -> Suggestion:
    return Suggestion(
        id=row["id"],
        kind=SuggestionKind(row["kind"]),
        occasion=row["occasion"],
        title=row["title"],
        subtitle=row["subtitle"],
        start=datetime.fromisoformat(row["start"]) if row["start"] else None,
        end=datetime.fromisoformat(row["end"]) if row["end"] else None,
        photo_ids=tuple(PhotoId(photo_id) for photo_id in json.loads(row["photo_ids"])),
        cover_id=PhotoId(row["cover_id"]),
        score=row["score"],
        reasons=tuple(
            Reason(text=text, photo_ids=tuple(PhotoId(photo_id) for photo_id in photo_ids))
            for text, photo_ids in json.loads(row["reasons"])
        ),
    )
