"""An occasion as a sum of log-odds: every term is a reason, and can be read and argued with.

Zero is as likely as not: from there on an occasion is asked about; from ``SURE_ODDS`` on (seven
to one) it is stated. The weights are set by hand, so that look alone asks and never states, and the
calendar alone asks; docs/themes.md says how far looks can be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from organizer.models import Photo, Reason
from organizer.suggestions.evidence import LOOK_POINTS
from organizer.suggestions.gatherings import Faces
from organizer.suggestions.proposals import reason

SURE_ODDS = 2.0
# Before anything is known; a look at its point just makes up for it, and so does a festival's day.
PRIOR: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("birthday", "concert", "graduation", "sports", "wedding"), -2.0),
        **dict.fromkeys(("christmas", "halloween", "new_year", "tet"), -1.0),
        "holiday": -2.0,
        **dict.fromkeys(("party", "ceremony"), -3.0),
    }
)
LOOK_AT_POINT, LOOK_A_SPREAD, MOST_LOOK, NO_LOOK = 2.0, 0.4, 3.5, -0.5
FESTIVAL_DAY, PUBLIC_HOLIDAY, SEASON, MIDNIGHT = 1.5, 0.5, 0.5, 1.5
A_YEAR_AGAIN, MOST_YEARS = 0.4, 2
# Faces a photo: from FEW_FACES on people came together, from MANY_FACES on it is a crowd.
FEW_FACES, MANY_FACES, HARDLY_A_FACE = 1.0, 2.5, 0.15
GATHERED, CROWDED, NOBODY = 0.5, 1.0, -1.5
# Without people these are unlikely; a festival may also be a tree, or fireworks.
PEOPLE_KINDS = frozenset({"birthday", "graduation", "wedding"})
FESTIVALS = frozenset({"christmas", "halloween", "new_year", "tet"})
MANY, HOUR, SPOT, FORMAL = 1.5, 1.0, 1.0, 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """One piece of evidence, in log-odds, and the reason that tells it."""

    odds: float
    reason: Reason


@dataclass(slots=True)
class Sum:
    """The evidence for an event being an occasion."""

    kind: str
    shots: tuple[Photo, ...]
    terms: list[Term] = field(default_factory=list)
    odds: float = 0.0

    def __post_init__(self) -> None:
        self.odds = PRIOR[self.kind]

    def add(
        self,
        odds: float,
        text: str,
        *,
        shots: Iterable[Photo] | None = None,
        value: float | None = None,
        threshold: float | None = None,
    ) -> None:
        """Add a term with its sentence."""
        carriers = self.shots if shots is None else shots
        self.add_reason(odds, reason(text, carriers, value=value, threshold=threshold))

    def add_reason(self, odds: float, why: Reason) -> None:
        """Add a term whose reason is made already."""
        self.terms.append(Term(odds, why))
        self.odds = round(self.odds + odds, 6)

    @property
    def is_asked(self) -> bool:
        """Whether it is as likely as not, or more."""
        return self.odds >= 0

    @property
    def is_sure(self) -> bool:
        """Whether it may be stated."""
        return self.odds >= SURE_ODDS

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The terms, the weightiest first."""
        weighty = sorted(self.terms, key=lambda term: -term.odds)
        return tuple(term.reason for term in weighty)


def look_odds(theme: str, spread: float) -> float:
    """The log-odds of standing out by so many spreads; below the point they fall evenly."""
    point = LOOK_POINTS[theme].spreads
    if spread >= point:
        return min(MOST_LOOK, LOOK_AT_POINT + LOOK_A_SPREAD * (spread - point))
    return round(NO_LOOK + (LOOK_AT_POINT - NO_LOOK) * spread / point, 6)


def faces_odds(kind: str, faces: Faces) -> float:
    """The log-odds of so many faces; none for occasions that say nothing of people."""
    if kind not in PEOPLE_KINDS | FESTIVALS:
        return 0.0
    if faces.a_photo >= MANY_FACES:
        return CROWDED
    if faces.a_photo >= FEW_FACES:
        return GATHERED
    return NOBODY if faces.a_photo <= HARDLY_A_FACE and kind in PEOPLE_KINDS else 0.0
