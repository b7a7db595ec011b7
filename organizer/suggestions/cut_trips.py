"""Trips as the user changed them: cut at borders that were drawn, without photos taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from organizer.models import EditKind, EventEdit, Photo, PhotoId

Shots = tuple[Photo, ...]


def cut_as_said(shots: Shots, edits: Sequence[EventEdit]) -> Iterator[Shots]:
    """Give the parts of a trip.

    Args:
        shots: In order of time.
        edits: In the order in which they were made; joins of events cut nothing.
    """
    gone = moved_out(edits)
    kept = tuple(shot for shot in shots if shot.id not in gone)
    place_of = {shot.id: place for place, shot in enumerate(kept)}
    cuts = sorted({cut for edit in edits if (cut := _cut(edit, place_of)) is not None})
    bounds = [0, *cuts, len(kept)]
    for start, end in pairwise(bounds):
        if start < end:
            yield kept[start:end]


def moved_out(edits: Sequence[EventEdit]) -> set[PhotoId]:
    """Give the photos that the user took out of every event, and put into none since."""
    gone: set[PhotoId] = set()
    for edit in edits:
        if edit.kind is EditKind.MOVE:
            gone = gone - set(edit.ones) if edit.others else gone | set(edit.ones)
    return gone


def _cut(edit: EventEdit, place_of: dict[PhotoId, int]) -> int | None:
    """Give the place of the first photo behind a border; None where the border is not inside."""
    if edit.kind is not EditKind.SPLIT:
        return None
    before = [place_of[one] for one in edit.ones if one in place_of]
    after = [place_of[one] for one in edit.others if one in place_of]
    if not before or not after or after[0] <= before[-1]:
        return None
    return before[-1] + 1
