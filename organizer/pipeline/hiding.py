"""Hiding photos, places and days: they are shown nowhere, and nothing is worked out from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from organizer.errors import NotFoundError
from organizer.library import Library
from organizer.models import Circle, PhotoId, Rule, RuleKind
from organizer.pipeline import regrouping

HIDING = (RuleKind.HIDDEN_PLACE, RuleKind.HIDDEN_DATE)


def hide_photos(library: Library, photo_ids: Sequence[PhotoId]) -> None:
    """Show these photos nowhere but among what is hidden.

    Raises:
        NotFoundError: If none of them is there any more.
    """
    if photo_ids and not library.photos.get_many(photo_ids):
        raise NotFoundError("These photos are not in the library any more.")
    with library.transaction():
        library.hidden.mark(photo_ids)
        regrouping.mark_due(library)


def show_photos(library: Library, photo_ids: Sequence[PhotoId]) -> int:
    """Take that back; returns how many stay hidden because of their place or day."""
    with library.transaction():
        library.hidden.unmark(photo_ids)
        regrouping.mark_due(library)
    return len(library.hidden.withheld() & set(photo_ids))


def hide_place(library: Library, circle: Circle, name: str) -> Rule:
    """Hide everything that was or will be taken within a circle."""
    return _keep(library, Rule(kind=RuleKind.HIDDEN_PLACE, circle=circle, subject=name))


def hide_days(library: Library, first: date, last: date) -> Rule:
    """Hide everything of these local days, both included."""
    return _keep(library, Rule(kind=RuleKind.HIDDEN_DATE, first_day=first, last_day=last))


def hiding_rules(library: Library) -> list[Rule]:
    """The places and days that are hidden."""
    return [rule for rule in library.rules.all() if rule.kind in HIDING]


def _keep(library: Library, rule: Rule) -> Rule:
    with library.transaction():
        kept = library.rules.keep(rule)
        regrouping.mark_due(library)
    return kept
