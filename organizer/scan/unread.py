"""Why a sidecar or a list of an archive could not be read; other JSON is no trouble.

Runs in the decode workers: what is read here may be hostile.
"""

from __future__ import annotations

import json
from typing import Any


class UnreadError(Exception):
    """``str`` is the cause, as the middle of a sentence."""


def check_size(content: bytes, max_bytes: int) -> None:
    """See that there is something, and not too much of it.

    Raises:
        UnreadError: If not.
    """
    if not content.strip(b"\0\t\r\n "):  # what a sync that was cut off leaves behind
        raise UnreadError("it is empty")
    if len(content) > max_bytes:
        raise UnreadError(f"it is larger than {max_bytes >> 20} MB")


def read_json(content: bytes, *, max_bytes: int) -> Any:
    """Whatever a JSON file holds.

    Raises:
        UnreadError: If it is no JSON, or too large.
    """
    check_size(content, max_bytes)
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadError("it is damaged") from error
