"""The entry of Homeroll in the system's menu of applications, on Linux, if the user wants one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from organizer.errors import OrganizerError
from organizer.paths import RESOURCES

ENTRY = Path("applications/homeroll.desktop")
ICONS = {
    Path("icons/hicolor/scalable/apps/homeroll.svg"): "homeroll.svg",
    Path("icons/hicolor/256x256/apps/homeroll.png"): "homeroll.png",
}
# signs that mean something in a quoted argument of Exec (Desktop Entry Specification)
_QUOTED = '"`$\\'


def can_have_entry() -> bool:
    """Whether this system has such entries."""
    return sys.platform.startswith("linux")


def has_entry() -> bool:
    """Whether Homeroll is in the menu by a word of the user."""
    return (_data_home() / ENTRY).exists()


def add_entry() -> None:
    """Put Homeroll into the menu, with its icon.

    Raises:
        OrganizerError: If the files cannot be written.
    """
    text = (RESOURCES / "desktop" / "homeroll.desktop").read_text(encoding="utf-8")
    command = " ".join(_quoted(part) for part in _command())
    try:
        for place, name in ICONS.items():
            (_data_home() / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(RESOURCES / "icons" / name, _data_home() / place)
        entry = _data_home() / ENTRY
        entry.parent.mkdir(parents=True, exist_ok=True)
        entry.write_text(text.replace("Exec=homeroll %F", f"Exec={command} %F"), encoding="utf-8")
    except OSError as error:
        raise OrganizerError(
            f"Homeroll could not be put into the menu: {error.strerror}."
        ) from error


def remove_entry() -> None:
    """Take Homeroll out of the menu again, with its icon.

    Raises:
        OrganizerError: If the files cannot be removed.
    """
    try:
        for place in (ENTRY, *ICONS):
            (_data_home() / place).unlink(missing_ok=True)
    except OSError as error:
        raise OrganizerError(
            f"Homeroll could not be taken out of the menu: {error.strerror}."
        ) from error


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _command() -> tuple[str, ...]:
    """How this very Homeroll is started, whichever folder one stands in."""
    return sys.executable, str(RESOURCES.parent / "homeroll.py")


def _quoted(argument: str) -> str:
    escaped = "".join(f"\\{sign}" if sign in _QUOTED else sign for sign in argument)
    # the entry itself is unescaped once more, and a lone % would begin a field
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
