"""The upper edge of a page: title, a soft line beside it, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.texts import ShortLabel

HEIGHT_PX = 62
TITLE_PX = 110  # a search or a subtitle gives way first


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons at the right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._title = ShortLabel(title, "title", least_px=TITLE_PX)
        self._subtitle = ShortLabel("", "subtitle")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 2, 24, 0)
        self._row.setSpacing(12)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what the page shows."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    @property
    def title(self) -> str:
        """The title."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """The soft line beside it."""
        return self._subtitle.text()

    def add_left(self, widget: QWidget) -> None:
        """Put *widget* before the title."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add(self, widget: QWidget) -> None:
        """Put *widget* at the right."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
