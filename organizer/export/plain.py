"""Text that may stand in any page, sidecar or PDF."""

from __future__ import annotations

import re

from organizer.plain_text import on_lines

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # XML allows few of them


def plain(text: str) -> str:
    """*text* bounded, its lines kept: nothing in it steers, turns the direction or is unseen."""
    return on_lines(_CONTROL.sub("", text))
