"""Problems: what could not be read, listed or believed, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from ui import messages
from ui.models.problem_model import ProblemLine, ProblemModel, lines_of
from ui.session import Session
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader
from ui.widgets.problem_list import ProblemList
from ui.widgets.texts import button

# so many are fetched in a few milliseconds; more are fetched beside the window
AT_ONCE = 200


class ProblemsPage(QWidget):
    """A list to read, to copy and to try again.

    Signals:
        again_asked: These photos are to be tried again; None is all of them.
        told: Something to tell the user.
    """

    again_asked = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._is_loading = self._is_stale = False
        self._counted = ""
        self.model = ProblemModel(self)
        self.list = ProblemList(self.model)
        self.setFocusProxy(self.list)
        self.header = PageHeader(self.tr("Problems"))
        self._copy_button = button("", self.copy)
        self._again_button = button("", self.try_again, style="primary")
        self.header.add(self._copy_button)
        self.header.add(self._again_button)
        self._empty = MessagePanel()
        self._empty.say(
            self.tr("No problems"), self.tr("Every picture in your folders could be read.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._empty, self.list):
            column.addWidget(part, 1 if part is self.list else 0)
        self.list.copy_asked.connect(self._copy)
        self.list.again_asked.connect(self.try_again)
        self.list.chosen_changed.connect(self._name_buttons)

    # -- filling ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what needs a look; many are fetched beside the window."""
        if self._is_loading:
            self._is_stale = True
        elif pipeline.count_problems(self._session.library) <= AT_ONCE:
            self._take(_load(self._session.library))
        else:
            self._is_loading, self._is_stale = True, False
            job = self._session.job(lambda library, _progress: _load(library))
            job.succeeded.connect(self._take)
            job.ended.connect(self._loaded)
            self._session.start(job)

    def _loaded(self) -> None:
        self._is_loading = False
        if self._is_stale:
            self.refresh()

    def _take(self, loaded: tuple[list[ProblemLine], int]) -> None:
        lines, count = loaded
        self.list.take(lines)
        self._counted = messages.needing_a_look(count)
        for part in (self.list, self._copy_button, self._again_button):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Say what the buttons are about: what is selected, or everything."""
        chosen = self.list.chosen
        names = (
            (self._copy_button, self.tr("Copy selected paths"), self.tr("Copy paths")),
            (self._again_button, self.tr("Try selected again"), self.tr("Try again")),
        )
        for named, of_chosen, of_all in names:
            named.setText(of_chosen if chosen else of_all)
            named.setAccessibleName(named.text())
        parts = [self._counted, messages.selected(len(chosen)) if chosen else ""]
        self.header.set_title(self.tr("Problems"), " · ".join(filter(None, parts)))

    # -- wishes -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected paths, or all of them."""
        self._copy(with_reasons=False)

    def _copy(self, with_reasons: bool) -> None:  # noqa: FBT001 - a slot
        lines = self.list.chosen or [line for line in self.model.lines if not line.is_heading]
        if not lines:
            return
        texts = [f"{line.text}\t{line.reason}" if with_reasons else line.text for line in lines]
        QGuiApplication.clipboard().setText("\n".join(texts))
        self.told.emit(self.tr("{} on the clipboard.").format(messages.paths(len(lines))))

    def try_again(self) -> None:
        """Have what is selected tried again, or everything."""
        self.again_asked.emit(_ids(self.list.chosen))


def _ids(chosen: Sequence[ProblemLine]) -> list[object] | None:
    """None for everything; folders and sidecars are looked at by every scan."""
    return [line.photo_id for line in chosen if line.photo_id is not None] if chosen else None


def _load(library: Library) -> tuple[list[ProblemLine], int]:
    found = pipeline.find_problems(library)
    return lines_of(found), found.count
