"""The field for words, with what they may mean below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from organizer.models import Offer, Tag
from organizer.plain_text import on_one_line
from ui import messages, theme

OFFER_ROLE = Qt.ItemDataRole.UserRole
LEAVING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape)
MIN_PX, WISHED_PX, POPUP_PX, LINE_PX, GLYPH_PX = 110, 304, 360, 34, 13


class SearchField(QLineEdit):
    """Words are searched for while they are typed; an offer that is taken becomes a filter.

    Signals:
        typed: Other words are looked for.
        taken: A tag was chosen from the offers.
        left: The photos are to have the keyboard.
        entered: Somebody is about to search.
    """

    typed = Signal(str)
    taken = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search dates, places, themes, file names"))
        self.setToolTip(self.tr("Search (Ctrl+F)"))
        self.setMinimumWidth(MIN_PX)
        self.setMaximumWidth(WISHED_PX)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # it would answer a dropped file with a move
        self._clear_name()
        self.setTextMargins(GLYPH_PX + 4, 0, 0, 0)
        self.offers = QStandardItemModel(self)
        self._completer = self._make_completer()
        self.textEdited.connect(self.typed)
        self.textChanged.connect(self._cleared)

    def _clear_name(self) -> None:
        for child in self.findChildren(QWidget):
            child.setAccessibleName(self.tr("Clear the search"))

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self.offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        popup = QListView()
        popup.setObjectName("offers")
        completer.setPopup(popup)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setItemDelegate(OfferDelegate(popup))
        popup.setAccessibleName(self.tr("What the words may mean"))
        completer.activated.connect(self._take)
        return completer

    @property
    def popup(self) -> QAbstractItemView:
        """The list of offers below the field."""
        return self._completer.popup()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Put these below the field, if somebody is typing in it."""
        self.offers.clear()
        for offer in offers:
            item = QStandardItem(on_one_line(offer.tag.name))
            item.setData(offer, OFFER_ROLE)
            item.setData(_spoken(offer), Qt.ItemDataRole.AccessibleTextRole)
            self.offers.appendRow(item)
        popup = self.popup
        if offers and self.hasFocus() and self.text():
            width = max(POPUP_PX, self.width())
            left = min(0, self.width() - width)
            self._completer.complete(QRect(left, 0, width, self.height()))
        else:
            popup.hide()

    def _take(self, _name: str) -> None:
        """The line of the list tells more than its text: two places can have one name."""
        offer: Offer | None = self.popup.currentIndex().data(OFFER_ROLE)
        if offer is not None:  # once the completer has let go of the field
            QTimer.singleShot(0, self, lambda: self._taken(offer.tag))

    def _taken(self, tag: Tag) -> None:
        self.clear()
        self.taken.emit(tag)

    def _cleared(self, text: str) -> None:
        if not text:
            self.typed.emit("")

    def sizeHint(self) -> QSize:
        """Wide enough for the hint in it."""
        return QSize(WISHED_PX, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a magnifying glass before the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(self.palette().color(theme.SOFT), 1.6, Qt.PenStyle.SolidLine, ends))
        top = self.height() / 2 - GLYPH_PX / 2
        painter.drawEllipse(QRectF(11, top, 9, 9))
        painter.drawLine(QPointF(19, top + 8.5), QPointF(23, top + 12.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is about to search."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; Enter and Down go to the photos."""
        key, popup = event.key(), self.popup
        chosen = popup.currentIndex().isValid()
        if popup.isVisible() and key in LEAVING_KEYS and (chosen or key == Qt.Key.Key_Down):
            event.ignore()  # the offers have it
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in LEAVING_KEYS:
            popup.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OfferDelegate(QStyledItemDelegate):
    """Name, what it lies in, and how many photos it has."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A line."""
        return QSize(POPUP_PX, LINE_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one offer."""
        offer: Offer = index.data(OFFER_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(theme.ACCENT_SOFT))
        area = option.rect.adjusted(12, 0, -12, 0)
        metrics = option.fontMetrics
        count = messages.number(offer.count)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setPen(option.palette.color(theme.SOFT))
        painter.drawText(area, right, count)
        area.setRight(area.right() - metrics.horizontalAdvance(count) - 14)
        painter.setPen(option.palette.color(theme.INK))
        elide = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(index.data(), elide, area.width())
        painter.drawText(area, flags, name)
        area.setLeft(area.left() + metrics.horizontalAdvance(name) + 10)
        painter.setPen(option.palette.color(theme.SOFT))
        beside = on_one_line(messages.facet_beside(offer.tag))
        painter.drawText(area, flags, metrics.elidedText(beside, elide, max(0, area.width())))
        painter.restore()


def _spoken(offer: Offer) -> str:
    parts = [offer.tag.name, messages.facet_beside(offer.tag), messages.photos(offer.count)]
    return ", ".join(on_one_line(part) for part in parts if part)
