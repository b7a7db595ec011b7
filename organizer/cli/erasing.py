"""Erasing what was worked out, forgetting what was said, and starting over."""

from __future__ import annotations

import argparse
import sys

from organizer import pipeline
from organizer.cli.consenting import SIGNAL_WORDS, folder_named, withdraw
from organizer.cli.screen import Screen, print_line
from organizer.errors import UsageError
from organizer.library import Library
from organizer.models import Receipt, Said
from organizer.pipeline import consenting, forgetting, receipts, starting_over

EVERYTHING = "everything"
WHAT = ("derived", *SIGNAL_WORDS, EVERYTHING)


def erase(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Erase what some signals or a folder gave, and say no to them."""
    if not options.what and not options.folder:
        raise UsageError(f"What? “homeroll erase {'|'.join(WHAT)}”, or “erase --folder PATH”.")
    folder_id = folder_named(library, options.folder) if options.folder else None
    one = SIGNAL_WORDS.get(options.what or "")
    signals = [one] if one is not None else consenting.ALL_SIGNALS
    receipt, code = withdraw(library, signals, folder_id, screen)
    _save(receipt, options, library)
    return code


def forget(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Forget what was said, by kind or all of it."""
    kinds = [Said(word) for word in options.kinds] or forgetting.USUALLY_FORGOTTEN
    receipt = forgetting.forget(library, kinds, with_copies=not options.keep_copies)
    print_line(sys.stdout, pipeline.describe_receipt(receipt))
    if options.keep_copies and pipeline.list_copies(library.path):
        print_line(sys.stdout, "The copies of the catalog still hold it.")
    _save(receipt, options, library)
    return 0 if receipt.complete else 1


def erase_everything(options: argparse.Namespace, _screen: Screen) -> int:
    """Erase everything that Homeroll knows; the library is not open."""
    if not options.yes:
        files = starting_over.own_files(options.library)
        size = sum(path.stat().st_size for path in files)
        raise UsageError(
            f"This erases {len(files):,} files ({size:,} bytes) in “{options.library}”: all "
            "albums, stars and settings too, and no photo. If you mean it, add --yes."
        )
    if options.receipt:
        receipts.refuse_existing(options.receipt)
    receipt = pipeline.erase_everything(options.library)
    print_line(sys.stdout, pipeline.describe_receipt(receipt))
    _save(receipt, options, None)
    return 0 if receipt.complete else 1


def _save(receipt: Receipt, options: argparse.Namespace, library: Library | None) -> None:
    if options.receipt:
        folders = receipts.photo_folders(library) if library is not None else []
        saved = receipts.save_text(
            receipts.receipt_text(receipt), options.receipt, not_below=folders
        )
        print_line(sys.stdout, f"The receipt is in “{saved}”.")
