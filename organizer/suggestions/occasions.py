"""Finds occasions by their look and by the calendar; unsure ones are asked as a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organizer.models import PhotoId, SuggestionKind
from organizer.suggestions.calendar_days import Festival, festival_of
from organizer.suggestions.evidence import LEAST_MEAN_PROBABILITY, LEAST_SPREADS, look_spreads
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Occurrence, Roll, day_of
from organizer.suggestions.titles import Titles

MIN_FESTIVAL_SHOTS = 6


def propose_occasions(roll: Roll, *, titles: Titles) -> list[Proposal]:
    """Propose events that look like an occasion, or fall on a festival."""
    return [
        *(_from_look(found, titles) for found in _looking_alike(roll)),
        *(
            _from_calendar(occurrence, festival, titles)
            for occurrence, festival in _on_festivals(roll)
        ),
    ]


def _looking_alike(roll: Roll) -> Iterator[tuple[Occurrence, str, float]]:
    """Give the events that stand out towards an occasion, with its name and by how much."""
    best: dict[int, tuple[float, str]] = {}
    for theme in sorted(LEAST_MEAN_PROBABILITY):
        spreads = look_spreads(roll, roll.occurrences, theme)
        for place, spread in enumerate(spreads.tolist()):
            if spread >= LEAST_SPREADS and (spread, theme) > best.get(place, (0.0, "")):
                best[place] = (spread, theme)
    for place, (spread, theme) in sorted(best.items()):
        yield roll.occurrences[place], theme, spread


def _on_festivals(roll: Roll) -> Iterator[tuple[Occurrence, Festival]]:
    """Give the largest event of each festival."""
    largest: dict[tuple[str, int], tuple[int, Occurrence, Festival]] = {}
    for occurrence in roll.occurrences:
        festival = festival_of(occurrence.event.start, country=_country(occurrence, roll))
        if festival is None or len(occurrence.shots) < MIN_FESTIVAL_SHOTS:
            continue
        key = festival.name, festival.year
        if key not in largest or len(occurrence.shots) > largest[key][0]:
            largest[key] = len(occurrence.shots), occurrence, festival
    for key in sorted(largest):
        _, occurrence, festival = largest[key]
        yield occurrence, festival


def _country(occurrence: Occurrence, roll: Roll) -> str | None:
    """Give the country of the first located shot."""
    for shot in occurrence.shots:
        if shot.latitude is not None and shot.longitude is not None:
            place = roll.name_place(shot.latitude, shot.longitude)
            return place.country if place else None
    return None


def _from_look(found: tuple[Occurrence, str, float], titles: Titles) -> Proposal:
    """Ask whether an event is what it looks like."""
    occurrence, theme, spread = found
    say = titles.words.say
    why = say("why_look", what=say(f"look_{theme}"), times=f"{spread:.1f}", least=LEAST_SPREADS)
    return _proposal(occurrence, theme, say(f"{theme}?"), why, 0.45 + 0.02 * spread, titles)


def _from_calendar(occurrence: Occurrence, festival: Festival, titles: Titles) -> Proposal:
    """Ask whether an event on a festival is its celebration."""
    say = titles.words.say
    why = say("why_calendar", date=titles.day(festival.day))
    title = say(f"{festival.name}?", year=festival.year)
    return _proposal(occurrence, festival.name, title, why, 0.5, titles)


def _proposal(
    occurrence: Occurrence, name: str, title: str, why: str, score: float, titles: Titles
) -> Proposal:
    """Make the proposal of an event."""
    shots = occurrence.shots
    first, last = day_of(shots[0]), day_of(shots[-1])
    return Proposal(
        kind=SuggestionKind.OCCASION,
        occasion=name,
        title=title,
        subtitle=titles.subtitle(first, last, photos=len(shots)),
        shots=shots,
        score=score,
        reasons=(reason(why, shots),),
    )


def without(proposals: Sequence[Proposal], taken: frozenset[PhotoId]) -> list[Proposal]:
    """Leave out what mostly consists of *taken* photos."""
    return [
        proposal
        for proposal in proposals
        if sum(shot.id in taken for shot in proposal.shots) <= 0.5 * len(proposal.shots)
    ]
