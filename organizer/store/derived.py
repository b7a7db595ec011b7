"""Everything that was worked out for suggestions, for reading.

It is a file of its own, which the switch erases; :mod:`organizer.store.derived_writer` is its
only writer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from organizer.models import (
    Home,
    PhotoId,
    Signal,
    Suggestion,
    ThemeScore,
)
from organizer.store.database import latest_version
from organizer.store.derived_groups import GroupReader
from organizer.store.derived_rows import FeatureRow, suggestion_of
from organizer.store.looks import LookReader
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


# rows that name a photo of which a signal was used
_TELLS = {
    Signal.GROUPING: ("membership", "feature", "face_count"),
    Signal.PLACES: ("membership WHERE place_group_id IS NOT NULL",),
    Signal.CONTENT: ("feature", "face_count"),
    Signal.FACE_COUNT: ("face_count",),
}


class DerivedReader(GroupReader):
    """Questions to the derived store."""

    @property
    def looks(self) -> LookReader:
        """Questions about what photos look like."""
        return LookReader(self._connection)

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

    def made_of(self, signal: Signal, photo_ids: Collection[PhotoId]) -> bool:
        """Whether rows tell of any of these photos that *signal* made."""
        if not photo_ids:
            return False
        rows = " UNION ALL ".join(f"SELECT photo_id FROM {table}" for table in _TELLS[signal])
        (is_any,) = self._connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM ({rows})"
            " WHERE photo_id IN (SELECT value FROM json_each(?)))",
            (json_ids(photo_ids),),
        ).fetchone()
        return bool(is_any)

    def described(self, maker: str) -> dict[PhotoId, str]:
        """Content hash, as analysed, of every photo that *maker* has looked at."""
        rows = self._connection.execute(
            "SELECT photo_id, content_hash FROM feature WHERE maker = ?", (maker,)
        )
        return {PhotoId(row[0]): row[1].hex() for row in rows}

    def ungrouped(self, maker: str) -> list[PhotoId]:
        """The photos that *maker* has looked at since everything was grouped."""
        rows = self._connection.execute(
            "SELECT photo_id FROM feature WHERE maker = ?"
            " AND photo_id NOT IN (SELECT photo_id FROM membership)",
            (maker,),
        )
        return [PhotoId(row[0]) for row in rows]

    def likeness_hashes(self, maker: str) -> tuple[list[PhotoId], list[bytes]]:
        """Every photo's 64-bit difference hash, little-endian, and whose it is."""
        cursor = self._connection.cursor()
        cursor.row_factory = None
        rows = cursor.execute(
            "SELECT photo_id, likeness_hash FROM feature WHERE maker = ?", (maker,)
        ).fetchall()
        return [PhotoId(row[0]) for row in rows], [row[1] for row in rows]

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

    def suggestion_ids(self) -> list[str]:
        """The ids of all suggestions, best first; quick, as nothing of them is read."""
        return [
            row[0] for row in self._connection.execute("SELECT id FROM suggestion ORDER BY rank")
        ]

    def suggestions(self) -> list[Suggestion]:
        """All suggestions, best first."""
        rows = self._connection.execute("SELECT * FROM suggestion ORDER BY rank").fetchall()
        return [suggestion_of(row) for row in rows]
