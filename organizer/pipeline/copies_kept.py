"""Which copies of the catalog lie in the library folder."""

from __future__ import annotations

from pathlib import Path

from organizer.store import backup

BACKUPS = "backups"


def catalog_copies(library_path: Path) -> list[Path]:
    """Every file in the library folder that holds an earlier state of the catalog."""
    return [
        *backup.copies(library_path / BACKUPS),
        *backup.files_set_aside(library_path),
        *(path for path in backup.unfinished_copies(library_path / BACKUPS) if path.exists()),
        *(path for path in backup.unfinished_copies(library_path) if path.exists()),
    ]
