"""What is kept where, and what the system refuses, at the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TextIO

from organizer import pipeline, seccomp
from organizer.cli.consenting import show_consents
from organizer.cli.screen import Screen, print_line
from organizer.library import Library


def privacy(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Say what is kept where; with a check, 1 when something is not as it should be."""
    out = sys.stdout
    print_line(out, f"Library: {library.path}")
    is_on = pipeline.suggestions_are_on(library)
    print_line(out, f"Suggestions from your photo roll: {'on' if is_on else 'off'}")
    show_consents(library)
    print_line(out, pipeline.network_state().sentence)
    for item in pipeline.kept_items(library):
        print_line(out, f"  {item.what}: {item.how_much}, {item.size_bytes:,} bytes. {item.why}.")
    for entry in library.ledger.all():
        print_line(out, f"  {entry.at:%Y-%m-%d %H:%M}  {entry.action}: {entry.detail}")
    return _check(library, out) if options.check else 0


def _check(library: Library, out: TextIO) -> int:
    failed = 0
    for found in pipeline.check_network():
        failed += not found.refused
        verdict = "refused" if found.refused else "NOT REFUSED"
        print_line(out, f"Network by {found.where}: {verdict}; {found.detail}.")
    decoder = pipeline.check_decoder()
    failed += bool(decoder.allowed) and seccomp.is_supported()
    _say_tried(out, "refused", decoder.refused)
    _say_tried(out, "NOT REFUSED", decoder.allowed)
    if not pipeline.suggestions_are_on(library):
        left = [str(path) for path in library.derived_files if path.exists()]
        failed += bool(left)
        print_line(out, f"Derived data with the switch off: {', '.join(left) or 'none'}.")
    return 1 if failed else 0


def _say_tried(out: TextIO, verdict: str, attempts: Sequence[str]) -> None:
    if attempts:
        print_line(out, f"The process that opens pictures: {verdict} to {', '.join(attempts)}.")
