"""A damaged catalog at the start: its copies are offered, newest first."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from organizer import pipeline
from organizer.errors import OrganizerError
from ui import messages
from ui.app import make_application, show_sentence, speak_somehow
from ui.core_words import in_own_words


def offer_copies(library_path: Path, sentence: str) -> bool:
    """Say what is wrong and offer one copy after the other; returns whether one was put back.

    The caller holds the library's lock; nothing has the library open.
    """
    speak_somehow(make_application(sys.argv[:1]))
    copies = pipeline.list_copies(library_path)
    if not copies:
        show_sentence(
            in_own_words(sentence) + " " + _tr("There is no copy of it that could be put back.")
        )
        return False
    for at, copy in copies:
        if not _agrees(in_own_words(sentence), messages.short_moment(at)):
            return False
        try:
            pipeline.restore(library_path, copy)
        except OrganizerError as error:
            sentence = str(error)  # and the next copy is offered
        else:
            return True
    show_sentence(
        in_own_words(sentence) + " " + _tr("There is no other copy that could be put back.")
    )
    return False


def _agrees(sentence: str, when: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, "Homeroll", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setInformativeText(
        _tr(
            "Homeroll copies its catalog once a day. Your photos are not touched: what comes back "
            "are albums, stars and corrected dates as they were then; newer photos are read again. "
            "Suggestions are off afterwards. The damaged file is kept aside."
        )
    )
    yes = box.addButton(
        _tr("Put back the copy of {}").format(when), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(_tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes)
    box.exec()
    return box.clickedButton() is yes


def _tr(text: str) -> str:
    return QCoreApplication.translate("mending", text)
