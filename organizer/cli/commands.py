"""What each command does, over the pipeline."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from organizer import pipeline
from organizer.cli.albums import albums, export
from organizer.cli.consenting import consent, tell_of_questions
from organizer.cli.copies import back_up
from organizer.cli.dates import dates, fix_date
from organizer.cli.erasing import erase, forget
from organizer.cli.hiding import hide, unhide
from organizer.cli.leaving_out import exclude
from organizer.cli.privacy import privacy
from organizer.cli.problems import list_problems
from organizer.cli.rules import homes, rule, rules
from organizer.cli.screen import Screen, plural, print_line
from organizer.cli.themes import teach, themes
from organizer.cli.zones import zones
from organizer.errors import SwitchOffError, UsageError
from organizer.library import Library
from organizer.pipeline import consenting

Act = Callable[[Library, argparse.Namespace, Screen], int]


def do(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Do what the words ask for; returns the exit code."""
    acts: dict[str, Act] = {
        "organize": _organize,
        "suggestions": _switch,
        "suggest": _suggest,
        "albums": albums,
        "export": export,
        "dates": dates,
        "dismiss": _dismiss,
        "hide": hide,
        "unhide": unhide,
        "rule": rule,
        "rules": rules,
        "homes": homes,
        "zones": zones,
        "teach": teach,
        "themes": themes,
        "fix-date": fix_date,
        "exclude": exclude,
        "privacy": privacy,
        "consent": consent,
        "erase": erase,
        "forget": forget,
        "problems": list_problems,
        "backup": back_up,
    }
    return acts[options.command](library, options, screen)


def _organize(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    added = pipeline.add_folders(library, options.folders)
    for note in added.notes:
        screen.say(note)
    missing = [path for path in options.folders if not path.exists()]
    if options.json and options.json != "-":  # said before the work, not after it
        pipeline.refuse_photo_folders(library, Path(options.json))
    if options.suggestions == "on":
        _say_yes(library, added)
    timing = pipeline.organize(library, progress=screen.progress(), workers=options.workers)
    screen.end_line()
    for note in timing.notes:
        screen.say(note)
    tell_of_questions(library)
    if options.json:
        _write_report(library, options.json, timing)
    _summarize(library, sys.stderr if options.json == "-" else sys.stdout)
    return 1 if missing else 0


def _say_yes(library: Library, added: pipeline.AddedFolders) -> None:
    """A yes beside folders is one for these folders too."""
    if not pipeline.suggestions_are_on(library):
        pipeline.turn_suggestions_on(library)
    asking = consenting.folders_that_ask(library)
    for folder in asking:
        if folder.id in {one.id for one in added.added}:
            consenting.say_yes(library, folder_id=folder.id)


def _summarize(library: Library, out: TextIO) -> None:
    readable, unread = library.photos.count(), library.photos.count_unread()
    folders = len(library.folders.all())
    print_line(out, f"{plural(readable, 'photo')} in {plural(folders, 'folder')}.")
    if unread:
        print_line(out, f"{unread:,} could not be read: see “homeroll problems”.")
    if not pipeline.suggestions_are_on(library):
        print_line(
            out,
            "Suggestions are off. “homeroll suggestions on” lets Homeroll look at your photos, "
            "on this computer only, and propose albums.",
        )
        return
    _list_suggestions(library, out)


def _list_suggestions(library: Library, out: TextIO) -> None:
    found = pipeline.open_suggestions(library)
    if not found:
        print_line(out, "No album to propose yet.")
    for suggestion in found:
        print_line(out, f"\n{suggestion.title}   [{suggestion.id}]")
        print_line(out, f"  {suggestion.subtitle}")
        for reason in suggestion.reasons:
            print_line(out, f"  · {reason.text}")


def _switch(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    match options.to:
        case "on" if pipeline.suggestions_are_on(library):
            screen.say("Suggestions are on already.")
        case "on":
            pipeline.turn_suggestions_on(library)
            if library.photos.count():
                progress = screen.progress()
                pipeline.organize(library, progress=progress, workers=options.workers)
                screen.end_line()
            print_line(sys.stdout, "Suggestions are on. “homeroll suggest” shows them.")
        case "off":
            receipt = pipeline.turn_suggestions_off(library)
            print_line(sys.stdout, f"Suggestions are off. {pipeline.describe_receipt(receipt)}")
            return 0 if receipt.complete else 1
        case _:
            print_line(sys.stdout, "on" if pipeline.suggestions_are_on(library) else "off")
    return 0


def _dismiss(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    pipeline.dismiss_suggestion(library, options.suggestion_id)
    return 0


def _suggest(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    if not pipeline.suggestions_are_on(library):
        raise SwitchOffError
    from organizer.pipeline.proposing import propose

    propose(library, progress=screen.progress())
    screen.end_line()
    if options.json:
        _write_report(library, options.json, None)
    _list_suggestions(library, sys.stderr if options.json == "-" else sys.stdout)
    return 0


def _write_report(library: Library, file: str, timing: pipeline.Timing | None) -> None:
    from organizer.pipeline.reporting import write_report

    if file == "-":
        write_report(library, sys.stdout, timing)
        return
    place = Path(file)
    pipeline.refuse_photo_folders(library, place)
    unfinished = place.with_name(place.name + ".unfinished")  # a former report stays until then
    try:
        with unfinished.open("w", encoding="ascii") as out:
            write_report(library, out, timing)
        unfinished.replace(place)
    except OSError as error:
        raise UsageError(f"The report “{file}” cannot be written: {error.strerror}.") from error
