"""One of the shots that are compared: its picture, and what is known of it below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.thumbnails import Thumbnails, wanted_whole
from ui.views.compare_shot import Shot
from ui.views.viewer_canvas import ViewerCanvas
from ui.widgets.notice_bar import KEPT_CLEAR
from ui.widgets.texts import ShortLabel, button


class ComparePane(QWidget):
    """A canvas, two marks and lines of words.

    Signals:
        pressed: The mouse went down on it.
        best_asked: This one is the best.
        keep_asked: This one is to be kept beside the best, or no more.
    """

    pressed = Signal()
    best_asked = Signal()
    keep_asked = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.shot: Shot | None = None
        self.is_current = False
        self.is_whole = False
        self.canvas = ViewerCanvas()
        self.canvas.installEventFilter(self)
        styles = ("strong", "smallSoft", "smallSoft", "smallSoft")
        self._lines = [ShortLabel("", style) for style in styles]
        self.best = self._mark(self.tr("Best"), self.best_asked)
        self.keep = self._mark(self.tr("Keep"), self.keep_asked)
        thumbnails.arrived.connect(self._thumbnail_arrived)
        self._lay_out()

    def _mark(self, text: str, asked: Signal) -> QPushButton:
        made = button(text, asked.emit)
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(6)
        marks.addWidget(self.best)
        marks.addWidget(self.keep)
        marks.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(10, 4, 10, 0)
        words.setSpacing(2)
        words.addLayout(marks)
        self.best.setProperty(KEPT_CLEAR, "yes")  # with all that stands below it
        words.addSpacing(4)
        for line in self._lines:
            words.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 10)
        column.setSpacing(4)
        column.addWidget(self.canvas, 1)
        column.addLayout(words)

    def show_shot(self, shot: Shot, image: QImage | None, *, is_whole: bool) -> None:
        """Show a shot: its picture where that was read, else its thumbnail."""
        is_other = self.shot is None or self.shot.entry.id != shot.entry.id
        self.shot, self.is_whole = shot, is_whole
        entry = shot.entry
        if is_other:
            wanted = wanted_whole(entry.id, entry.width_px, entry.height_px)
            some = image if image is not None else self._thumbnails.image(wanted)
            self.canvas.show_picture(some, entry.width_px, entry.height_px)
            if image is None:
                self._thumbnails.ask_for([wanted])
        self._show_words(shot)

    def improve(self, image: QImage, *, is_whole: bool) -> None:
        """Show the picture with more pixels."""
        self.is_whole = is_whole
        self.canvas.improve(image)

    def mark_current(self, *, is_current: bool) -> None:
        """Stand on it, or leave it."""
        self.is_current = is_current
        self.update()

    def _show_words(self, shot: Shot) -> None:
        for line, text in zip(self._lines, _lines_of(shot), strict=True):
            line.setText(text)
        self.best.setChecked(shot.is_best)
        self.keep.setChecked(shot.is_best or shot.is_kept)
        self.keep.setEnabled(not shot.is_best)
        best, keep = self.tr("This one is best"), self.tr("Keep this one too")
        for made, meant in ((self.best, best), (self.keep, keep)):
            made.setToolTip(meant)
            made.setAccessibleName(f"{meant}: {shot.when}")
        self.setAccessibleName(self.in_words)

    @property
    def in_words(self) -> str:
        """Everything that is said of the shot, for a screen reader."""
        shot = self.shot
        if shot is None:
            return ""
        marks = [self.tr("best")] if shot.is_best else [self.tr("kept")] if shot.is_kept else []
        when, *facts = _lines_of(shot)
        return ", ".join(filter(None, [when, *marks, *facts]))

    def _thumbnail_arrived(self, photo_id: object) -> None:
        if self.shot is None or photo_id != self.shot.entry.id or self.canvas.has_image:
            return
        entry = self.shot.entry
        some = self._thumbnails.image(wanted_whole(entry.id, entry.width_px, entry.height_px))
        if some is not None:
            self.canvas.improve(some)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the mouse go down on the picture."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.pressed.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A panel; that on which one stands has a strong edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.INK if self.is_current else theme.LINE
        painter.setPen(QPen(self.palette().color(edge), 2 if self.is_current else 1))
        painter.setBrush(self.palette().color(theme.PANEL))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _lines_of(shot: Shot) -> tuple[str, str, str, str]:
    """Time, sharpness, size and file; "" for what is not known."""
    return shot.when, shot.sharpness, shot.size, shot.file
