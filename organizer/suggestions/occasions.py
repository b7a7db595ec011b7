"""Finds occasions by look, calendar, people and other years; unsure ones are asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from organizer.models import PhotoId, SuggestionKind
from organizer.suggestions.calendar_days import (
    Festival,
    festival_within,
    is_graduation_season,
    tet_of,
)
from organizer.suggestions.evidence import LOOK_POINTS, MIN_SHOTS, look_spreads
from organizer.suggestions.gatherings import (
    Faces,
    OfDay,
    average_faces,
    by_day_of_year,
    is_daytime,
    is_evening,
    middle_of,
    other_years,
    spans_midnight_of,
    spread_km,
)
from organizer.suggestions.odds import FEW_FACES, Sum
from organizer.suggestions.proposals import Proposal
from organizer.suggestions.public_holidays import country_of, public_holiday
from organizer.suggestions.roll import Occurrence, Roll, day_of
from organizer.suggestions.titles import Titles
from organizer.suggestions.weighing import (
    add_calendar,
    add_faces,
    add_formal_look,
    add_look,
    add_many_faces,
    add_one_spot,
    add_other_years,
    add_public_holiday,
    add_season,
    add_time_of_day,
)

TET_COUNTRY = "VN"
BY_LOOK = ("birthday", "concert", "graduation", "sports", "wedding")
YEARLY = frozenset({"birthday", "christmas", "halloween", "new_year", "tet"})
# Questions that rest on looks and people may be wrong: only the likeliest few are asked.
MAX_ASKED = 2


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is known of an event before it is weighed.

    Attributes:
        looks: How far it stands out, in usual spreads of the library, by theme.
        country: Where it was, None when that is not known.
    """

    occurrence: Occurrence
    looks: Mapping[str, float]
    faces: Faces | None
    country: str | None
    festival: Festival | None


def propose_occasions(
    roll: Roll, *, faces: Mapping[PhotoId, int], titles: Titles
) -> list[Proposal]:
    """Propose events that are an occasion, or may be one.

    Args:
        roll: The photos.
        faces: How many faces some of them show.
        titles: Speaks the user's language.
    """
    scenes = list(_scenes(roll, faces))
    of_day = by_day_of_year(roll.occurrences)
    found: list[tuple[Scene, Sum]] = []
    for scene in _without_smaller_festivals(scenes):
        sums = [one for one in _sums(scene, of_day, titles) if one.is_asked]
        if sums:
            found.append((scene, max(sums, key=lambda one: (one.odds, one.kind))))
    return [_proposal(scene, total, titles) for scene, total in _likeliest(found)]


def _scenes(roll: Roll, faces: Mapping[PhotoId, int]) -> Iterator[Scene]:
    """Give the events that are large enough."""
    spreads = {theme: look_spreads(roll, roll.occurrences, theme) for theme in LOOK_POINTS}
    for row, occurrence in enumerate(roll.occurrences):
        if len(occurrence.shots) < MIN_SHOTS:
            continue
        seen = average_faces(occurrence.shots, faces)
        festival = festival_within(occurrence.event.start, middle_of(occurrence.shots))
        tet = tet_of(occurrence.event.start)
        looks = {theme: float(values[row]) for theme, values in spreads.items()}
        people = seen is not None and seen.a_photo >= FEW_FACES
        is_asked = festival or tet or people or looks["graduation"] > 0
        country = country_of(occurrence.shots, roll.name_place) if is_asked else None
        yield Scene(
            occurrence=occurrence,
            looks=looks,
            faces=seen,
            country=country,
            festival=festival or (tet if country == TET_COUNTRY else None),
        )


def _without_smaller_festivals(scenes: Sequence[Scene]) -> Iterator[Scene]:
    """Keep the largest event of each festival, and all that fall on none."""
    largest: dict[tuple[str, int], tuple[int, int]] = {}
    for place, scene in enumerate(scenes):
        if scene.festival is not None:
            key, size = (scene.festival.name, scene.festival.year), len(scene.occurrence.shots)
            if size > largest.get(key, (0, 0))[0]:
                largest[key] = size, place
    kept = {place for _, place in largest.values()}
    return (scene for place, scene in enumerate(scenes) if not scene.festival or place in kept)


def _sums(scene: Scene, of_day: OfDay, titles: Titles) -> Iterator[Sum]:
    """Weigh every occasion that an event may be."""
    shots = scene.occurrence.shots
    if scene.festival is not None:
        yield _festival(scene, scene.festival, of_day, titles)
        return
    for kind in BY_LOOK:
        if scene.looks[kind] > 0:
            yield _by_look(kind, scene, of_day, titles)
    if scene.faces is not None and scene.faces.shots:
        yield _party(scene, titles) if is_evening(shots) else _ceremony(scene, titles)
        yield _on_holiday(scene, titles)


def _festival(scene: Scene, festival: Festival, of_day: OfDay, titles: Titles) -> Sum:
    """Weigh the celebration of a festival."""
    shots = scene.occurrence.shots
    total = Sum(festival.name, shots)
    midnight = festival.name == "new_year" and spans_midnight_of(shots, festival.day)
    add_calendar(total, festival.day, titles, at_midnight=midnight)
    if name := public_holiday(festival.day, scene.country, titles.words.code):
        add_public_holiday(total, name, titles)
    if festival.name == "christmas" and scene.looks["christmas"] > 0:
        add_look(total, scene.looks["christmas"], titles)
    add_faces(total, scene.faces, titles)
    _add_years(total, scene, of_day, titles)
    return total


def _by_look(kind: str, scene: Scene, of_day: OfDay, titles: Titles) -> Sum:
    """Weigh what an event looks like."""
    total = Sum(kind, scene.occurrence.shots)
    add_look(total, scene.looks[kind], titles)
    add_faces(total, scene.faces, titles)
    day = day_of(scene.occurrence.shots[0])
    if kind == "graduation" and is_graduation_season(day, scene.country):
        add_season(total, day, titles)
    _add_years(total, scene, of_day, titles)
    return total


def _add_years(total: Sum, scene: Scene, of_day: OfDay, titles: Titles) -> None:
    if total.kind in YEARLY:
        add_other_years(total, other_years(scene.occurrence, of_day), titles)


def _party(scene: Scene, titles: Titles) -> Sum:
    """Weigh many faces in the evening at one spot."""
    total = Sum("party", scene.occurrence.shots)
    add_many_faces(total, scene.faces, titles)
    add_time_of_day(total, "why_evening", titles)
    add_one_spot(total, spread_km(scene.occurrence.shots), titles)
    return total


def _ceremony(scene: Scene, titles: Titles) -> Sum:
    """Weigh many faces in daytime where things look formal."""
    total = Sum("ceremony", scene.occurrence.shots)
    add_many_faces(total, scene.faces, titles)
    if is_daytime(scene.occurrence.shots):
        add_time_of_day(total, "why_daytime", titles)
    add_formal_look(total, scene.looks, titles)
    return total


def _on_holiday(scene: Scene, titles: Titles) -> Sum:
    """Weigh many faces on a public holiday of the country."""
    total = Sum("holiday", scene.occurrence.shots)
    name = public_holiday(day_of(scene.occurrence.shots[0]), scene.country, titles.words.code)
    if name:
        add_public_holiday(total, name, titles)
        add_many_faces(total, scene.faces, titles)
    return total


def _likeliest(found: Iterable[tuple[Scene, Sum]]) -> list[tuple[Scene, Sum]]:
    """Keep what is sure, every festival, and of each other occasion the likeliest few."""
    asked: Counter[str] = Counter()
    kept = []
    ordered = sorted(found, key=lambda one: (-one[1].odds, one[0].occurrence.event.start))
    for scene, total in ordered:
        if not _is_stated(total) and scene.festival is None:
            asked[total.kind] += 1
            if asked[total.kind] > MAX_ASKED:
                continue
        kept.append((scene, total))
    return kept


def _is_stated(total: Sum) -> bool:
    """A party, a ceremony and a holiday with people are only asked about."""
    return total.is_sure and total.kind not in ("party", "ceremony", "holiday")


def _proposal(scene: Scene, total: Sum, titles: Titles) -> Proposal:
    """Name the occasion of an event and say why it may be one."""
    shots = total.shots
    first, last = day_of(shots[0]), day_of(shots[-1])
    key = total.kind if _is_stated(total) else f"{total.kind}?"
    year = scene.festival.year if scene.festival else first.year
    is_holiday = total.kind == "holiday"
    name = public_holiday(first, scene.country, titles.words.code) if is_holiday else ""
    stated = 0.2 if _is_stated(total) else 0.0
    base = 0.5 if scene.festival else 0.4
    return Proposal(
        kind=SuggestionKind.OCCASION,
        occasion=total.kind,
        title=titles.words.say(key, year=year, name=name),
        subtitle=titles.subtitle(first, last, photos=len(shots)),
        shots=shots,
        score=base + stated + 0.02 * min(total.odds, 4.0),
        reasons=total.reasons,
    )


def without(proposals: Sequence[Proposal], taken: frozenset[PhotoId]) -> list[Proposal]:
    """Leave out what mostly consists of *taken* photos."""
    return [
        proposal
        for proposal in proposals
        if sum(shot.id in taken for shot in proposal.shots) <= 0.5 * len(proposal.shots)
    ]
