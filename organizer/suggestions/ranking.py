"""Leaves out what was decided or says the same twice, and puts the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from organizer.models import Decision, Photo, SuggestionKind
from organizer.suggestions.proposals import Proposal, identity

MAX_OVERLAP = 0.6
# Kinds that tell of one stretch of time: a dismissed one speaks for the others too.
DATED = frozenset({SuggestionKind.EVENT, SuggestionKind.TRIP, SuggestionKind.OCCASION})
MAX_OF_KIND = {
    SuggestionKind.TRIP: 40,
    SuggestionKind.OCCASION: 40,
    SuggestionKind.EVENT: 6,
    SuggestionKind.THEME: 5,
    SuggestionKind.RECAP: 3,
}
REPEAT_COST = 0.015


def rank(proposals: Iterable[Proposal], decisions: Sequence[Decision]) -> list[Proposal]:
    """Give the proposals that are still to be asked, the best and most varied first."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=_order):
        if not is_decided(proposal, decisions) and not _is_told(proposal, kept):
            kept.append(proposal)
    seen: Counter[SuggestionKind] = Counter()
    varied: list[tuple[float, Proposal]] = []
    for proposal in kept:
        if seen[proposal.kind] < MAX_OF_KIND.get(proposal.kind, 1):
            varied.append((proposal.score - REPEAT_COST * seen[proposal.kind], proposal))
            seen[proposal.kind] += 1
    varied.sort(key=lambda pair: -pair[0])
    return [proposal for _, proposal in varied]


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


def _is_told(proposal: Proposal, kept: Sequence[Proposal]) -> bool:
    """Tell whether a better proposal of the same sort already shows most of it."""
    ids = {shot.id for shot in proposal.shots}
    for other in kept:
        is_same_sort = other.kind is proposal.kind or {other.kind, proposal.kind} <= DATED
        if is_same_sort and len(ids & {shot.id for shot in other.shots}) > MAX_OVERLAP * len(ids):
            return True
    return False


def _order(proposal: Proposal) -> tuple[float, bool, str]:
    """Sort by score, then the later first, then by content."""
    return -round(proposal.score, 6), False, _marks(proposal.shots)


def _marks(shots: Iterable[Photo]) -> str:
    """Give a text that depends on the photos only."""
    return min(f"{shot.taken_at} {shot.content_hash}" for shot in shots)
