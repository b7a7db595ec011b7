"""Whether the user wants things to move."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

ANSWER_S = 5
_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_MAC = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")


class _Desktop:
    """What the desktop said when it was asked; before that nothing moves."""

    wants_stillness = True


def wants_no_motion() -> bool:
    """Whether the system asks for no animations."""
    if sys.platform == "win32":  # the one system whose wish Qt knows
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    return _Desktop.wants_stillness


def ask_desktop() -> None:
    """Ask the desktop, which takes a moment: for a job."""
    if sys.platform == "darwin":
        _Desktop.wants_stillness = _answer(_MAC) == "1"
    else:
        _Desktop.wants_stillness = _answer(_GNOME) == "false" or _kde_stands_still()


def _answer(command: tuple[str, ...]) -> str:
    """What a program of the desktop prints; "" if it is not there or says nothing."""
    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - fixed programs, no shell
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, UnicodeDecodeError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _kde_stands_still() -> bool:
    """Whether KDE's animations last no time at all."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    settings = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        settings.read(Path(config) / "kdeglobals", encoding="utf-8")
        return settings.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0
    except (configparser.Error, OSError, ValueError):
        return False
