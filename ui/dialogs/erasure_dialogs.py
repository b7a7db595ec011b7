"""Before and after turning suggestions off: what will go, and what went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.models import Receipt
from ui import messages
from ui.core_words import in_own_words
from ui.dialogs.frame import Dialog
from ui.widgets.texts import bullet, button, label


class TurnOffDialog(Dialog):
    """Says what will be erased and what stays, and asks."""

    def __init__(self, goes: Sequence[str], stays: Sequence[str], parent: QWidget) -> None:
        super().__init__(_tr("Turn suggestions off and erase what was learnt?"), parent)
        for heading, lines in ((_tr("This is erased"), goes), (_tr("This stays"), stays)):
            self.body.addWidget(label(heading, "heading"))
            for line in lines:
                self.body.addLayout(bullet(line))
            self.body.addSpacing(4)
        honest = _tr(
            "Copies in backups, snapshots or worn parts of a drive are out of any program's "
            "reach. An encrypted drive protects those."
        )
        self.body.addWidget(label(honest, "smallSoft", wrap=True))
        self.keep = button(_tr("Keep suggestions on"), self.reject)
        self.erase = button(_tr("Turn off and erase"), self.accept, style="primary")
        self.add_button(self.keep)
        self.add_button(self.erase)
        self.keep.setFocus()


class ReceiptDialog(Dialog):
    """Says what an erasure removed and that it was looked for again."""

    def __init__(self, receipt: Receipt, parent: QWidget) -> None:
        title = (
            _tr("Suggestions are off, and what was learnt is gone")
            if receipt.complete
            else _tr("Suggestions are off, but not everything could be erased")
        )
        super().__init__(title, parent)
        for line in receipt_lines(receipt):
            self.body.addLayout(bullet(line))
        kept = _tr("Your photos and your saved albums were not touched.")
        self.body.addWidget(label(kept, wrap=True))
        self.add_button(button(_tr("Close"), self.accept, style="primary"))


def receipt_lines(receipt: Receipt) -> list[str]:
    """The receipt in plain words, a line for each fact."""
    counted = map(in_own_words, pipeline.counts_in_words(receipt.counts))
    lines = [_tr("{} erased").format(words) for words in counted]
    if not lines:
        lines.append(_tr("There was nothing to erase yet."))
    if receipt.overwritten_bytes:
        overwritten = messages.size(receipt.overwritten_bytes)
        lines.append(_tr("{} overwritten, then removed.").format(overwritten))
    if receipt.complete:
        when = messages.short_moment(receipt.at)
        lines.append(_tr("Checked on {}: nothing is left.").format(when))
    lines += [_tr("Still there: {}").format(path) for path in receipt.leftovers]
    return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("erasure_dialogs", text)
