"""Where a key leads from a photo in a grid."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.views.justified_layout import JustifiedLayout

_Key = Qt.Key


def step_from(layout: JustifiedLayout, current: int | None, key: int, page_rows: int) -> int | None:
    """The photo to which *key* leads; None for a key that does not walk."""
    last = len(layout.aspects) - 1
    ends = {_Key.Key_Home: 0, _Key.Key_End: last}
    sideways = {_Key.Key_Left: -1, _Key.Key_Right: 1}
    rows = {
        _Key.Key_Up: -1,
        _Key.Key_Down: 1,
        _Key.Key_PageUp: -page_rows,
        _Key.Key_PageDown: page_rows,
    }
    if key in ends:
        return ends[key]
    if current is None:
        return 0 if key in sideways or key in rows else None
    if key in sideways:
        return min(max(current + sideways[key], 0), last)
    return layout.above_or_below(current, rows[key]) if key in rows else None
