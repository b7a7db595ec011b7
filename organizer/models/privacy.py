"""What is kept, erased and written down about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A dated line about a consent or an erasure."""

    at: datetime
    action: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an erasure removed, and what looking for it again found.

    Attributes:
        counts: How many went of each table of the derived store, or of what else was erased.
        overwritten_bytes: Size of what was overwritten before it was unlinked.
        leftovers: Paths that should be gone and are not; empty when the erasure is complete.
        notes: What else there is to say, in sentences.
    """

    at: datetime
    counts: Mapping[str, int]
    overwritten_bytes: int
    leftovers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was left over."""
        return not self.leftovers


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """A line of the table of everything that is kept."""

    what: str
    how_much: str
    size_bytes: int
    why: str
    path: Path
    erased_with_suggestions: bool = False
