"""The photos of one added folder, day by day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.library import Library
from organizer.models import Folder, FolderId, TimelineEntry
from ui.dialogs.frame import Dialog
from ui.place_names import PlaceNames
from ui.session import Session
from ui.thumbnails import Thumbnails
from ui.views.timeline_page import TimelinePage
from ui.widgets.texts import as_text, button, label


class FolderPage(TimelinePage):
    """A timeline that can be taken out of Homeroll.

    Signals:
        gone: The folder is not in Homeroll any more.
        moved: The folder was found elsewhere, and is to be compared.
        leave_out_asked: A folder in this one, which begins at this path, is to be left out.
    """

    gone = Signal()
    moved = Signal()
    leave_out_asked = Signal(object)

    def __init__(
        self,
        session: Session,
        thumbnails: Thumbnails,
        places: PlaceNames,
        parent: QWidget | None = None,
    ) -> None:
        self._folder_id = FolderId(0)
        super().__init__(session, thumbnails, places, self._load_folder, "", parent)

    def _add_buttons(self) -> None:
        self._locate = button(self.tr("Where is it now…"), self.locate, style="primary")
        self.header.add(self._locate)
        whole = self.tr("Leave out a folder in it…")
        self._leave_out = button(self.tr("Leave out…"), self._ask_to_leave_out, name=whole)
        self._leave_out.setToolTip(whole)
        self.header.add(self._leave_out)
        removal = self.tr("Remove from Homeroll…")
        remove = button(self.tr("Remove…"), self.remove, name=removal)
        remove.setToolTip(removal)
        self.header.add(remove)

    def _load_folder(self, library: Library) -> list[TimelineEntry]:
        return library.photos.timeline_in(self._folder_id)

    @property
    def folder(self) -> Folder | None:
        """The folder that is seen."""
        folders = self._session.library.folders.all()
        return next((folder for folder in folders if folder.id == self._folder_id), None)

    def show_item(self, item: str) -> None:
        """Show the folder with this number."""
        self._folder_id = FolderId(int(item))
        folder = self.folder
        if folder is None:
            self.gone.emit()
            return
        self._show_folder(folder)
        self.fill_now()

    def refresh(self) -> None:
        """Show the folder as it is now: it may have gone offline, or been found."""
        folder = self.folder
        if folder is not None:
            self._show_folder(folder)
        super().refresh()

    def _show_folder(self, folder: Folder) -> None:
        note = self.tr("offline, the photos stay") if folder.offline else ""
        self.set_title(as_text(Path(folder.path.name or folder.path)), note)
        self._locate.setVisible(folder.offline)
        self._leave_out.setVisible(not folder.offline)
        self.grid.setAccessibleName(as_text(Path(folder.path.name)))

    def _why_empty(self) -> tuple[str, str] | None:
        folder = self.folder
        if folder is not None and folder.offline:
            return self.tr("This folder cannot be reached just now"), self.tr(
                "Once its drive is plugged in again, press F5: its photos come back by themselves. "
                "If it was moved, say where it is now."
            )
        return super()._why_empty()

    def _ask_to_leave_out(self) -> None:
        if self.folder is not None:
            self.leave_out_asked.emit(self.folder.path)

    def remove(self) -> None:
        """Ask, then forget the folder; its files are not touched."""
        folder = self.folder
        if folder is None:
            return
        dialog = Dialog(
            self.tr("Remove “{}” from Homeroll?").format(as_text(Path(folder.path.name))), self
        )
        text = self.tr("Homeroll forgets this folder. Not one file in it is touched.")
        dialog.body.addWidget(label(text, "soft", wrap=True))
        self._keep = QCheckBox(self.tr("Albums keep their photos of it, marked as gone"))
        self._keep.setChecked(True)
        dialog.body.addWidget(self._keep)
        dialog.add_button(button(self.tr("Keep it"), dialog.reject))
        dialog.add_button(button(self.tr("Remove"), dialog.accept, style="primary"))
        dialog.accepted.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        pipeline.remove_folder(
            self._session.library, self._folder_id, keep_in_albums=self._keep.isChecked()
        )
        self.gone.emit()
        self._session.photos_changed.emit()
        self._session.albums_changed.emit()

    def locate(self) -> None:
        """Let the user say where an offline folder is now."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where is this folder now?"))
        if not chosen:
            return
        try:
            pipeline.relocate_folder(self._session.library, self._folder_id, Path(chosen))
        except OrganizerError as error:
            self._session.failed.emit(error)
            return
        self.moved.emit()
