"""Proposes single events: days out, parties, visits large enough for this library."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles

import numpy as np

from organizer.models import PhotoId, SuggestionKind
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Occurrence, Roll, day_of, distances_km, positions, taken_at
from organizer.suggestions.stops import main_place
from organizer.suggestions.titles import Titles
from organizer.suggestions.trips import AT_HOME_KM

MIN_SHOTS = 8
# Only the larger part of a library's events is worth an album each.
SIZE_DECILE = 6
# Far more than are shown: some of them the user has already answered.
MAX_EVENTS = 200


def propose_events(roll: Roll, *, taken: frozenset[PhotoId], titles: Titles) -> list[Proposal]:
    """Propose the larger events that are no part of what is *taken* by other proposals."""
    free = [
        occurrence
        for occurrence in roll.occurrences
        if sum(shot.id in taken for shot in occurrence.shots) <= 0.3 * len(occurrence.shots)
    ]
    least = _least_size(roll.occurrences)
    large = [occurrence for occurrence in free if len(occurrence.shots) >= least]
    large.sort(key=lambda occurrence: (-len(occurrence.shots), -occurrence.event.id))
    return [_proposal(occurrence, least, roll, titles) for occurrence in large[:MAX_EVENTS]]


def _least_size(occurrences: Sequence[Occurrence]) -> int:
    """Give the number of shots that makes an event worth an album in this library."""
    sizes = [len(occurrence.shots) for occurrence in occurrences]
    if len(sizes) < 10:
        return MIN_SHOTS
    return max(MIN_SHOTS, round(quantiles(sizes, n=10)[SIZE_DECILE - 1]))


def _proposal(occurrence: Occurrence, least: int, roll: Roll, titles: Titles) -> Proposal:
    """Name an event and say why it is one."""
    shots = occurrence.shots
    first, last = taken_at(shots[0]), taken_at(shots[-1])
    place = None if _is_at_home(occurrence, roll) else main_place(shots, roll)
    say = titles.words.say
    why_long = titles.stretch(first, last)
    reasons = [
        reason(why_long, shots),
        reason(
            say("why_photos", count=len(shots), least=least),
            shots,
            value=len(shots),
            threshold=least,
        ),
    ]
    if place:
        located = [shot for shot in shots if shot.latitude is not None]
        reasons.append(reason(say("why_places", places=place), located))
    return Proposal(
        kind=SuggestionKind.EVENT,
        title=titles.event(first, last, place),
        subtitle=titles.subtitle(day_of(shots[0]), day_of(shots[-1]), photos=len(shots)),
        shots=shots,
        score=min(0.6, 0.25 + 0.005 * len(shots) + 0.1 * (place is not None)),
        reasons=tuple(reasons),
    )


def _is_at_home(occurrence: Occurrence, roll: Roll) -> bool:
    """Tell whether the place says nothing: it is at a home, or not known."""
    places = positions(occurrence.shots)
    places = places[~np.isnan(places[:, 0])]
    if not len(places):
        return True
    middle = np.median(places, axis=0)[None, :]
    return any(
        distances_km(middle, home.latitude, home.longitude)[0] <= AT_HOME_KM for home in roll.homes
    )
