"""Which files are one photo: a RAW twin, the clip of a Live Photo, an edited copy.

Pure functions of names, times and identifiers; the same files in any order give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from organizer.models import CaptureTime, DateSource, Kind, PartRole, PhotoId, Precision
from organizer.scan.takeout import split_name, unedited

Parts = dict[PhotoId, tuple[PhotoId, PartRole]]
_Fit = Callable[["Piece", "Piece"], bool]

_SAME_SHOT, _SAME_START = timedelta(seconds=2), timedelta(seconds=5)
_MAX_LIVE_S = 10.0
_ZONES, _ZONE_STEP = timedelta(hours=14), timedelta(minutes=15)
_APPLE_EDITED = re.compile(r"img_e(\d{4,})")
# what phones add to the names of one shot's files
_SHOT = re.compile(r"(?:\.mp)?(?:\.raw-\d\d)?(?:\.mp)?(?:\.(?:cover|original))?$")
_NO_TIME_OF_ITS_OWN = frozenset(
    {DateSource.FILE, DateSource.UNKNOWN, DateSource.FOLDER, DateSource.EXIF_MODIFIED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file that may belong to another one.

    Attributes:
        folder: Where it lies; only files of one folder belong together.
        content_id: What a Live Photo's picture and clip share; "" for none.
    """

    photo_id: PhotoId
    folder: tuple[int, bytes]
    name: str
    kind: Kind
    is_ok: bool = True
    captured: CaptureTime
    content_id: str = ""
    duration_s: float | None = None

    @property
    def is_still(self) -> bool:
        """Whether it is an ordinary picture."""
        return self.kind not in (Kind.VIDEO, Kind.RAW)


def find_parts(pieces: Iterable[Piece]) -> Parts:
    """The photos that are parts of another photo, with that photo and what they are to it."""
    found: Parts = {}
    for shot in _shots(pieces):
        for part, whole, role in _parts_of(shot):
            if part.photo_id != whole.photo_id and (whole.is_ok or not part.is_ok):
                found.setdefault(part.photo_id, (whole.photo_id, role))
    return _rooted(found)


def _shots(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The files, several each, whose names say that they are one shot, in order of path."""
    first: dict[tuple[object, str], Piece] = {}  # most are alone: no list for those
    several: dict[tuple[Any, str], list[Piece]] = {}
    for piece in pieces:
        key = (piece.folder, _shot_name(piece.name)[0])
        if (other := first.setdefault(key, piece)) is not piece:
            several.setdefault(key, [other]).append(piece)
    return (several[key] for key in sorted(several))


def _shot_name(name: str) -> tuple[str, bool]:
    stem, _, number = split_name(name.lower())
    original = unedited(stem)
    if apple := _APPLE_EDITED.fullmatch(stem):
        original = f"img_{apple.group(1)}"
    return _SHOT.sub("", original or stem) + number, original is not None


def _parts_of(shot: Sequence[Piece]) -> Iterator[tuple[Piece, Piece, PartRole]]:
    by_name = sorted(shot, key=lambda piece: (not piece.is_ok, piece.name))
    edited = [piece for piece in by_name if _shot_name(piece.name)[1]]
    order = [piece for piece in by_name if piece not in edited]
    stills = [piece for piece in order if piece.is_still]
    wholes = stills or [piece for piece in order if piece.kind is Kind.RAW]
    for piece in order:
        if piece.kind is Kind.RAW and (whole := _first(stills, piece, _is_same_shot)):
            yield piece, whole, PartRole.RAW
        if piece.kind is Kind.VIDEO and (whole := _first(wholes, piece, _is_live)):
            yield piece, whole, PartRole.LIVE_VIDEO
    for piece in edited:
        alike = [one for one in order if one.is_still == piece.is_still and one.kind is piece.kind]
        if whole := _first(alike or stills, piece, _is_edit_of):
            yield piece, whole, PartRole.EDITED


def _first(wholes: Sequence[Piece], part: Piece, fits: _Fit) -> Piece | None:
    return next((whole for whole in wholes if fits(whole, part)), None)


def _is_same_shot(whole: Piece, raw: Piece) -> bool:
    apart = _time_apart(whole, raw)
    return apart is None or apart <= _SAME_SHOT


def _is_edit_of(whole: Piece, edited: Piece) -> bool:
    """An editor may drop the date, but it does not put another day in."""
    apart = _time_apart(whole, edited)
    return apart is None or apart <= timedelta(days=1)


def _is_live(whole: Piece, video: Piece) -> bool:
    if whole.content_id and video.content_id:
        return whole.content_id == video.content_id
    if video.duration_s is None or video.duration_s > _MAX_LIVE_S:
        return False
    apart = _time_apart(whole, video)
    if apart is None:
        return False
    if whole.captured.is_utc != video.captured.is_utc and apart <= _ZONES + _SAME_START:
        beyond = apart % _ZONE_STEP  # one of them tells no zone: any whole quarter of an hour fits
        apart = min(beyond, _ZONE_STEP - beyond)
    return apart <= _SAME_START


def _time_apart(one: Piece, other: Piece) -> timedelta | None:
    """How far apart they were taken; None where one of them does not tell its own time."""
    moments = [
        piece.captured.taken_at
        for piece in (one, other)
        if piece.captured.source not in _NO_TIME_OF_ITS_OWN
        and piece.captured.precision is Precision.SECOND
        and piece.captured.taken_at is not None
    ]
    return abs(moments[0] - moments[1]) if len(moments) == 2 else None


def _rooted(found: Parts) -> Parts:
    """Parts of parts become parts of the whole; what would go round in a circle stands alone."""
    rooted: Parts = {}
    for part, (whole, role) in found.items():
        passed = {part}
        while whole in found and whole not in passed:
            passed.add(whole)
            whole = found[whole][0]
        if whole not in passed:
            rooted[part] = (whole, role)
    return rooted
