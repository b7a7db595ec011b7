"""What Qt's file dialogs remember: on Linux a file of ours, elsewhere the system's settings."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl

_GROUP, _KEYS = "FileDialog", ("history", "lastVisited", "shortcuts")


def forget_dialog_history(folders: Sequence[Path]) -> None:
    """Take these folders and what lies below them out of the system's settings.

    Other programs' folders stand there too and stay. On Linux the file lies in the library folder
    and goes with what was worked out.
    """
    if not sys.platform.startswith("linux"):
        forget_in(QSettings(QSettings.Scope.UserScope, "QtProject"), folders)


def forget_in(settings: QSettings, folders: Sequence[Path]) -> None:
    """The same in these settings."""
    settings.beginGroup(_GROUP)
    for key in _KEYS:
        kept = settings.value(key)
        urls = [str(one) for one in (kept if isinstance(kept, list) else [kept]) if one]
        left = [url for url in urls if not _is_below(url, folders)]
        if not left:
            settings.remove(key)
        elif len(left) < len(urls):
            settings.setValue(key, left)
    settings.endGroup()
    settings.sync()


def _is_below(url: str, folders: Sequence[Path]) -> bool:
    place = QUrl(url).toLocalFile() or url
    return any(Path(place).is_relative_to(folder) for folder in folders)
