"""What each copy of an album would still tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from organizer.models.exports import CopyRemains, Tells
from ui import messages
from ui.dialogs.frame import Dialog
from ui.widgets.texts import as_text, as_tooltip, button, label

HEIGHT_PX = 260
MAX_ROWS = 2000  # a table of items is no place for more


class RemainsDialog(Dialog):
    """A list of files, from the catalog; what is not known before copying is said too."""

    def __init__(self, remains: Sequence[CopyRemains], parent: QWidget) -> None:
        super().__init__(Dialog.tr("What the copies would tell"), parent, width_px=600)
        self.table = QTableWidget(min(len(remains), MAX_ROWS), 2)
        self.table.setAccessibleName(self.tr("Copies and what they would tell"))
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Tells")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setFixedHeight(HEIGHT_PX)
        self.table.setColumnWidth(0, 210)
        for row, one in enumerate(remains[:MAX_ROWS]):
            name = as_text(Path(one.name or one.path.name))
            for column, text in enumerate((name, self.in_words(one.tells))):
                item = QTableWidgetItem(text)
                item.setToolTip(as_tooltip(text))
                self.table.setItem(row, column, item)
        self.body.addWidget(self.table)
        self.body.addWidget(label(self._note(len(remains)), "smallSoft", wrap=True))
        self.close_button = button(self.tr("Close"), self.accept, style="primary")
        self.add_button(self.close_button)

    def _note(self, count: int) -> str:
        said = self.tr(
            "This is what Homeroll knows of the files. Names, people in the picture and words "
            "in it stay what they are."
        )
        if count > MAX_ROWS:
            said += " " + messages.more(count - MAX_ROWS)
        return said

    def in_words(self, tells: Sequence[Tells]) -> str:
        """What a copy tells, as a line."""
        words = {
            Tells.DATE: self.tr("date and time"),
            Tells.PLACE: self.tr("place"),
            Tells.CAMERA: self.tr("camera"),
            Tells.REST: self.tr("and whatever else the file carries"),
            Tells.PRIVATE_PLACE: self.tr("no place, for it is private"),
            Tells.CAPTION: self.tr("caption"),
            Tells.VIDEO_LEFT_OUT: self.tr("Left out: data in this kind of video cannot be removed"),
            Tells.HIDDEN_LEFT_OUT: self.tr("Left out: it is hidden"),
            Tells.UNREADABLE_LEFT_OUT: self.tr("Left out: it cannot be read"),
            Tells.NO_THUMBNAIL: self.tr("Left out: there is no small picture of it yet"),
        }
        said = ", ".join(words[one] for one in tells) or self.tr("nothing but the picture")
        return said[0].upper() + said[1:]
