"""Why something is proposed, where it could end, and what to say if it is not right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from organizer.models import PhotoId, Reason
from ui import messages
from ui.widgets.borders_card import BordersCard
from ui.widgets.evidence_bar import EvidenceBar
from ui.widgets.texts import button, label, rule

WIDTH_PX = 292


class ReasonsPanel(QFrame):
    """At the right of an opened suggestion.

    Signals:
        show_asked: The photos of this reason are to stand out; None for all alike.
        level_asked, keep_asked: As of the borders.
    """

    show_asked = Signal(object)
    level_asked = Signal(int)
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH_PX)
        self._links: list[tuple[Reason, QPushButton]] = []
        self._lit: Reason | None = None
        self.borders: BordersCard | None = None
        self._more = QVBoxLayout()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("clear")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._area)

    def show_reasons(self, reasons: Sequence[Reason], photo_ids: Sequence[PhotoId]) -> None:
        """Show these, of a suggestion with these photos."""
        whole = set(photo_ids)
        self._links, self._lit, self.borders = [], None, None
        inside = QWidget()
        inside.setObjectName("panelInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(2)
        column.addWidget(label(self.tr("Why this suggestion"), "heading"))
        column.addSpacing(9)
        for reason in reasons:
            column.addWidget(rule())
            column.addSpacing(9)
            column.addWidget(label(reason.text, "strong", wrap=True))
            if reason.value is not None and reason.threshold is not None:
                column.addWidget(_measured(reason.value, reason.threshold))
            if whole <= set(reason.photo_ids):
                column.addWidget(label(self.tr("All photos of this suggestion"), "soft"))
                column.addSpacing(8)
                continue
            column.addWidget(label(messages.photos(len(reason.photo_ids)), "soft"))
            if reason.photo_ids:
                column.addWidget(self._link(reason))
            column.addSpacing(8)
        column.addWidget(rule())
        self._more = QVBoxLayout()
        column.addLayout(self._more)
        column.addStretch(1)
        self._area.setWidget(inside)

    def show_borders(self, levels: list[tuple[int, int]], now: int) -> None:
        """Offer these levels, by their numbers of albums and photos."""
        card = BordersCard()
        card.show_levels(levels, now)
        card.level_asked.connect(self.level_asked)
        card.keep_asked.connect(self.keep_asked)
        self._more.addWidget(card)
        self._more.addWidget(rule())
        self.borders = card

    def show_links(self, links: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer what can be said if the suggestion is not right."""
        self._more.addSpacing(9)
        self._more.addWidget(label(self.tr("Not right?"), "strong"))
        for text, act in links:
            self._more.addWidget(button(text, act, style="link"))

    def _link(self, reason: Reason) -> QPushButton:
        text = self.tr("Show these photos")
        name = f"{text}: {reason.text}"
        link = button(text, lambda: self._turn(reason), style="link", name=name)
        self._links.append((reason, link))
        return link

    def _turn(self, reason: Reason) -> None:
        self._lit = None if self._lit is reason else reason
        for other, link in self._links:
            lit = other is self._lit
            link.setText(self.tr("Show all alike") if lit else self.tr("Show these photos"))
            link.adjustSize()
        self.show_asked.emit(self._lit)


def _measured(value: float, threshold: float) -> QWidget:
    """A bar for what had to be reached; words for what had not to be passed."""
    if value >= threshold:
        return EvidenceBar(value, threshold)
    return label(messages.measured(value, threshold), "smallSoft")
