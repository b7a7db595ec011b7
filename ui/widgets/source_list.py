"""The source list: lines with counts, painted as in the design."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui import theme
from ui.models.source_list_model import Source, SourceListModel
from ui.photo_mime import album_as_mime, album_in, is_ours, photos_in
from ui.views.grid_mouse import far_enough
from ui.widgets.source_delegate import SPACING_PX, SourceDelegate, plus_area
from ui.widgets.source_drops import DropLine, album_of, drop_line, page_beside


class SourceList(QListView):
    """Shows a :class:`SourceListModel`.

    Signals:
        chosen: The page of the line that was clicked or walked to.
        menu_asked: A context menu is wanted for a page at this global point.
        add_asked: The “+” of a heading was clicked.
        photos_dropped: These photos are to go into the album of a page; "" for a new one.
        album_moved: This album is to stand before that page's line; "" for the end.
    """

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    add_asked = Signal()
    photos_dropped = Signal(list, str)
    album_moved = Signal(int, str)

    def __init__(self, model: SourceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceList")
        self.setModel(model)
        self.setItemDelegate(SourceDelegate(self))
        self.setAccessibleName(self.tr("Sources"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self._following = False
        self._target = DropLine()
        self._pressed_at: QPoint | None = None
        self.viewport().setAcceptDrops(True)

    def stand_on(self, page: str) -> None:
        """Mark the line of *page* without going there."""
        self._following = True
        index = self.model().row_of(page)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._following = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Go to the page of the line."""
        super().currentChanged(current, previous)
        source = current.data(SourceListModel.SourceRole)
        if isinstance(source, Source) and source.page and not self._following:
            self.chosen.emit(source.page)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the line one stands on goes there as well; one on a “+” adds."""
        point = event.position().toPoint()
        before, clicked = self.currentIndex(), self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_plus(point):
            self.add_asked.emit()
            return
        super().mousePressEvent(event)
        self._pressed_at = point
        source = before.data(SourceListModel.SourceRole)
        if isinstance(source, Source) and clicked == before and source.page:
            self.chosen.emit(source.page)

    def _is_on_plus(self, point: QPoint) -> bool:
        source = self.source_at(point)
        line = self.visualRect(self.indexAt(point))
        return bool(source and source.adds) and plus_area(line).adjusted(-7, -7, 7, 7).contains(
            QPointF(point)
        )

    def source_at(self, point: QPoint) -> Source | None:
        """The line under a point of the viewport."""
        source = self.indexAt(point).data(SourceListModel.SourceRole)
        return source if isinstance(source, Source) else None

    # -- dragging ---------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take an album along to another place in the list."""
        point = event.position().toPoint()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        source = self.source_at(self._pressed_at)
        album_id = album_of(source.page) if source else None
        if album_id is not None and far_enough(self._pressed_at, point):
            self._pressed_at = None
            drag = QDrag(self)
            drag.setMimeData(album_as_mime(album_id))
            drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos and albums of this window are taken; all else is left to the window."""
        if is_ours(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._target = drop_line(self, event.position().toPoint(), event.mimeData())
        self.viewport().update()
        if self._target.is_good:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self._target = DropLine()
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put photos into an album, or an album elsewhere."""
        target, self._target = self._target, DropLine()
        self.viewport().update()
        if not target.is_good:
            event.ignore()
            return
        event.acceptProposedAction()
        album_id = album_in(event.mimeData())
        # the question for a title must not be asked while the drag is not over
        if album_id is not None:
            QTimer.singleShot(0, self, lambda: self.album_moved.emit(album_id, target.page))
        else:
            photo_ids = photos_in(event.mimeData())
            QTimer.singleShot(0, self, lambda: self.photos_dropped.emit(photo_ids, target.page))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where a drop would go over the lines."""
        super().paintEvent(event)
        if not self._target.is_good:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(theme.INK), 2))
        area = self._target.area
        if self._target.is_between:
            painter.drawLine(area.topLeft(), area.topRight())
        else:
            inside = QRectF(area).adjusted(1, 1, -1, -1 - SPACING_PX)
            painter.drawRoundedRect(inside, 7, 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move an album up or down."""
        page = self.page_of_current()
        album_id = album_of(page)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if album_id is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif event.key() in steps:
            before = page_beside(self.model(), page, steps[event.key()])
            if before is not None:
                self.album_moved.emit(album_id, before)

    def page_of_current(self) -> str:
        """The page of the line one stands on."""
        source = self.currentIndex().data(SourceListModel.SourceRole)
        return source.page if isinstance(source, Source) else ""

    def _ask_menu(self, point: QPoint) -> None:
        source = self.indexAt(point).data(SourceListModel.SourceRole)
        if isinstance(source, Source) and source.page:
            self.menu_asked.emit(source.page, self.viewport().mapToGlobal(point))
