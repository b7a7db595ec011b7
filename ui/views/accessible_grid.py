"""What a screen reader finds in a grid that is painted by hand: a list with an item for each photo.

Qt asks for these only while a screen reader, or a test, is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.views.photo_grid import PhotoGrid


class AccessibleGrid(QAccessibleWidget):
    """The grid as a list. Items are made when they are asked for."""

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid, QAccessible.Role.List)
        self._grid_or_none = ref(grid)
        self._items: dict[int, AccessiblePhoto] = {}

    @property
    def _grid(self) -> PhotoGrid | None:
        return _alive(self._grid_or_none)

    def let_go(self) -> None:
        """The grid is gone: Qt is to forget its photos too."""
        for item in self._items.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items.clear()

    def childCount(self) -> int:
        """How many photos there are."""
        return len(self._grid.entries) if self._grid is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        """The photo at a place."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            item = AccessiblePhoto(self._grid_or_none, index)
            QAccessible.registerAccessibleInterface(item)
            self._items[index] = item
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a photo."""
        return child.index if isinstance(child, AccessiblePhoto) else -1

    def focusChild(self) -> QAccessibleInterface | None:
        """The photo the keyboard stands on."""
        current = self._grid.selection.current if self._grid is not None else None
        return self.child(current) if current is not None else None


class AccessiblePhoto(QAccessibleInterface):
    """One photo of a grid."""

    def __init__(self, grid_or_none: ReferenceType[PhotoGrid], index: int) -> None:
        super().__init__()
        self._grid_or_none = grid_or_none
        self.index = index

    @property
    def _grid(self) -> PhotoGrid | None:
        """The grid, if it still has a photo at this place."""
        grid = _alive(self._grid_or_none)
        return grid if grid is not None and self.index < len(grid.entries) else None

    def isValid(self) -> bool:
        """Whether the grid still has a photo at this place."""
        return self._grid is not None

    def object(self) -> QObject | None:
        """There is no object behind it."""
        return None

    def parent(self) -> QAccessibleInterface | None:
        """The grid."""
        grid = _alive(self._grid_or_none)
        return QAccessible.queryAccessibleInterface(grid) if grid is not None else None

    def child(self, _index: int) -> QAccessibleInterface | None:
        """There is nothing in it."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:
        """There is nothing in it."""
        return None

    def childCount(self) -> int:
        """There is nothing in it."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """There is nothing in it."""
        return -1

    def rect(self) -> QRect:
        """Where it stands on the screen."""
        grid = self._grid
        if grid is None:
            return QRect()
        area = grid.area_of(self.index)
        return QRect(grid.viewport().mapToGlobal(area.topLeft()), area.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be written into it."""

    def text(self, kind: QAccessible.Text) -> str:
        """When it was taken, and what the user said of it."""
        grid = self._grid
        return grid.spoken_of(self.index) if grid and kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Whether it is selected, and whether the keyboard stands on it."""
        found, grid = QAccessible.State(), self._grid
        if grid is None:
            found.invalid = True
            return found
        found.selectable = found.focusable = found.multiSelectable = True
        found.selected = grid.entries[self.index].id in grid.selection.chosen
        found.focused = grid.hasFocus() and grid.selection.current == self.index
        found.offscreen = not grid.viewport().rect().intersects(grid.area_of(self.index))
        return found

    def window(self) -> None:
        """The grid has one."""


def tell_of_current(grid: PhotoGrid) -> None:
    """The keyboard stands on another photo: a screen reader speaks of it."""
    current = grid.selection.current
    if current is None or not QAccessible.isActive():
        return
    event = QAccessibleEvent(grid, QAccessible.Event.Focus)
    event.setChild(current)
    QAccessible.updateAccessibility(event)


def _alive(grid_or_none: ReferenceType[PhotoGrid]) -> PhotoGrid | None:
    """The grid, unless it is gone here or in Qt."""
    grid = grid_or_none()
    return grid if grid is not None and isValid(grid) else None


_made: list[AccessibleGrid] = []  # Qt takes what it is given, and Python would drop it


def install() -> None:
    """Have Qt ask here for grids, once for the whole program."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, asked: QObject) -> QAccessibleInterface | None:
    from ui.views.photo_grid import PhotoGrid

    if not isinstance(asked, PhotoGrid):
        return None
    made = AccessibleGrid(asked)
    _made.append(made)
    asked.destroyed.connect(lambda: _let_go(made))
    return made


def _let_go(made: AccessibleGrid) -> None:
    made.let_go()
    _made.remove(made)
