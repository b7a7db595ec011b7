"""What holds the network off, and the proof."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.pipeline import NetworkCheck
from ui.core_words import in_own_words
from ui.session import Session
from ui.widgets.card import Card
from ui.widgets.texts import button, label


class NetworkCard(Card):
    """A sentence, and a button that tries to get out and shows each refusal."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sentence = label("", "soft", wrap=True)
        self._results = label("", wrap=True, has_lines=True)
        self._results.hide()
        self._button = button(self.tr("Check now"), self.check)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 18)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(self.tr("Network"), "heading"))
        column.addWidget(self._sentence)
        column.addWidget(self._results)
        row.addLayout(column, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def results(self) -> str:
        """What the last check found."""
        return self._results.text()

    def refresh(self) -> None:
        """Say how things stand."""
        self._sentence.setText(in_own_words(pipeline.network_state().sentence))

    def check(self) -> None:
        """Try to open connections, beside the window."""
        self._button.setEnabled(False)
        job = self._session.plain_job(lambda _progress: pipeline.check_network())
        job.succeeded.connect(self._show_checks)
        job.ended.connect(lambda: self._button.setEnabled(True))
        self._session.start(job)

    def _show_checks(self, checks: Sequence[NetworkCheck]) -> None:
        lines = []
        for check in checks:
            verdict = self.tr("refused") if check.refused else self.tr("not refused")
            detail = f" ({in_own_words(check.detail)})" if check.detail else ""
            lines.append(
                f"{'✓' if check.refused else '✕'}  {in_own_words(check.where)}: {verdict}{detail}"
            )
        self._results.setText("\n".join(lines))
        self._results.show()
