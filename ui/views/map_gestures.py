"""What mouse, wheel, fingers and keys do to a map."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPinchGesture

from ui.views.map_groups import Group, Stretch

if TYPE_CHECKING:
    from ui.views.map_view import MapView

PAN_PX = 120
KEY_ZOOM = 1.0
ZOOM_A_NOTCH = 0.6
NOTCH = 120
ZOOM_A_PIXEL = 0.006  # of a touchpad
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
FURTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
FIT = (Qt.Key.Key_Home, Qt.Key.Key_0)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MapGestures:
    """Turns events into movements of one map."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._held_at: QPointF | None = None
        self._dragged = False
        self._clicked: Stretch | None = None

    # -- mouse ------------------------------------------------------------------------------------

    def pressed(self, event: QMouseEvent) -> None:
        """The button goes down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at, self._dragged = event.position(), False

    def dragged(self, event: QMouseEvent) -> None:
        """The pointer moves."""
        view = self._view
        if self._held_at is None:
            over = view.group_at(event.position())
            view.setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            return
        by = self._held_at - event.position()
        if self._dragged or by.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self._held_at = event.position()
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
            view.go(view.camera.moved(by.x(), by.y()), 0)

    def released(self, event: QMouseEvent) -> None:
        """The button goes up."""
        was_click = self._held_at is not None and not self._dragged
        self._held_at = None
        self._view.unsetCursor()
        if was_click and event.button() == Qt.MouseButton.LeftButton:
            group = self._view.group_at(event.position())
            self._clicked = group.stretch if group else None
            self._view.choose(self._clicked)
            if group is not None:
                self._view.split_or_open(group.stretch)

    def double_clicked(self, event: QMouseEvent) -> None:
        """The first click chose the group, and the map may be moving under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._clicked is not None:
            self._view.opened.emit(self._clicked)
        else:
            at = event.position()
            self._view.zoom_by(KEY_ZOOM, (at.x(), at.y()))

    def wheeled(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        pixels, at = event.pixelDelta().y(), event.position()
        by = pixels * ZOOM_A_PIXEL if pixels else event.angleDelta().y() / NOTCH * ZOOM_A_NOTCH
        self._view.zoom_by(by, (at.x(), at.y()), 0 if pixels else 160)
        event.accept()

    def pinched(self, event: QEvent) -> bool:
        """Two fingers on a touchpad or a screen."""
        if event.type() == QEvent.Type.NativeGesture:
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            at = event.position()
            self._view.zoom_by(math.log2(max(0.1, 1 + event.value())), (at.x(), at.y()), 0)
            return True
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self._view.mapFromGlobal(pinch.centerPoint().toPoint())
                factor = max(0.1, pinch.scaleFactor())
                self._view.zoom_by(math.log2(factor), (at.x(), at.y()), 0)
                return True
        return False

    # -- keys -------------------------------------------------------------------------------------

    def pressed_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the map."""
        view, key = self._view, event.key()
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        if key in ARROWS:
            right, down = ARROWS[key]
            view.go(view.goal.moved(PAN_PX * right, PAN_PX * down))
        elif key in NEARER or key in FURTHER:
            view.zoom_by(KEY_ZOOM if key in NEARER else -KEY_ZOOM, self._chosen_spot())
        elif key in FIT:
            view.fit()
        elif key == Qt.Key.Key_Space:
            self._walk(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in ENTER:
            self._open()
        else:
            return False
        return True

    def _chosen_spot(self) -> tuple[float, float] | None:
        group = self._view.chosen_group()
        return (group.disc.center().x(), group.disc.center().y()) if group else None

    def _walk(self, *, back: bool) -> None:
        """Choose the next group, the greatest first."""
        groups = self._seen()
        if groups:
            here = self._view.chosen_group()
            starts = [group.stretch.start for group in groups]
            step = -1 if back else 1
            at = starts.index(here.stretch.start) + step if here in groups else 0
            self._view.choose(groups[at % len(groups)].stretch)

    def _open(self) -> None:
        """Show the photos of the chosen group; the first time choose the greatest."""
        group = self._view.chosen_group()
        if group is None:
            self._walk(back=False)
            group = self._view.chosen_group()
        if group is not None:
            self._view.opened.emit(group.stretch)

    def _seen(self) -> list[Group]:
        inside = self._view.rect()
        groups = [g for g in self._view.groups() if inside.contains(g.disc.center().toPoint())]
        return groups[::-1]
