"""What each command does, over the pipeline."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

from organizer import pipeline, seccomp
from organizer.cli.copies import back_up
from organizer.cli.leaving_out import exclude
from organizer.cli.problems import list_problems
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, SwitchOffError, UsageError
from organizer.library import Library
from organizer.models import (
    Album,
    AlbumId,
    ExportOptions,
    Photo,
    PhotoId,
    RememberedDate,
)
from organizer.pipeline import correcting

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def do(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Do what the words ask for; returns the exit code."""
    match options.command:
        case "organize":
            return _organize(library, options, screen)
        case "suggestions":
            return _switch(library, options, screen)
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
        case "fix-date":
            return _fix_date(library, options)
        case _:
            return _look_after(library, options, screen)


def _look_after(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """What concerns the library as such."""
    match options.command:
        case "backup":
            return back_up(library, options)
        case "exclude":
            return exclude(library, options, screen)
        case "privacy":
            return _privacy(library, check=options.check)
        case _:
            return list_problems(library, options, screen)


def _organize(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    added = pipeline.add_folders(library, options.folders)
    for note in added.notes:
        screen.say(note)
    missing = [path for path in options.folders if not path.exists()]
    if options.json and options.json != "-":  # said before the work, not after it
        pipeline.refuse_photo_folders(library, Path(options.json))
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


def _suggest(library: Library, json_file: str | None, screen: Screen) -> int:
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


def _albums(library: Library, options: argparse.Namespace) -> int:
    match options.what:
        case "list":
            for album in library.albums.all():
                print_line(
                    sys.stdout,
                    f"{album.id}  {album.title}  ({plural(len(album.photo_ids), 'photo')})",
                )
        case "save":
            if not options.name:
                raise UsageError("Which one? “homeroll albums save SUGGESTION_ID”.")
            album = pipeline.save_suggestion(library, options.name)
            print_line(sys.stdout, f"Saved “{album.title}” as album {album.id}.")
        case _:
            if not options.name:
                raise UsageError("Which one? “homeroll albums show ALBUM”.")
            album = _find_album(library, options.name)
            print_line(sys.stdout, f"{album.title}  ({plural(len(album.photo_ids), 'photo')})")
            for photo in library.photos.get_many(album.photo_ids):
                print_line(sys.stdout, f"  {photo.path}")
    return 0


def _find_album(library: Library, name: str) -> Album:
    """By number, or by title."""
    if name.isdecimal() and (album := library.albums.get(AlbumId(int(name)))) is not None:
        return album
    named = [album for album in library.albums.all() if album.title == name]
    if not named:
        raise NotFoundError(f"There is no album “{name}”.", hint="“homeroll albums” lists them.")
    return named[0]


def _export(library: Library, options: argparse.Namespace, screen: Screen) -> int:
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
    print_line(
        sys.stdout, f"{plural(len(report.written), 'file')} written to “{report.destination}”."
    )
    for path, reason in (*report.converted, *report.skipped):
        print_line(sys.stdout, f"  {path}: {reason}")
    return 1 if report.skipped else 0


def _dates(library: Library, options: argparse.Namespace) -> int:
    match options.what:
        case "list":
            for date in library.dates.all():
                year = f"{date.year:04}-" if date.year else ""
                line = f"{year}{date.month:02}-{date.day:02}  {date.name}  ({date.kind})"
                print_line(sys.stdout, line)
        case "add":
            if not options.name or not options.day:
                raise UsageError("What and when? “homeroll dates add NAME [YYYY-]MM-DD”.")
            with library.transaction():
                library.dates.add(_remembered(options.name, options.day, options.kind))
        case _:
            if not options.name:
                raise UsageError("Which one? “homeroll dates remove NAME”.")
            with library.transaction():
                was_there = library.dates.remove(options.name)
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


def _fix_date(library: Library, options: argparse.Namespace) -> int:
    if options.same_camera and options.to:
        raise UsageError("All photos of a camera cannot have one date; --shift moves them.")
    wanted = {path.absolute() for path in options.paths}
    found = [p for p in library.photos.all() if wanted & {path.absolute() for path in p.paths}]
    missing = wanted - {path.absolute() for photo in found for path in photo.paths}
    if missing:
        raise NotFoundError(f"“{min(missing)}” is not in the library; nothing was changed.")
    photo_ids = _of_same_cameras(library, found) if options.same_camera else [p.id for p in found]
    if options.forget:
        changed = correcting.forget(library, photo_ids)
    elif options.to:
        changed = correcting.set_date(library, photo_ids, _moment(options.to))
    else:
        changed = correcting.shift_dates(library, photo_ids, _span(options.shift))
    print_line(sys.stdout, f"The date of {plural(len(changed), 'photo')} was corrected.")
    if left := len(photo_ids) - len(changed):
        print_line(sys.stdout, f"{plural(left, 'photo')} stayed without a change.")
    return 0


def _of_same_cameras(library: Library, photos: Sequence[Photo]) -> list[PhotoId]:
    """All photos by the cameras that took these, each once."""
    found: dict[PhotoId, None] = {}
    for photo in photos:
        of_camera = correcting.same_camera(library, [photo.id])
        if not of_camera:
            raise UsageError(f"“{photo.path}” does not say which camera took it.")
        found |= dict.fromkeys(of_camera)
    return list(found)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError as error:
        raise UsageError(f"“{text}” is not a time: write YYYY-MM-DDTHH:MM.") from error


def _span(text: str) -> timedelta:
    found = re.fullmatch(r"([+-]?)(\d{1,5}):([0-5]\d)", text)
    if not found:
        raise UsageError(f"“{text}” is not a span of time: write +HH:MM or -HH:MM.")
    sign, hours, minutes = found.groups()
    span = timedelta(hours=int(hours), minutes=int(minutes))
    return -span if sign == "-" else span


def _privacy(library: Library, *, check: bool) -> int:
    out = sys.stdout
    print_line(out, f"Library: {library.path}")
    is_on = pipeline.suggestions_are_on(library)
    print_line(out, f"Suggestions from your photo roll: {'on' if is_on else 'off'}")
    print_line(out, pipeline.network_state().sentence)
    for item in pipeline.kept_items(library):
        print_line(out, f"  {item.what}: {item.how_much}, {item.size_bytes:,} bytes. {item.why}.")
    for entry in library.ledger.all():
        print_line(out, f"  {entry.at:%Y-%m-%d %H:%M}  {entry.action}: {entry.detail}")
    return _check(library, out) if check else 0


def _check(library: Library, out: TextIO) -> int:
    failed = 0
    for found in pipeline.check_network():
        failed += not found.refused
        verdict = "refused" if found.refused else "NOT REFUSED"
        print_line(out, f"Internet socket in {found.where}: {verdict}; {found.detail}.")
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
