"""What can be done with selected photos, for who does not think of the right mouse button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.texts import PushButton

GAP_PX = 4


class SelectionButton(PushButton):
    """Stands in the place of *other* while something is selected, and opens the menu of photos.

    Signals:
        menu_asked: The menu is wanted at this global point.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, other: QWidget) -> None:
        super().__init__("")
        self.setText(self.tr("Selected…"))
        self.setAccessibleName(self.tr("What can be done with the selected photos"))
        self.setToolTip(self.tr("What can be done with the selected photos (also: right click)"))
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the photos the keyboard
        self._other = other
        self.hide()
        self.clicked.connect(self._ask)

    def follow(self, chosen: int) -> None:
        """So many photos are selected now."""
        had_focus = self.hasFocus() or self._other.hasFocus()
        self.setVisible(chosen > 0)
        self._other.setVisible(chosen == 0)
        if had_focus:
            (self if chosen else self._other).setFocus()

    def _ask(self) -> None:
        self.menu_asked.emit(self.mapToGlobal(QPoint(0, self.height() + GAP_PX)))
