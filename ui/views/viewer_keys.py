"""What the keys of the viewer do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.views.viewer_canvas import STEP

if TYPE_CHECKING:
    from ui.views.viewer import Viewer

Act = Callable[[], object]


def act_of(viewer: Viewer, event: QKeyEvent) -> Act | None:
    """What this key is to do; None for keys that the viewer has nothing for."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_R and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return lambda: viewer.turn(-1)
    return {**_ways(viewer), **_words(viewer), **_zooms(viewer)}.get(key)


def _ways(viewer: Viewer) -> dict[Qt.Key, Act]:
    keys = Qt.Key
    return {
        keys.Key_Right: lambda: viewer.walk(1),
        keys.Key_Left: lambda: viewer.walk(-1),
        keys.Key_Home: lambda: viewer.go_to(0),
        keys.Key_End: lambda: viewer.go_to(viewer.count - 1),
        keys.Key_Space: viewer.press_space,
        keys.Key_Return: viewer.play,
        keys.Key_Enter: viewer.play,
        keys.Key_Escape: viewer.step_out,
        keys.Key_Backspace: viewer.close_viewer,
        keys.Key_S: viewer.turn_slideshow,
    }


def _words(viewer: Viewer) -> dict[Qt.Key, Act]:
    keys, one = Qt.Key, viewer.current_id
    return {
        keys.Key_F: viewer.favour,
        keys.Key_C: lambda: viewer.caption_asked.emit(one),
        keys.Key_D: lambda: viewer.date_asked.emit(one),
        keys.Key_L: lambda: viewer.alike_asked.emit(one),
        keys.Key_O: lambda: viewer.folder_asked.emit(one),
        keys.Key_R: lambda: viewer.turn(1),
        keys.Key_I: viewer.turn_info,
    }


def _zooms(viewer: Viewer) -> dict[Qt.Key, Act]:
    keys, canvas = Qt.Key, viewer.canvas
    return {
        keys.Key_0: canvas.fit,
        keys.Key_1: lambda: canvas.zoom_to(1.0 / viewer.devicePixelRatioF()),
        keys.Key_Z: canvas.turn_zoom,
        keys.Key_Plus: lambda: canvas.zoom_by(STEP),
        keys.Key_Minus: lambda: canvas.zoom_by(1 / STEP),
    }
