"""Asks which of what the user said is to be forgotten, and shows what stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import Said
from organizer.pipeline import forgetting
from organizer.privacy.intents import Intent
from ui import messages
from ui.core_words import in_own_words
from ui.dialogs.frame import Dialog
from ui.widgets.texts import bullet, button, label


class ForgetDialog(Dialog):
    """A box for each kind of which something was said."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(_tr("Forget what you said?"), parent, width_px=560)
        counts = library.said.counts()
        self.boxes: dict[Said, QCheckBox] = {}
        for kind, name in _names().items():
            if counts[kind]:
                text = _tr("{}: {}").format(name, messages.number(counts[kind]))
                self._add_box(kind, text)
        if not self.boxes:
            self.body.addWidget(label(_tr("There is nothing to forget yet."), "soft"))
        self.copies = QCheckBox(_tr("Erase Homeroll's own copies too, which still hold it"))
        self.copies.setChecked(True)
        self.copies.setVisible(bool(self.boxes) and bool(pipeline.list_copies(library.path)))
        self.body.addWidget(self.copies)
        self.body.addWidget(label(_tr("This stays"), "heading"))
        for line in pipeline.erasure_preview(library, forgetting.forgetting()).stays[:3]:
            self.body.addLayout(bullet(in_own_words(line)))
        honest = _tr("Copies that you saved elsewhere still hold it.")
        self.body.addWidget(label(honest, "smallSoft", wrap=True))
        keep = button(_tr("Keep everything"), self.reject)
        self.forget = button(_tr("Forget"), self.accept, style="primary")
        self.add_button(keep)
        self.add_button(self.forget)
        self._enable()
        keep.setFocus()

    @property
    def intent(self) -> Intent:
        """What is to be forgotten."""
        chosen = [kind for kind, box in self.boxes.items() if box.isChecked()]
        return forgetting.forgetting(chosen, with_copies=self.copies.isChecked())

    def _add_box(self, kind: Said, text: str) -> None:
        box = QCheckBox(text)
        box.setChecked(kind in forgetting.USUALLY_FORGOTTEN)
        box.toggled.connect(self._enable)
        self.boxes[kind] = box
        self.body.addWidget(box)

    def _enable(self) -> None:
        self.forget.setEnabled(any(box.isChecked() for box in self.boxes.values()))


def _names() -> dict[Said, str]:
    return {
        Said.DECISIONS: _tr("Saved and dismissed suggestions"),
        Said.RULES: _tr("Rules about suggestions"),
        Said.EVENTS: _tr("Events that you changed"),
        Said.HOMES: _tr("Homes"),
        Said.DATES: _tr("Dates to remember"),
        Said.THEMES: _tr("Taught themes with their examples"),
        Said.BEST_SHOTS: _tr("Best shots among look-alikes"),
        Said.ZONES: _tr("Private places; exported copies may tell them then"),
        Said.HIDDEN: _tr("What is hidden; it is seen again then"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("forget_dialog", text)
