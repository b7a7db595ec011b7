"""When was it taken? One answer from all that a file and its name say, with source and trust."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath

from organizer.models import CaptureTime, DateSource, Metadata, Precision, Trust
from organizer.scan.names import NamedTime, read_folder, read_name

OLDEST = datetime(1826, 1, 1)  # the oldest surviving photograph
_SATELLITES_SINCE = datetime(1990, 1, 1)
# what a clock shows after its battery was out
_RESETS = frozenset({(1970, 1, 1), (1980, 1, 1), (1904, 1, 1)})
_SCANNER = re.compile(r"\bscan|scanner|flatbed|canoscan|perfection v?\d|scansnap", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What lies beside a file and speaks of it: an XMP sidecar, an archive's list.

    Attributes:
        taken_at: From XMP, local wall-clock time; *utc_offset_min* where it says so.
        taken_utc_at: From an archive: when it was taken.
        archive_taken_at: From an archive that copied the clock of the camera, local.
        uploaded_utc_at: From an archive that knows only when it was uploaded.
        latitude, longitude: From XMP: the user's own word, before the file's.
        archive_latitude, archive_longitude: From an archive, where the file has none.
    """

    taken_at: datetime | None = None
    utc_offset_min: int | None = None
    precision: Precision = Precision.SECOND
    taken_utc_at: datetime | None = None
    archive_taken_at: datetime | None = None
    uploaded_utc_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    archive_latitude: float | None = None
    archive_longitude: float | None = None


NOTHING_BESIDE = Beside()


def choose_capture_time(
    metadata: Metadata,
    path: PurePath,
    *,
    modified_at: datetime,
    now: datetime,
    beside: Beside = NOTHING_BESIDE,
) -> CaptureTime:
    """Follow the chain from what was written on purpose to the time of the file.

    A clock that was never set gives way to any later link that can be trusted.

    Args:
        metadata: What the file says about itself.
        path: Where it lies; its name and folders may carry a date.
        modified_at: Modification time of the file, local.
        now: Later than tomorrow is not plausible.
        beside: What sidecars and archives say about the file.
    """
    latest = now + timedelta(days=1)
    links = (
        link
        for link in _chain(metadata, path, modified_at, beside)
        if link.taken_at is not None and OLDEST <= link.taken_at <= latest
    )
    first = next(links, CaptureTime())
    if first.trust is not Trust.NONE:
        return first
    return next((link for link in links if link.trust in (Trust.HIGH, Trust.MEDIUM)), first)


def _chain(
    metadata: Metadata, path: PurePath, modified_at: datetime, beside: Beside
) -> Iterator[CaptureTime]:
    yield _by_sidecar(beside, metadata)
    yield _by_camera(metadata.original_at, DateSource.EXIF_ORIGINAL, Trust.HIGH, metadata)
    yield _by_camera(metadata.created_at, DateSource.EXIF_CREATED, Trust.HIGH, metadata)
    yield _by_camera(metadata.described_at, DateSource.EXIF_CREATED, Trust.MEDIUM, metadata)
    yield from _by_video(metadata)
    offset = metadata.utc_offset_min
    yield _by_camera(beside.archive_taken_at, DateSource.TAKEOUT, Trust.MEDIUM, metadata)
    yield _by_instant(beside.taken_utc_at, offset, DateSource.TAKEOUT)
    if (named := read_name(path.name)) is not None:
        yield _by_name(named, offset)
    yield CaptureTime(
        taken_at=read_folder(path),
        source=DateSource.FOLDER,
        trust=Trust.LOW,
        precision=Precision.DAY,
    )
    yield _by_satellites(metadata)
    uploaded = _by_instant(beside.uploaded_utc_at, offset, DateSource.TAKEOUT)
    yield _untrusted(uploaded.taken_at, DateSource.TAKEOUT, uploaded)
    yield _untrusted(metadata.modified_at, DateSource.EXIF_MODIFIED)
    yield _untrusted(modified_at, DateSource.FILE)


def _by_sidecar(beside: Beside, metadata: Metadata) -> CaptureTime:
    exact = beside.precision in (Precision.SECOND, Precision.MINUTE)
    offset = beside.utc_offset_min
    if offset is None and beside.taken_at == metadata.original_at:
        offset = metadata.utc_offset_min
    return CaptureTime(
        taken_at=beside.taken_at,
        utc_offset_min=offset,
        source=DateSource.XMP,
        trust=Trust.MEDIUM if exact else Trust.LOW,
        precision=beside.precision,
    )


def _by_camera(
    at: datetime | None, source: DateSource, trust: Trust, metadata: Metadata
) -> CaptureTime:
    if at is not None and is_clock_reset(at):
        trust = Trust.NONE
    elif is_scanner(metadata.camera_make, metadata.camera_model):
        trust = Trust.LOW  # the day of scanning
    return CaptureTime(
        taken_at=at, utc_offset_min=metadata.utc_offset_min, source=source, trust=trust
    )


def _by_video(metadata: Metadata) -> Iterator[CaptureTime]:
    yield _by_camera(metadata.filmed_at, DateSource.QUICKTIME, Trust.HIGH, metadata)
    at = metadata.filmed_utc_at
    if at is not None and not is_clock_reset(at):
        yield _by_instant(at, metadata.utc_offset_min, DateSource.QUICKTIME)


def _by_name(named: NamedTime, offset: int | None) -> CaptureTime:
    whole = named.precision is Precision.SECOND and not named.is_received
    trust = Trust.MEDIUM if whole else Trust.LOW
    if named.is_utc:
        return _by_instant(named.at, offset, DateSource.NAME, trust)
    return CaptureTime(
        taken_at=named.at,
        utc_offset_min=offset,
        source=DateSource.NAME,
        trust=trust,
        precision=named.precision,
    )


def _by_satellites(metadata: Metadata) -> CaptureTime:
    at = metadata.gps_at
    if at is not None and at < _SATELLITES_SINCE:
        at = None
    return _by_instant(at, metadata.utc_offset_min, DateSource.GPS)


def _by_instant(
    utc_at: datetime | None, offset: int | None, source: DateSource, trust: Trust = Trust.MEDIUM
) -> CaptureTime:
    """A moment in UTC as local time, where the file says how far that is from UTC."""
    if utc_at is None:
        return CaptureTime()
    if offset is None:
        return CaptureTime(
            taken_at=utc_at,
            utc_offset_min=0,
            source=source,
            trust=Trust.LOW,
            is_utc=trust is Trust.MEDIUM,  # what was only received stays untrusted anyway
        )
    at = utc_at + timedelta(minutes=offset)
    return CaptureTime(taken_at=at, utc_offset_min=offset, source=source, trust=trust)


def _untrusted(
    at: datetime | None, source: DateSource, like: CaptureTime | None = None
) -> CaptureTime:
    if at is None or is_clock_reset(at):
        return CaptureTime()
    offset = like.utc_offset_min if like else None
    at = at.replace(microsecond=0)
    return CaptureTime(taken_at=at, utc_offset_min=offset, source=source, trust=Trust.LOW)


def is_scanner(make: str, model: str) -> bool:
    """Whether what made the file says that it is a scanner."""
    return _SCANNER.search(f"{make} {model}") is not None


def is_clock_reset(at: datetime) -> bool:
    """Whether a clock that was never set shows this."""
    day = (at.year, at.month, at.day)
    return day in _RESETS or (day == (2000, 1, 1) and at.hour == 0)
