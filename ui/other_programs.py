"""Handing files to the user's other programs: the file manager, the video player, the browser.

Nothing is opened here. The file manager is asked over the session's D-Bus, a local socket; the
others are started by the system's own opener. Both get fixed arguments and never a shell.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from organizer.progress import Progress
from ui.session import Session
from ui.widgets.texts import as_text

ANSWER_S = 8.0
REFUSAL_S = 1.5  # an opener that could not open anything says so in this time
_MANAGER, _OBJECT = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"


class OtherPrograms(QObject):
    """Asks them beside the window, for they may take their time to answer.

    Signals:
        told: What did not work, or was done unseen, as a sentence for the user.
    """

    told = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def show_in_folder(self, path: Path) -> None:
        """Have the file manager show this file, or else say where it lies."""
        if not path.exists():
            self.told.emit(self.tr("“{}” is not there just now.").format(as_text(path)))
            return
        no = self.tr("No file manager answered. The file lies at {}").format(as_text(path))
        self._ask([_showing(path), _opening(path.parent)], no)

    def open(self, path: Path) -> None:
        """Have this file or folder opened by the program that is meant for it."""
        if not path.exists():
            self.told.emit(self.tr("“{}” is not there just now.").format(as_text(path)))
            return
        no = self.tr("No program opened it. The file lies at {}").format(as_text(path))
        self._ask([_opening(path)], no)

    def copy_path(self, path: Path) -> None:
        """Put the path of a file on the clipboard."""
        QApplication.clipboard().setText(as_text(path))
        self.told.emit(self.tr("Path copied: {}").format(as_text(path)))

    def _ask(self, ways: Sequence[Sequence[str]], refusal: str) -> None:
        def work(_progress: Progress) -> bool:
            return any(_runs(way) for way in ways)

        job = self._session.plain_job(work)
        job.succeeded.connect(lambda did: None if did else self.told.emit(refusal))
        self._session.start(job)


def _showing(path: Path) -> list[str]:
    """The command that has the file manager show a file."""
    if sys.platform == "win32":
        return ["explorer", f"/select,{path}"]
    if sys.platform == "darwin":
        return ["open", "-R", str(path)]
    uri = path.as_uri()  # percent-encoded: no quote or comma of a name ends what stands around it
    if shutil.which("gdbus"):
        to = ["gdbus", "call", "--session", "--timeout", "5", "--dest", _MANAGER]
        return [
            *to,
            "--object-path",
            _OBJECT,
            "--method",
            f"{_MANAGER}.ShowItems",
            f"['{uri}']",
            "",
        ]
    to = ["dbus-send", "--session", "--print-reply", "--reply-timeout=5000", f"--dest={_MANAGER}"]
    return [*to, _OBJECT, f"{_MANAGER}.ShowItems", f"array:string:{uri}", "string:"]


def _opening(path: Path) -> list[str]:
    """The command that has something opened by the program meant for it."""
    if sys.platform == "win32":
        return ["explorer", str(path)]
    return ["open" if sys.platform == "darwin" else "xdg-open", str(path)]


def _runs(command: Sequence[str]) -> bool:
    """Whether a command went well, or goes on after a while, as an opener may do."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        started = subprocess.Popen(  # noqa: S603 - fixed programs, no shell
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
    except OSError:
        return False
    asks = command[0] in ("gdbus", "dbus-send")
    try:
        code = started.wait(ANSWER_S if asks else REFUSAL_S)
    except subprocess.TimeoutExpired:
        return not asks
    return code == 0 or command[0] == "explorer"  # which says 1 even when all went well
