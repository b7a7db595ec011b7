"""A page with a header and a column of widgets that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.page_header import PageHeader

EDGE_PX = 24


class ScrollPage(QWidget):
    """Subclasses put widgets into ``column``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.header = PageHeader(title)
        scrolled = _Scrolled()
        scrolled.setObjectName("scrolled")
        self.column = QVBoxLayout(scrolled)
        self.column.setContentsMargins(EDGE_PX, 0, EDGE_PX, EDGE_PX)
        self.column.setSpacing(12)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # keys scroll as soon as the page is seen; Tab goes to what can be used
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.area)
        self.area.setWidget(scrolled)
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_right_edge)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.area, 1)

    def _keep_right_edge(self, _low: int, high: int) -> None:
        """The scroll bar stands in the margin, so that nothing jumps when it comes or goes."""
        bar_px = self.area.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self.column.setContentsMargins(EDGE_PX, 0, EDGE_PX - bar_px, EDGE_PX)


class _Scrolled(QWidget):
    """As high as its texts are at this width: their smallest sizes are guesses at another one."""

    def minimumSizeHint(self) -> QSize:
        """The width that is needed; the height follows from it."""
        return QSize(super().minimumSizeHint().width(), 0)
