"""When was it taken? One answer from all that a file and its name say, with source and trust."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from organizer.models import CaptureTime, DateSource, Metadata, Precision, Trust

_OLDEST = datetime(1826, 1, 1)  # the oldest surviving photograph
# what a clock shows after its battery was out
_RESETS = frozenset({(1970, 1, 1), (1980, 1, 1), (1904, 1, 1)})
_SCANNER = re.compile(r"\bscan|scanner|flatbed|canoscan|perfection v?\d|scansnap", re.IGNORECASE)


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


def choose_capture_time(
    metadata: Metadata, path: PurePath, *, modified_at: datetime, now: datetime
) -> CaptureTime:
    """Follow the chain: camera, file name, folder name, GPS, EXIF modification, file time.

    Args:
        metadata: What the file says about itself.
        path: Where it lies; its name and folders may carry a date.
        modified_at: Modification time of the file, local.
        now: Later than tomorrow is not plausible.
    """
    latest = now + timedelta(days=1)
    offset = metadata.utc_offset_min
    name_says = read_name(path.name)
    for at, source, trust in (
        (metadata.original_at, DateSource.EXIF_ORIGINAL, Trust.HIGH),
        (metadata.created_at, DateSource.EXIF_CREATED, Trust.HIGH),
    ):
        if at is not None and _OLDEST <= at <= latest:
            return _by_camera(at, source, trust, metadata)
    if name_says is not None and _OLDEST <= name_says.at <= latest:
        return _by_name(name_says, offset)
    if (day := read_folder(path)) is not None and day <= latest:
        return CaptureTime(
            taken_at=day, source=DateSource.FOLDER, trust=Trust.LOW, precision=Precision.DAY
        )
    return _last_resorts(metadata, modified_at, latest)


def _by_camera(at: datetime, source: DateSource, trust: Trust, metadata: Metadata) -> CaptureTime:
    if is_clock_reset(at):
        trust = Trust.NONE
    elif _SCANNER.search(f"{metadata.camera_make} {metadata.camera_model}"):
        trust = Trust.LOW  # the day of scanning
    return CaptureTime(
        taken_at=at, utc_offset_min=metadata.utc_offset_min, source=source, trust=trust
    )


def _by_name(name_says: NamedTime, offset: int | None) -> CaptureTime:
    trust = Trust.MEDIUM
    at, shown_offset = name_says.at, offset
    if name_says.is_received or name_says.precision is not Precision.SECOND:
        trust = Trust.LOW
    if name_says.is_utc:
        at += timedelta(minutes=offset or 0)
        shown_offset = offset or 0
        trust = Trust.LOW if offset is None else trust
    return CaptureTime(
        taken_at=at,
        utc_offset_min=shown_offset,
        source=DateSource.NAME,
        trust=trust,
        precision=name_says.precision,
    )


def _last_resorts(metadata: Metadata, modified_at: datetime, latest: datetime) -> CaptureTime:
    offset = metadata.utc_offset_min
    if metadata.gps_at is not None and datetime(1990, 1, 1) <= metadata.gps_at <= latest:
        return CaptureTime(
            taken_at=metadata.gps_at + timedelta(minutes=offset or 0),
            utc_offset_min=offset or 0,
            source=DateSource.GPS,
            trust=Trust.LOW if offset is None else Trust.MEDIUM,
        )
    for at, source in (
        (metadata.modified_at, DateSource.EXIF_MODIFIED),
        (modified_at, DateSource.FILE),
    ):
        if at is not None and _OLDEST <= at <= latest and not is_clock_reset(at):
            return CaptureTime(taken_at=at.replace(microsecond=0), source=source, trust=Trust.LOW)
    return CaptureTime()


def is_clock_reset(at: datetime) -> bool:
    """Whether a clock that was never set shows this."""
    day = (at.year, at.month, at.day)
    return day in _RESETS or (day == (2000, 1, 1) and at.hour == 0)


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
