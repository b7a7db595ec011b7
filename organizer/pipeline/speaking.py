"""Which language the user is spoken to. Loads nothing slow."""

from __future__ import annotations

import os

from organizer.library import Library
from organizer.pipeline import regrouping

LANGUAGES = ("en", "vi")
_CHOSEN = "language"


def language_of(library: Library) -> str:
    """The language of titles and reasons: the chosen one, or the system's; English otherwise."""
    return chosen_language(library) or system_language()


def chosen_language(library: Library) -> str:
    """What the user chose; "" to follow the system."""
    chosen = library.settings.get(_CHOSEN)
    return chosen if chosen in LANGUAGES else ""


def choose_language(library: Library, language: str) -> None:
    """Speak this language from now on, "" for the system's; proposals are to be made anew."""
    with library.transaction():
        library.settings.set(_CHOSEN, language)
        regrouping.mark_due(library)


def system_language() -> str:
    """The language of the system as far as its environment says, if it is one of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if words := os.environ.get(variable, ""):
            language = words.replace("-", "_").split("_")[0].split(".")[0].lower()
            return language if language in LANGUAGES else "en"
    return "en"
