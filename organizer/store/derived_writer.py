"""The only writer of the derived store: it asks the gate before every transaction and commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from organizer.errors import LibraryWriteError
from organizer.models import Clusters, FolderId, Home, PhotoId, Signal, Suggestion, ThemeScore
from organizer.store.database import open_database
from organizer.store.derived_rows import FeatureRow, GroupChanges, suggestion_row


class Gate(Protocol):
    """What the writer asks: see :class:`organizer.privacy.gate.Gate`."""

    def granted(self) -> frozenset[tuple[Signal, FolderId | None]]:
        """Every yes that holds now."""

    def require_granted(self, before: frozenset[tuple[Signal, FolderId | None]]) -> None:
        """Raise unless all of these still hold."""

    def require_photos(self, signal: Signal, photo_ids: Collection[PhotoId] = ()) -> None:
        """Raise unless the signal may be derived now, of these photos."""


Needs = Mapping[Signal, Collection[PhotoId]]


class DerivedWriter:
    """The only writer of the derived store."""

    def __init__(self, path: Path, *, gate: Gate) -> None:
        gate.require_photos(Signal.GROUPING)
        self._gate = gate
        self._granted = gate.granted()
        self._path = path
        self._connection = open_database(path, "derived")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _writing(self, needs: Needs, *, of_all: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction with what was derived of some photos, by signal.

        Args:
            of_all: It comes of everything that could be read since the writer was opened, so
                each yes of that moment must still hold.
        """
        self._pass(needs, of_all=of_all)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._pass(needs, of_all=of_all)  # it may have become a no meanwhile
            self._connection.execute("COMMIT")
        except BaseException as error:  # whatever ends the block, nothing of it is kept
            if self._connection.in_transaction:  # a full disk may have ended it already
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise LibraryWriteError(self._path, str(error)) from error
            raise

    def _pass(self, needs: Needs, *, of_all: bool) -> None:
        if of_all:
            self._gate.require_granted(self._granted)
        for signal, photo_ids in needs.items():
            self._gate.require_photos(signal, photo_ids)

    def keep_features(self, maker: str, rows: Sequence[FeatureRow]) -> None:
        """Keep what was seen in some photos; they are to be grouped anew."""
        with self._writing({Signal.CONTENT: [row.photo_id for row in rows]}) as connection:
            connection.executemany(
                "DELETE FROM membership WHERE photo_id = ?", ((row.photo_id,) for row in rows)
            )
            connection.executemany(
                "INSERT OR REPLACE INTO feature VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                        row.colours,
                    )
                    for row in rows
                ),
            )

    def forget_features(self, photo_ids: Iterable[PhotoId]) -> None:
        """Drop the features of photos that went."""
        with self._writing({Signal.GROUPING: ()}) as connection:
            connection.executemany(
                "DELETE FROM feature WHERE photo_id = ?", ((photo_id,) for photo_id in photo_ids)
            )

    def keep_face_counts(self, maker: str, rows: Sequence[tuple[PhotoId, str, int]]) -> None:
        """Keep how many faces some photos show: photo, content hash, number."""
        with self._writing({Signal.FACE_COUNT: [row[0] for row in rows]}) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO face_count VALUES (?, ?, ?, ?)",
                ((photo_id, bytes.fromhex(mark), maker, faces) for photo_id, mark, faces in rows),
            )

    def forget_face_counts(self, photo_ids: Iterable[PhotoId]) -> None:
        """Drop the numbers of faces of photos that went."""
        with self._writing({Signal.GROUPING: ()}) as connection:
            connection.executemany(
                "DELETE FROM face_count WHERE photo_id = ?", ((one,) for one in photo_ids)
            )

    def replace_groups(
        self,
        photo_ids: Collection[PhotoId],
        clusters: Clusters,
        themes: Mapping[PhotoId, Sequence[ThemeScore]],
        documents: frozenset[PhotoId],
    ) -> None:
        """Put these groups and themes of these photos in place of the earlier ones."""
        needs = _needs(photo_ids, clusters, {*themes, *documents})
        with self._writing(needs, of_all=True) as connection:
            for table in ("home", "event", "place_group", "likeness_group", "membership", "theme"):
                connection.execute(f"DELETE FROM {table}")
            _insert_homes(connection, clusters.homes)
            _insert_groups(connection, clusters)
            _insert_memberships(connection, photo_ids, clusters, documents)
            _insert_themes(connection, themes)

    def change_groups(self, changes: GroupChanges) -> None:
        """Change what a batch of new photos changes, and leave all other groups as they are."""
        clusters = Clusters(
            events=tuple(changes.events),
            place_groups=tuple(changes.place_groups),
            likeness_groups=tuple(changes.likeness_groups),
        )
        needs = _needs(changes.memberships, clusters, changes.themes)
        with self._writing(needs, of_all=True) as connection:
            for table, gone in (
                ("event", changes.gone_events),
                ("likeness_group", changes.gone_likeness_groups),
            ):
                connection.executemany(
                    f"DELETE FROM {table} WHERE id = ?", ((number,) for number in gone)
                )
            _insert_groups(connection, clusters)
            connection.executemany(
                "INSERT OR REPLACE INTO membership VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (
                        photo_id,
                        member.event_id,
                        member.place_group_id,
                        member.likeness_group_id,
                        member.look_group_id,
                        member.is_document,
                    )
                    for photo_id, member in changes.memberships.items()
                ),
            )
            connection.executemany(
                "DELETE FROM theme WHERE photo_id = ?", ((one,) for one in changes.themes)
            )
            _insert_themes(connection, changes.themes)

    def replace_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Put these suggestions in place of the earlier ones."""
        named = {photo_id for found in suggestions for photo_id in found.photo_ids}
        with self._writing({Signal.GROUPING: named}, of_all=True) as connection:
            connection.execute("DELETE FROM suggestion")
            connection.executemany(
                "INSERT INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (suggestion_row(rank, found) for rank, found in enumerate(suggestions)),
            )


def _needs(
    photo_ids: Collection[PhotoId], clusters: Clusters, looked_at: Collection[PhotoId]
) -> Needs:
    """Which signals groups come of, and of which photos."""
    needs: dict[Signal, Collection[PhotoId]] = {Signal.GROUPING: photo_ids}
    if clusters.homes or clusters.place_groups:
        needs[Signal.PLACES] = [one for group in clusters.place_groups for one in group.photo_ids]
    seen = {one for group in clusters.likeness_groups for one in group.photo_ids}
    seen.update(one for group in clusters.look_groups for one in group.photo_ids)
    if seen or looked_at:
        needs[Signal.CONTENT] = seen.union(looked_at)
    return needs


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


def _insert_themes(
    connection: sqlite3.Connection, themes: Mapping[PhotoId, Sequence[ThemeScore]]
) -> None:
    connection.executemany(
        "INSERT INTO theme VALUES (?, ?, ?)",
        (
            (photo_id, score.name, float(score.score))
            for photo_id, scores in themes.items()
            for score in scores
        ),
    )


def _insert_memberships(
    connection: sqlite3.Connection,
    photo_ids: Iterable[PhotoId],
    clusters: Clusters,
    documents: frozenset[PhotoId],
) -> None:
    """A row for each photo, also for one that is in no group: it was there."""
    kinds = (
        clusters.events,
        clusters.place_groups,
        clusters.likeness_groups,
        clusters.look_groups,
    )
    group_of = [{photo: group.id for group in kind for photo in group.photo_ids} for kind in kinds]
    connection.executemany(
        "INSERT INTO membership VALUES (?, ?, ?, ?, ?, ?)",
        (
            (photo, *(groups.get(photo) for groups in group_of), photo in documents)
            for photo in sorted(set(photo_ids))
        ),
    )
