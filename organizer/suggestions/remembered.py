"""Finds the events of dates the user entered: birthdays, anniversaries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from organizer.models import Photo, PhotoId, Reason, RememberedDate, SuggestionKind
from organizer.suggestions.evidence import look_spreads
from organizer.suggestions.gatherings import Faces, average_faces, spread_km
from organizer.suggestions.odds import FEW_FACES, faces_odds
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import (
    Roll,
    day_of,
    distances_km,
    positions,
    taken_at,
)
from organizer.suggestions.titles import Titles, shortened
from organizer.suggestions.weighing import faces_reason

# What a date may be; whatever else stands in the store is "other".
KINDS = frozenset({"birthday", "anniversary", "memorial", "holiday", "other"})
MAX_DAYS_AWAY = 2
MIN_SHOTS = 4
LONG_PAUSE = timedelta(hours=5)
# Log-odds of being the celebration; what they are made of is told in the reasons.
AWAY_BONUS = (1.6, 0.4, 0.0)
# One address, with what a phone is wrong by indoors; a dinner in town wanders more than a party.
GATHERING_KM, GATHERING_BONUS = 0.25, 0.7
ADDRESS_KM, ADDRESS_BONUS = 0.1, 0.7
SPOT_KM = 0.15
ELSEWHERE_KM = 0.3
MIN_GATHERED = 8
WANDERING_KM = 1.5
# A day of a trip is no party, unless it looks like one very much.
TRAVELLING_COST = 4.0
LEAST_ODDS = 0.0
SURE_ODDS = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    """Photos of an event near the date, with the log-odds of being its celebration."""

    shots: tuple[Photo, ...]
    days_away: int
    spread_km: float | None
    faces: Faces | None
    odds: float


def propose_remembered(
    roll: Roll,
    dates: Sequence[RememberedDate],
    *,
    travelling: frozenset[PhotoId],
    faces: Mapping[PhotoId, int] = MappingProxyType({}),
    titles: Titles,
) -> list[Proposal]:
    """Propose, for each date and year, the event that most looks like its celebration.

    Args:
        roll: The photos.
        dates: What the user entered.
        travelling: Photos of trips; a party is rather held at home.
        faces: How many faces some photos show; many speak for a celebration, none says nothing.
        titles: Speaks the user's language.
    """
    if not roll.shots:
        return []
    looks = dict.fromkeys((occurrence.event.id for occurrence in roll.occurrences), 0.0)
    spreads = look_spreads(roll, roll.occurrences, "birthday")
    looks.update(zip(looks, spreads.tolist(), strict=True))
    proposals = []
    for remembered in sorted(dates, key=lambda entry: (entry.month, entry.day, entry.name)):
        for anniversary in _anniversaries(remembered, roll):
            found = _best_near(roll, remembered, anniversary, looks, travelling, faces)
            if found is not None:
                proposals.append(_proposal(found, remembered, anniversary, titles))
    return proposals


def _anniversaries(remembered: RememberedDate, roll: Roll) -> Iterator[date]:
    """Give the date in each year of the photos; 29 February falls on the 28th in short years."""
    first, last = day_of(roll.shots[0]).year, day_of(roll.shots[-1]).year
    for year in range(max(first, remembered.year or first), last + 1):
        try:
            yield date(year, remembered.month, remembered.day)
        except ValueError:
            if (remembered.month, remembered.day) == (2, 29):
                yield date(year, 2, 28)


def _best_near(
    roll: Roll,
    remembered: RememberedDate,
    anniversary: date,
    looks: dict[int, float],
    travelling: frozenset[PhotoId],
    faces: Mapping[PhotoId, int],
) -> _Candidate | None:
    """Choose among the events within two days, None when none is likely."""
    candidates = []
    for occurrence in roll.occurrences:
        if abs((day_of(occurrence.shots[0]) - anniversary).days) > MAX_DAYS_AWAY:
            continue
        look = looks[occurrence.event.id] if remembered.kind == "birthday" else 0.0
        for sitting in _sittings(occurrence.shots):
            shots = gathering(sitting)
            days_away = abs((day_of(shots[0]) - anniversary).days)
            if days_away <= MAX_DAYS_AWAY and len(shots) >= MIN_SHOTS:
                people = average_faces(shots, faces)
                candidates.append(_weigh(shots, days_away, look, people, travelling))
    likely = [candidate for candidate in candidates if candidate.odds > LEAST_ODDS]
    return max(likely, key=lambda one: (one.odds, -one.days_away), default=None)


def _sittings(shots: tuple[Photo, ...]) -> Iterator[tuple[Photo, ...]]:
    """Cut an event at its long pauses: a party ends with the night."""
    cuts = [
        place
        for place in range(1, len(shots))
        if taken_at(shots[place]) - taken_at(shots[place - 1]) >= LONG_PAUSE
    ]
    for start, end in pairwise((0, *cuts, len(shots))):
        yield shots[start:end]


def _weigh(
    shots: tuple[Photo, ...],
    days_away: int,
    look: float,
    people: Faces | None,
    travelling: frozenset[PhotoId],
) -> _Candidate:
    """Sum the evidence for photos being of a celebration."""
    hours = (taken_at(shots[-1]) - taken_at(shots[0])) / timedelta(hours=1)
    away_km = spread_km(shots)
    odds = AWAY_BONUS[days_away] + math.log(len(shots) / 10) + 0.5 * look
    if away_km is not None:
        odds += GATHERING_BONUS * (away_km <= GATHERING_KM)
        odds += ADDRESS_BONUS * (away_km <= ADDRESS_KM) - 1.5 * (away_km >= WANDERING_KM)
    if people is not None:
        odds += max(0.0, faces_odds("birthday", people))
    odds += 0.3 * (1 <= hours <= 8) + 0.5 * (11 <= taken_at(shots[0]).hour <= 18)
    odds -= TRAVELLING_COST * any(shot.id in travelling for shot in shots)
    return _Candidate(shots, days_away, away_km, people, round(odds, 6))


def gathering(shots: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Keep of an event what was taken where people stood together, if there is such a spot.

    A match in the morning and a walk after the cake often flow into the party; what is left
    can be added again by hand, while strangers in a birthday album are a defect.
    """
    places = positions(shots)
    known = np.flatnonzero(~np.isnan(places[:, 0]))
    if len(known) < MIN_GATHERED:
        return shots
    apart_km = np.stack([distances_km(places[known], *places[row]) for row in known])
    centre = int(np.argmax((apart_km <= SPOT_KM).sum(axis=1)))
    away_km = np.zeros(len(shots))
    away_km[known] = apart_km[centre]
    together = known[apart_km[centre] <= GATHERING_KM]
    elsewhere_km = away_km[away_km > GATHERING_KM]
    if len(together) < MIN_GATHERED or not len(elsewhere_km):
        return shots
    if float(np.median(elsewhere_km)) < ELSEWHERE_KM:
        return shots
    inside = slice(int(together[0]), int(together[-1]) + 1)
    return tuple(
        shot for shot, km in zip(shots[inside], away_km[inside], strict=True) if km <= GATHERING_KM
    )


def _proposal(
    found: _Candidate, remembered: RememberedDate, anniversary: date, titles: Titles
) -> Proposal:
    """Name the celebration and say why it is one."""
    shots = found.shots
    is_sure = found.odds >= SURE_ODDS
    return Proposal(
        kind=SuggestionKind.OCCASION,
        occasion=remembered.kind if remembered.kind in KINDS else "other",
        subject=remembered.name,
        title=titles.remembered(remembered, year=anniversary.year, is_sure=is_sure),
        subtitle=titles.subtitle(day_of(shots[0]), day_of(shots[-1]), photos=len(shots)),
        shots=shots,
        score=0.9 if is_sure else 0.6,
        reasons=tuple(_reasons(found, remembered, anniversary, titles)),
    )


def _reasons(
    found: _Candidate, remembered: RememberedDate, anniversary: date, titles: Titles
) -> Iterator[Reason]:
    """Tell the date, the spot and the people."""
    say, shots = titles.words.say, found.shots
    when, name = titles.day(anniversary), shortened(remembered.name)
    if found.days_away:
        why = say("why_date_near", count=found.days_away, date=when, name=name)
    else:
        why = say("why_date_same", date=when, name=name)
    yield reason(why, shots, value=found.days_away, threshold=MAX_DAYS_AWAY)
    if found.spread_km is not None and found.spread_km <= GATHERING_KM:
        located = [shot for shot in shots if shot.latitude is not None]
        text, km = say("why_one_spot"), round(found.spread_km, 2)
        yield reason(text, located, value=km, threshold=GATHERING_KM)
    if found.faces is not None and found.faces.a_photo >= FEW_FACES:
        yield faces_reason(found.faces, FEW_FACES, titles)
