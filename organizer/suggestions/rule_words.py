"""Rules as sentences."""

from __future__ import annotations

from organizer.models import Rule, RuleKind
from organizer.suggestions.titles import Titles, shortened


def rule_sentence(rule: Rule, language: str) -> str:
    """Say what a rule does, in the user's language."""
    titles = Titles.of(language)
    say = titles.words.say
    match rule.kind:
        case RuleKind.NOT_AN_EVENT:
            return say("rule_not_an_event", title=shortened(rule.subject))
        case RuleKind.NEVER_REMEMBERED:
            return say("rule_never_remembered", name=shortened(rule.subject))
        case RuleKind.NEVER_PLACE:
            return say("rule_never_place", place=_where(rule, titles))
        case RuleKind.HIDDEN_PLACE:
            return say("rule_hidden_place", place=_where(rule, titles))
        case RuleKind.NEVER_DATE:
            return say("rule_never_date", dates=_when(rule, titles))
        case RuleKind.HIDDEN_DATE:
            return say("rule_hidden_date", dates=_when(rule, titles))
        case RuleKind.LESS_OF_KIND:
            return say("rule_less_of_kind", sort=sort_in_words(rule.subject, titles))


def sort_in_words(sort: str, titles: Titles) -> str:
    """Name a sort of album as :func:`organizer.suggestions.sorts.sort_of` gives it."""
    kind, _, which = sort.partition(":")
    if kind == "taught":
        return shortened(which)
    key = f"theme_{which}" if kind == "theme" else f"sort_{which or kind}"
    return titles.words.say(key) if key in titles.words.messages else which or kind


def _where(rule: Rule, titles: Titles) -> str:
    """Say which neighbourhood is meant."""
    circle = rule.circle
    if circle is None:
        return shortened(rule.subject)
    place = shortened(rule.subject) or f"{circle.latitude:.3f}, {circle.longitude:.3f}"
    return titles.words.say("within_km", km=f"{circle.radius_km:g}", place=place)


def _when(rule: Rule, titles: Titles) -> str:
    """Say which days are meant."""
    if rule.first_day is None:
        return ""
    if rule.every_year:
        month = titles.words.months[rule.first_day.month - 1]
        return titles.words.say("every_year", day=rule.first_day.day, month=month)
    return titles.days(rule.first_day, rule.last_day or rule.first_day)
