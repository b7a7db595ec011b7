"""The words of each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from organizer.suggestions.words.english import ENGLISH
from organizer.suggestions.words.vietnamese import VIETNAMESE
from organizer.suggestions.words.wording import Wording

WORDINGS: Mapping[str, Wording] = MappingProxyType({"en": ENGLISH, "vi": VIETNAMESE})


def wording(language: str) -> Wording:
    """Give the words of a language ("en", "en_GB", ...), English when it is not known."""
    return WORDINGS.get(language.replace("-", "_").split("_")[0].lower(), ENGLISH)


__all__ = ["ENGLISH", "VIETNAMESE", "WORDINGS", "Wording", "wording"]
