"""What the user says of private places; all of it can be undone."""

from __future__ import annotations

from organizer.library import Library
from organizer.models.exports import PrivateZone
from organizer.pipeline import zones
from ui.word_edits import WordEdits


def keep(words: WordEdits, library: Library, sentence: str, zone: PrivateZone) -> None:
    """Let no copy tell a place; redone, it is kept under the same number."""
    kept = [zone]

    def redo() -> None:
        kept[0] = zones.keep_zone(library, kept[0])

    words.say(sentence, redo, lambda: _remove(library, kept[0]))


def change(
    words: WordEdits, library: Library, sentence: str, change: tuple[PrivateZone, PrivateZone]
) -> None:
    """Keep a private place otherwise, such as with another distance, under its number."""
    old, new = change

    def exchange(one: PrivateZone, other: PrivateZone) -> None:
        _remove(library, one)
        zones.keep_zone(library, other)

    words.say(sentence, lambda: exchange(old, new), lambda: exchange(new, old))


def take_back(words: WordEdits, library: Library, sentence: str, zone: PrivateZone) -> None:
    """Let copies tell a place again."""
    words.say(sentence, lambda: _remove(library, zone), lambda: zones.keep_zone(library, zone))


def _remove(library: Library, zone: PrivateZone) -> None:
    if zone.id is not None:
        zones.take_zone_back(library, zone.id)
