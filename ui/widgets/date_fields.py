"""Fields for a day and time, and for how much later or earlier."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QSize, Qt, QTime, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from ui.languages import locale
from ui.widgets.choices import choices
from ui.widgets.texts import label

MAX_DAYS = 36_500
CALENDAR_PX = QSize(290, 236)


class WhenFields(QWidget):
    """A day and a time, of a wall clock.

    Signals:
        changed: Another time stands in it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = QDateEdit()
        self.day.setDisplayFormat(field_format())
        self.day.setCalendarPopup(True)
        self.day.setCalendarWidget(calendar())
        self.day.setAccessibleName(self.tr("Day"))
        self.day.setFixedWidth(190)
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm:ss")
        self.time.setAccessibleName(self.tr("Time"))
        self.time.setFixedWidth(96)
        row = _row(self)
        for field in (self.day, self.time):
            field.setLocale(locale())
            _prepare(field)
            field.dateTimeChanged.connect(self.changed)
            row.addWidget(field)
        row.addStretch(1)

    @property
    def value(self) -> datetime:
        """The time that stands in the fields."""
        day, time = self.day.date(), self.time.time()
        return datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second()
        )

    def show_time(self, at: datetime) -> None:
        """Show this time."""
        self.day.setDate(QDate(at.year, at.month, at.day))
        self.time.setTime(QTime(at.hour, at.minute, at.second))


class ShiftFields(QWidget):
    """Days, hours and minutes, later or earlier.

    Signals:
        changed: Something else stands in it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = self._field(MAX_DAYS, self.tr("Days"))
        self.hours = self._field(23, self.tr("Hours"))
        self.minutes = self._field(59, self.tr("Minutes"))
        self.direction = choices((self.tr("Later"), self.tr("Earlier")), self)
        self.direction.idToggled.connect(self.changed)
        units = (self.tr("days"), self.tr("hours"), self.tr("minutes"))
        row = _row(self)
        fields = (self.days, self.hours, self.minutes)
        for field, unit in zip(fields, units, strict=True):
            row.addWidget(field)
            row.addWidget(label(unit, "soft"))
            row.addSpacing(4)
        for made in self.direction.buttons():
            row.addWidget(made)
        row.addStretch(1)

    def _field(self, largest: int, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, largest)
        _prepare(field)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(name)
        field.setFixedWidth(62)
        field.valueChanged.connect(self.changed)
        return field

    @property
    def value(self) -> timedelta:
        """How much later; negative is earlier."""
        span = timedelta(
            days=self.days.value(), hours=self.hours.value(), minutes=self.minutes.value()
        )
        return span if self.direction.checkedId() == 0 else -span


def _prepare(field: QAbstractSpinBox) -> None:
    line = field.lineEdit()
    line.setAcceptDrops(False)  # it would answer a dropped file with a move
    if not isinstance(field, QDateEdit):  # that one has room, for its button
        line.setTextMargins(8, 0, 8, 0)


def field_format() -> str:
    """How a day is written where it can be typed; no names of months that have digits in them."""
    return QCoreApplication.translate("date_fields", "d MMMM yyyy")


def calendar() -> QCalendarWidget:
    """A calendar that looks like the window."""
    made = QCalendarWidget()
    made.setLocale(locale())
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.layout().setContentsMargins(1, 1, 1, 1)
    made.setMinimumSize(CALENDAR_PX)
    for name, text in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        step = made.findChild(QToolButton, name)
        step.setIcon(QIcon())  # the style's own is black on dark too
        step.setText(text)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, QTextCharFormat())  # red is for what is wrong
    return made


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    return row
