"""A proposal on its way to become a suggestion, and the identity it gets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from organizer.models import Photo, Reason, Suggestion, SuggestionKind
from organizer.suggestions.choosing import choose_cover
from organizer.suggestions.roll import Roll, taken_at, time_order
from organizer.suggestions.titles import MAX_TITLE, shortened

ID_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Proposal:
    """Photos for an album with a name, a score from 0 to 1 and the evidence.

    Attributes:
        subject: What it is about where the kind says too little: the name of a date to remember,
            or of a theme.
    """

    kind: SuggestionKind
    title: str
    subtitle: str
    shots: tuple[Photo, ...]
    score: float
    reasons: tuple[Reason, ...]
    occasion: str | None = None
    subject: str = ""


def make_suggestion(proposal: Proposal, roll: Roll) -> Suggestion:
    """Give a proposal its cover and its identity."""
    shots = sorted(proposal.shots, key=time_order)
    return Suggestion(
        id=identity(proposal.kind, shots),
        kind=proposal.kind,
        title=shortened(proposal.title, MAX_TITLE),
        subtitle=proposal.subtitle,
        photo_ids=tuple(shot.id for shot in shots),
        cover_id=choose_cover(shots, roll).id,
        score=round(proposal.score, 4),
        reasons=proposal.reasons,
        occasion=proposal.occasion,
        subject=proposal.subject,
        start=taken_at(shots[0]),
        end=taken_at(shots[-1]),
    )


def identity(kind: SuggestionKind, shots: Iterable[Photo]) -> str:
    """Name a suggestion after its kind and the content of its photos, whatever their order."""
    digest = blake2b(digest_size=ID_BYTES)
    for mark in sorted(shot.content_hash or str(shot.path) for shot in shots):
        digest.update(mark.encode("utf-8", "surrogateescape") + b"\0")
    return f"{kind.value}-{digest.hexdigest()}"


def reason(
    text: str,
    shots: Iterable[Photo],
    *,
    value: float | None = None,
    threshold: float | None = None,
) -> Reason:
    """Tie a sentence to the photos that carry it, what was measured and what had to be reached."""
    carriers = tuple(shot.id for shot in sorted(shots, key=time_order))
    return Reason(text=text, photo_ids=carriers, value=value, threshold=threshold)
