"""What Homeroll is, what it promises, what it is made of."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from organizer import launcher, pipeline
from organizer.errors import OrganizerError
from organizer.paths import RESOURCES
from ui.session import Session
from ui.widgets.card import SHADOW_PX
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.section_card import SectionCard
from ui.widgets.texts import as_text, bullet, button, label

LICENCES_PX = 260


class AboutPage(ScrollPage):
    """Cards, one below the other.

    Signals:
        told: What was just done, as a sentence for the user.
        refused: What could not be done, as an error.
        privacy_asked: The page of settings is wanted.
        promises_asked: The page that says how they are kept is wanted.
    """

    told = Signal(str)
    refused = Signal(object)
    privacy_asked = Signal()
    promises_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Homeroll"), parent)
        self._session = session
        self._entry_button = button("", self._turn_entry)
        self.column.addWidget(self._program_card())
        self.column.addWidget(self._promises_card())
        self.column.addWidget(self._licences_card())
        self.column.addStretch(1)
        self.column.setSpacing(16 - SHADOW_PX)

    def refresh(self) -> None:
        """Show how things stand now."""
        inside = launcher.has_entry()
        text = self.tr("Take out of the applications menu") if inside else ""
        self._entry_button.setText(text or self.tr("Add to the applications menu"))
        self._entry_button.setAccessibleName(self._entry_button.text())
        self._entry_button.setVisible(launcher.can_have_entry())

    def _program_card(self) -> SectionCard:
        title = self.tr("Homeroll {}").format(metadata.version("homeroll"))
        text = self.tr("A photo organizer that proposes albums on your own computer.")
        card = SectionCard(title, text)
        where = as_text(self._session.path)
        card.add(label(self.tr("What it keeps lies in {}").format(where), "smallSoft", wrap=True))
        copy = button(self.tr("Copy details for a report"), self._copy_details)
        card.add_buttons(self._entry_button, copy)
        return card

    def _promises_card(self) -> SectionCard:
        card = SectionCard(self.tr("What it promises, in this order"))
        for promise in (
            self.tr(
                "Your photos are never changed, moved or deleted. There is no code that could."
            ),
            self.tr("Nothing leaves this computer: the program cannot open a network connection."),
            self.tr(
                "Suggestions are off until you turn them on. Turning them off erases what was "
                "learnt, and checks that it is gone."
            ),
            self.tr("A file that cannot be read is listed with the reason, never passed over."),
        ):
            card.body.addLayout(bullet(promise))
        how = button(self.tr("How, and how to check it"), self.promises_asked.emit)
        settings = button(self.tr("Settings and privacy"), self.privacy_asked.emit)
        card.add_buttons(how, settings)
        return card

    def _licences_card(self) -> SectionCard:
        hint = self.tr("Homeroll is free software under the MIT licence, and stands on others:")
        card = SectionCard(self.tr("Licences"), hint)
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setFixedHeight(LICENCES_PX)
        self.licences.setPlainText("\n\n".join(_legal_texts()))
        card.add(self.licences)
        return card

    def details(self) -> str:
        """What helps to find a fault; nothing of the photos, no names, no paths."""
        lines = (
            f"Homeroll {metadata.version('homeroll')}",
            f"{platform.system()} {platform.release()}, {platform.machine()}",
            f"Python {platform.python_version()}, Qt {qVersion()}, "
            f"{QGuiApplication.platformName()}",
            f"Network: {pipeline.network_state().sentence}",
            f"Photos: {self._session.library.photos.count()}",
        )
        return "\n".join(lines)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self.told.emit(self.tr("Copied. It says nothing about your photos but their number."))

    def _turn_entry(self) -> None:
        try:
            if launcher.has_entry():
                launcher.remove_entry()
                said = self.tr("Homeroll is out of the applications menu.")
            else:
                launcher.add_entry()
                said = self.tr("Homeroll is in the applications menu.")
        except OrganizerError as error:
            self.refused.emit(error)
            return
        self.refresh()
        self.told.emit(said)


def _legal_texts() -> list[str]:
    """The licence and the notice, from beside the program or from what was installed."""
    texts = []
    for name in ("LICENSE", "NOTICE"):
        beside = RESOURCES.parent / name
        found = [beside] if beside.exists() else _installed(name)
        texts += [path.read_text(encoding="utf-8") for path in found]
    return texts


def _installed(name: str) -> list[Path]:
    files = metadata.files("homeroll") or []
    return [Path(str(file.locate())) for file in files if file.name == name]
