"""Words as people type them: without accents, capitals and signs."""

from __future__ import annotations

import re
import unicodedata

# letters that Unicode does not take apart into a letter and an accent
_WHOLE = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """*text* in lower case and without accents: “Đà Nẵng” becomes “da nang”."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return plain.translate(_WHOLE)


def words_of(text: str) -> list[str]:
    """The folded words of *text*; dots and dashes part them, as in “14.6.2025”."""
    return _WORD.findall(folded(text))
