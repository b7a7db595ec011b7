"""The left side: the name, the source list, and the card that says what stays here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.core_words import in_own_words
from ui.models.source_list_model import Source, SourceListModel
from ui.widgets.card import Card
from ui.widgets.glyphs import paint_brand
from ui.widgets.source_list import SourceList
from ui.widgets.texts import button, label

WIDTH_PX, MIN_WIDTH_PX = 236, 180


class SidePanel(QFrame):
    """Leads to every page.

    Signals:
        chosen: A page was chosen.
        menu_asked: A context menu is wanted for a page.
        privacy_asked: The privacy page is wanted.
    """

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    privacy_asked = Signal()

    def __init__(
        self, menu_parts: Sequence[Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.model = SourceListModel(self)
        self.list = SourceList(self.model)
        self.list.chosen.connect(self.chosen)
        self.list.menu_asked.connect(self.menu_asked)
        self._network = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 10)
        column.setSpacing(2)
        column.addLayout(self._brand(menu_parts))
        column.addWidget(self.list, 1)
        column.addSpacing(8)
        column.addWidget(self._stays_card())

    def _brand(self, menu_parts: Sequence[Sequence[QAction]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 9)
        row.setSpacing(8)
        row.addWidget(BrandMark())
        row.addWidget(label("Homeroll", "cardTitle"), 1)
        self._menu_button = button("⋯", self.open_menu, style="quiet", name=self.tr("Menu"))
        self._menu_button.setFixedWidth(36)
        self._menu = QMenu(self)
        for part in menu_parts:
            self._menu.addSeparator()  # none is seen at the top
            self._menu.addActions(part)
        row.addWidget(self._menu_button)
        return row

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the name of the program, whatever the font."""
        return super().minimumSizeHint().expandedTo(QSize(MIN_WIDTH_PX, 0))

    def open_menu(self) -> None:
        """Open the window's menu below its button."""
        self._menu.exec(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height() + 2)))

    def _stays_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(13, 10, 10, 11)
        column.setSpacing(1)
        heading = label(self.tr("Stays on this computer"), "strong", wrap=True)
        heading.setStyleSheet("font-size: 9pt")
        column.addWidget(heading)
        column.addWidget(self._network)
        column.addWidget(button(self.tr("Privacy"), self.privacy_asked.emit, style="link"))
        return card

    def show_network(self, sentence: str) -> None:
        """Say what holds the network off."""
        self._network.setText(in_own_words(sentence))

    def show_sources(self, sources: Sequence[Source], page: str) -> None:
        """Show these lines and stand on the one of *page*."""
        self.model.show(sources)
        self.list.stand_on(page)


class BrandMark(QWidget):
    """The amber square."""

    def sizeHint(self) -> QSize:
        """As high as the name."""
        return QSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        side = min(self.width(), 18)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_brand(QPainter(self), box, self.palette().color(theme.SIDE))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()
