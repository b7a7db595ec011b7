"""Finds occasions by their look and by the calendar; unsure ones are asked as a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organizer.models import PhotoId, SuggestionKind
from organizer.suggestions.calendar_days import Festival, festival_of, tet_of
from organizer.suggestions.evidence import LOOK_POINTS, look_spreads
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Occurrence, Roll, day_of
from organizer.suggestions.titles import Titles

MIN_FESTIVAL_SHOTS = 6
TET_COUNTRY = "VN"
ASKED_BY_LOOK = ("birthday", "concert", "graduation", "sports", "wedding")
MAX_OF_LOOK = 2


def propose_occasions(roll: Roll, *, titles: Titles) -> list[Proposal]:
    """Propose events that fall on a festival, or look like an occasion."""
    on_festivals = list(_on_festivals(roll))
    celebrated = {occurrence.event.id for occurrence, _ in on_festivals}
    christmas = dict(_standing_out(roll, "christmas"))
    return [
        *(
            _from_calendar(occurrence, festival, christmas.get(occurrence.event.id), titles)
            for occurrence, festival in on_festivals
        ),
        *(
            _from_look(occurrence, theme, spread, titles)
            for occurrence, theme, spread in _looking_alike(roll)
            if occurrence.event.id not in celebrated
        ),
    ]


def _on_festivals(roll: Roll) -> Iterator[tuple[Occurrence, Festival]]:
    """Give the largest event of each festival."""
    largest: dict[tuple[str, int], tuple[int, Occurrence, Festival]] = {}
    for occurrence in roll.occurrences:
        size = len(occurrence.shots)
        festival = _festival(occurrence, roll) if size >= MIN_FESTIVAL_SHOTS else None
        if festival is None:
            continue
        key = festival.name, festival.year
        if key not in largest or size > largest[key][0]:
            largest[key] = size, occurrence, festival
    for key in sorted(largest):
        yield largest[key][1:]


def _festival(occurrence: Occurrence, roll: Roll) -> Festival | None:
    """Give the festival of an event; Tết only where it was kept."""
    start = occurrence.event.start
    found = festival_of(start)
    if found is None and (tet := tet_of(start)) and _country(occurrence, roll) == TET_COUNTRY:
        return tet
    return found


def _country(occurrence: Occurrence, roll: Roll) -> str | None:
    """Give the country of the first located shot."""
    for shot in occurrence.shots:
        if shot.latitude is not None and shot.longitude is not None:
            place = roll.name_place(shot.latitude, shot.longitude)
            return place.country if place else None
    return None


def _standing_out(roll: Roll, theme: str) -> Iterator[tuple[int, float]]:
    """Give the events that stand out towards a theme, by id, and by how much."""
    spreads = look_spreads(roll, roll.occurrences, theme)
    for occurrence, spread in zip(roll.occurrences, spreads.tolist(), strict=True):
        if spread >= LOOK_POINTS[theme].spreads:
            yield occurrence.event.id, spread


def _looking_alike(roll: Roll) -> Iterator[tuple[Occurrence, str, float]]:
    """Give the few events that stand out most towards an occasion, with its name."""
    by_id = {occurrence.event.id: occurrence for occurrence in roll.occurrences}
    best: dict[int, tuple[float, str]] = {}
    for theme in ASKED_BY_LOOK:
        found = sorted(_standing_out(roll, theme), key=lambda pair: (-pair[1], pair[0]))
        for event_id, spread in found[:MAX_OF_LOOK]:
            best[event_id] = max(best.get(event_id, (0.0, "")), (spread, theme))
    for event_id, (spread, theme) in sorted(best.items()):
        yield by_id[event_id], theme, spread


def _from_calendar(
    occurrence: Occurrence, festival: Festival, spread: float | None, titles: Titles
) -> Proposal:
    """State the celebration of a festival where the look agrees, otherwise ask."""
    say = titles.words.say
    is_sure = festival.name == "christmas" and spread is not None
    title = say(festival.name if is_sure else f"{festival.name}?", year=festival.year)
    why = [say("why_calendar", date=titles.day(festival.day))]
    if is_sure and spread is not None:
        why.append(_why_look("christmas", spread, titles))
    return _proposal(occurrence, festival.name, title, why, 0.7 if is_sure else 0.5, titles)


def _from_look(occurrence: Occurrence, theme: str, spread: float, titles: Titles) -> Proposal:
    """Ask whether an event is what it looks like."""
    title = titles.words.say(f"{theme}?")
    why = [_why_look(theme, spread, titles)]
    return _proposal(occurrence, theme, title, why, 0.4 + 0.02 * spread, titles)


def _why_look(theme: str, spread: float, titles: Titles) -> str:
    """Say how far an event stands out, and how far it had to."""
    say = titles.words.say
    least = f"{LOOK_POINTS[theme].spreads:.1f}"
    return say("why_look", what=say(f"look_{theme}"), times=f"{spread:.1f}", least=least)


def _proposal(
    occurrence: Occurrence, name: str, title: str, why: Sequence[str], score: float, titles: Titles
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
        reasons=tuple(reason(sentence, shots) for sentence in why),
    )


def without(proposals: Sequence[Proposal], taken: frozenset[PhotoId]) -> list[Proposal]:
    """Leave out what mostly consists of *taken* photos."""
    return [
        proposal
        for proposal in proposals
        if sum(shot.id in taken for shot in proposal.shots) <= 0.5 * len(proposal.shots)
    ]
