"""Themes that are taught by examples, at the command line."""

from __future__ import annotations

import argparse
import sys

from organizer.cli.finding import ids_at
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import TaughtTheme
from organizer.pipeline import teaching


def teach(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Begin a theme with examples, or show more of them to a theme that is there."""
    ids = ids_at(library, options.paths)
    theme = _named(library, options.name)
    if theme is None:
        theme = teaching.teach_theme(library, options.name, ids)
    else:
        teaching.say_shown(library, theme.id, ids)
    known = _named(library, options.name) or theme
    count = len(known.shown)
    print_line(sys.stdout, f"“{theme.name}” knows {plural(count, 'example')}.")
    return 0


def themes(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """List the taught themes, or forget one."""
    if options.what == "list":
        for theme in teaching.taught_themes(library):
            print_line(sys.stdout, f"{theme.name}  ({plural(len(theme.shown), 'example')})")
        return 0
    if not options.name:
        raise UsageError("Which one? “homeroll themes remove NAME”.")
    found = _named(library, options.name)
    if found is None:
        raise NotFoundError(
            f"There is no theme “{options.name}”.", hint="“homeroll themes” lists them."
        )
    teaching.forget_theme(library, found.id)
    print_line(sys.stdout, f"“{found.name}” and its examples are forgotten.")
    return 0


def _named(library: Library, name: str) -> TaughtTheme | None:
    wanted = name.strip().casefold()
    known = teaching.taught_themes(library)
    return next((theme for theme in known if theme.name.casefold() == wanted), None)
