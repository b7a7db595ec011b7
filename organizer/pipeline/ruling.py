"""Rules that the user makes out of suggestions: kept to be read, and to be taken back."""

from __future__ import annotations

from statistics import median

from organizer.earth import distance_km
from organizer.errors import UsageError
from organizer.library import Library
from organizer.models import Circle, Photo, Rule, RuleId, RuleKind, Suggestion, SuggestionKind
from organizer.pipeline import regrouping
from organizer.pipeline.deciding import find_suggestion
from organizer.pipeline.naming import name_place
from organizer.pipeline.speaking import language_of
from organizer.suggestions.roll import local_day
from organizer.suggestions.rule_words import rule_sentence
from organizer.suggestions.sorts import sort_of

# "Never this place" means the place as one knows it: at least a neighbourhood, at most a city.
LEAST_RADIUS_KM, MOST_RADIUS_KM = 1.0, 15.0
COVERED = 0.9
DATED = (SuggestionKind.EVENT, SuggestionKind.OCCASION, SuggestionKind.TRIP)


def possible_rules(library: Library, suggestion: Suggestion) -> tuple[Rule, ...]:
    """The rules that can be made of a suggestion, not kept yet, the narrowest first."""
    made = (
        _not_an_event(library, suggestion),
        _never_remembered(suggestion),
        _never_date(suggestion),
        _never_place(library, suggestion),
        Rule(kind=RuleKind.LESS_OF_KIND, subject=sort_of(suggestion)),
    )
    return tuple(rule for rule in made if rule is not None)


def rule_of(library: Library, suggestion_id: str, kind: RuleKind) -> Rule:
    """The rule of one kind that can be made of a suggestion, not kept yet.

    Raises:
        NotFoundError: If there is no such suggestion.
        UsageError: If it gives no such rule.
    """
    suggestion = find_suggestion(library, suggestion_id)
    for rule in possible_rules(library, suggestion):
        if rule.kind is kind:
            return rule
    raise UsageError(f"“{suggestion.title}” gives no such rule.")


def keep_rule(library: Library, rule: Rule) -> Rule:
    """Follow a rule from now on; proposals are to be made anew."""
    with library.transaction():
        kept = library.rules.keep(rule)
        regrouping.mark_due(library)
    return kept


def take_rule_back(library: Library, rule_id: RuleId) -> None:
    """Follow a rule no more; proposals are to be made anew."""
    with library.transaction():
        library.rules.remove(rule_id)
        regrouping.mark_due(library)


def rules_in_words(library: Library) -> list[tuple[Rule, str]]:
    """Every rule with a sentence that says what it does."""
    language = language_of(library)
    return [(rule, rule_sentence(rule, language)) for rule in library.rules.all()]


def rule_in_words(library: Library, rule: Rule) -> str:
    """What a rule does, as a sentence."""
    return rule_sentence(rule, language_of(library))


def _not_an_event(library: Library, suggestion: Suggestion) -> Rule | None:
    """The rule names all photos of the event: a suggestion shows the best of them only."""
    if suggestion.kind not in (SuggestionKind.EVENT, SuggestionKind.OCCASION):
        return None
    ids = set(suggestion.photo_ids)
    with library.derived() as derived:
        events = {} if derived is None else derived.members_like("event_id", ids)
    most = max(events.values(), key=lambda members: len(ids.intersection(members)), default=())
    return Rule(
        kind=RuleKind.NOT_AN_EVENT, photo_ids=frozenset(most or ids), subject=suggestion.title
    )


def _never_remembered(suggestion: Suggestion) -> Rule | None:
    if suggestion.kind is not SuggestionKind.OCCASION or not suggestion.subject:
        return None
    return Rule(kind=RuleKind.NEVER_REMEMBERED, subject=suggestion.subject)


def _never_date(suggestion: Suggestion) -> Rule | None:
    if suggestion.kind not in DATED or suggestion.start is None or suggestion.end is None:
        return None
    first, last = local_day(suggestion.start), local_day(suggestion.end)
    # a single day is meant as a date, which comes back
    return Rule(kind=RuleKind.NEVER_DATE, first_day=first, last_day=last, every_year=first == last)


def _never_place(library: Library, suggestion: Suggestion) -> Rule | None:
    if suggestion.kind not in DATED:
        return None
    circle = circle_around(library.photos.get_many(suggestion.photo_ids))
    if circle is None:
        return None
    place = name_place(circle.latitude, circle.longitude, language_of(library))
    return Rule(kind=RuleKind.NEVER_PLACE, circle=circle, subject=place.name if place else "")


def circle_around(photos: list[Photo]) -> Circle | None:
    """A circle that holds most of the located photos; None when none is located."""
    spots = [
        (photo.latitude, photo.longitude)
        for photo in photos
        if photo.latitude is not None and photo.longitude is not None
    ]
    if not spots:
        return None
    origin = spots[0][1]
    east = [(longitude - origin + 540) % 360 - 180 for _, longitude in spots]
    middle = (
        median(latitude for latitude, _ in spots),
        (origin + median(east) + 540) % 360 - 180,
    )
    away = sorted(distance_km(middle, spot) for spot in spots)
    reach = away[min(len(away) - 1, int(COVERED * len(away)))]
    radius_km = min(MOST_RADIUS_KM, max(LEAST_RADIUS_KM, reach))
    return Circle(round(middle[0], 5), round(middle[1], 5), round(radius_km, 1))
