"""Words of others as one plain line: what is written in them can neither act nor hide."""

from __future__ import annotations

import re

MAX_SHOWN = 1000
_HALF = re.compile("[\ud800-\udfff]")  # bytes of a name that are no UTF-8, or half a letter
_BREAK = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Those that turn the direction of what follows, and those that are not seen. The joiners U+200C
# and U+200D stay: some languages and emoji are written with them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def on_one_line(text: str, at_most: int = MAX_SHOWN) -> str:
    """*text* for the eye: breaks and controls are spaces, half letters “�”; “…” for the rest."""
    if len(text) <= at_most and text.isprintable():
        return text
    cut = text[: 4 * at_most]  # a megabyte takes no longer than a page
    plain = _UNSEEN.sub("", _BREAK.sub(" ", _HALF.sub("\ufffd", cut)))
    return plain if len(plain) <= at_most and len(cut) == len(text) else plain[: at_most - 1] + "…"


def on_lines(text: str, at_most: int = MAX_SHOWN) -> str:
    """The same where lines are wanted: each of them by itself."""
    return "\n".join(on_one_line(line, at_most) for line in text.split("\n", 100)[:100])
