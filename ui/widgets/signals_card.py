"""What may be worked out, for all folders and for each: a small table of switches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from organizer.library import Library
from organizer.models import Folder, FolderId
from organizer.models import Signal as May
from organizer.pipeline import consenting
from organizer.privacy.gate import NEEDS
from ui.widgets.section_card import SectionCard
from ui.widgets.switch import Switch
from ui.widgets.texts import ShortLabel, as_text, as_tooltip, button, label

SWITCH_COLUMN_PX = 92


class SignalsCard(SectionCard):
    """A line for all folders and one for each.

    Signals:
        said: Signal, id of a folder or None for all, and whether it may be worked out.
        answered: For a folder that asks: its id, and yes or no.
    """

    said = Signal(object, object, bool)
    answered = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = SignalsCard.tr(
            "Whatever is turned off here is erased at once, with what was made of it; the rest is "
            "made anew without it. A folder added later stands at no until you answer for it."
        )
        title = SignalsCard.tr("What may be worked out, and from which folders")
        super().__init__(title, hint, parent)
        self.switches: dict[tuple[May, FolderId | None], Switch] = {}

    def names(self) -> dict[May, str]:
        """What each column is called."""
        return {
            May.GROUPING: self.tr("Dates and groups"),
            May.PLACES: self.tr("Places"),
            May.CONTENT: self.tr("What is seen"),
            May.FACE_COUNT: self.tr("Faces counted"),
        }

    def refresh(self, library: Library) -> None:
        """Show how things stand; nothing while suggestions are off."""
        found = consenting.consents(library)
        self.setVisible(found.signals[May.GROUPING])
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.switches = {}
        for column, name in enumerate(self.names().values(), start=1):
            heading = label(name, "smallSoft", wrap=True)
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            grid.setColumnMinimumWidth(column, SWITCH_COLUMN_PX)
            grid.addWidget(heading, 0, column)
        grid.addWidget(label(self.tr("All folders"), "strong"), 1, 0)
        self._add_switches(grid, 1, None, self.tr("all folders"), found)
        for row, folder in enumerate(library.folders.all(), start=2):
            self._add_folder(grid, row, folder, found)
        self.refill([table])

    def _add_folder(
        self, grid: QGridLayout, row: int, folder: Folder, found: consenting.Consents
    ) -> None:
        name = ShortLabel(as_text(folder.path.relative_to(folder.path.parent)))
        name.setToolTip(as_tooltip(as_text(folder.path)))
        grid.addWidget(name, row, 0)
        if folder.id in found.asking:
            grid.addLayout(self._question(folder), row, 1, 1, len(May))
        else:
            self._add_switches(grid, row, folder.id, name.text(), found)

    def _question(self, folder: Folder) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(self.tr("New: look at it too?"), "smallSoft"), 1)
        for text, answer in ((self.tr("Yes"), True), (self.tr("No"), False)):
            spoken = f"{text}: {as_text(folder.path)}"
            made = button(
                text, lambda answer=answer: self.answered.emit(folder.id, answer), name=spoken
            )
            line.addWidget(made)
        return line

    def _add_switches(
        self,
        grid: QGridLayout,
        row: int,
        folder_id: FolderId | None,
        where: str,
        found: consenting.Consents,
    ) -> None:
        said = found.signals if folder_id is None else found.folders[folder_id]
        for column, (may, name) in enumerate(self.names().items(), start=1):
            switch = Switch(self.tr("{}, {}").format(name, where))
            switch.show_state(on=said[may])
            is_for_all = folder_id is None or found.signals[may]
            switch.setEnabled(is_for_all and all(said[need] for need in NEEDS[may]))
            switch.clicked.connect(
                lambda on, may=may, switch=switch: self._wish(switch, may, folder_id, on)
            )
            grid.addWidget(switch, row, column, Qt.AlignmentFlag.AlignHCenter)
            self.switches[may, folder_id] = switch

    def _wish(
        self,
        switch: Switch,
        may: May,
        folder_id: FolderId | None,
        on: bool,  # noqa: FBT001 - a slot
    ) -> None:
        """It turns when it is so; whoever is asked may still say no."""
        switch.show_state(on=not on)
        self.said.emit(may, folder_id, on)
