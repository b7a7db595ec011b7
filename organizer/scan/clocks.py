"""What only the whole library shows of its clocks: offsets, resets, days of scanning.

Pure functions of all photos: the same photos in any order give the same answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from organizer.models import CaptureTime, DateSource, PhotoId, Precision, Trust
from organizer.scan.dates import is_scanner

_NEAR = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1)
# a run that begins like a clock that was never set, with nothing else for so long around it
_RESET_MIN, _RESET_BEGINS, _RESET_ALONE = 3, timedelta(minutes=30), timedelta(days=300)
_STAMPED_MIN = 8
_SCANNED_MIN, _SCANNED_GAP = 5, timedelta(minutes=10)
# makers of scanners; some made cameras too, and those write how they exposed
_SCANNER_MAKERS = re.compile(
    r"\b(?:epson|hewlett|hp|canon inc|plustek|fujitsu|ricoh|brother|noritsu|pakon|pacific image"
    r"|reflecta|braun|microtek|umax|mustek|nikon scan|kodak scan|xerox|visioneer|avision)\b",
    re.IGNORECASE,
)
_BY_A_CLOCK = frozenset({DateSource.EXIF_ORIGINAL, DateSource.EXIF_CREATED, DateSource.QUICKTIME})

ZoneLookup = Callable[[float, float, datetime], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """As much of a photo as its clock needs.

    Attributes:
        captured: From its own files alone.
        tells_exposure: Whether it says how it was exposed, as cameras do and scanners do not.
    """

    id: PhotoId
    make: str = ""
    model: str = ""
    captured: CaptureTime
    latitude: float | None = None
    longitude: float | None = None
    tells_exposure: bool = False

    @property
    def device(self) -> tuple[str, str]:
        """What took it; two of the same kind cannot be told apart."""
        return self.make, self.model

    @property
    def is_trusted(self) -> bool:
        """Whether its date counts so far."""
        return self.captured.trust in (Trust.HIGH, Trust.MEDIUM)


def settle_clocks(photos: Sequence[Dated], zone_at: ZoneLookup) -> dict[PhotoId, CaptureTime]:
    """The capture times that differ, in the light of all photos, from what each says alone."""
    changed = _local_times(photos, zone_at)
    clocked = [
        photo
        for photo in photos
        if photo.is_trusted
        and photo.captured.source in _BY_A_CLOCK
        and photo.captured.precision is Precision.SECOND
    ]
    by_device: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for photo in sorted(clocked, key=lambda photo: (_time(photo), photo.id)):
        by_device[photo.device].append(photo)
    for found in by_device.values():
        for trust, doubted in (
            (Trust.LOW, _stamped(found)),
            (Trust.LOW, _scanned(found)),
            (Trust.NONE, _reset(found)),
        ):
            changed.update({p.id: replace(p.captured, trust=trust) for p in doubted})
    return changed


def _time(photo: Dated) -> datetime:
    return photo.captured.taken_at or _EPOCH


# -- from UTC to the clock at the place ------------------------------------------------------------


def _local_times(photos: Iterable[Dated], zone_at: ZoneLookup) -> dict[PhotoId, CaptureTime]:
    """The photos of which only the instant was known, by the clock at the place."""
    waiting = [photo for photo in photos if photo.captured.is_utc]
    if not waiting:
        return {}
    known = _offsets_by_device(photos)
    changed = {}
    for photo in waiting:
        offset = _nearest_offset(known.get(photo.device, ()), _time(photo))
        if offset is None and photo.latitude is not None and photo.longitude is not None:
            offset = zone_at(photo.latitude, photo.longitude, _time(photo))
        if offset is not None:
            changed[photo.id] = replace(
                photo.captured,
                taken_at=_time(photo) + timedelta(minutes=offset),
                utc_offset_min=offset,
                trust=Trust.MEDIUM,
                is_utc=False,
            )
    return changed


def _offsets_by_device(
    photos: Iterable[Dated],
) -> Mapping[tuple[str, str], Sequence[tuple[datetime, int]]]:
    """For each device the instants at which it told its offset, in order."""
    known: dict[tuple[str, str], list[tuple[datetime, int]]] = defaultdict(list)
    for photo in photos:
        offset = photo.captured.utc_offset_min
        if any(photo.device) and photo.is_trusted and offset is not None:
            known[photo.device].append((_time(photo) - timedelta(minutes=offset), offset))
    for told in known.values():
        told.sort()
    return known


def _nearest_offset(told: Sequence[tuple[datetime, int]], utc_at: datetime) -> int | None:
    at = bisect_left(told, (utc_at, -10_000))
    around = told[max(0, at - 1) : at + 1]
    near = [(abs(moment - utc_at), offset) for moment, offset in around]
    distance, offset = min(near, default=(_NEAR * 2, 0))
    return offset if distance <= _NEAR else None


# -- clocks that cannot be believed; each gets the photos of one device in order of time -----------


def _reset(photos: Sequence[Dated]) -> list[Dated]:
    """Photos from the first of January, just after midnight, with nothing else that year.

    Parties at New Year have photos of the days around them; a clock without battery has not.
    """
    doubted: list[Dated] = []
    for run in _runs(photos, _RESET_ALONE):
        first = _time(run[0])
        begins = timedelta(hours=first.hour, minutes=first.minute)
        short = _time(run[-1]) - first < timedelta(days=60)
        is_default = (first.month, first.day) == (1, 1) and begins < _RESET_BEGINS
        if is_default and short and _RESET_MIN <= len(run) < len(photos):
            doubted += run
    return doubted


def _stamped(photos: Sequence[Dated]) -> list[Dated]:
    """Many photos at the same midnight to the second: only a day was known, or nothing."""
    at_midnight: dict[datetime, list[Dated]] = defaultdict(list)
    for photo in photos:
        at = _time(photo)
        if (at.hour, at.minute, at.second) == (0, 0, 0):
            at_midnight[at].append(photo)
    return [p for some in at_midnight.values() if len(some) >= _STAMPED_MIN for p in some]


def _scanned(photos: Sequence[Dated]) -> list[Dated]:
    """Pile after pile within minutes by a maker of scanners that tells neither place nor light."""
    make, model = photos[0].device
    if not is_scanner(make, model) and not _SCANNER_MAKERS.search(f"{make} {model}"):
        return []
    bare = [p for p in photos if not p.tells_exposure and p.latitude is None]
    return [p for run in _runs(bare, _SCANNED_GAP) if len(run) >= _SCANNED_MIN for p in run]


def _runs(photos: Sequence[Dated], max_gap: timedelta) -> list[Sequence[Dated]]:
    cuts = [
        place
        for place, (earlier, later) in enumerate(pairwise(photos), start=1)
        if _time(later) - _time(earlier) > max_gap
    ]
    bounds = [0, *cuts, len(photos)]
    return [photos[start:end] for start, end in pairwise(bounds) if start < end]
