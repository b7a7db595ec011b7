"""What an erasure was begun for: written into its flag, so that a crash forgets nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from organizer.models import FolderId, Said, Signal
from organizer.privacy.erasure import raise_flag

_HEADING = "# An erasure has begun; it is finished at the next start."


class Erasing(StrEnum):
    """What is to go."""

    OFF = "off"  # everything that was worked out, and the consent
    WITHDRAW = "withdraw"  # some signals, everywhere or for one folder
    REFUSED = "refused"  # what was made of photos that no yes covers any more
    FORGET = "forget"  # what the user said
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One erasure.

    Attributes:
        signals, folder_id: Of a withdrawal; None is all folders.
        said: Kinds to forget.
        with_copies: Forget them in the copies of the catalog too, by erasing those.
    """

    what: Erasing
    signals: frozenset[Signal] = frozenset()
    folder_id: FolderId | None = None
    said: frozenset[Said] = frozenset()
    with_copies: bool = False


OFF = Intent(what=Erasing.OFF)
REFUSED = Intent(what=Erasing.REFUSED, signals=frozenset(Signal))


def begin(flag: Path, intent: Intent) -> None:
    """Leave it on the disk that this erasure has begun, after those that have not ended yet."""
    begun = read_intents(flag)
    if intent not in begun:
        raise_flag(flag, "\n".join([_HEADING, *map(_line, [*begun, intent])]) + "\n")


def read_intents(flag: Path) -> list[Intent]:
    """The erasures that have begun; whatever cannot be understood is the greatest of them: off."""
    if not flag.exists():
        return []
    try:
        lines = flag.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return [OFF]
    found = [_intent(line) for line in lines if line != _HEADING]
    return list(dict.fromkeys(found)) or [OFF]


def _line(intent: Intent) -> str:
    return json.dumps(
        {
            "what": intent.what,
            "signals": sorted(intent.signals),
            "folder": intent.folder_id,
            "said": sorted(intent.said),
            "copies": intent.with_copies,
        }
    )


def _intent(line: str) -> Intent:
    try:
        read = json.loads(line)
        folder = read["folder"]
        return Intent(
            what=Erasing(read["what"]),
            signals=_signals(read["signals"]),
            folder_id=None if folder is None else FolderId(int(folder)),
            said=frozenset(Said(one) for one in read["said"]),
            with_copies=bool(read["copies"]),
        )
    except (ValueError, KeyError, TypeError):
        return OFF


def _signals(names: Sequence[str]) -> frozenset[Signal]:
    return frozenset(Signal(one) for one in names)
