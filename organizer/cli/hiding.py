"""Hiding photos, places and days, and showing them again, at the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from organizer import pipeline
from organizer.cli.finding import circle, days, ids_at
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Circle, Rule, RuleKind
from organizer.pipeline import hiding

_NEAR_DEGREES = 1e-4


def hide(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Show photos, a place or days nowhere."""
    _require_one(options, "hide")
    if options.place:
        where = circle(options.place)
        place = pipeline.name_place(where.latitude, where.longitude)
        _say_rule(library, hiding.hide_place(library, where, place.name if place else ""))
    elif options.day:
        _say_rule(library, hiding.hide_days(library, *days(options.day)))
    else:
        ids = ids_at(library, options.paths)
        hiding.hide_photos(library, ids)
        print_line(sys.stdout, f"{plural(len(ids), 'photo')} hidden.")
    return 0


def unhide(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Take that back."""
    _require_one(options, "unhide")
    if options.place or options.day:
        found = _rules_meant(library, options.place, options.day)
        for rule in found:
            _take_back(library, rule)
        print_line(sys.stdout, "What was taken there or then is to be seen again.")
    else:
        _show_photos(library, options.paths)
    return 0


def _show_photos(library: Library, paths: Sequence[Path]) -> None:
    ids = ids_at(library, paths)
    left = hiding.show_photos(library, ids)
    print_line(sys.stdout, f"{plural(len(ids) - left, 'photo')} to be seen again.")
    if left:
        print_line(
            sys.stdout,
            f"{plural(left, 'photo')} stay hidden because of the place or the day: "
            "“homeroll rules” lists what hides them.",
        )


def _require_one(options: argparse.Namespace, command: str) -> None:
    if sum(map(bool, (options.paths, options.place, options.day))) != 1:
        raise UsageError(
            f"What? “homeroll {command} PATH…”, “--place LAT,LON,KM” or “--day YYYY-MM-DD”."
        )


def _say_rule(library: Library, rule: Rule) -> None:
    from organizer.pipeline import ruling  # numpy takes its time

    print_line(sys.stdout, f"{rule.id}  {ruling.rule_in_words(library, rule)}")


def _take_back(library: Library, rule: Rule) -> None:
    from organizer.pipeline import ruling  # numpy takes its time

    if rule.id is not None:
        ruling.take_rule_back(library, rule.id)


def _rules_meant(library: Library, place: str | None, day: str | None) -> list[Rule]:
    rules = hiding.hiding_rules(library)
    if place:
        where = circle(place)
        found = [rule for rule in rules if rule.circle and _is_same(rule.circle, where)]
    else:
        span = days(day or "")
        found = [
            rule
            for rule in rules
            if rule.kind is RuleKind.HIDDEN_DATE and (rule.first_day, rule.last_day) == span
        ]
    if not found:
        raise NotFoundError(
            f"“{place or day}” is not hidden.", hint="“homeroll rules” lists what is."
        )
    return found


def _is_same(one: Circle, other: Circle) -> bool:
    """Whether both are the same place; the same radius is not asked for exactly."""
    return (
        abs(one.latitude - other.latitude) < _NEAR_DEGREES
        and abs(one.longitude - other.longitude) < _NEAR_DEGREES
        and abs(one.radius_km - other.radius_km) < one.radius_km / 100
    )
