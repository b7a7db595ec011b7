"""Text that may stand in any page, sidecar or PDF."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # XML allows few of them
_HALF = re.compile("[\ud800-\udfff]")  # bytes of a name that are no UTF-8, or half a letter


def plain(text: str) -> str:
    """*text* without control characters but tabs and new lines; what is no letter becomes “�”."""
    return _HALF.sub("\ufffd", _CONTROL.sub("", text))
