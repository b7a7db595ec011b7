"""Where the library and what is bundled lie."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def default_library() -> Path:
    """The library folder: ``HOMEROLL_LIBRARY``, else the platform's data folder."""
    named = os.environ.get("HOMEROLL_LIBRARY")
    return Path(named) if named else Path(platformdirs.user_data_dir("homeroll", appauthor=False))


def pictures_folder() -> Path:
    """The system's folder for pictures."""
    return Path(platformdirs.user_pictures_dir())
