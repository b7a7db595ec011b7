"""Asks when photos were really taken, and shows what that makes of their dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from organizer.errors import UsageError
from organizer.models import DateSpan, PhotoId
from organizer.pipeline import correcting
from ui import messages
from ui.core_words import in_own_words
from ui.date_edits import DateChoice
from ui.dialogs.frame import Dialog
from ui.session import Session
from ui.widgets.choices import choices, in_row
from ui.widgets.date_fields import ShiftFields, WhenFields
from ui.widgets.date_preview import DatePreview
from ui.widgets.texts import ShortLabel, button, label

FIELD_PX = 33


class How(IntEnum):
    """What is to be done, numbered as the buttons are."""

    SET = 0
    SHIFT = 1
    BELIEVE = 2


class CorrectDatesDialog(Dialog):
    """Set, shift, or believe the files again; for these photos or all of their camera."""

    def __init__(self, session: Session, photo_ids: Sequence[PhotoId], parent: QWidget) -> None:
        super().__init__(_heading(len(photo_ids)), parent, width_px=630)
        self._session = session
        self._ids = tuple(photo_ids)
        self._of_camera: tuple[PhotoId, ...] = ()
        self._by_files: tuple[datetime, datetime | None] | None = None
        self._own = self._whole = session.library.photos.date_span(self._ids)
        self._lay_out()
        self._look_at_camera()
        self.when.show_time(self._start())
        self._connect()
        self._show_what_fits()
        self.when.day.setFocus()

    # -- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        is_one = len(self._ids) == 1
        self.how = choices(
            (_tr("Set date and time"), _tr("Shift"), _tr("Believe the files again")), self
        )
        self.how.button(How.SHIFT).setEnabled(self._own.shiftable_count > 0)
        self.how.button(How.BELIEVE).setVisible(self._own.corrected_count > 0)
        self.when, self.by = WhenFields(), ShiftFields()
        self.others = choices((_tr("Move along by as much"), _tr("Get the same time")), self)
        self.whose = choices(
            (
                _tr("This photo") if is_one else _tr("These photos"),
                _tr("All photos of this camera"),
            ),
            self,
        )
        self._camera = ShortLabel("", "soft")
        whose = in_row(self.whose)
        whose.insertWidget(2, self._camera, 100)
        self._whose_row = _holding(whose)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(12)
        self._others_row = _holding(in_row(self.others))
        self._to = _name("")
        self._form.addRow(_holding(in_row(self.how)))
        self._form.addRow(self._to, self.when)
        self._form.addRow(_name(_tr("By")), self.by)
        self._form.addRow(_name(_tr("The others")), self._others_row)
        self._form.addRow(_name(_tr("For")), self._whose_row)
        self.body.addLayout(self._form)
        self._preview = DatePreview()
        self.body.addWidget(self._preview)
        self.save = button(_tr("Save"), self.accept, style="primary")
        self.save.setDefault(True)
        self.add_button(button(_tr("Cancel"), self.reject))
        self.add_button(self.save)

    def _connect(self) -> None:
        self.how.idToggled.connect(self._how_chosen)
        self.others.idToggled.connect(self._show_what_fits)
        self.whose.idToggled.connect(self._show_what_fits)
        self.when.changed.connect(self._show_preview)
        self.by.changed.connect(self._show_preview)

    def _look_at_camera(self) -> None:
        """Offer all photos of the camera, where there are more of one camera."""
        found = tuple(correcting.same_camera(self._session.library, self._ids))
        if len(found) <= len(self._ids):
            return
        self._of_camera = found
        self._whole = self._session.library.photos.date_span(found)
        ((make, model),) = self._session.library.photos.cameras_of(self._ids)
        name = " ".join(messages.camera(make, model).split())
        text = _tr("{}, {}").format(messages.photos(len(found)), name)
        self._camera.setText(text)
        self.whose.button(1).setAccessibleDescription(text)

    def _start(self) -> datetime:
        """The time to start from: that of the first, or what little the first one says."""
        if self._own.first is not None:
            return self._own.first
        first = next(iter(self._session.library.photos.get_many(self._ids[:1])), None)
        noon = datetime.now().replace(hour=12, minute=0, second=0, microsecond=0)
        return first.taken_at if first is not None and first.taken_at is not None else noon

    # -- what is chosen ---------------------------------------------------------------------------

    @property
    def choice(self) -> DateChoice:
        """What was chosen."""
        ids = self._of_camera if self._is_for_camera else self._ids
        match self.how.checkedId():
            case How.SET if self._moves_along and self._own.first is not None:
                return DateChoice(photo_ids=ids, by=self.when.value - self._own.first)
            case How.SET:
                return DateChoice(photo_ids=ids, at=self.when.value)
            case How.SHIFT:
                return DateChoice(photo_ids=ids, by=self.by.value)
            case _:
                return DateChoice(photo_ids=ids)

    @property
    def preview(self) -> str:
        """What it says will come of the choice."""
        return self._preview.text

    @property
    def _moves_along(self) -> bool:
        """Whether a set time is that of the first, and others keep their distance from it."""
        if self._own.first is None:
            return False
        return self._is_for_camera or (self._are_several and self.others.checkedId() == 0)

    @property
    def _are_several(self) -> bool:
        return len(self._ids) > 1

    @property
    def _is_for_camera(self) -> bool:
        return self.whose.checkedId() == 1 and self._offers_camera

    @property
    def _offers_camera(self) -> bool:
        can_be = self.how.checkedId() != How.SET or self._own.first is not None
        return bool(self._of_camera) and can_be

    # -- showing ----------------------------------------------------------------------------------

    def _how_chosen(self, _number: int, checked: bool) -> None:  # noqa: FBT001 - a slot
        if not checked:
            return
        if self.how.checkedId() == How.BELIEVE:
            self._ask_files()
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        how = self.how.checkedId()
        form = self._form
        self._to.setText(
            _tr("The first to") if self._are_several and self._moves_along else _tr("To")
        )
        form.setRowVisible(self.when, how == How.SET)
        form.setRowVisible(self.by, how == How.SHIFT)
        form.setRowVisible(self._whose_row, self._offers_camera)
        several = self._are_several and self._own.first is not None
        form.setRowVisible(self._others_row, how == How.SET and several and not self._is_for_camera)
        self._show_preview()

    def _show_preview(self) -> None:
        choice = self.choice
        span = self._whole if self._is_for_camera else self._own
        first = self._own.first
        pair, count = (first, choice.at), span.count
        if choice.by is not None and first is not None:
            pair, count = (first, first + choice.by), span.shiftable_count
        elif choice.at is None:
            pair, count = self._by_files, span.corrected_count
        self._preview.show_dates(pair, is_one=not self._are_several or first is None)
        is_same = choice.by == timedelta(0) or (span.count == 1 and choice.at == first)
        self._preview.show_counts(count, span.count - count, is_same=is_same)
        refused = self._refusal(choice, span)
        if refused:
            self._preview.refuse(refused)
        self.save.setEnabled(not refused)

    def _refusal(self, choice: DateChoice, span: DateSpan) -> str:
        """Why it cannot be saved, in one sentence; "" if it can."""
        if self.how.checkedId() == How.SHIFT and not choice.by:
            return _tr("Say by how much.")
        by = choice.by or timedelta(0)
        first, last = (choice.at, choice.at) if choice.at is not None else (span.first, span.last)
        if first is None or last is None or self.how.checkedId() == How.BELIEVE:
            return ""
        try:
            correcting.require_possible(first, last, by=by)
        except UsageError as error:
            return in_own_words(str(error))
        return ""

    def _ask_files(self) -> None:
        """What the files say takes a look at all of them: beside the window."""
        ids = self._ids
        job = self._session.job(lambda library, _progress: correcting.first_by_files(library, ids))
        job.succeeded.connect(self._take_by_files)
        self._session.start(job)

    def _take_by_files(self, found: tuple[datetime, datetime | None] | None) -> None:
        self._by_files = found
        self._show_preview()


def _heading(count: int) -> str:
    if count == 1:
        return _tr("Correct the date")
    return _tr("Correct the dates of {}").format(messages.photos(count))


def _name(text: str) -> QLabel:
    """What stands before a field, in the middle of its height."""
    made = label(text, "soft")
    made.setMinimumHeight(FIELD_PX)
    return made


def _holding(row: QHBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(row)
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("correct_dates", text)
