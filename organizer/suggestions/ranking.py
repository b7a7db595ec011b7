"""Leaves out what was decided or says the same twice, and puts the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from organizer.models import Decision, PhotoId, SuggestionKind
from organizer.suggestions.proposals import Proposal, identity
from organizer.suggestions.roll import day_of, time_order

MAX_OVERLAP = 0.6
# Kinds that tell of one stretch of time: a dismissed one speaks for the others too.
DATED = frozenset({SuggestionKind.EVENT, SuggestionKind.TRIP, SuggestionKind.OCCASION})
MAX_OF_KIND = {
    SuggestionKind.TRIP: 40,
    SuggestionKind.OCCASION: 40,
    SuggestionKind.EVENT: 6,
    SuggestionKind.THEME: 5,
    SuggestionKind.TAUGHT: 10,
    SuggestionKind.RECAP: 3,
}
REPEAT_COST = 0.03
LEAST_STEP = 0.0005


def rank(proposals: Iterable[Proposal], decisions: Sequence[Decision]) -> list[Proposal]:
    """Give the proposals that are still to be asked, the best and most varied first."""
    kept: list[tuple[float, Proposal]] = []
    told: list[tuple[SuggestionKind, frozenset[PhotoId]]] = []
    seen: Counter[SuggestionKind] = Counter()
    for proposal in sorted(proposals, key=_order):
        kind, ids = proposal.kind, frozenset(shot.id for shot in proposal.shots)
        if seen[kind] >= MAX_OF_KIND.get(kind, 1):
            continue
        if _is_told(kind, ids, told) or is_decided(proposal, decisions):
            continue
        kept.append((proposal.score - REPEAT_COST * seen[kind], proposal))
        told.append((kind, ids))
        seen[kind] += 1
    kept.sort(key=lambda pair: -pair[0])
    return _falling(proposal for _, proposal in kept)


def _falling(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Lower scores where needed, so that they fall in the order given."""
    falling: list[Proposal] = []
    limit = 1.0
    for proposal in proposals:
        limit = max(0.0, min(limit - LEAST_STEP, proposal.score))
        falling.append(replace(proposal, score=limit))
    return falling


def is_decided(proposal: Proposal, decisions: Sequence[Decision]) -> bool:
    """Tell whether the user already said yes or no to this, or to most of it."""
    ids = frozenset(shot.id for shot in proposal.shots)
    own_id = identity(proposal.kind, proposal.shots)
    for decision in decisions:
        if decision.suggestion_id == own_id:
            return True
        common = len(ids & decision.photo_ids)
        if decision.suggestion_kind is proposal.kind:
            share = common / max(1, min(len(ids), len(decision.photo_ids)))
        elif proposal.kind in DATED and decision.suggestion_kind in DATED:
            share = common / len(ids)
        else:
            continue
        if share > MAX_OVERLAP:
            return True
    return False


def _is_told(
    kind: SuggestionKind,
    ids: frozenset[PhotoId],
    told: Sequence[tuple[SuggestionKind, frozenset[PhotoId]]],
) -> bool:
    """Tell whether a better proposal of the same sort already shows most of it."""
    return any(
        (other is kind or {other, kind} <= DATED) and len(ids & shown) > MAX_OVERLAP * len(ids)
        for other, shown in told
    )


def _order(proposal: Proposal) -> tuple[float, int, str]:
    """Sort by score, then the later first, then by content."""
    latest = max(proposal.shots, key=time_order)
    return -round(proposal.score, 6), -day_of(latest).toordinal(), latest.content_hash
