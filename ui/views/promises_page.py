"""How Homeroll keeps its promises, and a button that tries it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.pipeline import proving
from organizer.pipeline.proving import Proof
from ui import messages
from ui.core_words import capitalized, in_own_words
from ui.promise_words import Promise, promises
from ui.session import Session
from ui.widgets.card import SHADOW_PX
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import bullet, button, label


class PromisesPage(ScrollPage):
    """A card to try it, then one for each promise.

    Signals:
        privacy_asked: The page of settings is wanted.
    """

    privacy_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How Homeroll keeps its promises"), parent)
        self._session = session
        self._proof = SectionCard(
            self.tr("Try it"),
            self.tr(
                "What must be refused is attempted here and now. Nothing is sent, nothing written."
            ),
        )
        self._button = button(self.tr("Check now"), self.check, style="primary")
        settings = button(self.tr("Settings and privacy"), self.privacy_asked.emit)
        self._proof.add_buttons(self._button, settings)
        self.column.addWidget(self._proof)
        for promise in promises():
            self.column.addWidget(self._card(promise))
        self.column.addStretch(1)
        self.column.setSpacing(16 - SHADOW_PX)

    def refresh(self) -> None:
        """Nothing is shown that could have changed before somebody asks."""

    @property
    def results(self) -> list[str]:
        """What the last check found, line by line."""
        body = self._proof.body
        return [body.itemAt(place).widget().text() for place in range(body.count())]

    def check(self) -> None:
        """Try everything, beside the window."""
        self._button.setEnabled(False)
        job = self._session.job(lambda library, _progress: proving.prove(library))
        job.succeeded.connect(self._show)
        job.ended.connect(lambda: self._button.setEnabled(True))
        self._session.start(job)

    def _card(self, promise: Promise) -> SectionCard:
        card = SectionCard(promise.title)
        for heading, sentences in (
            (self.tr("How it is kept"), promise.kept_by),
            (self.tr("How to check it yourself"), promise.checked_by),
            (self.tr("What it cannot promise"), promise.cannot),
        ):
            head = label(heading, "strong")
            head.setContentsMargins(0, 6, 0, 0)
            card.add(head)
            for sentence in sentences:
                card.body.addLayout(bullet(sentence))
        return card

    def _show(self, proof: Proof) -> None:
        self._proof.clear()
        for line in self._lines(proof):
            self._proof.add(label(line, wrap=True))

    def _lines(self, proof: Proof) -> list[str]:
        lines = [
            self._verdict(capitalized(in_own_words(one.where)), one.detail, is_good=one.refused)
            for one in proof.network
        ]
        if proof.is_photo_safe is not None:
            lines.append(
                self._verdict(
                    self.tr("Writing to one of your photos"), "", is_good=proof.is_photo_safe
                )
            )
        decoder = self.tr("A decoding process that would {}")
        for attempts, is_good in ((proof.decoder.refused, True), (proof.decoder.allowed, False)):
            for attempt in attempts:
                name = decoder.format(in_own_words(attempt))
                lines.append(self._verdict(name, "", is_good=is_good))
        count = proof.originals
        lines.append(
            self.tr("Bytes written to your photo folders since the start: {}").format(
                messages.number(count.bytes_written)
            )
        )
        lines.append(
            self.tr("Files opened there for reading since the start: {}").format(
                messages.number(count.files_read)
            )
        )
        return lines

    def _verdict(self, what: str, detail: str, *, is_good: bool) -> str:
        template = self.tr("✓  {}: refused") if is_good else self.tr("✕  {}: not refused")
        said = template.format(what)
        return f"{said} ({in_own_words(detail)})" if detail else said
