"""Below an opened suggestion: how many photos of its days were withheld, why, and which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.models import PhotoId
from organizer.pipeline.withholding import Cause, Withheld
from ui import messages
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import Section, by_part
from ui.widgets.texts import ShortLabel, button, rule

OPEN_PX = 208  # a heading, a row and the beginning of the next


class ShelfGrid(PhotoGrid):
    """Photos that can be looked at and put in, and nothing else: none is dragged away."""

    name_of: Callable[[int], str]

    def _dragged(self, _point: QPoint) -> None:
        self._pressed_at, self._is_held = None, False

    def spoken_of(self, index: int) -> str:
        """Say why it is withheld, too."""
        return ", ".join(filter(None, [super().spoken_of(index), self.name_of(index)]))


class WithheldShelf(QWidget):
    """One line until it is opened; a section for each cause then.

    Hidden photos are read only when it is opened, and forgotten when it is closed.

    Signals:
        put_in_asked: These photos are wanted in the album.
        hidden_asked: The page of hidden photos is wanted.
        opened: The photo at an index of the grid is to be seen large.
    """

    put_in_asked = Signal(object)
    hidden_asked = Signal()
    opened = Signal(int)

    def __init__(
        self, session: Session, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._withheld: Sequence[Withheld] = ()
        self.line = ShortLabel("", "soft")
        self.open_button = button(self.tr("Show"), self.turn, style="quiet")
        self.put_in_button = button(self.tr("Put all in"), self._ask_put_in)
        self.hidden_link = button(self.tr("Hidden photos"), self.hidden_asked.emit, style="link")
        self.grid = ShelfGrid(thumbnails)
        self.grid.name_of = self._cause_in_words
        self.grid.setAccessibleName(self.tr("Withheld photos"))
        self.grid.set_headings(self._heading)
        self.grid.set_right_margin(16)
        self.grid.setFixedHeight(OPEN_PX)
        self.grid.selection_changed.connect(self._show_acts)
        self.grid.opened.connect(self._open)
        self._lay_out()
        self._show_open(is_open=False)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 6, 12, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self.open_button)
        acts = QHBoxLayout()
        acts.setContentsMargins(24, 0, 16, 6)
        acts.setSpacing(16)
        acts.addWidget(self.put_in_button)
        acts.addWidget(self.hidden_link)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)
        column.addLayout(acts)
        column.addWidget(self.grid)

    @property
    def is_open(self) -> bool:
        """Whether the photos are seen, and not only told of."""
        return self.grid.isVisibleTo(self)

    def show_withheld(self, found: Sequence[Withheld], put_in: Collection[PhotoId] = ()) -> None:
        """Tell of these without the ones that were put in; nothing at all where there are none."""
        left = (Withheld(one.cause, _without(one.photo_ids, put_in)) for one in found)
        self._withheld = [one for one in left if one.photo_ids]
        counts = [(one.cause, len(one.photo_ids)) for one in self._withheld]
        self.line.setText(messages.withheld(counts) if counts else "")
        self.setVisible(bool(counts))
        self._fill()

    def turn(self) -> None:
        """Show the photos, or only how many there are."""
        self._show_open(is_open=not self.is_open)
        self._fill()

    def close_shelf(self) -> None:
        """Show only how many there are."""
        self._show_open(is_open=False)
        self._fill()

    def _show_open(self, *, is_open: bool) -> None:
        self.grid.setVisible(is_open)
        self.open_button.setText(self.tr("Close") if is_open else self.tr("Show"))
        name = self.tr("Close withheld photos") if is_open else self.tr("Show withheld photos")
        self.open_button.setAccessibleName(name)

    def _fill(self) -> None:
        parts = [one.photo_ids for one in self._withheld] if self.is_open else []
        ids = [photo_id for part in parts for photo_id in part]
        photos = self._session.library.photos
        self.grid.set_photos(photos.timeline_of(ids, also_hidden=True), by_part(parts))
        self._show_acts()

    # -- what can be done -------------------------------------------------------------------------

    def _show_acts(self) -> None:
        chosen = bool(self.grid.selection.chosen)
        text = self.tr("Put in") if chosen else self.tr("Put all in")
        self.put_in_button.setText(text)
        self.put_in_button.setAccessibleName(text)
        self.put_in_button.setEnabled(bool(self._wanted()))
        may_be_put_in = any(one.cause is not Cause.HIDDEN for one in self._withheld)
        self.put_in_button.setVisible(self.is_open and may_be_put_in)
        self.hidden_link.setVisible(self.is_open and bool(self._hidden()))

    def _wanted(self) -> list[PhotoId]:
        """The selected photos, or all of them; hidden ones are shown again on their own page."""
        ids = self.grid.selection.in_order() or [entry.id for entry in self.grid.entries]
        hidden = self._hidden()
        return [photo_id for photo_id in ids if photo_id not in hidden]

    def _hidden(self) -> set[PhotoId]:
        return {
            photo_id
            for one in self._withheld
            if one.cause is Cause.HIDDEN
            for photo_id in one.photo_ids
        }

    def _ask_put_in(self) -> None:
        self.put_in_asked.emit(self._wanted())

    def _open(self, index: int) -> None:
        if self.grid.entries[index].id not in self._hidden():
            self.opened.emit(index)

    def _heading(self, section: Section) -> tuple[str, str]:
        count = section.span.end - section.span.start
        return self._cause_in_words(section.span.start, count), ""

    def _cause_in_words(self, index: int, count: int = 1) -> str:
        photo_id = self.grid.entries[index].id if index < len(self.grid.entries) else None
        for one in self._withheld:
            if photo_id in one.photo_ids:
                return messages.withheld_for(one.cause, count)
        return ""


def _without(photo_ids: Sequence[PhotoId], some: Collection[PhotoId]) -> tuple[PhotoId, ...]:
    return tuple(photo_id for photo_id in photo_ids if photo_id not in some)
