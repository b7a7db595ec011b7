"""Sentences about what the user said: dates, homes, changed events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from organizer.library import Library
from organizer.models import EditKind, EventEdit, Home, Photo, PhotoId, RememberedDate
from organizer.pipeline import event_edits
from organizer.pipeline.dwelling import ListedHome
from ui import messages

DATE_KINDS = ("birthday", "anniversary", "memorial", "holiday", "other")
# found from photos, such a home is taken for one that is lived in still
STILL_LIVED_IN = timedelta(days=90)
THUMBS = 3


@dataclass(frozen=True, slots=True)
class SaidEdit:
    """A change of events as a sentence, with a few photos it is about."""

    edit: EventEdit
    sentence: str
    photo_ids: tuple[PhotoId, ...]


def kind_of_date(kind: str) -> str:
    """The kind of a date to remember, as a word."""
    words = {
        "birthday": _tr("Birthday"),
        "anniversary": _tr("Wedding anniversary"),
        "memorial": _tr("Memorial day"),
        "holiday": _tr("Holiday"),
    }
    return words.get(kind, _tr("Other"))


def day_of_date(remembered: RememberedDate) -> str:
    """Such as “14 June”, or “14 June 2019” where the year is known."""
    return messages.day_of_year(remembered.month, remembered.day, remembered.year)


def day_in_words(day: date) -> str:
    """Such as “14 June 2025”."""
    return messages.date_in_words(day)


def place_of_home(listed: ListedHome) -> str:
    """The name of its place, or else where it lies."""
    if listed.place is not None:
        return messages.place(listed.place)
    return spot_in_words(listed.home.latitude, listed.home.longitude)


def spot_in_words(latitude: float, longitude: float) -> str:
    """Such as “21.028, 105.834”."""
    return f"{latitude:.3f}, {longitude:.3f}"


def span_of_home(home: Home, today: date) -> str:
    """From when to when somebody lived there."""
    is_open = home.last_day == date.max
    goes_on = is_open or (not home.said and home.last_day >= today - STILL_LIVED_IN)
    first, last = (
        "" if day in (date.min, date.max) else day_in_words(day)
        for day in (home.first_day, home.last_day)
    )
    if not first:
        return _tr("always") if goes_on else _tr("until {}").format(last)
    return _tr("since {}").format(first) if goes_on else _tr("{} to {}").format(first, last)


def said_edits(library: Library) -> list[SaidEdit]:
    """Every change of events that the user made, the latest first."""
    return [_said(library, edit) for edit in reversed(library.event_edits.all())]


def _said(library: Library, edit: EventEdit) -> SaidEdit:
    known = {photo.id: photo for photo in event_edits.edited_photos(library, edit)}
    ones = [known[one] for one in edit.ones if one in known]
    others = [known[one] for one in edit.others if one in known]
    ids = tuple(photo.id for photo in _shown(edit.kind, ones, others)[:THUMBS])
    return SaidEdit(edit, _sentence(edit.kind, ones, others), ids)


def _shown(kind: EditKind, ones: list[Photo], others: list[Photo]) -> list[Photo]:
    """The photos of which some are shown: of both sides, where there are two."""
    return ones if kind is EditKind.MOVE else [*ones[:2], *others]


def _sentence(kind: EditKind, ones: Sequence[Photo], others: Sequence[Photo]) -> str:
    match kind:
        case EditKind.SPLIT:
            at = others[0].taken_at if others else None
            return _tr("Cut on {}").format(_moment(at)) if at else _tr("Cut in two")
        case EditKind.MERGE:
            days = dict.fromkeys(filter(None, (_first_day(ones), _first_day(others))))
            if len(days) == 1:
                return _tr("Two events of {} joined").format(*days)
            if not days:
                return _tr("Two events joined")
            return _tr("Two events joined: {} and {}").format(*days)
        case EditKind.MOVE:
            count = messages.photos(len(ones))
            if not others:
                return _tr("{} taken out of their event").format(count)
            day = _first_day(others)
            return _tr("{} moved to the event of {}").format(count, day)


def _first_day(photos: Sequence[Photo]) -> str:
    dated = [photo.taken_at for photo in photos if photo.taken_at is not None]
    return day_in_words(min(dated)) if dated else ""


def _moment(at: datetime) -> str:
    return _tr("{} at {}").format(day_in_words(at), f"{at:%H:%M}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("said", text)
