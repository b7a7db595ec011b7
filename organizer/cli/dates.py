"""Dates to remember, and dates that are corrected, at the command line."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta

from organizer.cli.finding import photos_at
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Photo, PhotoId, RememberedDate
from organizer.pipeline import correcting, regrouping

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def dates(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """List the dates to remember, remember one, or forget one."""
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
                regrouping.mark_due(library)
        case _:
            if not options.name:
                raise UsageError("Which one? “homeroll dates remove NAME”.")
            with library.transaction():
                was_there = library.dates.remove(options.name)
                regrouping.mark_due(library)
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


def fix_date(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """Correct when photos were taken."""
    if options.same_camera and options.to:
        raise UsageError("All photos of a camera cannot have one date; --shift moves them.")
    found = photos_at(library, options.paths)
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
