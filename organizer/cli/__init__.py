"""The command line. Everything but the window runs without Qt and without a display."""

from __future__ import annotations

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from organizer import pipeline
from organizer.cli.commands import do
from organizer.cli.copies import restore
from organizer.cli.erasing import EVERYTHING, erase_everything
from organizer.cli.screen import Screen
from organizer.cli.words import parse
from organizer.errors import (
    LibraryDamagedError,
    LibraryInUseError,
    LibraryWriteError,
    OrganizerError,
    UsageError,
)
from organizer.library import Library, check_ahead, lock_library, open_library
from organizer.privacy.network_wall import display_answers, display_is_remote
from organizer.progress import Cancelled

OpenWindow = Callable[[Path, Sequence[Path], int | None], int]
_INTERRUPTED = 130


def run(
    words: Sequence[str],
    *,
    open_window: OpenWindow,
    tell: Callable[[str], None],
    mend: Callable[[Path, str], bool],
    get_ready: Callable[[], object] = lambda: None,
) -> int:
    """Do what the words say; errors are one sentence on standard error.

    Args:
        open_window: Shows the window until it is closed; gives the exit code.
        tell: Says a sentence where there is a screen and perhaps no terminal.
        get_ready: Imports what the window is made of, while the library is being checked.
        mend: Says that the library is damaged and offers its copies; whether one was put back.

    Returns:
        0 done; 1 a check failed or a result is missing; 2 wrong usage; 3 the switch is off and
        the command needs it on; 4 the library cannot be opened.
    """
    options = parse(words)
    screen = Screen(sys.stderr, quiet=options.quiet)
    try:
        with lock_library(options.library):
            _finish_erasing_everything(options.library, screen)
            if options.command == "window":
                _require_folders(options.folders)
                _require_screen()
                check_ahead(options.library)
                get_ready()
                _prepare(options.library, mend)
                return open_window(options.library, options.folders, options.workers)
            if options.command == "restore":
                return restore(options, screen)
            if options.command == "erase" and options.what == EVERYTHING:
                return erase_everything(options, screen)
            if _is_off(options):
                _make_sure_it_opens(options.library)
            with open_library(options.library) as library:
                _finish_erasure(library, screen)
                return int(do(library, options, screen))
    except LibraryInUseError as error:
        if options.command == "window" and _hand_over(options.library, options.folders):
            screen.say("Homeroll is open already; its window comes to the front.")
            return 0
        return _tell(error, options, screen, tell)
    except OrganizerError as error:
        return _tell(error, options, screen, tell)
    except (Cancelled, KeyboardInterrupt):
        screen.say("Stopped. What was done so far is kept.", always=True)
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _tell(
    error: OrganizerError, options: Namespace, screen: Screen, tell: Callable[[str], None]
) -> int:
    """Say what went wrong, on the screen too where there is a window to be expected."""
    screen.say(f"{error} {error.hint}".strip(), always=True)
    is_told = isinstance(error, LibraryDamagedError)  # together with the offer
    if options.command == "window" and _has_screen() and not is_told:
        tell(str(error))
    return error.exit_code


def _hand_over(library: Path, folders: Sequence[Path]) -> bool:
    """Hand the folders to the window that is open; False if a command has the library."""
    from organizer.handing_over import hand_over  # only for a second start

    return hand_over(library, [folder for folder in folders if folder.exists()])


def _require_folders(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise UsageError(f"“{path}” is neither a command nor a folder; see homeroll --help.")


def _require_screen() -> None:
    """Qt would end the program with a core dump instead of a sentence."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not _has_screen():
        raise UsageError(
            "There is no screen here, so the window cannot open. To organize photos without it: "
            "homeroll organize FOLDER --suggestions on"
        )
    if pipeline.network_state().blocked and display_is_remote():
        raise UsageError(
            "This screen is reached over the network, which Homeroll blocks for itself. Start it "
            "with --allow-tcp-display to go without the wall; the window then says so."
        )


def _has_screen() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] != "offscreen"
    return bool(display) and (display_is_remote() or display_answers(display))


def _prepare(path: Path, mend: Callable[[Path, str], bool]) -> None:
    """Check and migrate before the window shows, and finish what a crash interrupted."""
    try:
        library = open_library(path)
    except LibraryDamagedError as error:
        if not _has_screen() or not mend(path, str(error)):
            raise
        library = open_library(path)
    # on a full disk it waits for another start: the photos can be seen all the same
    with library, contextlib.suppress(LibraryWriteError):
        pipeline.resume_erasure(library)


def _is_off(options: Namespace) -> bool:
    """Whether the user wants all of it gone that was worked out."""
    what = {"suggestions": ("to", "off"), "erase": ("what", "derived")}.get(options.command)
    return what is not None and bool(getattr(options, what[0]) == what[1])


def _make_sure_it_opens(path: Path) -> None:
    """Off must be possible on a full disk too, where SQLite cannot even open its files."""
    try:
        open_library(path).close()
        return
    except LibraryWriteError:
        pipeline.erase_without_opening(path)
    try:
        open_library(path).close()
    except LibraryWriteError as error:
        raise LibraryWriteError(
            path, "but what was worked out is erased; the next start writes that down"
        ) from error


def _finish_erasing_everything(path: Path, screen: Screen) -> None:
    receipt = pipeline.resume_everything(path)
    if receipt is not None:
        screen.say(f"An interrupted erasure was finished. {pipeline.describe_receipt(receipt)}")


def _finish_erasure(library: Library, screen: Screen) -> None:
    try:
        receipt = pipeline.resume_erasure(library)
    except LibraryWriteError as error:  # the next start tries again
        screen.say(str(error), always=True)
        return
    if receipt is not None:
        screen.say(f"An interrupted erasure was finished. {pipeline.describe_receipt(receipt)}")
