"""Dates to remember: a name and a day, which find birthdays and the like every year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from organizer.models import RememberedDate
from ui import messages
from ui.session import Session
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import ShortLabel, button, label

NAME_PX = 260
DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CalmComboBox(QComboBox):
    """A wheel that scrolls the page over it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DatesCard(SectionCard):
    """A line for each date, and one to add another.

    Signals:
        changed: A date was added or removed.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        hint = DatesCard.tr(
            "A birthday entered here finds its photos every year. It stays in your catalog."
        )
        super().__init__(DatesCard.tr("Dates to remember"), hint, parent)
        self._session = session
        self.name = QLineEdit()
        self.name.setAcceptDrops(False)  # it would answer a dropped file with a move
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.name.returnPressed.connect(self.add_date)
        self.month = CalmComboBox()
        self.month.setAccessibleName(self.tr("Month"))
        self.month.addItems([messages.month_name(number) for number in range(1, 13)])
        self.day = CalmComboBox()
        self.day.setAccessibleName(self.tr("Day"))
        self.month.currentIndexChanged.connect(self._limit_day)
        self._limit_day(0)
        self.foot.addLayout(self._entry_row())

    def _entry_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name.setMaximumWidth(NAME_PX)
        self.day.setFixedWidth(72)
        self.month.setMaximumWidth(150)
        row.addWidget(self.name, 100)  # before the empty end gets anything
        row.addWidget(self.day)
        row.addWidget(self.month)
        row.addWidget(button(self.tr("Add"), self.add_date))
        row.addStretch(1)
        row.setContentsMargins(0, 8, 0, 2)
        return row

    def _limit_day(self, month: int) -> None:
        chosen = self.day.currentIndex()
        self.day.clear()
        self.day.addItems([str(day) for day in range(1, DAYS_IN[month] + 1)])
        self.day.setCurrentIndex(min(max(chosen, 0), DAYS_IN[month] - 1))

    def refresh(self) -> None:
        """Show what the library remembers."""
        self.clear()
        for date in self._session.library.dates.all():
            self.add(self._line(date))

    def _line(self, date: RememberedDate) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        when = f"{date.day} {messages.month_name(date.month)}"
        name = ShortLabel(date.name, "strong")
        name.setMaximumWidth(NAME_PX)
        row.addWidget(name, 100)
        row.addWidget(label(when, "soft"))
        row.addStretch(1)
        text = self.tr("Remove")
        said = f"{text}: {date.name}"
        row.addWidget(button(text, lambda: self._remove(date.name), style="quiet", name=said))
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return line

    def add_date(self) -> None:
        """Remember what was typed."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        library = self._session.library
        with library.transaction():
            library.dates.add(self._typed(name))
        self.name.clear()
        self._refreshed()

    def _typed(self, name: str) -> RememberedDate:
        month, day = self.month.currentIndex() + 1, self.day.currentIndex() + 1
        return RememberedDate(name=name, month=month, day=day)

    def _remove(self, name: str) -> None:
        library = self._session.library
        with library.transaction():
            library.dates.remove(name)
        self._refreshed()

    def _refreshed(self) -> None:
        self.refresh()
        self.changed.emit()
