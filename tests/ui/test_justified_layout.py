"""Rows of one width, aspect ratios kept, nothing lost."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.views.justified_layout import Box, JustifiedLayout, Measures, Span
from ui.views.justified_rows import MAX_STRETCH, aspect_of, lay_out

aspects_of_days = st.lists(
    st.lists(st.floats(0.4, 3.2), min_size=1, max_size=25), min_size=1, max_size=12
)
widths = st.integers(320, 2600)


def layout_of(days: list[list[float]], *, width: int = 996, header: int = 34) -> JustifiedLayout:
    ends = list(accumulate((len(day) for day in days), initial=0))
    spans = [Span(start, end) for start, end in pairwise(ends)]
    flat = [aspect for day in days for aspect in day]
    return lay_out(flat, spans, Measures(width_px=width, header_px=header))


def boxes(layout: JustifiedLayout) -> list[Box]:
    return [box for row in range(len(layout.row_tops)) for box in layout.boxes_of(row)]


def overlap(one: Box, other: Box) -> bool:
    beside = one.left + one.width <= other.left or other.left + other.width <= one.left
    above = one.top + one.height <= other.top or other.top + other.height <= one.top
    return not (beside or above)


@given(aspects_of_days, widths)
def test_every_picture_stands_once_in_order_and_inside(days: list[list[float]], width: int) -> None:
    layout = layout_of(days, width=width)

    assert [box.index for box in boxes(layout)] == list(range(sum(map(len, days))))
    assert all(box.left >= 0 and box.left + box.width <= width + 1 for box in boxes(layout))


@given(aspects_of_days, widths)
def test_no_two_pictures_overlap(days: list[list[float]], width: int) -> None:
    found = boxes(layout_of(days, width=width))

    assert not any(overlap(one, other) for one, other in pairwise(found))


@given(aspects_of_days, widths)
def test_aspect_ratios_are_kept_to_a_pixel(days: list[list[float]], width: int) -> None:
    layout = layout_of(days, width=width)

    for box in boxes(layout):
        assert box.width == pytest.approx(layout.aspects[box.index] * box.height, abs=4)


@given(aspects_of_days, widths)
def test_rows_stay_near_the_wanted_height(days: list[list[float]], width: int) -> None:
    layout = layout_of(days, width=width)

    assert all(height <= 122 * MAX_STRETCH + 1 for height in layout.row_heights)


def test_full_rows_end_at_the_right_edge() -> None:
    layout = layout_of([[1.5] * 40])

    for row, justified in enumerate(layout.justified):
        *_, last = layout.boxes_of(row)
        assert not justified or last.left + last.width == 996


def test_a_large_day_begins_below_the_one_before() -> None:
    layout = layout_of([[1.5] * 9, [1.5] * 9])

    assert layout.section_tops[1] > layout.row_tops[layout.row_of(8)]


def test_small_days_stand_side_by_side() -> None:
    layout = layout_of([[1.5], [0.7, 0.7], [1.0]])

    assert len(set(layout.section_tops)) == 1
    assert len(set(layout.section_lefts)) == 3


def test_without_headers_everything_is_one_run_of_rows() -> None:
    layout = layout_of([[1.5] * 30], header=0)

    assert layout.row_tops[0] == 0


def test_the_picture_under_a_point_is_the_one_painted_there() -> None:
    layout = layout_of([[1.5] * 9, [1.0], [0.6], [1.5] * 9])

    for box in boxes(layout):
        centre = box.left + box.width // 2, box.top + box.height // 2
        assert layout.index_at(*centre) == box.index


def test_down_and_up_lead_to_the_neighbour_below_and_back() -> None:
    layout = layout_of([[1.5] * 20])

    below = layout.above_or_below(1, 1)

    assert layout.row_of(below) == 1
    assert layout.above_or_below(below, -1) == 1


def test_an_empty_grid_has_no_rows() -> None:
    layout = lay_out([], [], Measures(width_px=500))

    assert layout.height_px == 0
    assert list(layout.rows_between(0, 900)) == []
    assert layout.index_at(10, 10) is None


@pytest.mark.parametrize(("size", "aspect"), [((3, 2), 1.5), ((1, 9), 0.4), ((90, 1), 3.2)])
def test_extreme_shapes_are_cut(size: tuple[int, int], aspect: float) -> None:
    assert aspect_of(*size) == aspect
