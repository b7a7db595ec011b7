"""The borders of an opened suggestion: a slider from several shorter albums to one longer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ui import messages
from ui.widgets.texts import button, label


class BordersCard(QWidget):
    """Shown only where there is another level than the one as it is.

    Signals:
        level_asked: The level with this number is to be seen.
        keep_asked: Events are to be as this level shows, from now on.
    """

    level_asked = Signal(int)
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = 0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(self.tr("Borders, from finer to coarser"))
        self.slider.valueChanged.connect(self._moved)
        self._what = label("", "soft", wrap=True)
        self._finest = label("", "smallSoft", wrap=True)
        self._coarsest = label("", "smallSoft", wrap=True)
        self._coarsest.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._keep = button(self.tr("Keep these borders"), self.keep_asked.emit, style="link")
        ends = QHBoxLayout()
        ends.addWidget(self._finest, 1, Qt.AlignmentFlag.AlignTop)
        ends.addWidget(self._coarsest, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Borders"), "strong"))
        column.addWidget(self._what)
        column.addSpacing(4)
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addWidget(self._keep)
        self._levels: list[tuple[int, int]] = []

    def show_levels(self, levels: list[tuple[int, int]], now: int) -> None:
        """Show levels by their numbers of albums and of photos; *now* is the one as it is."""
        self._levels, self._now = levels, now
        self.slider.blockSignals(True)  # noqa: FBT003 - Qt
        self.slider.setRange(0, len(levels) - 1)
        self.slider.setValue(now)
        self.slider.blockSignals(False)  # noqa: FBT003 - Qt
        self._finest.setText(self.tr("finer: {}").format(messages.albums(levels[0][0])))
        self._coarsest.setText(self.tr("coarser: {}").format(messages.photos(levels[-1][1])))
        self._say(now)

    def _moved(self, level: int) -> None:
        self._say(level)
        self.level_asked.emit(level)

    def _say(self, level: int) -> None:
        albums, photos = self._levels[level]
        if level == self._now:
            text = self.tr("As it is: one album of {}").format(messages.photos(photos))
        elif albums > 1:
            text = self.tr("{}, shorter ones").format(messages.albums(albums))
        else:
            text = self.tr("One album of {}, with what lies around").format(messages.photos(photos))
        self._what.setText(text)
        self.slider.setAccessibleDescription(text)
        self._keep.setVisible(level != self._now)
