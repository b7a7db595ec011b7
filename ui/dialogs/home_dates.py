"""Asks from when to when somebody lived at a place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QWidget

from ui.dialogs.frame import Dialog
from ui.languages import locale
from ui.widgets.date_fields import calendar, field_format
from ui.widgets.texts import button, label

Take = Callable[[date | None, date | None], object]
DAY_PX = 190


class HomeDatesDialog(Dialog):
    """Two days, each of which may be left open."""

    def __init__(self, place: str, first: date | None, last: date | None, parent: QWidget) -> None:
        super().__init__(self.tr("When did you live in {}?").format(place), parent, width_px=440)
        hint = self.tr("Trips are told from home by these days. Leave open what you do not know.")
        self.body.addWidget(label(hint, "soft", wrap=True))
        today = date.today()
        self.first, self.first_day = self._row(self.tr("From"), first, first or last or today)
        self.last, self.last_day = self._row(self.tr("To"), last, last or today)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        rows = ((self.first, self.first_day), (self.last, self.last_day))
        for row, (box, field) in enumerate(rows):
            grid.addWidget(box, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self._warning = label(self.tr("The last day lies before the first."), "soft")
        self.body.addWidget(self._warning)
        self.ok = button(self.tr("Save"), self.accept, style="primary")
        self.ok.setDefault(True)
        self.add_button(button(self.tr("Cancel"), self.reject))
        self.add_button(self.ok)
        self._check()

    def _row(self, name: str, day: date | None, shown: date) -> tuple[QCheckBox, QDateEdit]:
        box = QCheckBox(name)
        box.setChecked(day is not None)
        field = QDateEdit(QDate(shown.year, shown.month, shown.day))
        field.setDisplayFormat(field_format())
        field.setLocale(locale())
        field.setCalendarPopup(True)
        field.setCalendarWidget(calendar())
        field.setAccessibleName(name)
        field.setFixedWidth(DAY_PX)
        field.lineEdit().setAcceptDrops(False)  # it would answer a dropped file with a move
        field.setEnabled(day is not None)
        box.toggled.connect(field.setEnabled)
        box.toggled.connect(self._check)
        field.dateChanged.connect(self._check)
        return box, field

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day; None for what is left open."""
        first, last = (
            field.date().toPython() if box.isChecked() else None
            for box, field in ((self.first, self.first_day), (self.last, self.last_day))
        )
        return first, last

    def _check(self) -> None:
        if not hasattr(self, "ok"):  # while it is being built
            return
        first, last = self.days
        is_wrong = first is not None and last is not None and last < first
        self._warning.setVisible(is_wrong)
        self.ok.setEnabled(not is_wrong)


def ask_home_dates(
    place: str, first: date | None, last: date | None, parent: QWidget, take: Take
) -> HomeDatesDialog:
    """Ask; *take* gets the two days unless the question is withdrawn."""
    dialog = HomeDatesDialog(place, first, last, parent)
    dialog.accepted.connect(lambda: take(*dialog.days))
    dialog.open()
    return dialog
