"""Problems: every file that could not be read, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import messages
from ui.models.problem_model import ProblemModel
from ui.session import Session
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader
from ui.widgets.problem_list import ProblemList
from ui.widgets.texts import button


class ProblemsPage(QWidget):
    """A list to read and to copy.

    Signals:
        again_asked: The files are to be tried again.
        told: Something to tell the user.
    """

    again_asked = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._model = ProblemModel(self)
        self.header = PageHeader(self.tr("Problems"))
        self._copy_button = button(self.tr("Copy list"), self._copy)
        self.header.add(self._copy_button)
        self.header.add(button(self.tr("Try again"), self.again_asked.emit, style="primary"))
        self._list = ProblemList(self._model)
        self._empty = MessagePanel()
        self._empty.say(
            self.tr("No problems"), self.tr("Every picture in your folders could be read.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)

    def refresh(self) -> None:
        """Show what could not be read."""
        photos = self._session.library.photos.problems()
        self._model.show(photos)
        self._list.setVisible(bool(photos))
        self._copy_button.setVisible(bool(photos))
        self._empty.setVisible(not photos)
        count = self.tr("{} could not be shown").format(messages.files(len(photos)))
        self.header.set_title(self.tr("Problems"), count if photos else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_text)
        self.told.emit(self.tr("The list is on the clipboard."))
