"""The sections of a grid: one for each day, the undated ones last. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from organizer.models import PhotoId, TimelineEntry
from ui.views.justified_layout import Span

SECONDS_A_DAY = 86_400
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Section:
    """Photos under one header. *day* is ``date.toordinal()``; None where there is no date."""

    day: int | None
    span: Span


def day_of(entry: TimelineEntry) -> int | None:
    """The local day of a photo as ``date.toordinal()``."""
    if entry.taken_at_s is None:
        return None
    return entry.taken_at_s // SECONDS_A_DAY + EPOCH_ORDINAL


def by_day(entries: Sequence[TimelineEntry]) -> list[Section]:
    """A section for each run of photos of one day."""
    sections = []
    start = 0
    for day, group in groupby(entries, key=day_of):
        end = start + sum(1 for _ in group)
        sections.append(Section(day, Span(start, end)))
        start = end
    return sections


def by_part(
    parts: Sequence[Sequence[PhotoId]],
) -> Callable[[Sequence[TimelineEntry]], list[Section]]:
    """A section for each part of an album; photos come in the order of the parts."""
    part_of = {photo_id: number for number, part in enumerate(parts) for photo_id in part}

    def sections_of(entries: Sequence[TimelineEntry]) -> list[Section]:
        sections, start = [], 0
        for _, group in groupby(entries, key=lambda entry: part_of.get(entry.id)):
            end = start + sum(1 for _ in group)
            sections.append(Section(None, Span(start, end)))
            start = end
        return sections

    return sections_of


def all_in_one(entries: Sequence[TimelineEntry]) -> list[Section]:
    """One section without a header for all photos; none for no photos."""
    return [Section(None, Span(0, len(entries)))] if entries else []


def main_spot(entries: Sequence[TimelineEntry]) -> tuple[float, float] | None:
    """Where most of the photos were taken, within about a kilometre."""
    spots = Counter(
        (round(entry.latitude, 2), round(entry.longitude, 2))
        for entry in entries
        if entry.latitude is not None and entry.longitude is not None
    )
    return spots.most_common(1)[0][0] if spots else None
