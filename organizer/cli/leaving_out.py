"""What is left out of Homeroll, at the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from organizer import pipeline
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Exclusion

_HINT = "“homeroll exclude” lists what is left out."


def exclude(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """List what is left out, leave something out, or take it in again."""
    match options.what:
        case "list":
            _list(library)
            return 0
        case _ if not options.name:
            raise UsageError(f"What? “homeroll exclude {options.what} FOLDER|PATTERN”.")
        case "add":
            added = pipeline.leave_out(library, _meant(library, options.name))
            print_line(
                sys.stdout, f"{_name(added)} is left out: {plural(added.photos, 'photo')} so far."
            )
        case _:
            found = _find(library, options.name)
            pipeline.take_in_again(library, found.id)
            print_line(sys.stdout, f"{_name(found)} is taken in again.")
    progress = screen.progress()
    pipeline.organize(library, progress=progress, workers=options.workers, only_news=True)
    screen.end_line()
    return 0


def _list(library: Library) -> None:
    found = pipeline.left_out(library)
    if not found:
        print_line(sys.stdout, "Nothing is left out.")
    for one in found:
        met = [
            plural(number, thing)
            for number, thing in ((one.folders, "folder"), (one.files, "file"))
            if number
        ]
        then = f"{plural(one.photos, 'photo')} when it was left out"
        last = " and ".join(met) or "nothing"
        print_line(sys.stdout, f"{_name(one)}  ({then}; the last scan passed by {last})")


def _name(one: Exclusion) -> str:
    return str(one.folder) if one.folder is not None else one.pattern


def _meant(library: Library, text: str) -> Path | str:
    """A folder where the words name one that could be left out; else a pattern."""
    path = Path(text).expanduser()
    if path.is_absolute():
        return path
    inside = [f for f in library.folders.all() if path.resolve().is_relative_to(f.path)]
    return path if path.is_dir() and inside else text


def _find(library: Library, text: str) -> Exclusion:
    path = Path(text).expanduser().resolve()
    for one in pipeline.left_out(library):
        if one.pattern.casefold() == text.casefold() or path == one.folder:
            return one
    raise NotFoundError(f"“{text}” is not left out.", hint=_HINT)
