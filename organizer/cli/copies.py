"""Copies of the catalog, at the command line."""

from __future__ import annotations

import argparse
import sys

from organizer import pipeline
from organizer.cli.screen import Screen, print_line
from organizer.library import Library


def back_up(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Save a copy where the user says."""
    pipeline.save_copy(library, options.copy)
    print_line(
        sys.stdout,
        f"Saved as “{options.copy}”. “homeroll restore FILE” puts it back, here or on another "
        "computer.",
    )
    return 0


def restore(options: argparse.Namespace, screen: Screen) -> int:
    """Put a copy of the catalog back; the library need not be openable before."""
    if options.list:
        for at, copy in pipeline.list_copies(options.library):
            print_line(sys.stdout, f"{at:%Y-%m-%d %H:%M}  {copy}")
        return 0
    chosen = pipeline.restore(options.library, options.copy)
    screen.say(f"Put back “{chosen.name}”. Suggestions are off; what was there is kept aside.")
    return 0
