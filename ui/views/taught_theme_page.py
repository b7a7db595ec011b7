"""A taught theme: its examples, and what may show the same, ranked anew after each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer.models import PhotoId, TaughtTheme, TaughtThemeId
from organizer.plain_text import on_one_line
from ui import messages
from ui.dialogs.ask_title import ask_title
from ui.looking import Looking
from ui.session import Session
from ui.theme_edits import ThemeEdits
from ui.theme_ranking import ThemeRanking, held_in_place
from ui.thumbnails import Thumbnails
from ui.views import theme_words
from ui.views.answer_grid import AnswerGrid
from ui.views.sections import Section, all_in_one, by_part
from ui.views.theme_words import EXAMPLES, FOUND, NOT_THIS
from ui.widgets.choices import choices, in_row
from ui.widgets.more_bar import MoreBar
from ui.widgets.off_note import OffNote, show_instead
from ui.widgets.page_header import PageHeader
from ui.widgets.texts import ShortLabel, button

FIRST_SHOWN, MORE_SHOWN = 120, 240


class TaughtThemePage(QWidget):
    """Three lists of one theme: what may show it, its examples, and what does not show it.

    Signals:
        save_asked: An album is to be made, with the theme and the ids of its photos.
        back_asked, switch_asked: Another page is wanted.
        gone: The theme does not exist any more.
        watched: Somebody looks, and will answer; or does not any more.
        menu_asked: A context menu is wanted at this global point.
    """

    save_asked = Signal(object, object)
    back_asked = Signal()
    switch_asked = Signal()
    gone = Signal()
    watched = Signal(bool)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        edits: ThemeEdits,
        looking: Looking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._edits = edits
        self.ranks = ThemeRanking(session, looking, self)
        self.ranks.changed.connect(self._show)
        self.ranks.gone.connect(self.gone)
        self._limit = FIRST_SHOWN
        self._bands: dict[PhotoId, int] = {}
        self._make_header()
        self._make_grid(thumbnails)
        self._lay_out()

    def _make_header(self) -> None:
        self.header = PageHeader()
        back = button(self.tr("‹ Taught themes"), self.back_asked.emit, style="quiet")
        self.header.add_left(back)
        self.header.add(button(self.tr("Forget this theme"), self.forget, style="quiet"))
        self.header.add(button(self.tr("Rename"), self.rename))
        self.save = button(self.tr("Save album"), self._ask_save, style="primary")
        self.header.add(self.save)
        self.lists = choices([theme_words.list_name(which, 0) for which in range(3)], self)
        self.lists.idClicked.connect(lambda _number: self._turn_to_list())
        self._hint = ShortLabel("", "smallSoft")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _make_grid(self, thumbnails: Thumbnails) -> None:
        self.grid = AnswerGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.set_headings(self._heading)
        self.grid.answered.connect(self._answer)
        self.grid.taken_back.connect(self._take_back)
        self.grid.menu_asked.connect(self.menu_asked)
        self.note = OffNote()
        self.note.switch_asked.connect(self.switch_asked)
        self.more = MoreBar()
        self.more.more_asked.connect(self._show_more)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 10)
        row.addLayout(in_row(self.lists))
        row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row)
        column.addWidget(self.note, 1)
        column.addWidget(self.grid, 1)
        column.addWidget(self.more)

    # -- what is shown ----------------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Show the theme with this number."""
        if self.ranks.look_at(TaughtThemeId(int(item))):
            self._limit = FIRST_SHOWN
            self.lists.button(FOUND if self.ranks.is_on else EXAMPLES).setChecked(True)
            self.grid.selection.clear()
            self.grid.selection.current = None
            self.grid.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show the theme as it is now."""
        self.ranks.refresh()

    @property
    def theme(self) -> TaughtTheme | None:
        """The theme that is seen."""
        return self.ranks.theme

    @property
    def _list(self) -> int:
        return self.lists.checkedId()

    def _turn_to_list(self) -> None:
        self.grid.selection.clear()
        self.grid.selection.current = None
        self.grid.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        theme = self.theme
        if theme is None:
            return
        self.grid.setAccessibleName(on_one_line(theme.name))
        self.grid.asks = self._list == FOUND
        if self._list == FOUND:
            self._show_found()
        else:
            self._show_judged(theme.shown if self._list == EXAMPLES else theme.not_shown)
        self._show_counts(theme)
        self._say()

    def _show_found(self) -> None:
        """Rows of what was not answered yet; the current photo keeps its place under the keys."""
        everything = self.ranks.found()
        found = everything[: self._limit]
        current, standing_on = self.grid.selection.current, self.grid.current_entry()
        if standing_on is not None and current is not None:
            found = held_in_place(found, standing_on.id, current)
        self._bands = dict(found)
        bands = [[one for one, band in found if band == number] for number in range(3)]
        self.grid.set_headings(self._heading)
        entries = self._session.library.photos.timeline_of([one for one, _band in found])
        self.grid.set_photos(entries, by_part(bands))
        if entries and self.grid.selection.current is None:  # the keys answer for some photo
            self.grid.show_index(min(current or 0, len(entries) - 1))
        self.more.show_counts(len(found), len(everything))

    def _show_judged(self, photo_ids: frozenset[PhotoId]) -> None:
        self.grid.set_headings(lambda _section: ("", ""), height_px=0)
        entries = self._session.library.photos.timeline_of(sorted(photo_ids))
        entries.sort(key=lambda entry: (entry.taken_at_s is None, -(entry.taken_at_s or 0)))
        self.grid.set_photos(entries, all_in_one)
        self.more.hide()

    def _show_more(self) -> None:
        self._limit += MORE_SHOWN
        self._show()

    # -- words ------------------------------------------------------------------------------------

    def _show_counts(self, theme: TaughtTheme) -> None:
        parts = [messages.examples(len(theme.shown))]
        if self.ranks.ranking is not None:
            surely = messages.number(len(self.ranks.surely()))
            parts.append(self.tr("{} more surely show it").format(surely))
        self.header.set_title(theme.name, " · ".join(parts))
        for which, count in ((EXAMPLES, len(theme.shown)), (NOT_THIS, len(theme.not_shown))):
            name = theme_words.list_name(which, count)
            self.lists.button(which).setText(name)
            self.lists.button(which).setAccessibleName(name)
        self.save.setEnabled(bool(theme.shown))

    def _heading(self, section: Section) -> tuple[str, str]:
        start, end = section.span
        band = self._bands.get(self.grid.entries[start].id, 0)
        return theme_words.band_heading(band, end - start)

    def _say(self) -> None:
        """Where there are no photos to show, say why; else what the keys do."""
        has_photos = bool(self.grid.entries)
        show_instead(self.grid if has_photos else self.note, self.note if has_photos else self.grid)
        self._hint.setText(theme_words.what_keys_do(self._list) if has_photos else "")
        if not has_photos:
            theme_words.say_why_empty(self.note, self._list, self.ranks)

    # -- answers ----------------------------------------------------------------------------------

    def _answer(self, photo_ids: Sequence[PhotoId], shows: bool) -> None:  # noqa: FBT001 - a slot
        if self.theme is not None:
            self._edits.answer(self.theme, photo_ids, shows=shows)

    def _take_back(self, photo_ids: Sequence[PhotoId]) -> None:
        if self.theme is not None:
            self._edits.take_back(self.theme, photo_ids)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what photos look like."""
        super().hideEvent(event)
        self.ranks.leave()
        self.watched.emit(False)  # noqa: FBT003 - Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Rank what was said while nobody looked."""
        super().showEvent(event)
        self.ranks.watch()
        self.watched.emit(True)  # noqa: FBT003 - Qt

    # -- the theme --------------------------------------------------------------------------------

    def rename(self) -> None:
        """Ask for another name."""
        if self.theme is not None:
            ask_title(self.tr("Rename the theme"), self.theme.name, self, self._rename)

    def _rename(self, name: str) -> None:
        if self.theme is not None and name != self.theme.name:
            self._edits.rename(self.theme, name)

    def forget(self) -> None:
        """Erase the theme; it can be undone."""
        if self.theme is not None:
            self._edits.forget(self.theme)

    def _ask_save(self) -> None:
        """The examples and what surely is the same."""
        if self.theme is not None:
            shown = self._edits.examples_to_be_seen(self.theme)
            self.save_asked.emit(self.theme, [*shown, *self.ranks.surely()])
