"""Dates to remember: a line for each, and fields to add one or to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from organizer.models import RememberedDate
from organizer.plain_text import on_one_line
from ui import messages, said
from ui.session import Session
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import button, label, rule, text_field
from ui.widgets.word_line import WordLine

NAME_PX = 222
DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 1700, 2200


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


class DateFields(QWidget):
    """Name, kind, day, month and year of a date.

    Signals:
        submitted: Enter was pressed in a line.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = _line(self.tr("Name"), self.tr("Name"))
        self.name.setMaxLength(80)
        self.year = _line(self.tr("Year"), self.tr("Year, if it is known"))
        self.year.setValidator(QIntValidator(FIRST_YEAR, LAST_YEAR, self))
        self.kind = _choices(self.tr("Kind"), [said.kind_of_date(kind) for kind in said.DATE_KINDS])
        months = [messages.month_name(number) for number in range(1, 13)]
        self.month = _choices(self.tr("Month"), months)
        self.day = _choices(self.tr("Day"), [])
        self.month.currentIndexChanged.connect(self._limit_day)
        self._limit_day(0)
        self.name.setMaximumWidth(NAME_PX)
        widths = ((self.kind, 172), (self.day, 68), (self.month, 126), (self.year, 70))
        for field, width_px in widths:
            field.setFixedWidth(width_px)
        upper, self._row = _row(self.name, self.kind), _row(self.day, self.month, self.year)
        upper.setStretch(0, 100)  # before the empty end gets anything
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addLayout(self._row)
        for line in (self.name, self.year):
            line.returnPressed.connect(self.submitted)

    def add(self, made: QWidget) -> None:
        """Put a button behind the fields."""
        self._row.insertWidget(self._row.count() - 1, made)

    def _limit_day(self, month: int) -> None:
        chosen = self.day.currentIndex()
        self.day.clear()
        self.day.addItems([str(day) for day in range(1, DAYS_IN[month] + 1)])
        self.day.setCurrentIndex(min(max(chosen, 0), DAYS_IN[month] - 1))

    def show_date(self, date: RememberedDate | None) -> None:
        """Show this date; None empties the lines and leaves the rest for the next one."""
        self.name.setText(date.name if date else "")
        self.year.setText(str(date.year) if date and date.year else "")
        if date is not None:
            kinds = said.DATE_KINDS
            self.kind.setCurrentIndex(
                kinds.index(date.kind) if date.kind in kinds else len(kinds) - 1
            )
            self.month.setCurrentIndex(date.month - 1)
            self.day.setCurrentIndex(date.day - 1)

    @property
    def value(self) -> RememberedDate:
        """What stands in the fields."""
        return RememberedDate(
            name=self.name.text().strip(),
            month=self.month.currentIndex() + 1,
            day=self.day.currentIndex() + 1,
            year=int(self.year.text()) if self.year.text() else None,
            kind=said.DATE_KINDS[self.kind.currentIndex()],
        )


class DatesCard(SectionCard):
    """Says what is to be changed; whoever owns it changes it and has it refreshed.

    Signals:
        remember_asked: A date is to be remembered, in place of another one or of None.
        forget_asked: A date is to be forgotten.
    """

    remember_asked = Signal(object, object)
    forget_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        hint = DatesCard.tr(
            "A birthday finds its photos every year; with the year of birth the album says how "
            "old somebody turned."
        )
        super().__init__(DatesCard.tr("Your dates"), hint, parent)
        self._session = session
        self._changing: RememberedDate | None = None
        self.fields = DateFields()
        self.fields.submitted.connect(self.submit)
        self.add_button = button(self.tr("Add"), self.submit, style="primary")
        self.cancel_button = button(self.tr("Cancel"), self._stop_changing, style="quiet")
        self._warning = label("", "soft", wrap=True)
        self.foot.addLayout(self._entry())
        self._stop_changing()

    def _entry(self) -> QVBoxLayout:
        for made in (self.add_button, self.cancel_button):
            self.fields.add(made)
        column = QVBoxLayout()
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(12)
        column.addWidget(rule())
        column.addWidget(self.fields)
        column.addWidget(self._warning)
        return column

    @property
    def warning(self) -> str:
        """Why the last date was not taken; "" if it was."""
        return self._warning.text()

    def refresh(self) -> None:
        """Show what the library remembers."""
        dates = self._session.library.dates.all()
        if self._changing is not None and self._changing not in dates:  # it was undone
            self._stop_changing()
        self.refill([self._line(date) for date in dates])

    def _line(self, date: RememberedDate) -> WordLine:
        note = f"{said.kind_of_date(date.kind)} · {said.day_of_date(date)}"
        buttons = [
            button(text, act, style="quiet", name=f"{text}: {date.name}")
            for text, act in (
                (self.tr("Edit"), lambda: self.change(date)),
                (self.tr("Remove"), lambda: self.forget_asked.emit(date)),
            )
        ]
        return WordLine(date.name, note, buttons)

    def change(self, date: RememberedDate) -> None:
        """Have this date changed in the fields."""
        self._changing = date
        self.fields.show_date(date)
        self.add_button.setText(self.tr("Save"))
        self.add_button.setAccessibleName(self.tr("Save: {}").format(date.name))
        self.cancel_button.show()
        self._warn("")
        self.fields.name.setFocus()
        self.fields.name.selectAll()

    def _stop_changing(self) -> None:
        self._changing = None
        self.fields.show_date(None)
        self.add_button.setText(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add"))
        self.cancel_button.hide()
        self._warn("")

    def submit(self) -> None:
        """Remember what stands in the fields, or say why not."""
        if not self.fields.name.text().strip():
            self._warn("")
            self.fields.name.setFocus()
            return
        if self.fields.year.text() and not self.fields.year.hasAcceptableInput():
            self._warn(self.tr("A year has four digits; it can be left empty."))
            self.fields.year.setFocus()
            return
        date, old = self.fields.value, self._changing
        names = {known.name for known in self._session.library.dates.all()}
        if date.name in names and (old is None or old.name != date.name):
            self._warn(self.tr("“{}” is remembered already.").format(date.name))
            self.fields.name.setFocus()
            return
        self._stop_changing()
        if date != old:
            self.remember_asked.emit(date, old)

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field)
    row.addStretch(1)
    return row


def _line(shown: str, spoken: str) -> QLineEdit:
    line = text_field()
    line.setPlaceholderText(shown)
    line.setAccessibleName(on_one_line(spoken))
    return line


def _choices(name: str, texts: list[str]) -> CalmComboBox:
    made = CalmComboBox()
    made.setAccessibleName(on_one_line(name))
    made.addItems(texts)
    return made
