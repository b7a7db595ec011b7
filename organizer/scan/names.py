"""Dates that names of files and folders carry. Nothing here ever raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from organizer.models import Kind, Precision
from organizer.scan.formats import RAW_ENDINGS, VIDEO_ENDINGS


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A date found in a file name.

    Attributes:
        is_utc: Some makers write UTC; None of the wall clocks here is then known.
        is_received: When it was received, saved or downloaded, not when it was taken.
    """

    at: datetime
    precision: Precision = Precision.SECOND
    is_utc: bool = False
    is_received: bool = False


# -- file names -----------------------------------------------------------------------------------

_DAY = r"(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)"
_TIME = r"(?P<H>[0-2]\d)(?P<M>[0-5]\d)(?P<S>[0-5]\d)"
_DASHED_DAY = r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)"
_START, _END = r"(?<!\d)", r"(?!\d)"


@dataclass(frozen=True, slots=True)
class _NameRule:
    pattern: re.Pattern[str]
    precision: Precision = Precision.SECOND
    is_utc: bool = False
    is_received: bool = False


def _rule(pattern: str, **facts: object) -> _NameRule:
    return _NameRule(re.compile(pattern, re.IGNORECASE), **facts)  # type: ignore[arg-type]


_NAME_RULES = (
    # messengers: the day of receiving
    _rule(rf"^(?:IMG|VID|AUD)-{_DAY}-WA\d+", precision=Precision.DAY, is_received=True),
    _rule(
        rf"^WhatsApp (?:Image|Video) {_DASHED_DAY} at "
        r"(?P<H>\d{1,2})\.(?P<M>[0-5]\d)\.(?P<S>[0-5]\d)(?: (?P<half>[AP]M))?",
        is_received=True,
    ),
    _rule(
        rf"^photo_{_DASHED_DAY}_(?P<H>[0-2]\d)-(?P<M>[0-5]\d)-(?P<S>[0-5]\d){_END}",
        is_received=True,
    ),
    # the day in UTC, as Snapchat names what it saved
    _rule(rf"^{_DASHED_DAY}_[0-9a-f-]{{8,36}}-(?:main|overlay){_END}", precision=Precision.DAY),
    # UTC by their makers' habit
    _rule(rf"^PXL_{_DAY}_{_TIME}\d{{3}}{_END}", is_utc=True),
    _rule(rf"^{_DAY}_{_TIME}\d{{3}}_iOS{_END}", is_utc=True),
    # screenshots
    _rule(
        rf"^Screen ?shot(?:_| | from ){_DASHED_DAY}(?:-| at | |_)"
        rf"(?P<H>[0-2]\d)[-.](?P<M>[0-5]\d)[-.](?P<S>[0-5]\d){_END}"
    ),
    _rule(rf"^Screen ?shot[_ ]{_DAY}[-_ ]{_TIME}{_END}"),
    # cameras, phones, messengers that keep the time
    _rule(
        rf"^signal-{_DASHED_DAY}-(?P<H>[0-2]\d)-(?P<M>[0-5]\d)-(?P<S>[0-5]\d)(?:-\d{{3}})?{_END}"
    ),
    _rule(rf"^signal-{_DASHED_DAY}-{_TIME}{_END}"),
    _rule(rf"{_START}{_DAY}[_-]{_TIME}(?:[_-]?\d{{3}})?{_END}"),
    _rule(rf"_BURST{_DAY}{_TIME}(?:_|{_END})"),
    _rule(rf"{_START}{_DASHED_DAY}[ _T](?P<H>[0-2]\d)[.:-](?P<M>[0-5]\d)[.:-](?P<S>[0-5]\d){_END}"),
)
_EPOCH_MS = re.compile(r"^FB_IMG_(\d{13})(?!\d)", re.IGNORECASE)
_SCREENSHOT = re.compile(r"^screen ?shot|^bildschirmfoto|^capture d.?.cran|^schermafbeelding", re.I)


def is_screenshot_name(name: str) -> bool:
    """Whether the name is one that screenshots get."""
    return _SCREENSHOT.search(name) is not None


def read_name(name: str) -> NamedTime | None:
    """The date in a file name, or None; never out of longer runs of digits. Never raises."""
    if saved := _EPOCH_MS.match(name):
        epoch_s = int(saved.group(1)) // 1000
        return NamedTime(
            datetime(1970, 1, 1) + timedelta(seconds=epoch_s), is_utc=True, is_received=True
        )
    for rule in _NAME_RULES:
        if (found := rule.pattern.search(name)) and (moment := _moment(found)) is not None:
            return NamedTime(moment, rule.precision, rule.is_utc, rule.is_received)
    return None


def _moment(found: re.Match[str]) -> datetime | None:
    part = found.groupdict()
    hour = int(part.get("H") or 0)
    match (part.get("half") or "").upper():
        case "PM" if hour < 12:
            hour += 12
        case "AM" if hour == 12:
            hour = 0
    try:
        return datetime(
            int(part["y"]),
            int(part["m"]),
            int(part["d"]),
            hour,
            int(part.get("M") or 0),
            int(part.get("S") or 0),
        )
    except ValueError:
        return None


def kind_of(path: PurePath, seen: Kind) -> Kind:
    """By content; by name where that could not be opened, and for screenshots."""
    ending = path.suffix.lower()
    if seen is not Kind.PHOTO:
        return seen
    if ending in VIDEO_ENDINGS:
        return Kind.VIDEO
    if ending in RAW_ENDINGS:
        return Kind.RAW
    return Kind.SCREENSHOT if is_screenshot_name(path.name) else Kind.PHOTO


# -- folder names ---------------------------------------------------------------------------------

_FOLDER_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-._](0[1-9]|1[0-2])[-._](0[1-9]|[12]\d|3[01])(?!\d)"
)
_NESTED_DAY = re.compile(r"(?:19|20)\d\d/\d\d/\d\d")


def read_folder(path: PurePath) -> datetime | None:
    """The full date that the folders of *path* carry, the nearest one, or None."""
    folders = path.parent.parts
    for position in range(len(folders) - 1, -1, -1):
        if found := _FOLDER_DAY.search(folders[position]):
            return _day(*found.groups())
        nested = folders[max(0, position - 2) : position + 1]
        if _NESTED_DAY.fullmatch("/".join(nested)):
            return _day(*nested)
    return None


def _day(year: str, month: str, day: str) -> datetime | None:
    try:
        return datetime(int(year), int(month), int(day))
    except ValueError:
        return None
