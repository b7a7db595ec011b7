"""A short message at the bottom of the window that goes by itself, if need be with *Undo*."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from organizer.plain_text import on_one_line
from ui import theme
from ui.widgets.texts import button, label

SHOWN_MS = 7000
MAX_WIDTH_PX = 640
ABOVE_EDGE_PX = 22
KEPT_CLEAR = "keptClear"  # property of widgets at the lower edge over which no message floats


class NoticeBar(QWidget):
    """Floats over its parent. One message at a time; a new one takes the place of the old."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = label(wrap=True)
        self._act: Callable[[], object] | None = None
        self._is_held = self._is_waiting = False
        self._button: QPushButton = button("", self._clicked, style="quiet")
        close = button("✕", self.hide, style="quiet", name=self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(6)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show *text* for a while, with a button where there is something to *act*."""
        self._text.setText(text)
        self._act = act
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(act is not None)
        self.setAccessibleName(on_one_line(text))
        self._is_waiting = self._is_held
        if not self._is_held:
            self._appear()

    def hold(self, *, on: bool) -> None:
        """Say nothing for as long as this is on; the last that was said meanwhile comes after."""
        self._is_held = on
        if on:
            self.hide()
        elif self._is_waiting:
            self._is_waiting = False
            self._appear()

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def float_over(self, parent: QWidget) -> None:
        """Float over *parent* from now on; a message that is shown goes with it."""
        is_shown = not self.isHidden()
        self.parentWidget().removeEventFilter(self)
        self.setParent(parent)
        parent.installEventFilter(self)
        if is_shown:
            self._place()
            self.show()
            self.raise_()
            QTimer.singleShot(0, self, self._place)  # what is kept clear has its place by then

    def withdraw_action(self) -> None:
        """What could be acted upon is not the last thing any more."""
        if self._act is not None:
            self._act = None
            self._is_waiting = False
            self.hide()

    def _clicked(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        """Stand in the middle above the lower edge of the parent, as wide as the text wants."""
        free = self.parentWidget().size()
        self._text.setWordWrap(False)
        wish = self.layout().sizeHint().width()
        self._text.setWordWrap(True)
        width = min(wish, MAX_WIDTH_PX, free.width() - 32)
        height = max(46, self.layout().totalHeightForWidth(width))
        left = (free.width() - width) // 2
        self.setGeometry(left, max(0, self._floor() - height - ABOVE_EDGE_PX), width, height)

    def _floor(self) -> int:
        """The upper edge of what is kept clear in the parent, else its lower edge."""
        parent = self.parentWidget()
        kept = [one for one in parent.findChildren(QWidget) if one.property(KEPT_CLEAR)]
        tops = [one.mapTo(parent, QPoint()).y() for one in kept if one.isVisible()]
        return min([parent.height(), *tops])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEvent) -> None:
        """Stay while somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go after a while."""
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A panel with an edge that stands out from photos behind it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 30))
        painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, 0), 10, 10)
        painter.setBrush(self.palette().color(theme.PANEL))
        painter.setPen(self.palette().color(theme.TRACK))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -2), 10, 10)
