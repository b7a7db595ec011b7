"""The upper edge of the look-alikes: two tabs, what can be done, and a promise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import messages
from ui.widgets.choices import choices, in_row
from ui.widgets.page_header import PageHeader
from ui.widgets.texts import ShortLabel, button

SHOTS, COPIES = range(2)


class GroupHeader(QWidget):
    """Title, buttons, tabs.

    Signals:
        turned: The other tab is to be seen.
        compare_asked: The current group is to be seen side by side.
        keep_asked, others_asked: A menu of the best or of the others opens at this global point.
    """

    turned = Signal(int)
    compare_asked = Signal()
    keep_asked = Signal(QPoint)
    others_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(self.tr("Look-alikes"))
        self.compare = button(self.tr("Compare"), self.compare_asked.emit)
        self.keep = button(
            self.tr("Keep best in album…"), lambda: self.keep_asked.emit(_below(self.keep))
        )
        self.others = button("", lambda: self.others_asked.emit(_below(self.others)))
        for made in (self.compare, self.keep, self.others):
            self.header.add(made)
        self.tabs = choices([self.tr("Like shots"), self.tr("Exact copies")], self)
        self.tabs.idClicked.connect(self.turned)
        promise = self.tr("Homeroll deletes nothing: it makes albums and lists of files.")
        self.promise = ShortLabel(promise, "smallSoft")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 10)
        row.setSpacing(12)
        row.addLayout(in_row(self.tabs))
        row.addWidget(self.promise, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row)

    @property
    def tab(self) -> int:
        """The tab that is chosen."""
        return self.tabs.checkedId()

    def show_counts(self, groups: Sequence[int], selected: int) -> None:
        """Say how many groups each tab has, and how many are selected of those that are seen."""
        count = groups[self.tab]
        counted = messages.groups(count) if count else ""
        said = messages.selected(selected) if selected else counted
        self.header.set_title(self.tr("Look-alikes"), said)
        with_count = (self.tr("Like shots · {}"), self.tr("Exact copies · {}"))
        plain = (self.tr("Like shots"), self.tr("Exact copies"))
        for tab, number in enumerate(groups):
            text = with_count[tab].format(messages.number(number)) if number else plain[tab]
            _name(self.tabs.button(tab), text)
        is_shots = self.tab == SHOTS
        _name(self.others, self.tr("The others…") if is_shots else self.tr("The copies…"))
        self.compare.setVisible(is_shots)
        self.keep.setVisible(is_shots)
        for made in (self.compare, self.keep, self.others):
            made.setEnabled(count > 0)


def _name(made: QPushButton, text: str) -> None:
    made.setText(text)
    made.setAccessibleName(text)


def _below(made: QPushButton) -> QPoint:
    return made.mapToGlobal(QPoint(0, made.height() + 4))
