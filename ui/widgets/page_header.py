"""The upper edge of a page: title, a soft line beside it, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.texts import ShortLabel

HEIGHT_PX = 62
SECOND_LINE_PX = 42
TITLE_PX = 110  # a search or a subtitle gives way first


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons at the right, or below where they do not fit."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._title = ShortLabel(title, "title", least_px=TITLE_PX)
        self._subtitle = ShortLabel("", "subtitle")
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(12)
        self._row.addWidget(self._acts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 2, 24, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row, 1)
        self._has_two_lines = False

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
        self._acts.layout().addWidget(widget)
        self._break_line()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of two lines."""
        return QSize(max(self._title_px(), self._acts_px()) + self._margins_px(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line or join it."""
        super().resizeEvent(event)
        self._break_line()

    def event(self, event: QEvent) -> bool:
        """Break the line or join it when a button comes, goes or says something else."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._break_line()
        return handled

    def _break_line(self) -> None:
        room = self.width() - self._margins_px()
        has_two_lines = self._title_px() + self._acts_px() > room
        if has_two_lines == self._has_two_lines:
            return
        self._has_two_lines = has_two_lines
        before, after = self._row, self._column
        if not has_two_lines:
            before, after = after, before
        before.removeWidget(self._acts)
        after.addWidget(self._acts)
        self.setFixedHeight(HEIGHT_PX + SECOND_LINE_PX * has_two_lines)

    def _title_px(self) -> int:
        parts = [self._row.itemAt(place).widget() for place in range(self._row.count())]
        return sum(
            part.minimumSizeHint().expandedTo(part.minimumSize()).width() + self._row.spacing()
            for part in parts
            if part is not self._acts and not part.isHidden()
        )

    def _acts_px(self) -> int:
        return self._acts.minimumSizeHint().width()

    def _margins_px(self) -> int:
        around = self._column.contentsMargins()
        return around.left() + around.right()
