"""A yes or no for single signals and folders, at the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from organizer import pipeline
from organizer.cli.screen import Screen, print_line
from organizer.errors import NotFoundError
from organizer.library import Library
from organizer.models import Folder, FolderId, Receipt, Signal
from organizer.pipeline import consenting, regrouping

SIGNAL_WORDS = {
    "grouping": Signal.GROUPING,
    "places": Signal.PLACES,
    "content": Signal.CONTENT,
    "faces": Signal.FACE_COUNT,
}


def consent(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Show what may be worked out, or say yes or no."""
    if options.what == "show":
        show_consents(library)
        return 0
    folder_id = folder_named(library, options.folder) if options.folder else None
    signals = [SIGNAL_WORDS[word] for word in options.signal] or consenting.ALL_SIGNALS
    if options.what == "no":
        return withdraw(library, signals, folder_id, screen)[1]
    consenting.say_yes(library, signals, folder_id)
    work_out_anew(library, options, screen)
    show_consents(library)
    return 0


def withdraw(
    library: Library,
    signals: Collection[Signal],
    folder_id: FolderId | None,
    screen: Screen,
) -> tuple[Receipt, int]:
    """Say no, erase, and propose anew from what remains; gives the receipt and the exit code."""
    receipt = consenting.say_no(library, signals, folder_id)
    print_line(sys.stdout, " ".join([pipeline.describe_receipt(receipt), *receipt.notes]))
    regrouping.propose_if_due(library, progress=screen.progress())
    screen.end_line()
    return receipt, 0 if receipt.complete else 1


def work_out_anew(library: Library, options: argparse.Namespace, screen: Screen) -> None:
    """After a yes."""
    if library.photos.count():
        progress = screen.progress()
        pipeline.organize(library, progress=progress, workers=options.workers, only_news=True)
        screen.end_line()


def folder_named(library: Library, path: Path) -> FolderId:
    """The added folder at *path*.

    Raises:
        NotFoundError: If there is none.
    """
    whole = path.expanduser().resolve()
    for folder in library.folders.all():
        if folder.path in (whole, path):
            return folder.id
    raise NotFoundError(
        f"“{path}” is no folder that was added.", hint="“homeroll consent” lists them."
    )


def tell_of_questions(library: Library) -> None:
    """New folders from which nothing is worked out until the user says so."""
    for folder in consenting.folders_that_ask(library):
        print_line(sys.stderr, _question(folder))


def _question(folder: Folder) -> str:
    return (
        f"“{folder.path.name}” is new: nothing is worked out from it until you say so. "
        f"“homeroll consent yes --folder {folder.path}”, or “consent no”."
    )


def show_consents(library: Library) -> None:
    """What may be worked out, for all folders and for each."""
    found = consenting.consents(library)
    print_line(sys.stdout, f"All folders: {_in_words(found.signals)}")
    for folder in library.folders.all():
        asks = "; waits for your answer" if folder.id in found.asking else ""
        print_line(sys.stdout, f"  {folder.path}: {_in_words(found.folders[folder.id])}{asks}")


def _in_words(said: Mapping[Signal, bool]) -> str:
    return ", ".join(
        f"{word} {'yes' if said[signal] else 'no'}" for word, signal in SIGNAL_WORDS.items()
    )
