"""Themes that the user taught, as their examples."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from organizer.models import PhotoId, TaughtTheme, TaughtThemeId
from organizer.store.instants import now_text
from organizer.store.photo_rows import json_ids


class TaughtThemeRepository:
    """Names and examples; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[TaughtTheme]:
        """Every theme in the order of teaching; examples that are not there are left out."""
        examples: dict[tuple[int, bool], set[PhotoId]] = {}
        for theme_id, photo_id, shows in self._connection.execute(
            "SELECT theme_id, photo.id, shows FROM taught_example JOIN photo USING (content_hash)"
        ):
            examples.setdefault((theme_id, bool(shows)), set()).add(PhotoId(photo_id))
        return [
            TaughtTheme(
                id=TaughtThemeId(theme_id),
                name=name,
                shown=frozenset(examples.get((theme_id, True), ())),
                not_shown=frozenset(examples.get((theme_id, False), ())),
            )
            for theme_id, name in self._connection.execute(
                "SELECT id, name FROM taught_theme ORDER BY id"
            )
        ]

    def get(self, theme_id: TaughtThemeId) -> TaughtTheme | None:
        """One theme, or None when it is gone."""
        return next((theme for theme in self.all() if theme.id == theme_id), None)

    def add(self, name: str, theme_id: TaughtThemeId | None = None) -> TaughtThemeId:
        """Begin a theme, under an old id where one is given."""
        cursor = self._connection.execute(
            "INSERT INTO taught_theme (id, name, made_at) VALUES (?, ?, ?)",
            (theme_id, name, now_text()),
        )
        return TaughtThemeId(cursor.lastrowid or 0)

    def rename(self, theme_id: TaughtThemeId, name: str) -> None:
        """Give a theme another name."""
        self._connection.execute("UPDATE taught_theme SET name = ? WHERE id = ?", (name, theme_id))

    def teach(self, theme_id: TaughtThemeId, photo_ids: Iterable[PhotoId], *, shows: bool) -> None:
        """Say that photos show the theme, or that they do not."""
        self._connection.execute(
            "INSERT OR REPLACE INTO taught_example SELECT ?, content_hash, ? FROM photo"
            " WHERE content_hash IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
            (theme_id, shows, json_ids(photo_ids)),
        )

    def forget(self, theme_id: TaughtThemeId, photo_ids: Iterable[PhotoId]) -> None:
        """Say nothing of photos any more."""
        self._connection.execute(
            "DELETE FROM taught_example WHERE theme_id = ? AND content_hash IN (SELECT content_hash"
            " FROM photo WHERE id IN (SELECT value FROM json_each(?)))",
            (theme_id, json_ids(photo_ids)),
        )

    def remove(self, theme_id: TaughtThemeId) -> None:
        """Erase a theme with its examples."""
        self._connection.execute("DELETE FROM taught_theme WHERE id = ?", (theme_id,))
