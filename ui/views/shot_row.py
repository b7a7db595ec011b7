"""Where the photos of a group stand in their row. Knows nothing of painting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from organizer.models import TimelineEntry

EDGE_PX, TOP_PX, GAP_PX = 24, 8, 6
HEADING_PX, THUMB_PX, ROW_PX = 26, 116, 164
NARROWEST, WIDEST = 0.56, 1.9
MORE_PX = 64

Boxes = list[tuple[int, QRect]]


def boxes_of(entries: Sequence[TimelineEntry], row: QRect, current: int | None = None) -> Boxes:
    """The photos that are seen, by index, from the left; *current* is always among them."""
    widths = [_width_px(entry) for entry in entries]
    first = 0
    while current is not None and first < current and _right(widths, first, current) > _room(row):
        first += 1
    left, top = row.left() + EDGE_PX, row.top() + TOP_PX + HEADING_PX
    boxes: Boxes = []
    for index in range(first, len(widths)):
        is_last = index == len(widths) - 1
        room = row.width() - 2 * EDGE_PX if is_last else _room(row)
        if boxes and left + widths[index] - row.left() - EDGE_PX > room:
            break
        boxes.append((index, QRect(left, top, widths[index], THUMB_PX)))
        left += widths[index] + GAP_PX
    return boxes


def _room(row: QRect) -> int:
    """What photos may take where the number of the others stands behind them."""
    return row.width() - 2 * EDGE_PX - MORE_PX


def _right(widths: Sequence[int], first: int, index: int) -> int:
    return sum(widths[first : index + 1]) + GAP_PX * (index - first)


def _width_px(entry: TimelineEntry) -> int:
    shape = entry.width_px / entry.height_px
    return round(THUMB_PX * min(max(shape, NARROWEST), WIDEST))
