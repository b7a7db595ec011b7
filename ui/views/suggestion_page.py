"""One suggestion, opened: its photos with ticks, why it is proposed, and where it could end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.models import PhotoId, Reason, Suggestion
from organizer.pipeline.withholding import Withheld
from organizer.plain_text import on_one_line
from ui import messages
from ui.dialogs.ask_title import ask_title
from ui.place_names import PlaceNames
from ui.putting_in import PuttingIn
from ui.session import Session
from ui.suggestion_edits import SuggestionEdits
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import Section, by_day, by_part, main_spot
from ui.views.withheld_shelf import WithheldShelf
from ui.widgets.page_header import PageHeader
from ui.widgets.reasons_panel import ReasonsPanel
from ui.widgets.suggestion_card import subtitle_of
from ui.widgets.texts import button

Act = tuple[str, Callable[[], object]]


class SuggestionPage(QWidget):
    """Photos can be left out, borders moved and the title changed before it is saved.

    Signals:
        save_asked: To be saved, with the suggestion, the title and the ids that are ticked.
        parts_asked: To be saved as several albums, with the suggestion and the ids of each.
        dismiss_asked, back_asked: What is wanted instead.
        gone: The suggestion is not open any more.
        opened: The photo at an index is to be seen large.
        hidden_asked: The page of hidden photos is wanted.
        menu_asked: A context menu is wanted at this global point, with what else can be done.
    """

    save_asked = Signal(object, str, object)
    parts_asked = Signal(object, object)
    dismiss_asked = Signal(object)
    back_asked = Signal()
    gone = Signal()
    opened = Signal(int)
    hidden_asked = Signal()
    menu_asked = Signal(QPoint, object)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        edits: SuggestionEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._places = places
        self._edits = edits
        self._edits.known.connect(self._show_more)
        self.suggestion: Suggestion | None = None
        self._title = ""
        self._parts: Sequence[tuple[PhotoId, ...]] = ()
        self._parts_to_save: Sequence[tuple[PhotoId, ...]] = ()
        self._withheld: Sequence[Withheld] = ()
        self._make_header()
        self._make_grid(thumbnails)
        self._make_shelf(thumbnails)
        places.named.connect(self.grid.viewport().update)
        self.reasons = ReasonsPanel()
        self.reasons.show_asked.connect(self._light)
        self.reasons.level_asked.connect(self.show_level)
        self.reasons.keep_asked.connect(self._keep_borders)
        self._lay_out()

    def _make_header(self) -> None:
        self.header = PageHeader()
        self.header.add_left(button(self.tr("‹ Suggestions"), self.back_asked.emit, style="quiet"))
        self.header.add(button(self.tr("Dismiss"), self._dismiss, style="quiet"))
        self._rename = button(self.tr("Rename"), self.rename)
        self.header.add(self._rename)
        self._save = button(messages.save_albums(1), self._ask_save, style="primary")
        self.header.add(self._save)

    def _make_grid(self, thumbnails: Thumbnails) -> None:
        self.grid = PhotoGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.set_headings(self._heading)
        self.grid.set_right_margin(16)
        self.grid.toggled.connect(self._toggle)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(lambda at: self.menu_asked.emit(at, self._acts()))

    def _make_shelf(self, thumbnails: Thumbnails) -> None:
        self.shelf = WithheldShelf(self._session, thumbnails)
        self.shelf.hidden_asked.connect(self.hidden_asked)
        self.putting_in = PuttingIn(self._session, self._edits, self)
        self.shelf.put_in_asked.connect(self.putting_in.put_in)
        self.putting_in.known.connect(self._show_withheld)
        self.putting_in.changed.connect(self.show_put_in)

    def _lay_out(self) -> None:
        photos = QVBoxLayout()
        photos.setSpacing(0)
        photos.addWidget(self.grid, 1)
        photos.addWidget(self.shelf)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(photos, 1)
        row.addWidget(self.reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show this one; every photo is ticked."""
        self.suggestion = suggestion
        self._title = suggestion.title
        self.grid.setAccessibleName(on_one_line(suggestion.title))
        self.grid.excluded = set()
        self.grid.lit = None
        self.shelf.close_shelf()
        self._show_withheld(())
        self.putting_in.look_at(suggestion)
        self._show_parts([suggestion.photo_ids])
        self.grid.verticalScrollBar().setValue(0)
        self.reasons.show_reasons(suggestion.reasons, suggestion.photo_ids)
        self._edits.look_at(suggestion)

    def show_item(self, item: str) -> None:
        """Show the suggestion with this id."""
        for found in pipeline.open_suggestions(self._session.library):
            if found.id == item:
                self.show_suggestion(found)
                return
        self.gone.emit()

    def refresh(self) -> None:
        """Show the same photos as they are now, for as long as the suggestion is open."""
        suggestion = self.suggestion
        known = pipeline.open_suggestions(self._session.library)
        if suggestion is None or all(found.id != suggestion.id for found in known):
            self.gone.emit()
            return
        self._show_parts(self._parts)
        self.putting_in.look_at(suggestion)  # something may have been hidden, or be seen again

    # -- what was withheld ------------------------------------------------------------------------

    def _show_withheld(self, found: Sequence[Withheld]) -> None:
        self._withheld = found
        self.shelf.show_withheld(found, self.putting_in.photo_ids)

    def show_put_in(self) -> None:
        """Photos were put in from the shelf, or went back to it."""
        self._show_parts(self._parts)
        self._show_withheld(self._withheld)

    # -- borders ----------------------------------------------------------------------------------

    def _show_more(self) -> None:
        """Borders and rules are known now."""
        borders = self._edits.borders
        if borders is not None and len(borders.levels) > 1:
            sizes = [(len(level), sum(map(len, level))) for level in borders.levels]
            self.reasons.show_borders(sizes, borders.now)
        self.reasons.show_links(self._edits.links)

    def show_level(self, number: int) -> None:
        """Show the parts of a level of borders; photos that were left out stay so."""
        if self._edits.borders is not None:
            self._show_parts(self._edits.borders.levels[number])

    def _show_parts(self, parts: Sequence[tuple[PhotoId, ...]]) -> None:
        self._parts = parts
        shown = self._parts_to_save = self.putting_in.among(parts)
        ids = [photo_id for part in shown for photo_id in part]
        entries = self._session.library.photos.timeline_of(ids)
        self.grid.set_photos(entries, by_day if len(shown) == 1 else by_part(shown))
        self._show_counts()

    def _keep_borders(self) -> None:
        self._edits.keep_borders(tuple(self._parts))
        self.back_asked.emit()

    def _acts(self) -> list[Act]:
        """What can be done with chosen photos here and nowhere else."""
        chosen = self.grid.chosen_or_current()
        if self.suggestion is None or not chosen or not self._edits.has_borders:
            return []
        put_in = set(self.putting_in.photo_ids)
        own = [photo_id for photo_id in chosen if photo_id not in put_in]
        if not own:  # they belong to no event: their ticks take them out again
            return []
        first = min(own, key=[entry.id for entry in self.grid.entries].index)
        return [
            (self.tr("Split before this photo"), lambda: self._split_before(first)),
            (self.tr("Not part of this"), lambda: self._move_out(own)),
        ]

    def _split_before(self, first: PhotoId) -> None:
        self._edits.split_before(first)
        self.back_asked.emit()  # there will be two suggestions in place of this one

    def _move_out(self, photo_ids: Sequence[PhotoId]) -> None:
        self.grid.excluded = (self.grid.excluded or set()) | set(photo_ids)
        self._edits.move_out(photo_ids)
        self._show_counts()

    # -- what is saved ----------------------------------------------------------------------------

    @property
    def kept_ids(self) -> tuple[PhotoId, ...]:
        """The photos that are ticked, in order."""
        excluded = self.grid.excluded or set()
        return tuple(entry.id for entry in self.grid.entries if entry.id not in excluded)

    @property
    def kept_parts(self) -> list[tuple[PhotoId, ...]]:
        """The same of each part that has any."""
        kept = set(self.kept_ids)
        parts = (
            tuple(photo_id for photo_id in part if photo_id in kept) for part in self._parts_to_save
        )
        return [part for part in parts if part]

    def rename(self) -> None:
        """Ask for another title."""
        ask_title(self.tr("Rename this suggestion"), self._title, self, self._retitle)

    def _retitle(self, title: str) -> None:
        self._title = title
        self._show_counts()

    def _show_counts(self) -> None:
        if self.suggestion is None:
            return
        subtitle = self._counted(self.suggestion)
        self.header.set_title(self._title, subtitle)
        parts = len(self.kept_parts)
        self._save.setText(messages.save_albums(max(1, parts)))
        self._save.setAccessibleName(self._save.text())
        self._save.setEnabled(parts > 0)
        self._rename.setVisible(len(self._parts) == 1)

    def _counted(self, suggestion: Suggestion) -> str:
        """How many photos, then when and where: what is cut first matters least."""
        counted = messages.photos(len(self.kept_ids))
        excluded = len(self.grid.entries) - len(self.kept_ids)
        if excluded:
            counted = f"{counted}, {messages.left_out(excluded)}"
        about, _, _ = subtitle_of(suggestion).rpartition(" · ")
        return " · ".join(filter(None, [counted, about]))

    def _heading(self, section: Section) -> tuple[str, str]:
        entries = self.grid.entries[section.span.start : section.span.end]
        spot = main_spot(entries)
        parts = [self._places.name_of(spot) if spot else "", messages.photos(len(entries))]
        about = " · ".join(filter(None, parts))
        if len(self._parts) > 1:
            number = self.grid.sections.index(section) + 1
            days = messages.days(entries[0], entries[-1])
            return messages.part_of(number, len(self._parts)), " · ".join(
                filter(None, [days, about])
            )
        day = self.tr("Without a date") if section.day is None else messages.day(section.day)
        return day, about

    def _toggle(self, photo_id: PhotoId) -> None:
        if self.grid.excluded is not None:
            self.grid.excluded ^= {photo_id}
            self.grid.viewport().update()
            self._show_counts()

    def _light(self, reason: Reason | None) -> None:
        self.grid.lit = None if reason is None else set(reason.photo_ids)
        if reason is not None:
            self._scroll_to_first(reason.photo_ids)
        self.grid.viewport().update()

    def _scroll_to_first(self, photo_ids: Sequence[PhotoId]) -> None:
        wanted = set(photo_ids)
        for index, entry in enumerate(self.grid.entries):
            if entry.id in wanted:
                self.grid.show_index(index)
                return

    def _ask_save(self) -> None:
        if self.suggestion is None:
            return
        if len(self.kept_parts) > 1:
            self.parts_asked.emit(self.suggestion, self.kept_parts)
        else:
            self.save_asked.emit(self.suggestion, self._title, self.kept_ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _dismiss(self) -> None:
        if self.suggestion is not None:
            self.dismiss_asked.emit(self.suggestion)
