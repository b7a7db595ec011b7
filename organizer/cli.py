"""The command line. Everything but the window runs without Qt and without a display."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from organizer import pipeline
from organizer.errors import NotFoundError, OrganizerError, SwitchOffError, UsageError
from organizer.library import Library, lock_library, open_library
from organizer.models import Album, AlbumId, ExportOptions, RememberedDate, Status
from organizer.paths import default_library
from organizer.privacy.network_wall import display_is_remote
from organizer.progress import Cancelled, Progress, Step

OpenWindow = Callable[[Path, Sequence[Path], int | None], int]
_COMMANDS = tuple(
    "organize suggestions suggest albums export dates dismiss privacy problems".split()
)
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_INTERRUPTED = 130


def run(words: Sequence[str], *, open_window: OpenWindow) -> int:
    """Do what the words say; errors are one sentence on standard error.

    Returns:
        0 done; 1 a check failed or a result is missing; 2 wrong usage; 3 the switch is off and
        the command needs it on; 4 the library cannot be opened.
    """
    options = _parse(words)
    screen = _Screen(sys.stderr, quiet=options.quiet)
    try:
        with lock_library(options.library):
            if options.command == "window":
                _require_screen()
                _prepare(options.library)
                return open_window(options.library, options.folders, options.workers)
            with open_library(options.library) as library:
                _finish_erasure(library, screen)
                return int(_do(library, options, screen))
    except OrganizerError as error:
        screen.say(str(error), always=True)
        return error.exit_code
    except (Cancelled, KeyboardInterrupt):
        screen.say("Stopped. What was done so far is kept.", always=True)
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _require_screen() -> None:
    """Qt would end the program with a core dump instead of a sentence."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise UsageError(
            "There is no screen here, so the window cannot open. To organize photos without it: "
            "homeroll organize FOLDER --suggestions on"
        )
    if pipeline.network_state().blocked and display_is_remote():
        raise UsageError(
            "This screen is reached over the network, which Homeroll blocks for itself. Start it "
            "with --allow-tcp-display to go without the wall; the window then says so."
        )


def _prepare(path: Path) -> None:
    """Check and migrate before the window shows, and finish what a crash interrupted."""
    with open_library(path) as library:
        pipeline.resume_erasure(library)


def _finish_erasure(library: Library, screen: _Screen) -> None:
    receipt = pipeline.resume_erasure(library)
    if receipt is not None:
        screen.say(f"An interrupted erasure was finished. {pipeline.describe_receipt(receipt)}")


# -- words -----------------------------------------------------------------------------------------


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="homeroll",
        description="Without a command: opens the window, with these folders added.",
        epilog="Commands: " + ", ".join(_COMMANDS) + ". “homeroll COMMAND --help” tells more.",
    )
    parser.add_argument("--library", type=Path, default=default_library(), metavar="DIR")
    parser.add_argument("--workers", type=_positive, metavar="N")
    parser.add_argument(
        "--allow-tcp-display",
        action="store_true",
        help="start without the network wall (for X11 over TCP)",
    )
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--version", action="version", version=f"homeroll {_version()}")
    named = next((word for word in _without_options(words) if True), None)
    if named in _COMMANDS:
        _add_commands(parser.add_subparsers(dest="command", required=True, metavar="COMMAND"))
    else:
        parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
        parser.set_defaults(command="window")
    return parser.parse_args(words)


def _without_options(words: Sequence[str]) -> list[str]:
    """The words that are neither global options nor their values."""
    rest, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word in ("--library", "--workers"):
            skip = True
        elif not word.startswith("-"):
            rest.append(word)
    return rest


def _add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    organize = commands.add_parser("organize", help="read folders and propose albums")
    organize.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    organize.add_argument("--suggestions", choices=("on",), help="turn the switch on first")
    organize.add_argument("--json", metavar="FILE", help="write the report; - is standard output")
    switch = commands.add_parser("suggestions", help="the switch: on, off (erases), status")
    switch.add_argument("to", choices=("on", "off", "status"))
    suggest = commands.add_parser("suggest", help="proposals for the library as it is")
    suggest.add_argument("--json", metavar="FILE")
    albums = commands.add_parser("albums", help="list, save SUGGESTION_ID, show ALBUM")
    albums.add_argument("what", nargs="?", default="list", choices=("list", "save", "show"))
    albums.add_argument("name", nargs="?", metavar="SUGGESTION_ID|ALBUM")
    export = commands.add_parser("export", help="copy an album; location is left out")
    export.add_argument("album", metavar="ALBUM")
    export.add_argument("destination", type=Path, metavar="DEST")
    export.add_argument("--keep-location", action="store_true", help="copy the files as they are")
    export.add_argument("--size", type=_positive, metavar="PX", help="longest side of the copies")
    export.add_argument("--xmp", action="store_true", help="write XMP sidecars beside the copies")
    form = export.add_mutually_exclusive_group()
    for name in ("zip", "html", "pdf"):
        form.add_argument(f"--{name}", action="store_const", dest="form", const=name)
    export.set_defaults(form="folder")
    dates = commands.add_parser("dates", help="dates to remember, such as birthdays")
    dates.add_argument("what", nargs="?", default="list", choices=("list", "add", "remove"))
    dates.add_argument("name", nargs="?")
    dates.add_argument("day", nargs="?", metavar="[YYYY-]MM-DD")
    dates.add_argument("--kind", default="birthday")
    dismiss = commands.add_parser("dismiss", help="never propose this suggestion again")
    dismiss.add_argument("suggestion_id")
    privacy = commands.add_parser("privacy", help="what is kept where; consent; network")
    privacy.add_argument("--check", action="store_true", help="test the network wall")
    commands.add_parser("problems", help="files that could not be read, offline folders")


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _version() -> str:
    try:
        return version("homeroll")
    except PackageNotFoundError:
        return "(not installed)"


# -- commands --------------------------------------------------------------------------------------


def _do(library: Library, options: argparse.Namespace, screen: _Screen) -> int:
    match options.command:
        case "organize":
            return _organize(library, options, screen)
        case "suggestions":
            return _switch(library, options.to, screen)
        case "suggest":
            return _suggest(library, options.json, screen)
        case "albums":
            return _albums(library, options)
        case "export":
            return _export(library, options, screen)
        case "dates":
            return _dates(library, options)
        case "dismiss":
            pipeline.dismiss_suggestion(library, options.suggestion_id)
            return 0
        case "privacy":
            return _privacy(library, check=options.check)
        case _:
            return _problems(library)


def _organize(library: Library, options: argparse.Namespace, screen: _Screen) -> int:
    added = pipeline.add_folders(library, options.folders)
    for note in added.notes:
        screen.say(note)
    missing = [path for path in options.folders if not path.exists()]
    if options.suggestions == "on" and not pipeline.suggestions_are_on(library):
        pipeline.turn_suggestions_on(library)
    timing = pipeline.organize(library, progress=screen.progress(), workers=options.workers)
    screen.end_line()
    for note in timing.notes:
        screen.say(note)
    if options.json:
        _write_report(library, options.json, timing)
    _summarize(library, sys.stderr if options.json == "-" else sys.stdout)
    return 1 if missing else 0


def _summarize(library: Library, out: TextIO) -> None:
    photos = library.photos.all()
    readable = sum(photo.status is Status.OK for photo in photos)
    folders = len(library.folders.all())
    _print(out, f"{_plural(readable, 'photo')} in {_plural(folders, 'folder')}.")
    if len(photos) > readable:
        _print(out, f"{len(photos) - readable:,} could not be read: see “homeroll problems”.")
    if not pipeline.suggestions_are_on(library):
        _print(
            out,
            "Suggestions are off. “homeroll suggestions on” lets Homeroll look at your photos, "
            "on this computer only, and propose albums.",
        )
        return
    _list_suggestions(library, out)


def _list_suggestions(library: Library, out: TextIO) -> None:
    found = pipeline.open_suggestions(library)
    if not found:
        _print(out, "No album to propose yet.")
    for suggestion in found:
        _print(out, f"\n{suggestion.title}   [{suggestion.id}]")
        _print(out, f"  {suggestion.subtitle}")
        for reason in suggestion.reasons:
            _print(out, f"  · {reason.text}")


def _switch(library: Library, to: str, screen: _Screen) -> int:
    match to:
        case "on" if pipeline.suggestions_are_on(library):
            screen.say("Suggestions are on already.")
        case "on":
            pipeline.turn_suggestions_on(library)
            if library.photos.count():
                pipeline.organize(library, progress=screen.progress())
                screen.end_line()
            _print(sys.stdout, "Suggestions are on. “homeroll suggest” shows them.")
        case "off":
            receipt = pipeline.turn_suggestions_off(library)
            _print(sys.stdout, f"Suggestions are off. {pipeline.describe_receipt(receipt)}")
            return 0 if receipt.complete else 1
        case _:
            _print(sys.stdout, "on" if pipeline.suggestions_are_on(library) else "off")
    return 0


def _suggest(library: Library, json_file: str | None, screen: _Screen) -> int:
    if not pipeline.suggestions_are_on(library):
        raise SwitchOffError
    from organizer.pipeline.proposing import propose

    propose(library, progress=screen.progress())
    screen.end_line()
    if json_file:
        _write_report(library, json_file, None)
    _list_suggestions(library, sys.stderr if json_file == "-" else sys.stdout)
    return 0


def _write_report(library: Library, file: str, timing: pipeline.Timing | None) -> None:
    from organizer.pipeline.reporting import make_report

    report = json.dumps(make_report(library, timing), indent=1)
    if file == "-":
        _print(sys.stdout, report)
        return
    try:
        Path(file).write_text(report + "\n", encoding="ascii")
    except OSError as error:
        raise UsageError(f"The report “{file}” cannot be written: {error.strerror}.") from error


def _albums(library: Library, options: argparse.Namespace) -> int:
    match options.what:
        case "list":
            for album in library.albums.all():
                _print(
                    sys.stdout,
                    f"{album.id}  {album.title}  ({_plural(len(album.photo_ids), 'photo')})",
                )
        case "save":
            if not options.name:
                raise UsageError("Which one? “homeroll albums save SUGGESTION_ID”.")
            album = pipeline.save_suggestion(library, options.name)
            _print(sys.stdout, f"Saved “{album.title}” as album {album.id}.")
        case _:
            album = _find_album(library, options.name or "")
            _print(sys.stdout, f"{album.title}  ({_plural(len(album.photo_ids), 'photo')})")
            for photo in library.photos.get_many(album.photo_ids):
                _print(sys.stdout, f"  {photo.path}")
    return 0


def _find_album(library: Library, name: str) -> Album:
    """By number, or by title."""
    if name.isdecimal() and (album := library.albums.get(AlbumId(int(name)))) is not None:
        return album
    named = [album for album in library.albums.all() if album.title == name]
    if not named:
        raise NotFoundError(f"There is no album “{name}”. “homeroll albums” lists them.")
    return named[0]


def _export(library: Library, options: argparse.Namespace, screen: _Screen) -> int:
    album = _find_album(library, options.album)
    chosen = ExportOptions(
        keep_location=options.keep_location,
        size_px=options.size,
        form=options.form,
        xmp=options.xmp,
    )
    report = pipeline.export_album(
        library, album.id, options.destination, chosen, progress=screen.progress()
    )
    screen.end_line()
    _print(sys.stdout, f"{_plural(len(report.written), 'file')} written to “{report.destination}”.")
    for path, reason in (*report.converted, *report.skipped):
        _print(sys.stdout, f"  {path}: {reason}")
    return 1 if report.skipped else 0


def _dates(library: Library, options: argparse.Namespace) -> int:
    match options.what:
        case "list":
            for date in library.dates.all():
                year = f"{date.year:04}-" if date.year else ""
                line = f"{year}{date.month:02}-{date.day:02}  {date.name}  ({date.kind})"
                _print(sys.stdout, line)
        case "add":
            if not options.name or not options.day:
                raise UsageError("What and when? “homeroll dates add NAME [YYYY-]MM-DD”.")
            with library.transaction():
                library.dates.add(_remembered(options.name, options.day, options.kind))
        case _:
            with library.transaction():
                was_there = library.dates.remove(options.name or "")
            if not was_there:
                raise NotFoundError(f"There is no date “{options.name}”.")
    return 0


def _remembered(name: str, day: str, kind: str) -> RememberedDate:
    found = re.fullmatch(r"(?:(\d{4})-)?(\d{2})-(\d{2})", day)
    if found:
        year, month, number = (int(part) if part else None for part in found.groups())
        if month and number and 1 <= month <= 12 and 1 <= number <= _DAYS_IN_MONTH[month - 1]:
            return RememberedDate(name=name, year=year, month=month, day=number, kind=kind)
    raise UsageError(f"“{day}” is not a date: write [YYYY-]MM-DD, such as 06-14.")


def _privacy(library: Library, *, check: bool) -> int:
    out = sys.stdout
    _print(out, f"Library: {library.path}")
    is_on = pipeline.suggestions_are_on(library)
    _print(out, f"Suggestions from your photo roll: {'on' if is_on else 'off'}")
    _print(out, pipeline.network_state().sentence)
    for item in pipeline.kept_items(library):
        _print(out, f"  {item.what}: {item.how_much}, {item.size_bytes:,} bytes. {item.why}.")
    for entry in library.ledger.all():
        _print(out, f"  {entry.at:%Y-%m-%d %H:%M}  {entry.action}: {entry.detail}")
    return _check(library, out) if check else 0


def _check(library: Library, out: TextIO) -> int:
    failed = 0
    for found in pipeline.check_network():
        failed += not found.refused
        verdict = "refused" if found.refused else "NOT REFUSED"
        _print(out, f"Internet socket in {found.where}: {verdict}; {found.detail}.")
    if not pipeline.suggestions_are_on(library):
        left = [str(path) for path in library.derived_files if path.exists()]
        failed += bool(left)
        _print(out, f"Derived data with the switch off: {', '.join(left) or 'none'}.")
    return 1 if failed else 0


def _problems(library: Library) -> int:
    offline = [folder for folder in library.folders.all() if folder.offline]
    for folder in offline:
        _print(sys.stdout, f"{folder.path}: offline; its photos stay in the library.")
    problems = library.photos.problems()
    for photo in problems:
        for path in photo.paths or (photo.path,):
            _print(sys.stdout, f"{path}: {photo.reason or photo.status}")
    if not offline and not problems:
        _print(sys.stdout, "No problems.")
    return 0


# -- the screen ------------------------------------------------------------------------------------


def _print(out: TextIO, text: str) -> None:
    """Print text that may hold bytes of file names which are no characters."""
    safe = text.encode(out.encoding or "utf-8", "replace").decode(out.encoding or "utf-8")
    out.write(_without_controls(safe) + "\n")


def _plural(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _without_controls(text: str) -> str:
    """A file name must not steer the terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


class _Screen:
    """Sentences and a progress bar on standard error."""

    def __init__(self, out: TextIO, *, quiet: bool) -> None:
        self._out = out
        self._quiet = quiet
        self._is_terminal = out.isatty()
        self._open_line = False

    def say(self, sentence: str, *, always: bool = False) -> None:
        """One line."""
        if always or not self._quiet:
            self.end_line()
            _print(self._out, sentence)

    def progress(self) -> Progress:
        """A progress that draws a bar."""
        return Progress(self._show)

    def end_line(self) -> None:
        """Leave the line of the bar."""
        if self._open_line:
            self._out.write("\n")
            self._open_line = False

    def _show(self, step: Step) -> None:
        if self._quiet or not self._is_terminal:
            return
        if step.total:
            filled = round(24 * step.done / step.total)
            bar = "█" * filled + "░" * (24 - filled)
            text = f"{step.label:26} {bar} {step.done:,} of {step.total:,}"
        else:
            text = f"{step.label:26} {step.done:,}"
        self._out.write(f"\r\x1b[2K{text}")
        self._out.flush()
        self._open_line = True
