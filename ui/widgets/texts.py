"""Labels and buttons as this window uses them: plain text always, named styles."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from organizer.plain_text import on_lines, on_one_line

MAX_PATH = 4096


class PlainLabel(QLabel):
    """Shows any text as it is: never HTML, nothing that turns or breaks the line, bounded."""

    def __init__(self, *, has_lines: bool = False) -> None:
        super().__init__()
        self._has_lines = has_lines
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show *text*."""
        super().setText(on_lines(text) if self._has_lines else on_one_line(text))


def label(
    text: str = "", style: str = "", *, wrap: bool = False, has_lines: bool = False
) -> QLabel:
    """A label for any text; *style* names a rule of the style sheet.

    *has_lines* where several lines are put together with line breaks of our own.
    """
    made = PlainLabel(has_lines=has_lines)
    made.setText(text)
    made.setObjectName(style)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def text_field(text: str = "") -> QLineEdit:
    """A line to type in; files dropped on it belong to the window."""
    made = QLineEdit(text)
    made.setAcceptDrops(False)  # it would answer a dropped file with a move
    return made


class ShortLabel(PlainLabel):
    """One line of plain text that ends in “…” where there is no room; the tooltip has it whole."""

    def __init__(self, text: str = "", style: str = "", *, least_px: int = 24) -> None:
        super().__init__()
        self._least_px = least_px
        self.setObjectName(style)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """As little as may be left of it."""
        whole = super().minimumSizeHint()
        return QSize(min(self._least_px, max(24, whole.width())), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        fits = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(as_tooltip(self.text()) if fits != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), fits)


class PushButton(QPushButton):
    """A button that Enter presses too, not only Space; “&” in its text is an “&”."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show *text*, whoever wrote it."""
        super().setText(as_shown(text))

    def text(self) -> str:
        """What is read on it."""
        return super().text().replace("&&", "&")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    text: str, on_click: Callable[[], object], *, style: str = "", name: str = ""
) -> QPushButton:
    """A button that takes the focus by keyboard only; *style* is primary, quiet, link or "".

    *name* is what a screen reader says where the text alone would not do.
    """
    made = PushButton(text)
    if style:
        made.setProperty(style, "true")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    made.setAccessibleName(on_one_line(name or text))
    made.clicked.connect(lambda _checked=False: on_click())
    if style == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def in_the_middle(widget: QWidget) -> QHBoxLayout:
    """A row with *widget* in its middle; unlike an alignment it keeps height for width."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def bullet(text: str) -> QHBoxLayout:
    """A line of a list, wrapped beside its dot."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label("•", "soft"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, "soft", wrap=True), 1)
    return row


def rule() -> QWidget:
    """A thin line across."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def as_tooltip(text: str) -> str:
    """*text* so that a tooltip shows it as it is."""
    return escape(on_lines(text))


def as_shown(text: str) -> str:
    """*text* for a button or a menu, where one “&” would underline the next letter."""
    return on_one_line(text).replace("&", "&&")


def as_text(path: Path) -> str:
    """*path* for the screen: bytes that are no characters become “�”; Qt would leave them out."""
    return on_one_line(str(path), MAX_PATH)
