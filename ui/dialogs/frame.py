"""The common shape of dialogs: a panel over the dimmed window, buttons at the lower right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from organizer.plain_text import on_one_line
from ui import theme
from ui.widgets.texts import label

MARGIN_PX, RADIUS_PX = 26, 12
SETTLED_MS = 60


class Dialog(QDialog):
    """A dialog with a large title; subclasses fill ``body`` and add buttons."""

    def __init__(self, title: str, parent: QWidget | None, *, width_px: int = 520) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dialog")
        self.setWindowTitle(on_one_line(title))
        self.setModal(True)
        self._veil = Veil(parent.window()) if parent is not None else None
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 4)
        column.setSpacing(14)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.title = label(title, "dialogTitle", wrap=True)
        self._width_px = width_px
        self.setFixedWidth(width_px)
        column.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body)
        column.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)

    def add_button(self, made: QWidget) -> None:
        """Put a button at the right end."""
        self.buttons.addWidget(made)

    def fit_height(self) -> None:
        """Become as high as the texts want, wider where a font needs it, and stay in the middle."""
        self.setFixedWidth(max(self._width_px, self.layout().totalMinimumSize().width()))
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))
        self._stand_in_the_middle()

    def _stand_in_the_middle(self) -> None:
        if self.parentWidget() is None:
            return
        room = self.screen().availableGeometry()
        corner = self.parentWidget().window().geometry().center() - self.rect().center()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - self.height())))

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the texts."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit_height()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window, and stand in its middle."""
        self.fit_height()
        if self._veil is not None:
            self._veil.cover()
        super().showEvent(event)
        # window managers may put a new window elsewhere first
        QTimer.singleShot(SETTLED_MS, self, self._stand_in_the_middle)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the window back."""
        if self._veil is not None:
            self._veil.hide()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, else the default one."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(theme.PANEL))
        painter.setPen(QPen(self.palette().color(theme.LINE), 1))
        panel = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(panel, RADIUS_PX, RADIUS_PX)


class Veil(QWidget):
    """Dims a window while a dialog stands over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Cover the window."""
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(10, 10, 14, 92))
        painter.end()
