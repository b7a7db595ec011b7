"""What of its days a suggestion leaves out, and why: asked when one is opened, kept nowhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from organizer.library import Library
from organizer.models import Kind, Photo, PhotoId, Signal, Suggestion, SuggestionKind

# They are of whole days; the others choose single photos by what they show.
OF_DAYS = (
    SuggestionKind.EVENT,
    SuggestionKind.TRIP,
    SuggestionKind.OCCASION,
    SuggestionKind.ON_THIS_DAY,
)
SECONDS_A_DAY = 86_400
START = datetime(1970, 1, 1)
DAY_STARTS_AFTER_S = 4 * 3600  # as in suggestions: the small hours belong to the day before


class Cause(StrEnum):
    """Why a photo is withheld, in the order in which they are told."""

    SCREENSHOT = "screenshot"
    DOCUMENT = "document"
    LIKE_SHOT = "like_shot"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Photos of one cause, in order of time; never none."""

    cause: Cause
    photo_ids: tuple[PhotoId, ...]


def withheld_beside(library: Library, suggestion: Suggestion) -> tuple[Withheld, ...]:
    """What was taken on the days of a suggestion and is not in it; nothing with the switch off."""
    if suggestion.kind not in OF_DAYS or not library.gate.is_open(Signal.GROUPING):
        return ()
    seen = library.photos.timeline_of(suggestion.photo_ids)
    times = [entry.taken_at_s for entry in seen if entry.taken_at_s is not None]
    if not times:
        return ()
    days = {_day(at_s) for at_s in times}
    found = {
        **_kept_out(library, _photos_of(library, days), suggestion.photo_ids),
        Cause.HIDDEN: _hidden(library, days),
    }
    return tuple(Withheld(cause, tuple(found[cause])) for cause in Cause if found.get(cause))


def _photos_of(library: Library, days: Collection[int]) -> list[Photo]:
    first, last = (
        START + timedelta(days=day, seconds=DAY_STARTS_AFTER_S)
        for day in (min(days), max(days) + 1)
    )
    between = library.photos.taken_between(first, last)
    ids = [photo.id for photo in between]
    of_days = {
        entry.id
        for entry in library.photos.timeline_of(ids)
        if entry.taken_at_s is not None and _day(entry.taken_at_s) in days
    }
    return [photo for photo in between if photo.id in of_days]


def _kept_out(
    library: Library, photos: Sequence[Photo], photo_ids: Sequence[PhotoId]
) -> dict[Cause, list[PhotoId]]:
    """Screenshots and documents; and shots of which a better, near-identical one is inside."""
    inside = set(photo_ids)
    found: dict[Cause, list[PhotoId]] = {}
    with library.derived() as derived:
        best_of = {} if derived is None else derived.looks.best_of_alike()
        for photo in photos:
            if photo.id in inside:
                continue
            if photo.kind is Kind.SCREENSHOT:
                found.setdefault(Cause.SCREENSHOT, []).append(photo.id)
            elif derived is not None and derived.membership_of(photo.id).is_document:
                found.setdefault(Cause.DOCUMENT, []).append(photo.id)
            elif best_of.get(photo.id) in inside:
                found.setdefault(Cause.LIKE_SHOT, []).append(photo.id)
    return found


def _hidden(library: Library, days: Collection[int]) -> list[PhotoId]:
    newest_first = library.photos.hidden_timeline()
    return [
        entry.id
        for entry in reversed(newest_first)
        if entry.taken_at_s is not None and _day(entry.taken_at_s) in days
    ]


def _day(at_s: int) -> int:
    return (at_s - DAY_STARTS_AFTER_S) // SECONDS_A_DAY
