"""More like this: what looks most like one photo, wherever and whenever it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import PhotoId, Seen
from ui import messages
from ui.core_words import in_own_words
from ui.looking import Looking
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.widgets.choices import choices, in_row
from ui.widgets.more_bar import MoreBar
from ui.widgets.off_note import OffNote, show_instead
from ui.widgets.page_header import PageHeader
from ui.widgets.texts import ShortLabel, button
from ui.widgets.thumb_row import ThumbRow

if TYPE_CHECKING:
    from organizer.pipeline.alike import Alike

FIRST_SHOWN, MORE_SHOWN = 120, 240
MOST_LIKE, WHOLE_SORT = range(2)


class AlikePage(QWidget):
    """The nearest first; a switch shows all of the photo's sort of picture instead.

    Signals:
        back_asked, sorts_asked, switch_asked: Another page is wanted.
        menu_asked: A context menu is wanted at this global point.
    """

    back_asked = Signal()
    sorts_asked = Signal()
    switch_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        looking: Looking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._looking = looking
        looking.answered.connect(self._take)
        looking.refused.connect(self._refuse)
        self._photo_id: PhotoId | None = None
        self._wants_sort = False
        self._alike: Alike | None = None
        self._limit = FIRST_SHOWN
        self._thumbnails = thumbnails
        self._asked: ThumbRow | None = None
        self._make_header()
        self.grid = PhotoGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.setAccessibleName(self.tr("More like this"))
        self.grid.menu_asked.connect(self.menu_asked)
        self.note = OffNote()
        self.note.switch_asked.connect(self.switch_asked)
        self.more = MoreBar()
        self.more.more_asked.connect(self._show_more)
        self._lay_out()

    def _make_header(self) -> None:
        self.header = PageHeader()
        self.header.add_left(button(self.tr("‹ Back"), self.back_asked.emit, style="quiet"))
        self.header.add(button(self.tr("Sorts of pictures"), self.sorts_asked.emit))
        self.which = choices([self.tr("Most like it"), self.tr("This sort of picture")], self)
        self.which.idClicked.connect(lambda which: self._turn(whole_sort=which == WHOLE_SORT))
        self._hint = ShortLabel("", "smallSoft")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 0, 24, 10)
        self._row.setSpacing(12)
        self._row.addLayout(in_row(self.which))
        self._row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._row)
        column.addWidget(self.note, 1)
        column.addWidget(self.grid, 1)
        column.addWidget(self.more)

    # -- which photo ------------------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Show what is like the photo with this number; "12:sort" shows its whole sort."""
        number, _, whole_sort = item.partition(":")
        photo_id = PhotoId(int(number))
        if photo_id != self._photo_id:
            self._photo_id, self._alike = photo_id, None
            self._show_asked(photo_id)
        self._wants_sort = bool(whole_sort)
        self._begin_anew()
        self.refresh()

    def _show_asked(self, photo_id: PhotoId) -> None:
        """A small picture of the photo that was asked about."""
        if self._asked is not None:
            self._row.removeWidget(self._asked)
            self._asked.deleteLater()
        self._asked = ThumbRow(self._thumbnails, [photo_id], places=1)
        self._asked.setAccessibleName(self.tr("The photo that was asked about"))
        self._row.insertWidget(0, self._asked)

    def refresh(self) -> None:
        """Look again: photos may be there no more, or be hidden."""
        photo_id = self._photo_id
        if photo_id is None:
            return
        if not pipeline.suggestions_are_on(self._session.library):
            self._looking.forget()
            self._alike = None
            self._say_off()
            return
        self._looking.ask(partial(_find, photo_id=photo_id))
        self._show()

    def _take(self, alike: Alike) -> None:
        if alike.photo_id == self._photo_id:
            self._alike = alike
            self._show()

    def _refuse(self, error: Exception) -> None:
        self._alike = None
        self._show()
        if pipeline.suggestions_are_on(self._session.library):
            self.note.say(self.tr("Nothing is known of this photo"), in_own_words(str(error)))
        else:
            self._say_off()

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def shows_sort(self) -> bool:
        """Whether all of the photo's sort is shown."""
        return self._wants_sort and bool(self._alike and self._alike.sort_ids)

    def _turn(self, *, whole_sort: bool) -> None:
        self._wants_sort = whole_sort
        self._begin_anew()
        self._show()

    def _begin_anew(self) -> None:
        self._limit = FIRST_SHOWN
        self.grid.selection.clear()
        self.grid.verticalScrollBar().setValue(0)

    def _show_more(self) -> None:
        self._limit += MORE_SHOWN
        self._show()

    def _show(self) -> None:
        alike = self._alike
        ids: Sequence[PhotoId] = ()
        if alike is not None:
            ids = alike.sort_ids if self.shows_sort else alike.photo_ids
        entries = self._session.library.photos.timeline_of(ids[: self._limit])
        self.grid.set_photos(entries)
        self.more.show_counts(min(len(ids), self._limit), len(ids))
        self._show_words(len(ids), len(alike.sort_ids) if alike else 0)
        show_instead(self.grid if entries else self.note, self.note if entries else self.grid)
        if not entries:
            self._say_nothing()

    def _show_words(self, count: int, in_sort: int) -> None:
        nearest = self.tr("the {} nearest of all").format(messages.number(count))
        told = messages.photos(count) if self.shows_sort else nearest
        self.header.set_title(self.tr("More like this"), told if count else "")
        self._hint.setText(self.tr("The most like it first, one of near-identical shots"))
        sort = self.which.button(WHOLE_SORT)
        for made in self.which.buttons():
            made.setVisible(in_sort > 0)
        sort.setText(f"{self.tr('This sort of picture')} · {messages.number(in_sort)}")
        sort.setAccessibleName(sort.text())
        self.which.button(WHOLE_SORT if self.shows_sort else MOST_LIKE).setChecked(True)

    def _say_nothing(self) -> None:
        self._hint.setText("")
        if self._alike is None:
            self.note.say(self.tr("Looking for what is like it"), "", working=True)
        else:
            self.note.say(self.tr("There is nothing like it"), "")

    def _say_off(self) -> None:
        self._show()
        self.note.say_off(
            self.tr("To find photos that look alike, Homeroll has to look at what they show.")
        )

    # -- events -----------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what photos look like."""
        super().hideEvent(event)
        self._looking.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


def _find(library: Library, seen: Seen, *, photo_id: PhotoId) -> object:
    from organizer.pipeline import alike  # brings numpy: not at start-up

    return alike.find_alike(library, seen, photo_id)
