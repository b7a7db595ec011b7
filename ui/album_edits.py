"""Changes to albums and suggestions that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from organizer import pipeline
from organizer.errors import OrganizerError
from organizer.models import Album, AlbumId, AlbumSorting, Decision, PhotoId
from ui import messages
from ui.core_words import in_own_words
from ui.session import Session


class AlbumEdits(QObject):
    """Every change goes over one stack, so that all of them can be undone in turn.

    Signals:
        told: What was just done, as a sentence for the user; it can be undone.
        refused: A change could not be made, with the error that says why.
        decided: A suggestion was answered, or an answer taken back.
    """

    told = Signal(str)
    refused = Signal(object)
    decided = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stack = QUndoStack(self)

    def new_album(self, title: str, photo_ids: Sequence[PhotoId]) -> Album:
        """Make an album of these photos."""
        albums = self._session.library.albums
        made: list[Album] = []

        def redo() -> None:
            if made:
                albums.put_back(made[0])
            else:
                made.append(albums.add(title, tuple(photo_ids)))

        self.push(_tr("Album “{}” made.").format(title), redo, lambda: albums.remove(made[0].id))
        return made[0]

    def rename(self, album: Album, title: str) -> None:
        """Give an album another title."""
        albums = self._session.library.albums
        self.push(
            _tr("Album renamed to “{}”.").format(title),
            lambda: albums.rename(album.id, title),
            lambda: albums.rename(album.id, album.title),
        )

    def set_photos(self, album: Album, photo_ids: Sequence[PhotoId], sentence: str) -> None:
        """Give an album other photos, or the same in another order."""
        albums = self._session.library.albums
        self.push(
            sentence,
            lambda: albums.set_photos(album.id, tuple(photo_ids)),
            lambda: albums.set_photos(album.id, album.own_order),
        )

    def reorder(self, album: Album, photo_ids: Sequence[PhotoId]) -> None:
        """Put the photos of an album where the user wants them; it is sorted no more."""
        albums = self._session.library.albums

        def redo() -> None:
            albums.set_photos(album.id, tuple(photo_ids))
            albums.set_sorting(album.id, AlbumSorting.OWN)

        def undo() -> None:
            albums.set_photos(album.id, album.own_order)
            albums.set_sorting(album.id, album.sorting)

        self.push(_tr("Order of “{}” changed.").format(album.title), redo, undo)

    def remove(self, album: Album) -> None:
        """Remove an album; its photos stay where they are."""
        albums = self._session.library.albums
        self.push(
            _tr("Album “{}” removed. Its photos are still there.").format(album.title),
            lambda: albums.remove(album.id),
            lambda: albums.put_back(album),
        )

    def save_suggestion(
        self, suggestion_id: str, *, title: str, photo_ids: Sequence[PhotoId] | None = None
    ) -> AlbumId | None:
        """Make an album of a suggestion; None if it is not there any more."""
        library = self._session.library
        saved: list[Album] = []
        undone: list[Decision | None] = []

        def redo() -> None:
            if saved:  # under its old id, which later edits on the stack know it by
                pipeline.save_again(library, saved[0], undone.pop())
                return
            album = pipeline.save_suggestion(
                library, suggestion_id, title=title, photo_ids=photo_ids
            )
            saved.append(album)

        self.push(
            _tr("“{}” is saved as an album.").format(title),
            redo,
            lambda: undone.append(pipeline.undo_save(library, saved[0].id)),
            in_transaction=False,
        )
        return saved[0].id if saved else None

    def save_parts(self, suggestion_id: str, parts: Sequence[Sequence[PhotoId]]) -> list[AlbumId]:
        """Make an album of each part of a suggestion; empty if it is not there any more."""
        from organizer.pipeline import parts as album_parts  # brings numpy: not at start-up

        library = self._session.library
        saved: list[Album] = []
        undone: list[Decision | None] = []

        def redo() -> None:
            if saved:
                album_parts.save_parts_again(library, saved, undone.pop())
            else:
                saved.extend(album_parts.save_parts(library, suggestion_id, parts))

        self.push(
            _tr("{} saved.").format(messages.albums(len(parts))),
            redo,
            lambda: undone.append(album_parts.undo_save_parts(library, saved)),
            in_transaction=False,
        )
        return [album.id for album in saved]

    def dismiss_suggestion(self, suggestion_id: str, *, title: str) -> None:
        """Never propose this again."""
        library = self._session.library
        undone: list[Decision | None] = []

        def redo() -> None:
            if undone and (decision := undone.pop()) is not None:
                pipeline.decide(library, decision)
            else:
                pipeline.dismiss_suggestion(library, suggestion_id)

        self.push(
            _tr("“{}” is dismissed and will not come back.").format(title),
            redo,
            lambda: undone.append(pipeline.undo_dismissal(library, suggestion_id)),
            in_transaction=False,
        )

    def bring_back_suggestion(self, suggestion_id: str, *, title: str) -> None:
        """Propose a dismissed suggestion again."""
        library = self._session.library
        undone: list[Decision | None] = []

        def undo() -> None:
            if (decision := undone.pop()) is not None:
                pipeline.decide(library, decision)

        self.push(
            _tr("“{}” is proposed again.").format(title),
            lambda: undone.append(pipeline.undo_dismissal(library, suggestion_id)),
            undo,
            in_transaction=False,
        )

    def push(
        self,
        sentence: str,
        redo: Callable[[], object],
        undo: Callable[[], object],
        *,
        in_transaction: bool = True,
    ) -> None:
        """Do a change that can be undone and redone; *sentence* tells what was done."""
        kept = self._in_transaction if in_transaction else self._as_it_is
        edit = Edit(sentence, lambda: kept(redo), lambda: kept(undo), self.refused.emit)
        self.stack.push(edit)
        if self.stack.command(self.stack.index() - 1) is edit:  # it was not refused
            self.told.emit(sentence)

    def _in_transaction(self, change: Callable[[], object]) -> None:
        with self._session.library.transaction():
            change()
        self._session.albums_changed.emit()

    def _as_it_is(self, change: Callable[[], object]) -> None:
        change()
        self._session.albums_changed.emit()
        self.decided.emit()


class Edit(QUndoCommand):
    """A change and its opposite. What cannot be done any more is told, and leaves the stack."""

    def __init__(
        self,
        sentence: str,
        redo: Callable[[], None],
        undo: Callable[[], None],
        refuse: Callable[[OrganizerError], None],
    ) -> None:
        super().__init__(sentence)
        self._redo, self._undo, self._refuse = redo, undo, refuse

    def redo(self) -> None:
        """Do it, or do it again."""
        self._try(self._redo)

    def undo(self) -> None:
        """Take it back."""
        self._try(self._undo)

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except OrganizerError as error:
            self.setObsolete(True)
            self._refuse(error)
        except Exception as error:  # noqa: BLE001 - Qt would swallow it; it is told instead
            self.setObsolete(True)
            cause = in_own_words(str(error))
            self._refuse(OrganizerError(_tr("This cannot be changed any more: {}").format(cause)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("album_edits", text)
