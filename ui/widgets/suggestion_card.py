"""A proposed album as a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from organizer.models import Suggestion
from organizer.plain_text import on_one_line
from ui import messages
from ui.thumbnails import Thumbnails
from ui.widgets.card import SHADOW_PX, Card
from ui.widgets.card_flow import MIN_CARD_PX
from ui.widgets.collage import Collage, three_of
from ui.widgets.texts import button, label

BUTTON_GAP_PX = 5
MORE_PX = 36


class SuggestionCard(Card):
    """Collage, kind, title, date and count, why, and what can be done.

    Signals:
        save_asked, open_asked, dismiss_asked: What the user wants with it.
        menu_asked: What can be said if it is not right is wanted at this global point.
    """

    save_asked = Signal(object)
    open_asked = Signal(object)
    dismiss_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self, suggestion: Suggestion, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self.setAccessibleName(on_one_line(suggestion.title))
        self.setContentsMargins(1, 1, 1, SHADOW_PX + 1)
        collage = Collage(thumbnails, three_of(suggestion.cover_id, suggestion.photo_ids))
        collage.clicked.connect(lambda: self.open_asked.emit(suggestion))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(collage)
        column.addLayout(self._texts(suggestion), 1)
        column.addLayout(self._buttons(suggestion))

    def _texts(self, suggestion: Suggestion) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(14, 11, 14, 0)
        column.setSpacing(3)
        column.addWidget(label(messages.kind(suggestion.kind, suggestion.occasion), "kind"))
        column.addWidget(label(suggestion.title, "cardTitle", wrap=True))
        column.addWidget(label(subtitle_of(suggestion), "soft", wrap=True))
        column.addSpacing(5)
        column.addWidget(label(why(suggestion), "smallSoft", wrap=True))
        column.addStretch(1)
        return column

    def _buttons(self, suggestion: Suggestion) -> QVBoxLayout:
        """In one row, or in two where a language has longer words than the narrowest card."""

        def made(text: str, signal: SignalInstance, style: str) -> QPushButton:
            name = self.tr("{}: {}").format(text, suggestion.title)
            return button(text, lambda: signal.emit(suggestion), style=style, name=name)

        self.save = made(self.tr("Save album"), self.save_asked, "primary")
        first = [self.save, made(self.tr("Open"), self.open_asked, "")]
        second = [made(self.tr("Dismiss"), self.dismiss_asked, "quiet")]
        second.append(self._more_button(suggestion))
        widths = [min(one.sizeHint().width(), one.maximumWidth()) for one in (*first, *second)]
        needed = sum(widths) + BUTTON_GAP_PX * (len(widths) - 1)
        rows = QVBoxLayout()
        rows.setContentsMargins(14, 10, 4, 12)  # the dots end where the texts do
        rows.setSpacing(4)
        if needed <= MIN_CARD_PX - 18:
            rows.addLayout(_row(first, second))
        else:
            rows.addLayout(_row(first, []))
            rows.addLayout(_row(second[:1], second[1:]))
        return rows

    def _more_button(self, suggestion: Suggestion) -> QPushButton:
        name = self.tr("Not right?: {}").format(suggestion.title)
        self.more = button("⋯", self._ask_menu, style="quiet", name=name)
        self.more.setToolTip(self.tr("Not right?"))
        self.more.setFixedWidth(MORE_PX)
        return self.more

    def _ask_menu(self) -> None:
        below = QPoint(0, self.more.height() + 2)
        self.menu_asked.emit(self.suggestion, self.more.mapToGlobal(below))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the right button, and by the menu key on any of the buttons."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.suggestion, event.globalPos())
        else:
            self._ask_menu()


def _row(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(BUTTON_GAP_PX)
    for one in left:
        row.addWidget(one)
    row.addStretch(1)
    for one in right:
        row.addWidget(one)
    return row


def subtitle_of(suggestion: Suggestion) -> str:
    """Date, place and count, in one line."""
    count = len(suggestion.photo_ids)
    dates, _, counted = suggestion.subtitle.rpartition(" · ")
    if "".join(filter(str.isdigit, counted)) == str(count):
        return suggestion.subtitle
    # photos were hidden since it was proposed
    return " · ".join(filter(None, [dates or suggestion.subtitle, messages.photos(count)]))


def why(suggestion: Suggestion) -> str:
    """The first reasons in one sentence."""
    return ". ".join(reason.text.rstrip(".") for reason in suggestion.reasons[:2])
