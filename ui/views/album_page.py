"""An album: its photos in the user's own order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.models import Album, AlbumId, PhotoId
from organizer.plain_text import on_one_line
from ui import messages
from ui.album_acts import AlbumActs
from ui.album_edits import AlbumEdits
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.reorder_grid import ReorderGrid, with_unseen
from ui.widgets.message_panel import MessagePanel
from ui.widgets.page_header import PageHeader
from ui.widgets.texts import button


class AlbumPage(QWidget):
    """Grid, and what can be done with the album.

    Signals:
        export_asked: The album is to be exported.
        gone: The album does not exist any more.
        opened: The photo at an index is to be seen large.
    """

    export_asked = Signal(object)
    gone = Signal()
    opened = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        edits: AlbumEdits,
        acts: AlbumActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._edits = edits
        self._acts = acts
        self.album: Album | None = None
        self._hidden_count = 0
        self.header = PageHeader()
        self._take_out = button(self.tr("Remove from album"), self.remove_photos, style="quiet")
        self.header.add(self._take_out)
        self._more = button("⋯", self._open_more, name=self.tr("More for this album"))
        self._more.setToolTip(self.tr("Rename, order, duplicate, remove"))
        self.header.add(self._more)
        self.header.add(button(self.tr("Export…"), self.export, style="primary"))
        self.grid = ReorderGrid(thumbnails)
        self.setFocusProxy(self.grid)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self.menu_asked)
        self.grid.selection_changed.connect(self._show_counts)
        self.grid.moved.connect(self._reorder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.grid, 1)
        self.empty = MessagePanel()
        self.empty.say(
            self.tr("Nothing in it yet"),
            self.tr(
                "Drag photos onto its name in the list at the left, or choose “Add to album” in "
                "the menu of a photo."
            ),
        )
        column.addWidget(self.empty, 1)

    def show_album(self, album_id: AlbumId) -> None:
        """Show this album."""
        other = self.album is None or self.album.id != album_id
        self.album = self._session.library.albums.get(album_id)
        if self.album is None:
            self.gone.emit()
            return
        self.grid.setAccessibleName(on_one_line(self.album.title))
        photos, ids = self._session.library.photos, self.album.photo_ids
        seen = photos.timeline_of(ids)
        self._hidden_count = len(photos.timeline_of(ids, also_hidden=True)) - len(seen)
        cover = self.album.cover_id
        self.grid.badge = (cover, self.tr("Cover")) if cover is not None else None
        self.grid.set_photos(seen)
        self.grid.setVisible(bool(self.album.photo_ids))
        self.setFocusProxy(self.grid if self.album.photo_ids else self._more)
        self.empty.setVisible(not self.album.photo_ids)
        if other:
            self.grid.selection.clear()
            self.grid.verticalScrollBar().setValue(0)
        self._show_counts()

    def show_item(self, item: str) -> None:
        """Show the album with this number."""
        self.show_album(AlbumId(int(item)))

    def refresh(self) -> None:
        """Show the same album as it is now."""
        if self.album is not None:
            self.show_album(self.album.id)

    def _show_counts(self) -> None:
        if self.album is None:
            return
        chosen = len(self.grid.selection.chosen)
        parts = [messages.photos(len(self.grid.entries))]
        if self._hidden_count:
            parts.append(self.tr("{} hidden").format(messages.number(self._hidden_count)))
        if missing := len(self.album.photo_ids) - len(self.grid.entries) - self._hidden_count:
            parts.append(self.tr("{} not found").format(messages.number(missing)))
        if chosen:
            parts.append(messages.selected(chosen))
        self.header.set_title(self.album.title, " · ".join(parts))
        self._take_out.setVisible(chosen > 0)

    def rename(self) -> None:
        """Ask for another title."""
        if self.album is not None:
            self._acts.rename(self.album)

    def _open_more(self) -> None:
        if self.album is not None:
            at = QPoint(0, self._more.height() + 4)
            self._acts.open_menu(self.album.id, self._more.mapToGlobal(at))

    def acts_on(self, photo_ids: Sequence[PhotoId]) -> list[tuple[str, Callable[[], object]]]:
        """What this page can do with these photos, for their menu."""
        album = self.album
        if album is None:
            return []
        acts: list[tuple[str, Callable[[], object]]] = []
        if len(photo_ids) == 1:
            cover = partial(self._acts.set_cover, album, photo_ids[0])
            acts.append((self.tr("Use as cover"), cover))
        acts.append((self.tr("Remove from album"), self.remove_photos))
        return acts

    def remove_photos(self) -> None:
        """Take the selected photos out of the album."""
        album, chosen = self.album, self.grid.selection.chosen
        if album is None or not chosen:
            return
        left = [photo_id for photo_id in album.own_order if photo_id not in chosen]
        sentence = self.tr("{} removed from “{}”.").format(
            messages.photos(len(album.photo_ids) - len(left)), album.title
        )
        self._edits.set_photos(album, left, sentence)

    def export(self) -> None:
        """Ask for the export of the album."""
        if self.album is not None:
            self.export_asked.emit(self.album)

    def _reorder(self, photo_ids: Sequence[PhotoId]) -> None:
        if self.album is None:
            return
        photo_ids = with_unseen(photo_ids, self.album.photo_ids)
        if tuple(photo_ids) != self.album.photo_ids:
            self._edits.reorder(self.album, photo_ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes photos out of the album."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_photos()
        else:
            super().keyPressEvent(event)
