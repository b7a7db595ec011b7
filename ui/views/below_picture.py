"""What stands below a picture: its caption, and how a video is played."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import messages
from ui.widgets.notice_bar import KEPT_CLEAR
from ui.widgets.texts import as_tooltip, button, label


class BelowPicture(QWidget):
    """Nothing of it is seen where there is nothing to say."""

    def __init__(self, play: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(KEPT_CLEAR, "yes")
        self.caption = label("", wrap=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.play = button(self.tr("▶  Play in your video player"), play, style="primary")
        self.play.setAccessibleName(self.tr("Play in your video player"))
        self.play.setToolTip(
            as_tooltip(
                self.tr(
                    "Enter or Space. Homeroll opens no videos itself: your player gets the file, "
                    "and what it does is up to that program."
                )
            )
        )
        self._length = label("", "soft")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.play)
        row.addWidget(self._length)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 0)
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addLayout(row)

    def show_caption(self, text: str) -> None:
        """Show the user's words, as plain text."""
        self.caption.setText(text)
        self._show_what_there_is()

    def show_video(self, duration_s: float | None, *, is_video: bool) -> None:
        """Offer to play a video."""
        self.play.setVisible(is_video)
        self._length.setText(messages.length(duration_s) if is_video and duration_s else "")
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        self.caption.setVisible(bool(self.caption.text()))
        self._length.setVisible(bool(self._length.text()))
        self.setVisible(bool(self.caption.text()) or self.play.isVisibleTo(self))
