"""Proposes looks back: the best of a year, and this week in other years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from organizer.models import Photo, SuggestionKind
from organizer.suggestions.choosing import choose_varied
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Roll, day_of, time_order
from organizer.suggestions.titles import Titles

MIN_OF_YEAR = 60
RECAP_SHOTS = 30
MAX_OF_EVENT = 2
DAYS_AROUND = 3
MIN_THEN = 5
MAX_THEN = 30


def propose_recaps(roll: Roll, *, today: date, titles: Titles) -> list[Proposal]:
    """Propose the best of each year that is over and has enough photos."""
    of_year: dict[int, list[Photo]] = defaultdict(list)
    for shot in roll.shots:
        of_year[day_of(shot).year].append(shot)
    return [
        _recap(year, shots, roll, today, titles)
        for year, shots in sorted(of_year.items())
        if year < today.year and len(shots) >= MIN_OF_YEAR
    ]


def propose_on_this_day(roll: Roll, *, today: date, titles: Titles) -> list[Proposal]:
    """Propose the fullest of the same weeks in other years."""
    of_year: dict[int, list[Photo]] = defaultdict(list)
    for shot in roll.shots:
        year = _year_of_this_week(day_of(shot), today)
        if year is not None and year < today.year:
            of_year[year].append(shot)
    full = [year for year in of_year if len(of_year[year]) >= MIN_THEN]
    if not full:
        return []
    year = max(full, key=lambda year: (len(of_year[year]), year))
    return [_then(year, of_year[year], roll, today, titles)]


def _year_of_this_week(day: date, today: date) -> int | None:
    """Give the year in which *today*'s date falls within three days of *day*, over New Year too."""
    for year in (day.year - 1, day.year, day.year + 1):
        if abs((day - _same_date(today, year)).days) <= DAYS_AROUND:
            return year
    return None


def _same_date(day: date, year: int) -> date:
    """Move a date to another year; 29 February to the 28th in short years."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _recap(year: int, shots: Sequence[Photo], roll: Roll, today: date, titles: Titles) -> Proposal:
    """Choose a year's best shots, few of each event, from all of its months."""
    best = _spread_over_months(shots, roll)
    why = titles.words.say("why_recap", total=len(shots), year=year)
    age = today.year - year
    return Proposal(
        kind=SuggestionKind.RECAP,
        title=titles.words.say("recap", year=year),
        subtitle=titles.subtitle(day_of(best[0]), day_of(best[-1]), photos=len(best)),
        shots=tuple(best),
        score=max(0.4, 0.8 - 0.05 * age),
        reasons=(reason(why, best),),
    )


def _spread_over_months(shots: Sequence[Photo], roll: Roll) -> list[Photo]:
    """Choose a few good shots of each event, and of each month its share, in order of time."""
    together: dict[object, list[Photo]] = defaultdict(list)
    for shot in shots:
        together[roll.event_of.get(shot.id, day_of(shot))].append(shot)
    of_month: dict[int, list[Photo]] = defaultdict(list)
    for members in together.values():
        for shot in choose_varied(members, roll, count=MAX_OF_EVENT):
            of_month[day_of(shot).month].append(shot)
    shares = _shares({month: len(few) for month, few in of_month.items()}, RECAP_SHOTS)
    best = [
        shot
        for month, few in of_month.items()
        for shot in choose_varied(sorted(few, key=time_order), roll, count=shares[month])
    ]
    return sorted(best, key=time_order)


def _shares(there: dict[int, int], wanted: int) -> dict[int, int]:
    """Share out *wanted* places among months, one each in turn, as far as there are photos."""
    shares = dict.fromkeys(sorted(there), 0)
    while sum(shares.values()) < min(wanted, sum(there.values())):
        for month in shares:
            if shares[month] < there[month] and sum(shares.values()) < wanted:
                shares[month] += 1
    return shares


def _then(year: int, shots: Sequence[Photo], roll: Roll, today: date, titles: Titles) -> Proposal:
    """Show this week of another year."""
    best = choose_varied(shots, roll, count=MAX_THEN)
    why = titles.words.say("why_years_ago", count=DAYS_AROUND, year=year)
    first, last = day_of(best[0]), day_of(best[-1])
    return Proposal(
        kind=SuggestionKind.ON_THIS_DAY,
        title=titles.words.say("years_ago", count=today.year - year),
        subtitle=titles.subtitle(first, last, photos=len(best)),
        shots=tuple(best),
        score=0.55,
        reasons=(reason(why, best),),
    )
