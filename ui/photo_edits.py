"""What the user says of single photos that can be undone: how they are turned, and captions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer.models import PhotoId
from ui.album_edits import AlbumEdits
from ui.session import Session
from ui.widgets.texts import as_text


class PhotoEdits(QObject):
    """Both are kept by content in the catalog; the file stays as it is.

    Signals:
        turned: A photo is seen turned by so many quarter turns clockwise more than before.
        captioned: A photo has another caption.
    """

    turned = Signal(object, int)
    captioned = Signal(object)

    def __init__(self, session: Session, edits: AlbumEdits, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._edits = edits
        self._window = window
        self._untold: list[tuple[PhotoId, int]] = []
        session.albums_changed.connect(self._tell)  # sent once a change is committed

    def turn(self, photo_id: PhotoId, by: int) -> None:
        """Show a photo turned by so many quarter turns clockwise from now on."""
        library = self._session.library
        photo = library.photos.get(photo_id)
        if photo is None or not photo.content_hash:
            return
        was = library.turned.of(photo_id)
        self._edits.push(
            self.tr("View of “{}” turned. The file stays as it is.").format(
                as_text(Path(photo.path.name))
            ),
            lambda: self._show_turned(photo_id, was + by),
            lambda: self._show_turned(photo_id, was),
        )

    def _show_turned(self, photo_id: PhotoId, quarter_turns: int) -> None:
        repository = self._session.library.turned
        more = quarter_turns - repository.of(photo_id)
        repository.set(photo_id, quarter_turns)
        self._untold.append((photo_id, more))

    def _tell(self) -> None:
        """Tell of turned views: earlier, others who read the catalog would find the old turn."""
        untold, self._untold = self._untold, []
        for photo_id, more in untold:
            self.turned.emit(photo_id, more)

    def ask_caption(self, photo_id: PhotoId) -> None:
        """Ask for the words below a photo."""
        from ui.dialogs.ask_caption import ask_caption  # not at start-up

        library = self._session.library
        photo = library.photos.get(photo_id)
        if photo is not None and photo.content_hash:
            before = library.captions.of(photo_id)
            ask_caption(before, self._window, lambda text: self.write_caption(photo_id, text))

    def write_caption(self, photo_id: PhotoId, text: str) -> None:
        """Write below a photo; "" takes its caption away."""
        captions = self._session.library.captions
        before = captions.of(photo_id)
        if text == before:
            return
        said = self.tr("Caption written.") if text else self.tr("Caption taken away.")
        self._edits.push(
            said,
            lambda: self._write(photo_id, text),
            lambda: self._write(photo_id, before),
        )

    def _write(self, photo_id: PhotoId, text: str) -> None:
        self._session.library.captions.set(photo_id, text)
        self.captioned.emit(photo_id)
