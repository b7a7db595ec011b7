"""The upper edge of the comparison: back, which shots, zoom, how many at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import messages
from ui.widgets.choices import choices
from ui.widgets.page_header import HEIGHT_PX
from ui.widgets.texts import ShortLabel, button

LEAST, MOST, USUAL = 2, 4, 3


class CompareTop(QWidget):
    """A row of words and buttons.

    Signals:
        back_asked, zoom_asked: Back to the list; the other of whole picture and 100 %.
        count_changed: Another number of shots is to stand side by side.
    """

    back_asked = Signal()
    zoom_asked = Signal()
    count_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        self._title, self._where = ShortLabel("", "cardTitle"), ShortLabel("", "soft")
        self.zoom = button("", self.zoom_asked.emit, style="quiet")
        self.zoom.setToolTip(self.tr("Whole picture or 100 %"))
        self.at_a_time = choices([str(count) for count in range(LEAST, MOST + 1)], self)
        self.at_a_time.idClicked.connect(lambda _which: self.count_changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 24, 0)
        row.setSpacing(8)
        row.addWidget(button(self.tr("‹ Back"), self.back_asked.emit, style="quiet"))
        row.addWidget(self._title)
        row.addWidget(self._where, 1)
        row.addWidget(self.zoom)
        for number, made in enumerate(self.at_a_time.buttons(), start=LEAST):
            meant = self.tr("{} side by side").format(messages.number(number))
            made.setToolTip(meant)
            made.setAccessibleName(meant)
            row.addWidget(made)

    @property
    def count(self) -> int:
        """How many shots stand side by side."""
        return self.at_a_time.checkedId() + LEAST

    def begin(self, title: str, of: int) -> None:
        """Another group, of so many shots."""
        self._title.setText(title)
        self.at_a_time.button(min(max(of, LEAST), USUAL) - LEAST).setChecked(True)
        for number, made in enumerate(self.at_a_time.buttons(), start=LEAST):
            made.setVisible(number <= max(LEAST, of))

    def show_where(self, first: int, last: int, of: int) -> None:
        """Say which shots are seen, counted from 1."""
        self._where.setText(
            self.tr("{} to {} of {}").format(*map(messages.number, (first, last, of)))
        )

    def show_zoom(self, scale: float, *, is_fitted: bool) -> None:
        """Say how large they are; *scale* is in device pixels for a pixel of the picture."""
        percent = messages.number(round(scale * 100))
        text = self.tr("Fit · {} %") if is_fitted else self.tr("{} %")
        self.zoom.setText(text.format(percent))
        self.zoom.setAccessibleName(self.tr("Zoom, {} percent").format(percent))
