"""A list of groups: walked by keyboard, selected, opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget

from organizer.models import PhotoId
from organizer.pipeline.look_alikes import LikeShots
from ui.models.group_list_model import AnyIndex, Group, GroupListModel
from ui.thumbnails import Thumbnails
from ui.views.shot_row import boxes_of

SelectionFlag = QItemSelectionModel.SelectionFlag


class GroupList(QListView):
    """Rows of groups. Up and down walk, Space and clicks select, Enter opens.

    Signals:
        opened: The current group is to be compared.
        best_asked, keep_asked: The current shot is the best; it is to be kept too, or no more.
        menu_asked: A context menu is wanted at this global point.
        selection_changed: Other groups are selected.
    """

    opened = Signal()
    best_asked = Signal()
    keep_asked = Signal()
    menu_asked = Signal(QPoint)
    selection_changed = Signal()

    def __init__(self, say: Callable[[Group], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.groups = GroupListModel(say, self)
        self.setModel(self.groups)
        self.current_shot = 0
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.groups.modelReset.connect(self.selection_changed)

    def paint_by(self, delegate: QAbstractItemDelegate, thumbnails: Thumbnails) -> None:
        """Have rows painted by *delegate*, again whenever a thumbnail comes."""
        self.setItemDelegate(delegate)
        thumbnails.arrived.connect(lambda _id: self.isVisible() and self.viewport().update())

    # -- which --------------------------------------------------------------------------------

    @property
    def current(self) -> Group | None:
        """The group one stands on."""
        group: Group | None = self.currentIndex().data(GroupListModel.GroupRole)
        return group

    @property
    def current_photo(self) -> PhotoId | None:
        """The photo one stands on."""
        group = self.current
        if group is None:
            return None
        if not isinstance(group, LikeShots):
            return group.entry.id
        return group.entries[min(self.current_shot, len(group.entries) - 1)].id

    @property
    def selected_count(self) -> int:
        """How many groups are selected."""
        return sum(one.height() for one in self.selectionModel().selection())

    def chosen(self) -> Sequence[int]:
        """The rows of the selected groups from the top, or of all."""
        stretches = [
            range(one.top(), one.bottom() + 1) for one in self.selectionModel().selection()
        ]
        rows = sorted(row for stretch in stretches for row in stretch)
        return rows or range(len(self.groups.groups))

    def stand_on(self, row: int, shot: int = 0) -> None:
        """Stand on a shot without selecting its group."""
        index = self.groups.index(row)
        self.selectionModel().setCurrentIndex(index, SelectionFlag.NoUpdate)
        self._step_to(shot)

    def _step_to(self, shot: int) -> None:
        group = self.current
        last = len(group.entries) - 1 if isinstance(group, LikeShots) else 0
        self.current_shot = min(max(shot, 0), last)
        self.viewport().update()
        index = self.currentIndex()
        said = QAccessibleEvent(self, QAccessible.Event.NameChanged)
        said.setChild(index.row())
        QAccessible.updateAccessibility(said)  # a screen reader says where one stands

    # -- events -------------------------------------------------------------------------------

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A new row begins with its first shot."""
        if current.row() != previous.row():
            self.current_shot = 0
        super().currentChanged(current, previous)
        self.viewport().update()

    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> SelectionFlag:
        """Walking selects nothing; with Shift it does."""
        if isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return super().selectionCommand(index, event) if shift else SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+A is meant for this list."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and event.matches(QKeySequence.StandardKey.SelectAll):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk within the group, select, mark, open."""
        keys = Qt.Key
        acts = {
            keys.Key_Left: lambda: self._step_to(self.current_shot - 1),
            keys.Key_Right: lambda: self._step_to(self.current_shot + 1),
            keys.Key_Return: self.opened.emit,
            keys.Key_Enter: self.opened.emit,
            keys.Key_Space: self._toggle,
            keys.Key_B: self.best_asked.emit,
            keys.Key_K: self.keep_asked.emit,
            keys.Key_Escape: self.clearSelection,
            keys.Key_Menu: lambda: self._ask_menu(self.visualRect(self.currentIndex()).center()),
        }
        act = acts.get(event.key())
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif act is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            act()
        elif event.text() and event.text().isprintable() and event.key() != keys.Key_Question:
            event.ignore()  # typing looks for nothing here
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        self.selectionModel().select(self.currentIndex(), SelectionFlag.Toggle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the shot that is pressed."""
        super().mousePressEvent(event)
        self._stand_at(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Compare."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def _stand_at(self, point: QPoint) -> None:
        group, index = self.current, self.indexAt(point)
        if index != self.currentIndex() or not isinstance(group, LikeShots):
            return
        for shot, area in boxes_of(group.entries, self.visualRect(index), self.current_shot):
            if area.contains(point):
                self._step_to(shot)
                return

    def _ask_menu(self, point: QPoint) -> None:
        if self.indexAt(point).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(point))
