"""Justified rows: pictures of any shape in rows of one width, aspect ratios kept. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

MIN_ASPECT, MAX_ASPECT = 0.4, 3.2  # beyond these a picture is cut in the grid
MAX_STRETCH = 1.3  # a last row grows by this much at most to fill the width
# sections that take less than this share of the width stand side by side
SMALL_SHARE = 0.62
MIN_BLOCK_PX, BLOCK_GAP_PX = 228, 20  # the least width has room for a date


class Span(NamedTuple):
    """Pictures from *start* up to, not including, *end* that stand under one header."""

    start: int
    end: int


class Box(NamedTuple):
    """Where picture *index* stands, in pixels from the top left of everything."""

    index: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Sizes in pixels. *row_px* is the wanted height; rows differ a little from it."""

    width_px: int
    row_px: int = 122
    gap_px: int = 4
    header_px: int = 34
    section_gap_px: int = 12


@dataclass(slots=True)
class JustifiedLayout:
    """The rows of all sections. Entries of equal number belong together in all lists.

    Attributes:
        section_tops, section_lefts, section_widths: Where the header of each section stands.
            Small sections stand side by side and then have the same top.
        row_starts: First picture of each row; the last one is the number of pictures.
        row_lefts: Left edge of each row; 0 unless small sections stand side by side.
        justified: Whether the row fills the width.
    """

    measures: Measures
    aspects: Sequence[float]
    section_tops: list[int] = field(default_factory=list)
    section_lefts: list[int] = field(default_factory=list)
    section_widths: list[int] = field(default_factory=list)
    row_starts: list[int] = field(default_factory=list)
    row_lefts: list[int] = field(default_factory=list)
    row_tops: list[int] = field(default_factory=list)
    row_heights: list[int] = field(default_factory=list)
    justified: list[bool] = field(default_factory=list)
    height_px: int = 0

    def rows_between(self, top: int, bottom: int) -> range:
        """Numbers of the rows that touch the stripe from *top* to *bottom*."""
        first = max(0, bisect_right(self.row_tops, top) - 1)
        if self.row_tops:
            first = bisect_left(self.row_tops, self.row_tops[first])
        return range(first, bisect_left(self.row_tops, bottom, first))

    def row_of(self, index: int) -> int:
        """The row in which picture *index* stands."""
        return bisect_right(self.row_starts, index) - 1

    def boxes_of(self, row: int) -> Iterator[Box]:
        """The pictures of a row, from the left."""
        start, end = self.row_starts[row], self.row_starts[row + 1]
        height, gap = self.row_heights[row], self.measures.gap_px
        exact = float(self.row_lefts[row])
        scale = self._scale(row)
        for index in range(start, end):
            left = round(exact)
            exact += self.aspects[index] * scale
            yield Box(index, left, self.row_tops[row], round(exact) - left, height)
            exact += gap

    def _scale(self, row: int) -> float:
        if not self.justified[row]:
            return self.row_heights[row]
        start, end = self.row_starts[row], self.row_starts[row + 1]
        free = self.measures.width_px - self.measures.gap_px * (end - start - 1)
        return free / sum(self.aspects[start:end])

    def box_of(self, index: int) -> Box:
        """Where picture *index* stands."""
        row = self.row_of(index)
        return next(box for box in self.boxes_of(row) if box.index == index)

    def index_at(self, x: int, y: int) -> int | None:
        """The picture under a point, or None."""
        for row in self.rows_between(y, y + 1):
            for box in self.boxes_of(row):
                inside_x = box.left <= x < box.left + box.width
                if inside_x and box.top <= y < box.top + box.height:
                    return box.index
        return None

    def indices_in(self, left: int, top: int, right: int, bottom: int) -> list[int]:
        """The pictures that touch a rectangle."""
        return [
            box.index
            for row in self.rows_between(top, bottom)
            for box in self.boxes_of(row)
            if box.left < right
            and box.left + box.width > left
            and box.top < bottom
            and box.top + box.height > top
        ]

    def above_or_below(self, index: int, steps: int) -> int:
        """The picture *steps* further down (up, when negative) that is nearest in x."""
        box = self.box_of(index)
        top = box.top
        for _ in range(abs(steps)):
            after = bisect_right(self.row_tops, top)
            before = bisect_left(self.row_tops, top) - 1
            row = min(after, len(self.row_tops) - 1) if steps > 0 else max(before, 0)
            top = self.row_tops[row]
        centre = box.left + box.width / 2
        side_by_side = range(bisect_left(self.row_tops, top), bisect_right(self.row_tops, top))
        there = (other for row in side_by_side for other in self.boxes_of(row))
        return min(there, key=lambda other: abs(other.left + other.width / 2 - centre)).index

    def section_at(self, y: int) -> int:
        """The section to which height *y* belongs; of several side by side, the first."""
        last = max(0, bisect_right(self.section_tops, y) - 1)
        return bisect_left(self.section_tops, self.section_tops[last])


def aspect_of(width_px: int, height_px: int) -> float:
    """Width by height, kept within what a grid can show."""
    return min(max(width_px / height_px, MIN_ASPECT), MAX_ASPECT)


def lay_out(
    aspects: Sequence[float], sections: Sequence[Span], measures: Measures
) -> JustifiedLayout:
    """Break the pictures of every section into rows that fill the width.

    Args:
        aspects: Width by height of every picture.
        sections: Spans that follow one another without a hole.
    """
    layout = JustifiedLayout(measures, aspects)
    ratio = measures.gap_px / measures.row_px
    reach = [total + index * ratio for index, total in enumerate(accumulate(aspects, initial=0.0))]
    y, place = 0, 0
    while place < len(sections):
        small = _small_ones(sections, place, reach, measures)
        if len(small) > 1:
            y = _add_side_by_side(layout, sections[place : place + len(small)], small, y)
        else:
            _add_section(layout, left=0, top=y, width=measures.width_px)
            y = _add_rows(layout, sections[place], reach, y + measures.header_px)
        y += measures.section_gap_px
        place += max(1, len(small))
    layout.row_starts.append(len(aspects))
    layout.height_px = y
    return layout


def _small_ones(
    sections: Sequence[Span], first: int, reach: list[float], measures: Measures
) -> list[int]:
    """Widths of the sections from *first* on that can stand side by side."""
    widths: list[int] = []
    if not measures.header_px:
        return widths
    used = 0
    for section in sections[first:]:
        natural = (reach[section.end] - reach[section.start]) * measures.row_px
        if natural > measures.width_px * SMALL_SHARE:
            break
        width = max(round(natural) - measures.gap_px, MIN_BLOCK_PX)
        used += width + (BLOCK_GAP_PX if widths else 0)
        if used > measures.width_px:
            break
        widths.append(width)
    return widths


def _add_side_by_side(
    layout: JustifiedLayout, sections: Sequence[Span], widths: Sequence[int], y: int
) -> int:
    """Append small sections in one line; returns the height where it ends."""
    measures = layout.measures
    left = 0
    for section, width in zip(sections, widths, strict=True):
        _add_section(layout, left=left, top=y, width=width)
        _add_row(layout, section.start, y + measures.header_px, measures.row_px, left=left)
        left += width + BLOCK_GAP_PX
    return y + measures.header_px + measures.row_px + measures.gap_px


def _add_section(layout: JustifiedLayout, *, left: int, top: int, width: int) -> None:
    layout.section_lefts.append(left)
    layout.section_tops.append(top)
    layout.section_widths.append(width)


def _add_row(
    layout: JustifiedLayout,
    start: int,
    top: int,
    height: int,
    *,
    left: int = 0,
    justified: bool = False,
) -> None:
    layout.row_starts.append(start)
    layout.row_lefts.append(left)
    layout.row_tops.append(top)
    layout.row_heights.append(height)
    layout.justified.append(justified)


def _add_rows(layout: JustifiedLayout, section: Span, reach: list[float], y: int) -> int:
    """Append the rows of a section from height *y* on; returns the height where they end.

    *reach[i]* is how far pictures and gaps before *i* reach, in units of the row height.
    """
    measures = layout.measures
    wanted, gap = measures.row_px, measures.gap_px
    full = (measures.width_px + gap) / wanted
    start = section.start
    while start < section.end:
        end = _row_end(section, start, reach, full)
        count = end - start
        pictures = reach[end] - reach[start] - count * gap / wanted
        height = (measures.width_px - gap * (count - 1)) / pictures
        fills = height <= wanted * MAX_STRETCH
        row_px = round(height) if fills else wanted
        _add_row(layout, start, y, row_px, justified=fills)
        y += row_px + gap
        start = end
    return y


def _row_end(section: Span, start: int, reach: list[float], full: float) -> int:
    """The picture before which the row that begins with *start* is broken."""
    end = bisect_left(reach, reach[start] + full, start + 1, section.end + 1)
    if end > section.end:
        return section.end
    if end - start > 1 and _is_better_without_last(reach, start, end, full):
        return end - 1
    return end


def _is_better_without_last(reach: list[float], start: int, end: int, full: float) -> bool:
    """Whether the row comes nearer to the wanted height when its last picture goes down."""
    with_last = (reach[end] - reach[start]) / full
    without = full / (reach[end - 1] - reach[start])
    return without < with_last and without <= MAX_STRETCH
