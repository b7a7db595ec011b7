"""From groups and themes to proposals with titles and reasons."""

from organizer.suggestions.lasting_ids import with_lasting_ids
from organizer.suggestions.suggest import suggest_albums

__all__ = ["suggest_albums", "with_lasting_ids"]
