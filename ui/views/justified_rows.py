"""Breaking pictures of any shape into rows of one width, aspect ratios kept. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ui.views.justified_layout import JustifiedLayout, Measures, Span

MIN_ASPECT, MAX_ASPECT = 0.4, 3.2  # beyond these a picture is cut in the grid
MAX_STRETCH = 1.3  # a last row grows by this much at most to fill the width
# sections that take less than this share of the width stand side by side
SMALL_SHARE = 0.62
MIN_BLOCK_PX, BLOCK_GAP_PX = 224, 16  # the least width has room for a date


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
    reach = layout.reach = reach_of(aspects, measures)
    _fill(layout, reach, sections)
    return layout


def lay_out_again(
    layout: JustifiedLayout, sections: Sequence[Span], measures: Measures
) -> JustifiedLayout:
    """Lay the same pictures out under other measures; a new width alone takes least time."""
    before = layout.measures
    if (before.gap_px, before.row_px) != (measures.gap_px, measures.row_px):
        return lay_out(layout.aspects, sections, measures)
    again = JustifiedLayout(measures, layout.aspects, reach=layout.reach)
    _fill(again, layout.reach, sections)
    return again


def reach_of(aspects: Sequence[float], measures: Measures) -> Sequence[float]:
    """How far the pictures and gaps before each one reach, in units of the row height."""
    ratio = measures.gap_px / measures.row_px
    return [total + index * ratio for index, total in enumerate(accumulate(aspects, initial=0.0))]


def _fill(layout: JustifiedLayout, reach: Sequence[float], sections: Sequence[Span]) -> None:
    measures = layout.measures
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
    layout.row_starts.append(len(layout.aspects))
    layout.height_px = y


def _small_ones(
    sections: Sequence[Span], first: int, reach: Sequence[float], measures: Measures
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
) -> None:
    layout.row_starts.append(start)
    layout.row_lefts.append(left)
    layout.row_tops.append(top)
    layout.row_heights.append(height)
    layout.justified.append(False)


def _add_rows(layout: JustifiedLayout, section: Span, reach: Sequence[float], y: int) -> int:
    """Append the rows of a section from height *y* on; returns the height where they end.

    *reach[i]* is how far pictures and gaps before *i* reach, in units of the row height.
    """
    measures = layout.measures
    wanted, gap, width = measures.row_px, measures.gap_px, measures.width_px
    full = (width + gap) / wanted
    highest, gap_share = wanted * MAX_STRETCH, gap / wanted
    starts, tops, heights, fills = [], [], [], []
    start, last = section
    before = reach[start]
    while start < last:  # 20,000 times for 100,000 pictures: all in one place, for speed
        end = bisect_left(reach, before + full, start + 1, last + 1)
        if end > last:
            end = last
        elif end - start > 1:
            without = full / (reach[end - 1] - before)
            # the row comes nearer to the wanted height when its last picture goes down
            if without < (reach[end] - before) / full and without <= MAX_STRETCH:
                end -= 1
        after = reach[end]
        count = end - start
        height = (width - gap * (count - 1)) / (after - before - count * gap_share)
        row_px = round(height) if height <= highest else wanted
        starts.append(start)
        tops.append(y)
        heights.append(row_px)
        fills.append(height <= highest)
        y += row_px + gap
        start, before = end, after
    layout.row_starts += starts
    layout.row_lefts += [0] * len(starts)
    layout.row_tops += tops
    layout.row_heights += heights
    layout.justified += fills
    return y
