"""Photos and places named by words at the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Circle, Photo, PhotoId

_NUMBER = r"\s*(-?\d+(?:\.\d+)?)\s*"
MAX_RADIUS_KM = 100.0


def photos_at(library: Library, paths: Sequence[Path]) -> list[Photo]:
    """The photos of which a file lies at one of these paths.

    Raises:
        NotFoundError: If one of them is not in the library.
    """
    wanted = {path.absolute() for path in paths}
    found = [p for p in library.photos.all() if wanted & {path.absolute() for path in p.paths}]
    missing = wanted - {path.absolute() for photo in found for path in photo.paths}
    if missing:
        raise NotFoundError(f"“{min(missing)}” is not in the library; nothing was changed.")
    return found


def ids_at(library: Library, paths: Sequence[Path]) -> list[PhotoId]:
    """The same as ids."""
    return [photo.id for photo in photos_at(library, paths)]


def spot(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees, of words such as "21.03,105.83".

    Raises:
        UsageError: If it is no place on earth.
    """
    found = re.fullmatch(f"{_NUMBER},{_NUMBER}", text)
    where = tuple(float(part) for part in found.groups()) if found else (91.0, 0.0)
    if abs(where[0]) > 90 or abs(where[1]) > 180:
        raise UsageError(
            f"“{text}” is not a place: write LAT,LON in degrees, such as 21.03,105.83."
        )
    return where[0], where[1]


def circle(text: str) -> Circle:
    """A place and its radius, of words such as "21.03,105.83,1".

    Raises:
        UsageError: If it is no place on earth, or no fitting radius.
    """
    where, _, radius = text.rpartition(",")
    found = re.fullmatch(_NUMBER, radius)
    radius_km = float(found.group(1)) if found and where else 0.0
    if not 0 < radius_km <= MAX_RADIUS_KM:
        raise UsageError(f"“{text}” is not a place: write LAT,LON,KM, such as 21.03,105.83,1.")
    latitude, longitude = spot(where)
    return Circle(latitude, longitude, radius_km)


def days(text: str) -> tuple[date, date]:
    """First and last day, of words such as "2024-05-04" or "2024-05-04..2024-05-06".

    Raises:
        UsageError: If they are no days, or in the wrong order.
    """
    first, _, last = text.partition("..")
    begin = day(first)
    end = day(last) if last else begin
    if end < begin:
        raise UsageError(f"“{text}” ends before it begins.")
    return begin, end


def day(text: str) -> date:
    """A day, of words such as "2024-05-04".

    Raises:
        UsageError: If it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"“{text}” is not a day: write YYYY-MM-DD.") from error
