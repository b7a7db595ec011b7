"""Proposes albums of one subject over several days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from organizer.models import Photo, PhotoId, SuggestionKind, ThemeScore
from organizer.suggestions.choosing import choose_varied
from organizer.suggestions.proposals import Proposal, reason
from organizer.suggestions.roll import Roll, days_of, time_order
from organizer.suggestions.titles import Titles

MIN_SHOTS = 12
MIN_DAYS = 4
MAX_OF_EVENT = 4
MAX_SHOTS = 60
LEAST_SCORE = 0.9
# Themes that are right nine times of ten, on single photos (8 or more labelled ones stand behind
# that) or over an event as a whole; docs/themes.md has the figures.
PROVEN_THEMES = (
    *("beach", "bike_motorcycle", "boats", "concert", "dog"),
    *("sights", "snow_ski", "sports", "wildlife_zoo"),
)


def propose_themes(
    roll: Roll, themes: Mapping[PhotoId, tuple[ThemeScore, ...]], *, titles: Titles
) -> list[Proposal]:
    """Propose one album for each proven theme with enough photos from enough days."""
    showing: dict[str, list[Photo]] = defaultdict(list)
    for shot in roll.shots:
        for theme in themes.get(shot.id, ()):
            if theme.score >= LEAST_SCORE and theme.name in PROVEN_THEMES:
                showing[theme.name].append(shot)
    proposals = []
    for name in sorted(showing):
        shots = _few_of_each_event(showing[name], roll)
        if len(shots) >= MIN_SHOTS and len(days_of(shots)) >= MIN_DAYS:
            proposals.append(_proposal(name, shots, titles))
    return proposals


def _few_of_each_event(shots: Sequence[Photo], roll: Roll) -> list[Photo]:
    """Choose a few varied shots of each event or, outside of events, of each day."""
    together: dict[object, list[Photo]] = defaultdict(list)
    for shot in shots:
        day = days_of([shot])[0]
        together[roll.event_of.get(shot.id, day)].append(shot)
    few = [
        shot
        for members in together.values()
        for shot in choose_varied(members, roll, count=MAX_OF_EVENT)
    ]
    return choose_varied(sorted(few, key=time_order), roll, count=MAX_SHOTS)


def _proposal(name: str, shots: Sequence[Photo], titles: Titles) -> Proposal:
    """Name the theme and say why these photos show it."""
    say = titles.words.say
    days = days_of(shots)
    return Proposal(
        kind=SuggestionKind.THEME,
        subject=name,
        title=say(f"theme_{name}"),
        subtitle=titles.subtitle(days[0], days[-1], photos=len(shots)),
        shots=tuple(shots),
        score=min(0.75, 0.45 + 0.005 * len(shots)),
        reasons=(
            reason(say("why_theme", count=len(shots), least=LEAST_SCORE), shots),
            reason(say("why_theme_days", count=len(days), most=MAX_OF_EVENT), shots),
        ),
    )
