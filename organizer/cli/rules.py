"""Rules made of suggestions, and homes, at the command line."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from organizer import pipeline
from organizer.cli.finding import day, spot
from organizer.cli.screen import Screen, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import RuleKind
from organizer.pipeline import dwelling

RULE_WORDS = {
    "not-an-event": RuleKind.NOT_AN_EVENT,
    "never-place": RuleKind.NEVER_PLACE,
    "never-date": RuleKind.NEVER_DATE,
    "never-remembered": RuleKind.NEVER_REMEMBERED,
    "less": RuleKind.LESS_OF_KIND,
}


def rule(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Make a rule of a suggestion."""
    from organizer.pipeline import ruling  # numpy takes its time

    made = ruling.rule_of(library, options.suggestion_id, RULE_WORDS[options.kind])
    kept = ruling.keep_rule(library, made)
    print_line(sys.stdout, f"{kept.id}  {ruling.rule_in_words(library, kept)}")
    return 0


def rules(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """List the rules, or take one back."""
    from organizer.pipeline import ruling  # numpy takes its time

    known = ruling.rules_in_words(library)
    if options.what == "list":
        for kept, sentence in known:
            print_line(sys.stdout, f"{kept.id}  {sentence}")
        if not known:
            print_line(sys.stdout, "No rules.")
        return 0
    if not options.number:
        raise UsageError("Which one? “homeroll rules remove N”.")
    for kept, sentence in known:
        if kept.id is not None and str(kept.id) == options.number:
            ruling.take_rule_back(library, kept.id)
            print_line(sys.stdout, f"Taken back: {sentence}")
            return 0
    raise NotFoundError(
        f"There is no rule {options.number}.", hint="“homeroll rules” lists those there are."
    )


def homes(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """List the homes, or say that a place is one or none."""
    if options.what == "list":
        _list_homes(library, screen)
        return 0
    if not options.place:
        raise UsageError(f"Where? “homeroll homes {options.what} LAT,LON”.")
    latitude, longitude = spot(options.place)
    if options.what == "remove":
        if options.first or options.last:
            raise UsageError("No home has no days: “homeroll homes remove LAT,LON”.")
        dwelling.say_no_home(library, latitude, longitude)
        print_line(sys.stdout, f"{_name(latitude, longitude)} is no home.")
        return 0
    first = day(options.first) if options.first else None
    last = day(options.last) if options.last else None
    if first and last and last < first:
        raise UsageError("The last day lies before the first.")
    dwelling.say_home(library, latitude, longitude, first_day=first, last_day=last)
    print_line(sys.stdout, f"{_name(latitude, longitude)} is a home.")
    return 0


def _list_homes(library: Library, screen: Screen) -> None:
    """What proposals go by; with the switch off only the user's own words are known."""
    if not pipeline.suggestions_are_on(library):
        screen.say("Suggestions are off: only what you said yourself is known.")
    for listed in dwelling.list_homes(library):
        home = listed.home
        first = None if home.first_day == date.min else home.first_day
        last = None if home.last_day == date.max else home.last_day
        how = "said" if home.said else "found"
        _say_home((home.latitude, home.longitude), first, last, how)
    for word in dwelling.not_homes(library):
        where = (word.latitude, word.longitude)
        print_line(sys.stdout, f"{_spot(where)}  {_name(*where)}  (no home)")


def _say_home(where: tuple[float, float], first: date | None, last: date | None, how: str) -> None:
    span = f"{first or ''}..{last or ''}"
    print_line(sys.stdout, f"{_spot(where)}  {_name(*where)}  {span}  ({how})")


def _spot(where: tuple[float, float]) -> str:
    return f"{where[0]:.5f},{where[1]:.5f}"


def _name(latitude: float, longitude: float) -> str:
    place = pipeline.name_place(latitude, longitude)
    return f"{place.name}, {place.country}" if place else f"{latitude:.3f}, {longitude:.3f}"
