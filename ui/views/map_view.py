"""The map: photos as groups on land, moved and zoomed by mouse, touch and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui import theme
from ui.motion import wants_no_motion
from ui.thumbnails import Thumbnails
from ui.views.map_camera import Camera
from ui.views.map_gestures import MapGestures
from ui.views.map_groups import (
    Group,
    Stretch,
    groups_in,
    level_of,
    paint_count,
    paint_group,
    paint_ring,
    wanted_of,
)
from ui.views.map_land import LandPainter, map_colours
from ui.widgets.texts import as_tooltip

if TYPE_CHECKING:
    from organizer.pipeline.mapping import PhotoMap

MOVE_MS, FLY_MS, SPLIT_MS, SETTLE_MS = 160, 420, 180, 150
MARGIN_PX = 70


class MapView(QWidget):
    """Shows a :class:`PhotoMap`; one group may be chosen.

    Signals:
        opened: The photos of this stretch are to be seen.
        chosen: Another group is chosen (a :class:`Stretch`), or none is (None).
        settled: The map moves no more, or shows something else.
    """

    opened = Signal(object)
    chosen = Signal(object)
    settled = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        self._gestures = MapGestures(self)  # events come from the first line on
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 160)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Map"))
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self._thumbnail_came)
        self._land: LandPainter | None = None
        self.photo_map: PhotoMap | None = None
        self.camera = Camera()
        self._goal = self._from = self.camera
        self.current: Stretch | None = None
        self._level = self._before = 0
        self.tooltip_of = lambda _group: ""
        self._flight = self._animation(self._fly_on)
        self._split = self._animation(lambda _share: self.update())
        self._calm = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._calm.timeout.connect(self.settled)

    def _animation(self, step: object) -> QVariantAnimation:
        made = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        made.valueChanged.connect(step)
        return made

    # -- what is shown ----------------------------------------------------------------------------

    def show_land(self, land: LandPainter) -> None:
        """Paint this below the photos."""
        self._land = land
        self.update()

    def show_photos(self, photo_map: PhotoMap) -> None:
        """Show other photos; the view stays where it is."""
        self.photo_map = photo_map
        self._level = self._before = level_of(self.camera.zoom, photo_map)
        self.choose(None)
        self._moved()

    def forget(self) -> None:
        """Show no photos; the place one looks at stays."""
        self.photo_map = None
        self.choose(None)

    def groups(self) -> list[Group]:
        """The groups that are seen, the smallest first."""
        if self.photo_map is None:
            return []
        share = 1.0
        if self._split.state() == QVariantAnimation.State.Running:
            share = float(self._split.currentValue())
        return groups_in(self.photo_map, self.camera, self._level, self._before, share)

    def group_at(self, point: QPointF) -> Group | None:
        """The group under a point."""
        under = [one for one in self.groups() if one.disc.contains(point)]
        return under[-1] if under else None

    def choose(self, stretch: Stretch | None) -> None:
        """Mark a group."""
        if stretch != self.current:
            self.current = stretch
            self.chosen.emit(stretch)
        self._moved()

    def chosen_group(self) -> Group | None:
        """The chosen group if it is seen, as it is at this zoom."""
        if self.current is None:
            return None
        start = self.current.start
        return next((g for g in self.groups() if g.stretch.start <= start < g.stretch.end), None)

    # -- moving -----------------------------------------------------------------------------------

    def go(self, goal: Camera, ms: int = MOVE_MS) -> None:
        """Move there, at once where motion is not wanted."""
        self._goal, self._from = goal, self.camera
        self._flight.stop()
        if ms == 0 or not self.isVisible() or wants_no_motion():
            self._fly_on(1.0)
            return
        self._flight.setDuration(ms)
        self._flight.start()

    @property
    def goal(self) -> Camera:
        """Where the map is on its way to."""
        return self._goal

    def fly_to(self, bounds: tuple[float, float, float, float]) -> None:
        """Go where all of *bounds* is seen (west, north, east, south in the world)."""
        self.go(self.camera.fitted(bounds, MARGIN_PX), FLY_MS)

    def fit(self) -> None:
        """See all photos."""
        from organizer.pipeline.mapping import bounds_of

        if self.photo_map is not None and len(self.photo_map.xs):
            self.fly_to(bounds_of(self.photo_map, self.photo_map.clusters.order))

    def zoom_by(self, by: float, at: tuple[float, float] | None = None, ms: int = MOVE_MS) -> None:
        """Go nearer by so many doublings; the point *at* stays."""
        self.go(self._goal.zoomed(by, at), ms)

    def split_or_open(self, stretch: Stretch) -> None:
        """Go so near that the group splits; show its photos when it never does."""
        from organizer.pipeline.mapping import bounds_of

        if self.photo_map is None:
            return
        clusters = self.photo_map.clusters
        zoom = clusters.splits_at(*stretch)
        if zoom is None or zoom <= int(self.camera.zoom):
            self.opened.emit(stretch)
            return
        bounds = bounds_of(self.photo_map, clusters.order[stretch.start : stretch.end])
        goal = self.camera.fitted(bounds, MARGIN_PX)
        self.go(goal.zoomed(max(0.0, zoom + 0.05 - goal.zoom)), FLY_MS)

    def _fly_on(self, share: float) -> None:
        eased = 1 - (1 - share) ** 3
        self.camera = self._goal if share >= 1 else self._from.towards(self._goal, eased)
        self._follow_level()
        self._moved()

    def _follow_level(self) -> None:
        if self.photo_map is None:
            return
        level = level_of(self.camera.zoom, self.photo_map)
        if level != self._level:
            self._before, self._level = self._level, level
            if self.isVisible() and not wants_no_motion():
                self._split.stop()
                self._split.setDuration(SPLIT_MS)
                self._split.start()

    def _moved(self) -> None:
        self.update()
        self._calm.start()

    def _thumbnail_came(self, _photo_id: object) -> None:
        if self.isVisible():
            self.update()

    # -- painting and events ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint water, land, groups, names, counts."""
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), map_colours(palette).water)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        groups = self.groups()
        if self._land is not None:
            self._land.paint_land(painter, self.camera, palette)
            discs = [group.disc for group in groups]
            if not self._land.paint_names(painter, self.camera, palette, self.font(), discs):
                QTimer.singleShot(0, self.update)  # the rest of the names in the next frame
        self._paint_groups(painter, groups)
        if self.hasFocus() and self.current is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(theme.INK), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_groups(self, painter: QPainter, groups: Sequence[Group]) -> None:
        ratio = self.devicePixelRatioF()
        self._thumbnails.ask_for(wanted_of(group, ratio) for group in reversed(groups))
        for group in groups:
            paint_group(painter, group, self._thumbnails, self.palette())
        if (group := self.chosen_group()) is not None:
            paint_ring(painter, group, self.palette(), has_focus=self.hasFocus())
        for group in groups:
            paint_count(painter, group, self.palette(), self.font())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle in the middle."""
        size = (event.size().width(), event.size().height())
        self.camera, self._goal = self.camera.resized(*size), self._goal.resized(*size)
        self._follow_level()
        self._moved()

    def event(self, event: QEvent) -> bool:
        """Tooltips and pinches."""
        if event.type() == QEvent.Type.ToolTip:
            group = self.group_at(QPointF(event.pos()))
            text = as_tooltip(self.tooltip_of(group)) if group else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return self._gestures.pinched(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, walk over the groups, open."""
        if not self._gestures.pressed_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the map."""
        self._gestures.pressed(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        self._gestures.dragged(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go; without a drag that was a click."""
        self._gestures.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the photos of the group, or go nearer."""
        self._gestures.double_clicked(event)

    def wheelEvent(self, event: object) -> None:
        """Zoom at the pointer."""
        self._gestures.wheeled(event)

    def focusInEvent(self, event: object) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()
