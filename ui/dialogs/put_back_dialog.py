"""Asks which copy of the catalog is to be put back, and says what that does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui import messages
from ui.dialogs.frame import Dialog
from ui.widgets.dates_card import CalmComboBox
from ui.widgets.texts import bullet, button, label

Copy = tuple[datetime, Path]


class PutBackDialog(Dialog):
    """A list of copies, and the way to a file elsewhere."""

    def __init__(self, copies: Sequence[Copy], replaced: Sequence[Copy], parent: QWidget) -> None:
        super().__init__(_tr("Put a copy back?"), parent, width_px=560)
        for line in (
            _tr("Albums, stars, corrected dates and what is left out become those of that day."),
            _tr("Your photos are not touched; newer ones are read again."),
            _tr("Suggestions are off afterwards; what was learnt is erased."),
            _tr("What is there now is kept aside: the same way, you can put it back."),
        ):
            self.body.addLayout(bullet(line))
        self.list = CalmComboBox()
        self.list.setAccessibleName(_tr("Copy"))
        for at, path in copies:
            self.list.addItem(messages.short_moment(at), path)
        for at, path in replaced:
            text = _tr("As it was until {}").format(messages.short_moment(at))
            self.list.addItem(text, path)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.list, 1)
        row.addWidget(button(_tr("From a file…"), self._choose_file))
        self.body.addLayout(row)
        self._none = label(_tr("No copy was made here yet; choose a file."), "smallSoft")
        self.body.addWidget(self._none)
        self.ok = button(_tr("Put back"), self.accept, style="primary")
        self.cancel = button(_tr("Cancel"), self.reject)
        self.add_button(self.cancel)
        self.add_button(self.ok)
        self.cancel.setFocus()
        self._allow()

    @property
    def chosen(self) -> Path | None:
        """The copy that is chosen."""
        found = self.list.currentData()
        return found if isinstance(found, Path) else None

    def take_file(self, file: Path) -> None:
        """Choose a file that is not in the list."""
        self.list.addItem(file.name, file)
        self.list.setCurrentIndex(self.list.count() - 1)
        self._allow()

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, _tr("Which copy is to be put back?"))
        if chosen:
            self.take_file(Path(chosen))

    def _allow(self) -> None:
        has_some = self.list.count() > 0
        self.ok.setEnabled(has_some)
        self.list.setEnabled(has_some)
        self._none.setVisible(not has_some)


def _tr(text: str) -> str:
    return QCoreApplication.translate("put_back_dialog", text)
