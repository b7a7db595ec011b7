"""The words of the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from organizer.cli.consenting import SIGNAL_WORDS
from organizer.cli.erasing import WHAT
from organizer.cli.rules import RULE_WORDS
from organizer.models import Said
from organizer.paths import default_library

COMMANDS = (
    *("organize", "suggestions", "suggest", "albums", "export", "dates", "dismiss", "fix-date"),
    *("hide", "unhide", "rule", "rules", "homes", "zones", "teach", "themes"),
    *("exclude", "privacy", "consent", "erase", "forget", "problems", "backup", "restore"),
)
DATE_KINDS = ("birthday", "anniversary", "memorial", "holiday", "other")
# west and south begin with a minus, and are no options
_PLACE = re.compile(r"-\d+(\.\d+)?(,-?\d+(\.\d+)?){1,2}")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Read the words; wrong ones end the program with exit code 2 and a usage line."""
    parser = argparse.ArgumentParser(
        prog="homeroll",
        description="Without a command: opens the window, with these folders added.",
        epilog="Commands: " + ", ".join(COMMANDS) + ". “homeroll COMMAND --help” tells more.",
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
    if named in COMMANDS:
        _add_commands(parser.add_subparsers(dest="command", required=True, metavar="COMMAND"))
    else:
        parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
        parser.set_defaults(command="window")
    return parser.parse_args([f" {word}" if _PLACE.fullmatch(word) else word for word in words])


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
    export.add_argument(
        "--no-date", action="store_true", help="leave out when photos were taken, names too"
    )
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
    dates.add_argument("--kind", default="birthday", choices=DATE_KINDS)
    dismiss = commands.add_parser("dismiss", help="never propose this suggestion again")
    dismiss.add_argument("suggestion_id")
    fix = commands.add_parser("fix-date", help="say when photos were taken; files stay as they are")
    fix.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    how = fix.add_mutually_exclusive_group(required=True)
    how.add_argument("--to", metavar="YYYY-MM-DDTHH:MM", help="the time at the place")
    how.add_argument("--shift", metavar="+HH:MM", help="later or, with -, earlier by so much")
    how.add_argument("--forget", action="store_true", help="believe the files again")
    fix.add_argument(
        "--same-camera", action="store_true", help="so for all photos of the camera that took PATH"
    )
    _add_words_on_suggestions(commands)
    _add_care(commands)


def _add_words_on_suggestions(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    for name, help_text in (
        ("hide", "show photos, a place or a day nowhere"),
        ("unhide", "show them again"),
    ):
        hide = commands.add_parser(name, help=help_text)
        hide.add_argument("paths", nargs="*", type=Path, metavar="PATH")
        hide.add_argument("--place", metavar="LAT,LON,KM", help="everything taken around a place")
        hide.add_argument("--day", metavar="YYYY-MM-DD[..YYYY-MM-DD]", help="all of these days")
    rule = commands.add_parser("rule", help="say what is not right with a suggestion")
    rule.add_argument("suggestion_id", metavar="SUGGESTION_ID")
    rule.add_argument("kind", choices=tuple(RULE_WORDS))
    rules = commands.add_parser("rules", help="list the rules, or remove N")
    rules.add_argument("what", nargs="?", default="list", choices=("list", "remove"))
    rules.add_argument("number", nargs="?", metavar="N")
    homes = commands.add_parser("homes", help="list, add LAT,LON, remove LAT,LON (no home)")
    homes.add_argument("what", nargs="?", default="list", choices=("list", "add", "remove"))
    homes.add_argument("place", nargs="?", metavar="LAT,LON")
    homes.add_argument("--from", dest="first", metavar="YYYY-MM-DD", help="the first day there")
    homes.add_argument("--to", dest="last", metavar="YYYY-MM-DD", help="the last day there")
    zones = commands.add_parser("zones", help="private places: list, add or remove LAT,LON")
    zones.add_argument("what", nargs="?", default="list", choices=("list", "add", "remove"))
    zones.add_argument("place", nargs="?", metavar="LAT,LON")
    zones.add_argument("--radius", type=_positive, default=500, metavar="M", help="in metres (500)")
    zones.add_argument("--name", default="", help="what you call it")
    teach = commands.add_parser("teach", help="show Homeroll five photos or more of a theme")
    teach.add_argument("name", metavar="NAME")
    teach.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    themes = commands.add_parser("themes", help="list what was taught, or remove NAME")
    themes.add_argument("what", nargs="?", default="list", choices=("list", "remove"))
    themes.add_argument("name", nargs="?", metavar="NAME")


def _add_care(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    exclude = commands.add_parser("exclude", help="folders and names that are left out")
    exclude.add_argument("what", nargs="?", default="list", choices=("list", "add", "remove"))
    exclude.add_argument("name", nargs="?", metavar="FOLDER|PATTERN", help="such as *.gif")
    privacy = commands.add_parser("privacy", help="what is kept where; consent; network")
    privacy.add_argument("--check", action="store_true", help="test the network wall")
    _add_erasures(commands)
    backup = commands.add_parser("backup", help="copy albums, stars and corrections to a file")
    backup.add_argument("copy", type=Path, metavar="FILE")
    restore = commands.add_parser("restore", help="put back a copy of a damaged or lost catalog")
    restore.add_argument("copy", nargs="?", type=Path, metavar="FILE")
    restore.add_argument("--list", action="store_true", help="show the copies there are")
    problems = commands.add_parser("problems", help="what could not be read, listed or believed")
    problems.add_argument("--try-again", action="store_true", help="read them again first")


def _add_erasures(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    consent = commands.add_parser("consent", help="what may be worked out: show, yes, no (erases)")
    consent.add_argument("what", nargs="?", default="show", choices=("show", "yes", "no"))
    consent.add_argument(
        "--signal",
        action="append",
        default=[],
        choices=tuple(SIGNAL_WORDS),
        metavar="S",
        help=f"only {', '.join(SIGNAL_WORDS)}; may be given several times",
    )
    consent.add_argument("--folder", type=Path, metavar="PATH", help="only this added folder")
    erase = commands.add_parser("erase", help="erase what was worked out, or everything; no photo")
    erase.add_argument("what", nargs="?", choices=WHAT, help="and say no to it")
    erase.add_argument("--folder", type=Path, metavar="PATH", help="what came of this folder")
    erase.add_argument("--yes", action="store_true", help="everything: albums and settings too")
    forget = commands.add_parser("forget", help="forget what you said; albums and stars stay")
    forget.add_argument(
        "kinds",
        nargs="*",
        metavar="KIND",
        choices=[*map(str, Said), []],
        help=f"{', '.join(Said)}; without any: all but hidden, zones",
    )
    forget.add_argument(
        "--keep-copies", action="store_true", help="keep the daily copies, which still hold it"
    )
    for made in (erase, forget):
        made.add_argument("--receipt", type=Path, metavar="FILE", help="save what was erased")


def _positive(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"“{word}” is not a number of at least 1")
    return int(word)


def _version() -> str:
    try:
        return version("homeroll")
    except PackageNotFoundError:
        return "(not installed)"
