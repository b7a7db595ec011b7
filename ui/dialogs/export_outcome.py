"""How far an export is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from organizer.models import ExportReport
from organizer.progress import Step
from ui import messages
from ui.core_words import in_own_words
from ui.widgets.texts import as_text, button, label


class ExportProgress(QWidget):
    """A bar and a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = label(self.tr("Starting"), "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._bar)
        column.addWidget(self._line)

    def show_step(self, step: Step) -> None:
        """Move on."""
        self._bar.setRange(0, step.total or 0)
        self._bar.setValue(step.done)
        counts = self.tr("{} of {}").format(step.done, step.total) if step.total else ""
        self._line.setText(" · ".join(filter(None, [in_own_words(step.label), counts])))


class ExportOutcome(QWidget):
    """Where the copies are, and every file that was left out or changed, with the reason."""

    def __init__(self, show: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = label("", wrap=True)
        self._note = label("", "soft", wrap=True)
        self._note.hide()
        self.show_button = button(self.tr("Show"), show, style="primary")
        self.show_button.setToolTip(self.tr("Opens it in the file manager, a page in the browser"))
        self.show_button.hide()
        self._more = QPlainTextEdit()
        self._more.setReadOnly(True)
        self._more.setAccessibleName(self.tr("Details"))
        self._more.setFixedHeight(120)
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        column.addWidget(self._more)
        column.addWidget(self._note)

    @property
    def text(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_report(self, report: ExportReport) -> None:
        """Say what was written."""
        count = messages.files(len(report.written))
        self._sentence.setText(
            self.tr("{} written and read back, in {}").format(count, report.destination)
        )
        checked = self.tr(
            "{} checked before they were written: no place, no camera, no names found in any."
        )
        private = self.tr("{} written without the place, for it is private.")
        notes = [checked.format(messages.files(report.checked))] if report.checked else []
        notes += [private.format(messages.files(report.private))] if report.private else []
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))
        self.show_button.setVisible(bool(report.written))
        lines = [
            *_lines(self.tr("Left out"), report.skipped),
            *_lines(self.tr("Changed"), report.converted),
        ]
        self._more.setPlainText("\n".join(lines))
        self._more.setVisible(bool(lines))

    def say(self, sentence: str) -> None:
        """Say what came of showing it."""
        self._note.setText(sentence)
        self._note.show()

    def show_error(self, sentence: str) -> None:
        """Say why it did not work."""
        self._sentence.setText(sentence)
        self._note.hide()
        self.show_button.hide()
        self._more.hide()


def _lines(heading: str, files: Sequence[tuple[Path, str]]) -> list[str]:
    return [
        f"{heading}: {as_text(Path(path.name))} – {in_own_words(reason)}" for path, reason in files
    ]
