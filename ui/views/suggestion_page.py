"""One suggestion, opened: its photos with ticks, and why it is proposed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from organizer import pipeline
from organizer.models import PhotoId, Reason, Suggestion
from ui import messages
from ui.dialogs.ask_title import ask_title
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.photo_grid import PhotoGrid
from ui.views.sections import Section, by_day, main_spot
from ui.widgets.page_header import PageHeader
from ui.widgets.reasons_panel import ReasonsPanel
from ui.widgets.suggestion_card import subtitle_of
from ui.widgets.texts import button


class SuggestionPage(QWidget):
    """Photos can be left out and the title changed before it is saved.

    Signals:
        save_asked: To be saved, with the suggestion, the title and the ids that are ticked.
        dismiss_asked, back_asked: What is wanted instead.
        gone: The suggestion is not open any more.
        opened: The photo at an index is to be seen large.
    """

    save_asked = Signal(object, str, object)
    dismiss_asked = Signal(object)
    back_asked = Signal()
    gone = Signal()
    opened = Signal(int)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._places = places
        self.suggestion: Suggestion | None = None
        self._title = ""
        self.header = PageHeader()
        self.header.add_left(button(self.tr("‹ Suggestions"), self.back_asked.emit, style="quiet"))
        self.header.add(button(self.tr("Dismiss"), self._dismiss, style="quiet"))
        self.header.add(button(self.tr("Rename"), self.rename))
        self._save = button(self.tr("Save album"), self._ask_save, style="primary")
        self.header.add(self._save)
        self.grid = PhotoGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.set_headings(self._heading)
        self.grid.set_right_margin(16)
        self.grid.toggled.connect(self._toggle)
        self.grid.opened.connect(self.opened)
        places.named.connect(self.grid.viewport().update)
        self.reasons = ReasonsPanel()
        self.reasons.show_asked.connect(self._light)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.grid, 1)
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
        self.grid.setAccessibleName(suggestion.title)
        self.grid.excluded = set()
        self.grid.lit = None
        entries = self._session.library.photos.timeline_of(suggestion.photo_ids)
        self.grid.set_photos(entries, by_day)
        self.grid.verticalScrollBar().setValue(0)
        self.reasons.show_reasons(suggestion.reasons, suggestion.photo_ids)
        self._show_counts()

    def show_item(self, item: str) -> None:
        """Show the suggestion with this id."""
        for found in pipeline.open_suggestions(self._session.library):
            if found.id == item:
                self.show_suggestion(found)
                return
        self.gone.emit()

    def refresh(self) -> None:
        """Show the same photos as they are now, for as long as the suggestion is open."""
        if self.suggestion is None or not pipeline.suggestions_are_on(self._session.library):
            self.gone.emit()
            return
        photos = self._session.library.photos
        self.grid.set_photos(photos.timeline_of(self.suggestion.photo_ids), by_day)

    @property
    def kept_ids(self) -> tuple[PhotoId, ...]:
        """The photos that are ticked, in order."""
        excluded = self.grid.excluded or set()
        return tuple(entry.id for entry in self.grid.entries if entry.id not in excluded)

    def rename(self) -> None:
        """Ask for another title."""
        ask_title(self.tr("Rename this suggestion"), self._title, self, self._retitle)

    def _retitle(self, title: str) -> None:
        self._title = title
        self._show_counts()

    def _show_counts(self) -> None:
        if self.suggestion is None:
            return
        subtitle = subtitle_of(self.suggestion)
        excluded = len(self.grid.excluded or ())
        if excluded:
            subtitle = f"{subtitle}, {messages.left_out(excluded)}"
        self.header.set_title(self._title, subtitle)
        self._save.setEnabled(bool(self.kept_ids))

    def _heading(self, section: Section) -> tuple[str, str]:
        entries = self.grid.entries[section.span.start : section.span.end]
        spot = main_spot(entries)
        parts = [self._places.name_of(spot) if spot else "", messages.photos(len(entries))]
        day = self.tr("Without a date") if section.day is None else messages.day(section.day)
        return day, " · ".join(filter(None, parts))

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
        if self.suggestion is not None:
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
