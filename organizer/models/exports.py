"""How albums are exported, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How an album is exported.

    Attributes:
        size_px: Longest side of the copies; None copies the files as they are.
        form: "folder", "zip", "html" or "pdf".
    """

    keep_location: bool = False
    size_px: int | None = None
    form: str = "folder"
    xmp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export wrote, left out (with the reason) and changed (with the reason)."""

    destination: Path
    written: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    converted: tuple[tuple[Path, str], ...] = ()
