"""Where pictures stand in justified rows, and which one is at a place. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


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
        reach: How far the pictures before each one reach, which no width changes.
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
    reach: Sequence[float] = ()

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
