"""The choice to remove location and personal data, on unless it is turned off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.pipeline import ExportPreview
from ui import messages
from ui.widgets.card import Card
from ui.widgets.switch import Switch
from ui.widgets.texts import button, label


class StripCard(Card):
    """Says what the copies would tell without it.

    Signals:
        details_asked: What each copy would tell is to be seen.
    """

    details_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Remove location and personal data")
        self.switch = Switch(title)
        self.switch.show_state(on=True)
        self.switch.toggled.connect(self._say)
        self._preview: ExportPreview | None = None
        self._sentence = label(self.tr("Looking at the photos…"), "soft", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 12, 16)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(title, "strong"))
        column.addWidget(self._sentence)
        more = self.tr("What each copy would tell…")
        link = button(more, self.details_asked.emit, style="link")
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_preview(self, preview: ExportPreview) -> None:
        """Say what these photos would tell."""
        self._preview = preview
        self._say()

    def _say(self) -> None:
        preview = self._preview
        if preview is None:
            return
        told = []
        private = 0 if self.switch.isChecked() else preview.private
        if placed := preview.with_location - private:
            told.append(self.tr("where {} were taken").format(messages.photos(placed)))
        if preview.with_camera:
            told.append(self.tr("the camera of {}").format(messages.photos(preview.with_camera)))
        what = self.tr("{} and {}").format(*told) if len(told) == 2 else "".join(told)
        if not told:
            text = self.tr("These photos carry no location and no camera data.")
        elif self.switch.isChecked():
            text = self.tr("Without it, these copies would tell: {}.").format(what)
        else:
            text = self.tr("These copies will tell: {}.").format(what)
        if private:
            count = messages.photos(private)
            text += " " + self.tr("The place of {} is left out, for it is private.").format(count)
        if preview.title_tells:
            text += " " + self.tr("The title of the album names a private place.")
        self._sentence.setText(text)
        self.switch.setAccessibleDescription(text)
