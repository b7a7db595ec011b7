"""A list of tags to tick, under the button of their facet; typing narrows it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from organizer.models import Offer, Tag
from organizer.plain_text import on_one_line
from organizer.search.folding import folded
from ui import messages
from ui.widgets.texts import label, text_field

WIDTH_PX, LIST_PX, ROW_PX = 300, 330, 29
# so few are seen at a glance
FEW = 8
TAG_ROLE = Qt.ItemDataRole.UserRole


class TagPicker(QFrame):
    """Closes when one clicks elsewhere, or with Escape.

    Signals:
        turned: This tag is wished for, or no more.
    """

    turned = Signal(object, bool)

    def __init__(
        self,
        name: str,
        offers: Sequence[Offer],
        chosen: Collection[Tag],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("picker")
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH_PX)
        self._narrow = text_field()
        self._narrow.setPlaceholderText(self.tr("Type to find"))
        self._narrow.setAccessibleName(self.tr("Type to find"))
        self._narrow.setVisible(len(offers) > FEW)
        self._narrow.textChanged.connect(self._show_fitting)
        self._narrow.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for offer in offers:
            self.list.addItem(_item(offer, is_chosen=offer.tag in chosen))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._narrow)
        column.addWidget(self.list)
        if not offers:
            column.addWidget(label(self.tr("Nothing to choose from"), "soft"))
            self.list.hide()
        self.list.itemChanged.connect(self._changed)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemPressed.connect(self._pressed)
        self._pressed_state: Qt.CheckState | None = None

    def open_at(self, at: QPoint) -> None:
        """Show the list with its upper left corner there, as far as the screen allows."""
        rows = self.list.count()
        self.list.setFixedHeight(min(LIST_PX, max(1, rows) * self.list.sizeHintForRow(0) + 6))
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(at.x(), room.right() - self.width()))
        top = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        (self._narrow if self._narrow.isVisible() else self.list).setFocus()
        if self.list.count():
            self.list.setCurrentRow(0)

    def _show_fitting(self, typed: str) -> None:
        wanted = folded(typed).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = folded(item.text())
            item.setHidden(not all(word in name for word in wanted))
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if shown:
            self.list.setCurrentRow(shown[0])

    def _changed(self, item: QListWidgetItem) -> None:
        """A tick was turned by its box or by the space bar."""
        self.turned.emit(item.data(TAG_ROLE), item.checkState() is Qt.CheckState.Checked)
        self._pressed_state = item.checkState()

    def _pressed(self, _item: QListWidgetItem) -> None:
        """A click begins; what the keyboard turned before is another matter."""
        self._pressed_state = None

    def _clicked(self, item: QListWidgetItem) -> None:
        """The words beside a box turn it too; a click on the box has done so already."""
        if self._pressed_state is None:
            self._turn(item)
        self._pressed_state = None

    def _turn(self, item: QListWidgetItem) -> None:
        checked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
        self._pressed_state = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the field into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
                self._turn(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter turns the tick."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
            self._turn(self.list.currentItem())
        else:
            super().keyPressEvent(event)


def _item(offer: Offer, *, is_chosen: bool) -> QListWidgetItem:
    count = messages.number(offer.count)
    around = f", {offer.tag.around}" if offer.tag.around else ""
    name = on_one_line(f"{offer.tag.name}{around}")
    item = QListWidgetItem(f"{name} · {count}")
    item.setData(TAG_ROLE, offer.tag)
    spoken = f"{name}, {messages.photos(offer.count)}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setSizeHint(QSize(0, ROW_PX))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
    return item
