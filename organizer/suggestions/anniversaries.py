"""Something that happens at about the same date every year, and that nobody has named yet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta

from organizer.models import Photo, PhotoId, RememberedDate, SuggestionKind
from organizer.suggestions.calendar_days import festival_within, tet_of
from organizer.suggestions.gatherings import (
    DAYS_APART,
    ONE_SPOT_KM,
    by_day_of_year,
    is_near,
    middle_of,
    other_years,
    spread_km,
)
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Occurrence, Roll, day_of, time_order
from organizer.suggestions.titles import Titles

MIN_YEARS = 3
MIN_SHOTS = 6
MIN_SHOTS_IN_ALL = 30
MAX_LENGTH = timedelta(hours=12)
MAX_ASKED = 2
# Who meets friends every week does so around every date: so many such series by chance, at most.
MAX_BY_CHANCE = 0.1
WINDOW_DAYS, DAYS_A_YEAR = 2 * DAYS_APART + 1, 365.2425


def propose_anniversaries(
    roll: Roll,
    dates: Sequence[RememberedDate],
    *,
    taken: frozenset[PhotoId],
    titles: Titles,
) -> list[Proposal]:
    """Ask about gatherings at about one date (two days more or less) in three years or more.

    Args:
        roll: The photos.
        dates: What the user entered already.
        taken: Photos of trips and of what was named.
        titles: Speaks the user's language.
    """
    free = [one for one in roll.occurrences if _may_be_one(one, dates, taken)]
    believed = _believed_years(free)
    if not believed:
        return []
    of_day = by_day_of_year(free)
    series = [sorted([one, *other_years(one, of_day)], key=_day) for one in free]
    long = [one for one in series if _has_enough(one) and len(one) in believed]
    long.sort(key=lambda one: (-len(one), -sum(len(each.shots) for each in one), _day(one[0])))
    proposals: list[Proposal] = []
    used: set[PhotoId] = set()
    for one in long:
        shots = sorted((shot for each in one for shot in each.shots), key=time_order)
        if len(proposals) < MAX_ASKED and not used & {shot.id for shot in shots}:
            used.update(shot.id for shot in shots)
            proposals.append(_proposal(one, shots, titles))
    return proposals


def _day(occurrence: Occurrence) -> tuple[int, str]:
    return day_of(occurrence.shots[0]).toordinal(), occurrence.shots[0].content_hash


def _may_be_one(
    occurrence: Occurrence, dates: Sequence[RememberedDate], taken: frozenset[PhotoId]
) -> bool:
    """Tell a gathering from a trip, a festival, a day out, and what was named already."""
    shots, start = occurrence.shots, occurrence.event.start
    if len(shots) < MIN_SHOTS or occurrence.event.end - start > MAX_LENGTH:
        return False
    if (
        festival_within(start, middle_of(shots))
        or tet_of(start)
        or any(shot.id in taken for shot in shots)
    ):
        return False
    day, spread = day_of(shots[0]), spread_km(shots)
    if any(is_near(day, entry.month, entry.day) for entry in dates):
        return False
    return spread is not None and spread <= ONE_SPOT_KM


def _has_enough(series: Sequence[Occurrence]) -> bool:
    """Enough photos to be worth a question."""
    return sum(len(occurrence.shots) for occurrence in series) >= MIN_SHOTS_IN_ALL


def _believed_years(free: Sequence[Occurrence]) -> frozenset[int]:
    """Of how many years a series must be so that chance does not give it."""
    most = len({day_of(occurrence.shots[0]).year for occurrence in free})
    counts = range(MIN_YEARS, most + 1)
    return frozenset(count for count in counts if _by_chance(count, free) <= MAX_BY_CHANCE)


def _by_chance(years: int, free: Sequence[Occurrence]) -> float:
    """How many series of so many years gatherings on random days would give, on average."""
    days = [day_of(occurrence.shots[0]) for occurrence in free]
    span = max(1.0, ((max(days) - min(days)).days + 1) / DAYS_A_YEAR)
    near = 1 - math.exp(-len(days) / span * WINDOW_DAYS / DAYS_A_YEAR)
    others = max(years, math.ceil(span)) - 1
    at_least = sum(
        math.comb(others, hits) * near**hits * (1 - near) ** (others - hits)
        for hits in range(years - 1, others + 1)
    )
    return len(days) * at_least / years


def _proposal(series: Sequence[Occurrence], shots: Sequence[Photo], titles: Titles) -> Proposal:
    """Ask what it is, naming the years."""
    say = titles.words.say
    middle = sorted(series, key=lambda one: day_of(one.shots[0]).timetuple().tm_yday)
    day = day_of(middle[len(middle) // 2].shots[0])
    month = titles.words.months[day.month - 1]
    years = [day_of(occurrence.shots[0]).year for occurrence in series]
    text = say("why_every_year", day=day.day, month=month, years=titles.years(years))
    return Proposal(
        kind=SuggestionKind.OCCASION,
        occasion="anniversary",
        title=say("anniversary?", day=day.day, month=month),
        subtitle=titles.subtitle(day_of(shots[0]), day_of(shots[-1]), photos=len(shots)),
        shots=tuple(shots),
        score=0.45 + 0.02 * min(5, len(series)),
        reasons=(
            reason(text, shots, value=len(series), threshold=MIN_YEARS),
            reason(say("why_one_spot"), [s for s in shots if s.latitude is not None]),
        ),
    )
