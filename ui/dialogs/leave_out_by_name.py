"""Asks for a name or pattern that is to be left out, and shows what it would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.errors import UsageError
from organizer.library import Library
from organizer.progress import Progress
from ui import messages
from ui.core_words import in_own_words
from ui.dialogs.frame import Dialog
from ui.session import Session
from ui.widgets.texts import button, label, text_field

PAUSE_MS = 250


class LeaveOutByName(Dialog):
    """One line of text, and the number of photos that it fits."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(_tr("Leave out by name"), parent, width_px=480)
        self._session = session
        explained = _tr(
            "Every file and folder of this name is left out, wherever it lies in your folders: "
            "write “Screenshots” for folders called so, or “*.gif” for all GIFs – the * stands "
            "for anything. With a slash, as in “2019/raw”, it is the place in the added folder."
        )
        self.body.addWidget(label(explained, "soft", wrap=True))
        self.line = text_field()
        self.line.setAccessibleName(_tr("Name"))
        self.line.setPlaceholderText(_tr("Name, such as Screenshots or *.gif"))
        self.line.setMaxLength(200)
        self.body.addWidget(self.line)
        self._verdict = label("", "smallSoft", wrap=True)
        self.body.addWidget(self._verdict)
        self.ok = button(_tr("Leave out"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(button(_tr("Cancel"), self.reject))
        self.add_button(self.ok)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self.line.textChanged.connect(self._typed)
        self._typed("")

    @property
    def verdict(self) -> str:
        """What it says about the name."""
        return self._verdict.text()

    def _typed(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))
        self._verdict.setText(" ")
        self._pause.start()

    def _count(self) -> None:
        pattern = self.line.text()
        if not pattern.strip():
            return

        def count(library: Library, _progress: Progress) -> tuple[str, str]:
            return pattern, _outlook(library, pattern)

        job = self._session.job(count)
        job.succeeded.connect(self._say)
        self._session.start(job)

    def _say(self, answer: tuple[str, str]) -> None:
        pattern, outlook = answer
        if pattern == self.line.text():  # else the answer comes too late
            self._verdict.setText(outlook)


def _outlook(library: Library, pattern: str) -> str:
    try:
        count = pipeline.count_fitting(library, pattern)
    except UsageError as error:
        return in_own_words(str(error))
    if count == 0:
        return _tr("No photo in Homeroll has that name now; later ones are left out.")
    return _tr("{} would go out of sight. No file is touched.").format(messages.photos(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("leave_out_by_name", text)
