"""Keeps proposals within the rules that the user made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from organizer.models import Circle, Photo, RememberedDate, Rule, RuleKind, SuggestionKind
from organizer.suggestions.gatherings import in_year
from organizer.suggestions.proposals import Proposal
from organizer.suggestions.roll import day_of, distances_km, positions
from organizer.suggestions.sorts import sort_of

# Kinds that tell of one time and place; a theme or a recap may still hold a photo of them.
OF_A_TIME = frozenset(
    {
        SuggestionKind.EVENT,
        SuggestionKind.TRIP,
        SuggestionKind.OCCASION,
        SuggestionKind.ON_THIS_DAY,
    }
)
MOST_SHARE = 0.5
LESS_COST = 0.2
# What is left after a sort was asked to be proposed less must still be worth a look.
LEAST_SCORE = 0.3


def follow_rules(proposals: Iterable[Proposal], rules: Sequence[Rule]) -> list[Proposal]:
    """Leave out what the user never wants to be asked, and lower what is wanted less.

    Args:
        proposals: Of all kinds.
        rules: Those about places, dates and sorts count here.
    """
    places = [rule.circle for rule in rules if rule.kind is RuleKind.NEVER_PLACE and rule.circle]
    days = [rule for rule in rules if rule.kind is RuleKind.NEVER_DATE]
    less = Counter(rule.subject for rule in rules if rule.kind is RuleKind.LESS_OF_KIND)
    kept = (
        proposal
        for proposal in proposals
        if proposal.kind not in OF_A_TIME
        or not (_is_at(proposal.shots, places) or _is_on(proposal.shots, days))
    )
    return [wanted for proposal in kept if (wanted := _lowered(proposal, less[sort_of(proposal)]))]


def wanted_dates(
    dates: Iterable[RememberedDate], rules: Sequence[Rule]
) -> tuple[RememberedDate, ...]:
    """Leave out the dates to remember of which no album is wanted."""
    unwanted = {rule.subject for rule in rules if rule.kind is RuleKind.NEVER_REMEMBERED}
    return tuple(remembered for remembered in dates if remembered.name not in unwanted)


def _lowered(proposal: Proposal, times: int) -> Proposal | None:
    """Lower the score of a sort that is wanted less; None when too little is left."""
    if not times:
        return proposal
    score = round(proposal.score - LESS_COST * times, 6)
    return replace(proposal, score=score) if score > LEAST_SCORE else None


def _is_at(shots: Sequence[Photo], places: Sequence[Circle]) -> bool:
    """Tell whether most located shots were taken within one of the circles."""
    where = positions(shots)
    where = where[~np.isnan(where[:, 0])]
    return any(
        (distances_km(where, circle.latitude, circle.longitude) <= circle.radius_km).mean()
        > MOST_SHARE
        for circle in places
        if len(where)
    )


def _is_on(shots: Sequence[Photo], rules: Sequence[Rule]) -> bool:
    """Tell whether most shots were taken on the days of one rule."""
    days = [day_of(shot) for shot in shots]
    return any(sum(_falls_on(day, rule) for day in days) > MOST_SHARE * len(days) for rule in rules)


def _falls_on(day: date, rule: Rule) -> bool:
    if rule.first_day is None:
        return False
    if rule.every_year:
        return day == in_year(day.year, rule.first_day.month, rule.first_day.day)
    return rule.first_day <= day <= (rule.last_day or rule.first_day)
