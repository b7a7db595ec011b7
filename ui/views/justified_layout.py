"""Justified rows: pictures of any shape in rows of one width, aspect ratios kept. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

MIN_ASPECT, MAX_ASPECT = 0.4, 3.2  # beyond these a picture is cut in the grid
MAX_STRETCH = 1.3  # a last row grows by this much at most to fill the width


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
    """The rows of all sections. Rows of equal number belong together in all lists.

    Attributes:
        section_tops: Top of the header of each section.
        row_starts: First picture of each row; the last one is the number of pictures.
    """

    measures: Measures
    aspects: Sequence[float]
    section_tops: list[int] = field(default_factory=list)
    row_starts: list[int] = field(default_factory=list)
    row_tops: list[int] = field(default_factory=list)
    row_heights: list[int] = field(default_factory=list)
    justified: list[bool] = field(default_factory=list)
    height_px: int = 0

    def rows_between(self, top: int, bottom: int) -> range:
        """Numbers of the rows that touch the stripe from *top* to *bottom*."""
        first = max(0, bisect_right(self.row_tops, top) - 1)
        return range(first, bisect_left(self.row_tops, bottom, first))

    def row_of(self, index: int) -> int:
        """The row in which picture *index* stands."""
        return bisect_right(self.row_starts, index) - 1

    def boxes_of(self, row: int) -> Iterator[Box]:
        """The pictures of a row, from the left."""
        start, end = self.row_starts[row], self.row_starts[row + 1]
        height, gap = self.row_heights[row], self.measures.gap_px
        exact = 0.0
        scale = self._scale(row)
        for index in range(start, end):
            left = round(exact)
            exact += self.aspects[index] * scale
            yield Box(index, left, self.row_tops[row], round(exact) - left, height)
            exact = round(exact) + gap

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

    def above_or_below(self, index: int, rows: int) -> int:
        """The picture *rows* further down (up, when negative) that is nearest in x."""
        box = self.box_of(index)
        row = min(max(self.row_of(index) + rows, 0), len(self.row_tops) - 1)
        centre = box.left + box.width / 2
        return min(
            self.boxes_of(row), key=lambda other: abs(other.left + other.width / 2 - centre)
        ).index

    def section_at(self, y: int) -> int:
        """The section to which height *y* belongs."""
        return max(0, bisect_right(self.section_tops, y) - 1)


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
    y = 0
    for section in sections:
        layout.section_tops.append(y)
        y = _add_rows(layout, section, reach, y + measures.header_px)
        y += measures.section_gap_px
    layout.row_starts.append(len(aspects))
    layout.height_px = y
    return layout


def _add_rows(layout: JustifiedLayout, section: Span, reach: list[float], y: int) -> int:
    """Append the rows of a section from height *y* on; returns the height where they end.

    *reach[i]* is how far pictures and gaps before *i* reach, in units of the row height.
    """
    width, wanted, gap = (
        layout.measures.width_px,
        layout.measures.row_px,
        layout.measures.gap_px,
    )
    ratio = gap / wanted
    full = (width + gap) / wanted
    start = section.start
    while start < section.end:
        end = bisect_left(reach, reach[start] + full, start + 1, section.end + 1)
        is_last = end > section.end
        end = min(end, section.end)
        if not is_last and end - start > 1:
            end -= _is_better_without_last(reach, start, end, full)
        count = end - start
        pictures = reach[end] - reach[start] - count * ratio
        height = (width - gap * (count - 1)) / pictures
        fills = height <= wanted * MAX_STRETCH
        layout.row_starts.append(start)
        layout.row_tops.append(y)
        layout.row_heights.append(round(height) if fills else wanted)
        layout.justified.append(fills)
        y += layout.row_heights[-1] + gap
        start = end
    return y


def _is_better_without_last(reach: list[float], start: int, end: int, full: float) -> bool:
    """Whether the row comes nearer to the wanted height when its last picture goes down."""
    with_last = (reach[end] - reach[start]) / full
    without = full / (reach[end - 1] - reach[start])
    return without < with_last and without <= MAX_STRETCH
