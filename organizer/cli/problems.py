"""What could not be read, listed or believed, at the command line."""

from __future__ import annotations

import argparse
import sys

from organizer import pipeline
from organizer.cli.screen import Screen, print_line
from organizer.library import Library


def list_problems(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Print a line for each; first read again what could not be read, if that is wished."""
    # a folder that could not be listed is tried by looking again, whatever else there is
    if options.try_again and (pipeline.try_problems_again(library) or library.notes.count()):
        pipeline.organize(library, progress=screen.progress(), workers=options.workers)
        screen.end_line()
    found = pipeline.find_problems(library)
    lines = [f"{folder.path}: offline; its photos stay in the library." for folder in found.offline]
    lines += [f"{file.path}: {file.reason or file.status}" for file in found.files]
    lines += [note.text for note in found.notes]
    for line in lines or ["No problems."]:
        print_line(sys.stdout, line)
    return 0
