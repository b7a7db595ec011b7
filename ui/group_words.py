"""Groups of look-alikes in words: the heading of a row, and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from organizer.models import PhotoId
from organizer.pipeline.look_alikes import ExactCopies
from ui import messages
from ui.models.group_list_model import Group
from ui.place_names import PlaceNames
from ui.views.sections import day_of, main_spot


def heading(group: Group, places: PlaceNames) -> tuple[str, str]:
    """When it was; where, and how many there are."""
    if isinstance(group, ExactCopies):
        counted, entries = messages.identical_files(len(group.paths)), (group.entry,)
    else:
        counted, entries = messages.like_shots(len(group.entries)), group.entries
    day = day_of(entries[0])
    has_one_day = day is not None and day == day_of(entries[-1])
    when = messages.day(day) if has_one_day else messages.days(entries[0], entries[-1])
    spot = main_spot(entries)
    place = places.name_of(spot) if spot else ""
    return when or _tr("Without a date"), " · ".join(filter(None, (place, counted)))


def in_words(group: Group, places: PlaceNames, here: PhotoId | None) -> str:
    """The whole row; *here* is the shot one stands on, None where one stands on another row."""
    said = ", ".join(filter(None, heading(group, places)))
    if isinstance(group, ExactCopies):
        return said
    ids = [entry.id for entry in group.entries]
    best = messages.number(ids.index(group.best_id) + 1)
    said = _tr("{}; number {} is best").format(said, best)
    if here is None or here not in ids:
        return said
    number = ids.index(here)
    when = messages.clock(group.entries[number])
    return _tr("{}. Shot {}, {}").format(said, messages.number(number + 1), when)


def _tr(text: str) -> str:
    return QCoreApplication.translate("group_words", text)
