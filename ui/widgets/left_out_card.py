"""What is left out of Homeroll: a line for each, and the way to leave out more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from organizer import pipeline
from organizer.models import Exclusion
from ui import messages
from ui.leaving_out import LeavingOut, name_of
from ui.session import Session
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import ShortLabel, button, label

NAME_PX, MET_PX = 260, 110


class LeftOutCard(SectionCard):
    """Folders and names, each with what it keeps out and a button that takes it in again."""

    def __init__(
        self, session: Session, leaving_out: LeavingOut, parent: QWidget | None = None
    ) -> None:
        hint = LeftOutCard.tr(
            "Folders and names in your folders that Homeroll does not look at. No file is touched, "
            "and what is taken in again has its stars and albums as before."
        )
        super().__init__(LeftOutCard.tr("Left out"), hint, parent)
        self._session = session
        self._leaving_out = leaving_out
        leaving_out.changed.connect(self.refresh)
        self.by_folder = button(
            self.tr("Leave out a folder…"), lambda: leaving_out.choose_folder(self)
        )
        self.by_name = button(self.tr("Leave out by name…"), lambda: leaving_out.ask_name(self))
        self.add_buttons(self.by_folder, self.by_name)

    def refresh(self) -> None:
        """Show what is left out now."""
        self.clear()
        library = self._session.library
        for one in pipeline.left_out(library):
            self.add(self._line(one))
        has_folders = bool(library.folders.ids())
        self.by_folder.setEnabled(has_folders)
        self.by_name.setEnabled(has_folders)

    def _line(self, one: Exclusion) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        name = ShortLabel(name_of(one), "strong")
        name.setMaximumWidth(NAME_PX)
        row.addWidget(name, 100)  # before the folder gets anything
        met = label(_met(one), "soft")
        met.setMinimumWidth(MET_PX)
        row.addWidget(met)
        row.addWidget(ShortLabel(str(one.folder.parent) if one.folder else "", "soft"), 1)
        text = self.tr("Take in again")
        said = f"{text}: {name_of(one)}"
        take_in = button(text, lambda: self._leaving_out.take_in(one), style="quiet", name=said)
        row.addWidget(take_in)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return line


def _met(one: Exclusion) -> str:
    """What it keeps out: the photos that were in it, or what the last look passed by."""
    if one.folder is not None or not (one.folders or one.files):
        return messages.photos(one.photos)
    parts = [messages.folders(one.folders)] if one.folders else []
    parts += [messages.files(one.files)] if one.files else []
    return ", ".join(parts)
