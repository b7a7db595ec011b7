"""From groups and themes to proposals with titles and reasons."""

from organizer.suggestions.suggest import suggest_albums

__all__ = ["suggest_albums"]
