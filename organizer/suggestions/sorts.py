"""Sorts of albums, which "less of this" speaks of: a kind, an occasion, or a theme."""

from __future__ import annotations

from typing import Protocol

from organizer.models import SuggestionKind


class Sortable(Protocol):
    """A proposal or a suggestion."""

    @property
    def kind(self) -> SuggestionKind: ...  # noqa: D102 - as in Suggestion
    @property
    def occasion(self) -> str | None: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102


def sort_of(album: Sortable) -> str:
    """Name the sort of an album: "trip", "occasion:birthday", "theme:dog"."""
    match album.kind:
        case SuggestionKind.OCCASION if album.occasion:
            return f"occasion:{album.occasion}"
        case SuggestionKind.THEME | SuggestionKind.TAUGHT if album.subject:
            return f"{album.kind.value}:{album.subject}"
    return album.kind.value
