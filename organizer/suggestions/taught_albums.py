"""Proposes an album of each taught theme: its examples, and what surely shows the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from organizer.models import Photo, SuggestionKind, TaughtScore, TaughtTheme
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Roll, days_of
from organizer.suggestions.titles import MAX_TITLE, Titles, shortened

# With fewer than these beyond the examples there is nothing that the user has not seen.
MIN_FOUND = 3
MAX_FOUND = 200

Found = Mapping[TaughtTheme, Sequence[TaughtScore]]


def propose_taught(roll: Roll, found: Found, *, titles: Titles) -> list[Proposal]:
    """Propose the themes that the user taught.

    Args:
        roll: The photos.
        found: For each theme the photos that surely show it, the surest first.
        titles: Speaks the user's language.
    """
    shown = {shot.id: shot for shot in roll.shots}
    proposals = []
    for theme in sorted(found, key=lambda theme: (theme.name, theme.id)):
        scores = [score for score in found[theme] if score.photo_id in shown][:MAX_FOUND]
        if len(scores) >= MIN_FOUND:
            examples = [shot for shot in roll.shots if shot.id in theme.shown]
            sure = [shown[score.photo_id] for score in scores]
            proposals.append(_proposal(theme, examples, sure, scores[-1].probability, titles))
    return proposals


def _proposal(
    theme: TaughtTheme,
    examples: Sequence[Photo],
    sure: Sequence[Photo],
    least: float,
    titles: Titles,
) -> Proposal:
    """Name the album as the user named the theme, and say what is in it."""
    say = titles.words.say
    shots = tuple({shot.id: shot for shot in (*examples, *sure)}.values())
    days = days_of(shots)
    return Proposal(
        kind=SuggestionKind.TAUGHT,
        subject=theme.name,
        title=shortened(theme.name, MAX_TITLE),
        subtitle=titles.subtitle(days[0], days[-1], photos=len(shots)),
        shots=shots,
        score=min(0.85, 0.65 + 0.002 * len(shots)),
        reasons=(
            reason(say("why_examples", count=len(examples)), examples),
            reason(
                say("why_taught", count=len(sure), least=f"{least:.2f}"),
                sure,
                value=len(sure),
                threshold=MIN_FOUND,
            ),
        ),
    )
