"""Before and after an erasure: what will go and what stays, and what went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.models import Receipt
from organizer.pipeline import receipts
from organizer.privacy.intents import OFF, Erasing, Intent
from ui import messages
from ui.core_words import in_own_words
from ui.dialogs.frame import Dialog
from ui.widgets.texts import bullet, button, label


class EraseDialog(Dialog):
    """Says what will be erased and what stays, and asks."""

    def __init__(
        self, preview: pipeline.ErasurePreview, parent: QWidget, intent: Intent = OFF
    ) -> None:
        title, keep, erase = _words(intent)
        super().__init__(title, parent)
        for heading, lines in (
            (_tr("This is erased"), preview.goes),
            (_tr("This stays"), preview.stays),
        ):
            self.body.addWidget(label(heading, "heading"))
            for line in lines:
                self.body.addLayout(bullet(in_own_words(line)))
            self.body.addSpacing(4)
        self.body.addWidget(label(_honest(), "smallSoft", wrap=True))
        self.keep = button(keep, self.reject)
        self.erase = button(erase, self.accept, style="primary")
        self.add_button(self.keep)
        self.add_button(self.erase)
        self.keep.setFocus()


def _words(intent: Intent) -> tuple[str, str, str]:
    """Title, the button that keeps and the one that erases."""
    match intent.what:
        case Erasing.OFF:
            title = _tr("Turn suggestions off and erase what was learnt?")
            return title, _tr("Keep suggestions on"), _tr("Turn off and erase")
        case Erasing.EVERYTHING:
            title = _tr("Erase everything that Homeroll knows?")
            return title, _tr("Keep everything"), _tr("Erase everything")
        case _ if intent.folder_id is not None:
            title = _tr("Erase what was worked out from this folder?")
        case _:
            title = _tr("Erase what was worked out?")
    return title, _tr("Keep it on"), _tr("Turn off and erase")


class ReceiptDialog(Dialog):
    """Says what an erasure removed and that it was looked for again."""

    def __init__(
        self,
        receipt: Receipt,
        parent: QWidget,
        intent: Intent = OFF,
        *,
        photo_folders: Sequence[Path] = (),
    ) -> None:
        super().__init__(_title(receipt, intent), parent)
        self._lines = [*receipt_lines(receipt), *map(in_own_words, receipt.notes)]
        self._kept = _tr("Your photos and your saved albums were not touched.")
        if intent.what is Erasing.EVERYTHING:
            self._kept = _tr("No photo was touched. Homeroll is as on its first day.")
        self._photo_folders = photo_folders
        for line in self._lines:
            self.body.addLayout(bullet(line))
        self.body.addWidget(label(self._kept, wrap=True))
        self.saved = label("", "smallSoft", wrap=True)
        self.body.addWidget(self.saved)
        self.saved.hide()
        self.add_button(button(_tr("Save the receipt…"), self._ask_where))
        self.add_button(button(_tr("Close"), self.accept, style="primary"))

    @property
    def text(self) -> str:
        """The receipt as it is saved."""
        return "\n".join([self.windowTitle(), "", *self._lines, "", self._kept, _honest(), ""])

    def save_as(self, file: Path) -> None:
        """Save the receipt to a file that is not there yet, and say where, or why not."""
        try:
            place = receipts.save_text(self.text, file, not_below=self._photo_folders)
        except OrganizerError as error:
            said = in_own_words(str(error))
        else:
            said = _tr("Saved as “{}”.").format(place)
        self.saved.setText(said)
        self.saved.show()

    def _ask_where(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        name = f"Homeroll {datetime.now():%Y-%m-%d %H.%M}.txt"
        start = Path(QStandardPaths.writableLocation(documents)) / name
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            _tr("Save the receipt"),
            str(start),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        if chosen:
            self.save_as(Path(chosen))


def _title(receipt: Receipt, intent: Intent) -> str:
    match intent.what, receipt.complete:
        case Erasing.OFF, True:
            return _tr("Suggestions are off, and what was learnt is gone")
        case Erasing.OFF, False:
            return _tr("Suggestions are off, but not everything could be erased")
        case _, False:
            return _tr("Not everything could be erased")
        case Erasing.EVERYTHING, True:
            return _tr("Everything that Homeroll knew is gone")
        case Erasing.FORGET, True:
            return _tr("What you said is forgotten")
        case _:
            return _tr("What was worked out is gone")


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


def _honest() -> str:
    return _tr(
        "Copies in backups, snapshots or worn parts of a drive are out of any program's "
        "reach. An encrypted drive protects those."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("erasure_dialogs", text)
